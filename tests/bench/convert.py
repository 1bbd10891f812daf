"""convert.py EXPORT backlog TREE TO | EXPORT taskwarrior: what `phaseline export` has
written, for other programs: the same plans and tasks, in the same states.

For Backlog.md a plan is a task and its tasks are acceptance criteria; the text of the
plan goes along, its headings two levels lower.  Taskwarrior has tasks only: its
projects are the phases, steps are annotations, and the first task of a plan waits for
the last one of the plan that comes before."""
import json
import os
import re
import sys
import uuid

STATUS = {"done": "Done", "in-progress": "In Progress"}


def body(path):
    with open(path) as f:
        text = f.read()
    text = text[text.index("\n---\n", 4) + 5:] if text.startswith("---\n") else text
    return re.sub(r"^#", "###", text, flags=re.M).strip()


def backlog_task(plan, number, numbers, text):
    needs = [f"  - TASK-{numbers[d]}\n" for d in plan["depends_on"] if d in numbers]
    criteria = [f"- [{'x' if t['status'] == 'done' else ' '}] #{i} {t['title']}\n"
                for i, t in enumerate(plan["tasks"], 1)]
    return (f"---\nid: TASK-{number}\ntitle: {json.dumps(plan['title'])}\n"
            f"status: {STATUS.get(plan['status'], 'To Do')}\nassignee: []\n"
            f"created_date: '{plan['created'] or '2026-01-01'} 10:00'\n"
            f"labels:\n  - {plan['phase_name']}\n"
            f"dependencies:{' []' if not needs else ''}\n{''.join(needs)}---\n\n"
            f"## Description\n\n<!-- SECTION:DESCRIPTION:BEGIN -->\n{plan['goal'] or ''}\n"
            "<!-- SECTION:DESCRIPTION:END -->\n\n## Acceptance Criteria\n<!-- AC:BEGIN -->\n"
            f"{''.join(criteria)}<!-- AC:END -->\n\n## Implementation Plan\n\n"
            f"<!-- SECTION:PLAN:BEGIN -->\n{text}\n<!-- SECTION:PLAN:END -->\n")


def plans_in(export):
    with open(export) as f:
        for line in f:
            yield json.loads(line)


def backlog(export, tree, to):
    tasks = os.path.join(to, "backlog", "tasks")
    os.makedirs(tasks, exist_ok=True)
    with open(os.path.join(to, "backlog", "config.yml"), "w") as f:
        f.write('project_name: "Bench"\ndefault_status: "To Do"\n'
                'statuses: ["To Do", "In Progress", "Done"]\ntask_prefix: "task"\n'
                "remote_operations: false\nauto_commit: false\n"
                "check_active_branches: false\n")
    numbers = {plan["id"]: i for i, plan in enumerate(plans_in(export), 1)}
    for number, plan in enumerate(plans_in(export), 1):
        name = re.sub(r"[^A-Za-z0-9]+", "-", plan["title"]).strip("-")
        with open(os.path.join(tasks, f"task-{number} - {name}.md"), "w") as f:
            f.write(backlog_task(plan, number, numbers, body(os.path.join(tree, plan["path"]))))


def named(plan, task):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{plan}/{task}"))


def taskwarrior(export):
    last = {plan["id"]: len(plan["tasks"]) for plan in plans_in(export)}
    for plan in plans_in(export):
        day = (plan["created"] or "2026-01-01").replace("-", "")
        for i, task in enumerate(plan["tasks"], 1):
            one = {"uuid": named(plan["id"], i), "description": task["title"],
                   "project": f"{plan['phase']}-{plan['phase_name']}",
                   "entry": f"{day}T100000Z", "status": "pending",
                   "annotations": [{"entry": f"{day}T10000{n % 10}Z", "description": s["title"]}
                                   for n, s in enumerate(task["steps"])]}
            if task["status"] == "done":
                one.update(status="completed", end=f"{day}T110000Z")
            elif plan["status"] == "in-progress":
                one["start"] = f"{day}T103000Z"
            needs = [named(d, last[d]) for d in plan["depends_on"] if i == 1 and last.get(d)]
            print(json.dumps(one | ({"depends": needs} if needs else {})))


export, kind, *where = sys.argv[1:]
if kind == "backlog":
    backlog(export, *where)
else:
    taskwarrior(export)
