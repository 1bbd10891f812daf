"""What each member owes for a month, as the treasurer's spreadsheet wants it."""

from boathouse import olddb

RATE = 4.50


def owed(month):
    return olddb.rows(
        f"SELECT m.name, sum(k.hours) * {RATE} FROM bookings k, members m "
        f"WHERE k.member = m.id AND k.day LIKE '{month}-%' GROUP BY m.id"
    )


def line(name, amount):
    return f"{name};{amount:.2f}".replace(".", ",")


def write(month, out):
    for name, amount in owed(month):
        out.write(line(name, amount) + "\r\n")
