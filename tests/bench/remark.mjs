// remark.mjs TREE STORE QUESTION: what a careful script makes of the same plans with
// remark-parse, gray-matter and better-sqlite3: one transaction, prepared statements,
// and no file read again that did not change.
import fs from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import matter from "gray-matter";
import remarkParse from "remark-parse";
import { unified } from "unified";

const [tree, store, question] = process.argv.slice(2);
const markdown = unified().use(remarkParse);

const schema = `
CREATE TABLE IF NOT EXISTS plan (id INTEGER PRIMARY KEY, path TEXT UNIQUE, mtime REAL, size INTEGER,
	phase TEXT, number TEXT, title TEXT, status TEXT, estimate TEXT, goal TEXT, needs TEXT);
CREATE TABLE IF NOT EXISTS task (plan INTEGER, title TEXT, done INTEGER, line INTEGER);
CREATE TABLE IF NOT EXISTS ref (plan INTEGER, file TEXT, line INTEGER, code TEXT);
CREATE INDEX IF NOT EXISTS task_plan ON task (plan);
CREATE INDEX IF NOT EXISTS ref_plan ON ref (plan);`;

const two = (number) => String(number).padStart(2, "0");
const text = (node) => node.value ?? (node.children ?? []).map(text).join("");

function elements(source, plan) { // tasks as GSD writes them
	for (const m of source.matchAll(/<task\b[^>]*>\s*<name>(.*?)<\/name>/gs))
		plan.tasks.push([m[1], plan.done, plan.above + source.slice(0, m.index).split("\n").length]);
}

function item(node, section, plan) {
	const words = text(node.children[0] ?? {}), box = /^\[([ xX])\] (.*)/s.exec(words);
	const line = plan.above + node.position.start.line, at = /^Lines?:? ([\d, ]+)/.exec(words);

	if (box && section === "Tasks")
		plan.tasks.push([box[2], box[1] === " " ? 0 : 1, line]);
	else if (at)
		for (const n of at[1].split(","))
			plan.refs.push([plan.file, Number(n), words.slice(at[0].length)]);
}

function walk(node, state, plan) {
	if (node.type === "heading") {
		const words = text(node);
		if (node.depth === 1) plan.title = words;
		if (node.depth === 2) state.section = words;
		if (node.depth === 4) plan.file = words.replace(/^\d+\. | \(.*/g, "");
	} else if (node.type === "paragraph" && state.section === "Goal")
		plan.goal ??= text(node);
	else if (node.type === "listItem")
		item(node, state.section, plan);
	for (const child of node.children ?? [])
		walk(child, state, plan);
}

function read(name, source) {
	const { data, content } = matter(source, {}), done = fs.existsSync(name.replace("PLAN", "SUMMARY"));
	const above = source.slice(0, source.length - content.length).split("\n").length - 1;
	const plan = { title: "", tasks: [], refs: [], file: null, done: done ? 1 : 0, data, above };
	walk(markdown.parse(content), { section: "" }, plan);
	elements(content, plan);
	plan.status = data.status ?? (done ? "completed" : "pending");
	return plan;
}

function files(dir, found) {
	for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
		const name = path.join(dir, entry.name);
		if (entry.isDirectory()) files(name, found);
		else if (entry.name.endsWith("-PLAN.md")) found.push(name);
	}
	return found;
}

function refresh(db) {
	const known = new Map(db.prepare("SELECT path, id, mtime, size FROM plan").all().map((p) => [p.path, p]));
	const drop = ["plan WHERE id", "task WHERE plan", "ref WHERE plan"].map((t) => db.prepare(`DELETE FROM ${t} = ?`));
	const addPlan = db.prepare("INSERT INTO plan VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
	const addTask = db.prepare("INSERT INTO task VALUES (?, ?, ?, ?)");
	const addRef = db.prepare("INSERT INTO ref VALUES (?, ?, ?, ?)");

	for (const name of files(tree, [])) {
		const { mtimeMs, size } = fs.statSync(name), old = known.get(name);
		known.delete(name);
		if (old && old.mtime === mtimeMs && old.size === size) continue;
		if (old) for (const d of drop) d.run(old.id);
		const p = read(name, fs.readFileSync(name, "utf8"));
		const id = addPlan.run(name, mtimeMs, size, two(p.data.phase), two(p.data.plan), p.title, p.status,
			p.data.estimated ?? null, p.goal ?? null, (p.data.depends_on ?? []).join(" ")).lastInsertRowid;
		for (const t of p.tasks) addTask.run(id, ...t);
		for (const r of p.refs) addRef.run(id, ...r);
	}
	for (const gone of known.values()) for (const d of drop) d.run(gone.id);
}

const questions = {
	status: `SELECT phase, count(DISTINCT plan.id), count(DISTINCT plan.id) FILTER (WHERE status = 'completed'),
		count(task.plan), sum(done) FROM plan LEFT JOIN task ON plan = plan.id GROUP BY phase`,
	list: "SELECT phase, number, task.title, done FROM plan JOIN task ON plan = plan.id ORDER BY path, line",
	next: `SELECT phase, number, title FROM plan p WHERE status != 'completed' AND NOT EXISTS
		(SELECT 1 FROM plan d WHERE d.status != 'completed' AND d.phase = p.phase AND p.needs = d.phase || '-' || d.number)
		ORDER BY path LIMIT 20`,
};

if (question === "import") fs.rmSync(store, { force: true });
const db = new Database(store);
db.pragma("journal_mode = DELETE");
db.exec(schema);
db.transaction(() => refresh(db))();
if (questions[question])
	console.log(db.prepare(questions[question]).raw().all().map((row) => row.join("\t")).join("\n"));
