"""Every night: a damaged boat loses its bookings of the coming week."""

from boathouse import olddb


def damaged():
    return [row[0] for row in olddb.rows("SELECT id FROM boats WHERE state = 'damaged'")]


def run(today, until):
    lost = 0
    for boat in damaged():
        week = f"boat = {boat} AND day BETWEEN '{today}' AND '{until}'"
        lost += olddb.rows(f"SELECT count(*) FROM bookings WHERE {week}")[0][0]
        olddb.run(f"DELETE FROM bookings WHERE {week}")
    return lost
