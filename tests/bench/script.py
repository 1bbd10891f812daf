"""script.py TREE STORE QUESTION: what a careful script makes of the same plans with
Python's own library: regular expressions and sqlite3, one transaction, and no file read
again that did not change."""
import os
import re
import sqlite3
import sys

SCHEMA = """
CREATE TABLE IF NOT EXISTS plan (id INTEGER PRIMARY KEY, path TEXT UNIQUE, mtime INTEGER, size INTEGER,
    phase TEXT, number TEXT, title TEXT, status TEXT, estimate TEXT, goal TEXT, needs TEXT);
CREATE TABLE IF NOT EXISTS task (plan INTEGER, title TEXT, done INTEGER, line INTEGER);
CREATE TABLE IF NOT EXISTS ref (plan INTEGER, file TEXT, line INTEGER, code TEXT);
CREATE INDEX IF NOT EXISTS task_plan ON task (plan);
CREATE INDEX IF NOT EXISTS ref_plan ON ref (plan);
"""
QUESTIONS = {
    "status": """SELECT phase, count(DISTINCT plan.id), count(DISTINCT plan.id) FILTER (WHERE status = 'completed'),
        count(task.plan), sum(done) FROM plan LEFT JOIN task ON plan = plan.id GROUP BY phase""",
    "list": "SELECT phase, number, task.title, done FROM plan JOIN task ON plan = plan.id ORDER BY path, line",
    "next": """SELECT phase, number, title FROM plan p WHERE status != 'completed' AND NOT EXISTS
        (SELECT 1 FROM plan d WHERE d.status != 'completed' AND d.phase = p.phase AND p.needs = d.phase || '-' || d.number)
        ORDER BY path LIMIT 20""",
}
KEY = re.compile(r"^(\w+): *(.*)")
HEADING = re.compile(r"^(#{1,4}) (.*)")
BOX = re.compile(r"^- \[([ xX])\] (.*)")
LINES = re.compile(r"^- Lines?:? ([\d, ]+)(.*)")
NAME = re.compile(r"^\s*<name>(.*?)</name>")


def frontmatter(lines):
    keys = {}
    for n, line in enumerate(lines[1:], 1):
        if line == "---":
            return keys, n + 1
        if m := KEY.match(line):
            keys[m[1]] = m[2].strip('"')
    return keys, 0


def read(path):
    with open(path, encoding="utf-8") as f:
        lines = f.read().split("\n")
    keys, start = frontmatter(lines)
    done = os.path.exists(path.replace("-PLAN", "-SUMMARY"))
    title = section = file = goal = None
    fenced, tasks, refs = False, [], []
    for n, line in enumerate(lines[start:], start + 1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif fenced:
            continue
        elif m := HEADING.match(line):
            if len(m[1]) == 1:
                title = m[2]
            elif len(m[1]) == 2:
                section = m[2]
            elif len(m[1]) == 4:
                file = re.sub(r"^\d+\. | \(.*", "", m[2])
        elif section == "Tasks" and (m := BOX.match(line)):
            tasks.append((m[2], m[1] != " ", n))
        elif m := LINES.match(line):
            refs += [(file, int(i), m[2]) for i in m[1].split(",") if i.strip()]
        elif m := NAME.match(line):
            tasks.append((m[1], done, n))
        elif section == "Goal" and line and not goal:
            goal = line
    status = keys.get("status", "completed" if done else "pending")
    needs = " ".join(re.findall(r"[\d.]+-\d+", keys.get("depends_on", "")))
    return (keys.get("phase"), keys.get("plan"), title, status, keys.get("estimated"), goal, needs), tasks, refs


def files(directory):
    for entry in os.scandir(directory):
        if entry.is_dir(follow_symlinks=False):
            yield from files(entry.path)
        elif entry.name.endswith("-PLAN.md"):
            yield entry


def drop(db, plan):
    for of in "plan WHERE id", "task WHERE plan", "ref WHERE plan":
        db.execute(f"DELETE FROM {of} = ?", (plan,))


def refresh(db, tree):
    known = {row[0]: row[1:] for row in db.execute("SELECT path, id, mtime, size FROM plan")}
    for entry in files(tree):
        stat = entry.stat()
        old = known.pop(entry.path, None)
        if old and old[1:] == (stat.st_mtime_ns, stat.st_size):
            continue
        if old:
            drop(db, old[0])
        plan, tasks, refs = read(entry.path)
        row = db.execute("INSERT INTO plan VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         (entry.path, stat.st_mtime_ns, stat.st_size) + plan).lastrowid
        db.executemany("INSERT INTO task VALUES (?, ?, ?, ?)", [(row,) + t for t in tasks])
        db.executemany("INSERT INTO ref VALUES (?, ?, ?, ?)", [(row,) + r for r in refs])
    for gone in known.values():
        drop(db, gone[0])


tree, store, question = sys.argv[1:]
if question == "import" and os.path.exists(store):
    os.remove(store)
db = sqlite3.connect(store)
db.executescript(SCHEMA)
with db:
    refresh(db, tree)
if question in QUESTIONS:
    print("\n".join("\t".join(map(str, row)) for row in db.execute(QUESTIONS[question])))
