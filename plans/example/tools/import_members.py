#!/usr/bin/env python3
"""Adds the members of a CSV file: name, e-mail, day of joining."""

import csv
import sys

from boathouse import members, store

store.connect(sys.argv[2])
for name, email, day in csv.reader(open(sys.argv[1], newline="", encoding="utf-8")):
    members.join(name, email, day)
