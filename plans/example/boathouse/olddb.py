"""The old way: SQL as one string, values pasted into it by the caller."""

import sqlite3

_connection = sqlite3.connect("boathouse.db")


def rows(sql):
    return _connection.execute(sql).fetchall()


def run(sql):
    _connection.execute(sql)
    _connection.commit()
