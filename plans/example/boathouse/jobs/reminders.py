"""Every evening: a line to everybody who rows tomorrow."""

from boathouse import store

TOMORROW = "date('now', '+1 day')"


def tomorrow():
    return store.rows(
        "SELECT m.email, b.name FROM bookings k, members m, boats b "
        f"WHERE k.member = m.id AND k.boat = b.id AND k.day = {TOMORROW}"
    )


def run(send):
    for email, boat in tomorrow():
        send(email, f"You row {boat} tomorrow.")
