"""Every January: bookings of finished seasons move to their own table."""

from boathouse import olddb


def table(year):
    return f"bookings_{year}"


def run(year):
    olddb.run(f"CREATE TABLE IF NOT EXISTS {table(year)} AS SELECT * FROM bookings WHERE 0")
    olddb.run(
        f"INSERT INTO {table(year)} SELECT * FROM bookings WHERE day LIKE '{year}-%'"
    )
    olddb.run(f"DELETE FROM bookings WHERE day LIKE '{year}-%'")
