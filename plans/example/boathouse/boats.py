"""Boats and the state they are in."""

from boathouse import store


def add(name, seats):
    store.run("INSERT INTO boats (name, seats) VALUES (?, ?)", name, seats)


def find(name):
    found = store.rows("SELECT id, seats, state FROM boats WHERE name = ?", name)
    return found[0] if found else None


def set_state(boat, state):
    if state not in ("ready", "damaged", "retired"):
        raise ValueError(f"no such state: {state}")
    store.run("UPDATE boats SET state = ? WHERE id = ?", state, boat)


def ready(seats):
    return store.rows(
        "SELECT id, name FROM boats WHERE state = 'ready' AND seats = ?", seats
    )
