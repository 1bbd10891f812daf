"""The new way: values are bound by SQLite and never part of the SQL."""

import os
import sqlite3

SCHEMA = os.path.join(os.path.dirname(__file__), "schema.sql")
_connection = None


def connect(path):
    """Opens the database, and creates the tables of a new one."""
    global _connection
    _connection = sqlite3.connect(path)
    if not rows("SELECT 1 FROM sqlite_master WHERE name = 'boats'"):
        with open(SCHEMA, encoding="utf-8") as schema:
            _connection.executescript(schema.read())


def rows(sql, *values):
    return _connection.execute(sql, values).fetchall()


def run(sql, *values):
    """Runs one statement in a transaction of its own; the number of rows it changed."""
    with _connection:
        return _connection.execute(sql, values).rowcount
