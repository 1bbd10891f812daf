"""Bookings: one boat, one day, one member."""

from boathouse import boats, olddb, store


def book(boat, member, day, hours):
    if taken(boat, day):
        raise ValueError(f"boat {boat} is taken on {day}")
    store.run(
        "INSERT INTO bookings (boat, member, day, hours) VALUES (?, ?, ?, ?)",
        boat, member, day, hours,
    )


def taken(boat, day):
    found = store.rows("SELECT 1 FROM bookings WHERE boat = ? AND day = ?", boat, day)
    return bool(found)


def cancel(booking):
    store.run("DELETE FROM bookings WHERE id = ?", booking)


def of_member(member, since):
    sql = "SELECT day, boat, hours FROM bookings WHERE member = ? AND day >= ?"
    return store.rows(sql, member, since)


def free_boats(day, seats):
    busy = olddb.rows(f"SELECT boat FROM bookings WHERE day = '{day}'")
    return [boat for boat in boats.ready(seats) if (boat[0],) not in busy]
