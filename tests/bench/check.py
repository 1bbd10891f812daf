#!/usr/bin/env python3
"""check.py ROOT REFERENCES: what a script of twenty lines says of references.

REFERENCES has a line each: path, line and text, with tabs between them.  Each file
is read once, its lines are a list and a set.  Prints how many are in each state.
"""
import collections
import sys

refs = collections.defaultdict(list)
with open(sys.argv[2]) as listed:
    for row in listed:
        path, line, text = row.rstrip("\n").split("\t")
        refs[path].append((int(line), text))

states = collections.Counter()
for path, wanted in refs.items():
    try:
        with open(f"{sys.argv[1]}/{path}", errors="replace") as code:
            lines = [line.strip() for line in code]
    except FileNotFoundError:
        states["file-gone"] += len(wanted)
        continue
    there = set(lines)
    for line, text in wanted:
        if not text:
            states["unquoted"] += 1
        elif line <= len(lines) and lines[line - 1] == text:
            states["standing"] += 1
        else:
            states["moved" if text in there else "cleared"] += 1
print(*(f"{n} {state}" for state, n in states.most_common()), sep=", ")
