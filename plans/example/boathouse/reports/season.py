"""The season on one page: hours a boat, hours a member."""

from boathouse import olddb


def hours(column, first, last):
    return olddb.rows(
        f"SELECT {column}, sum(hours) FROM bookings "
        f"WHERE day BETWEEN '{first}' AND '{last}' GROUP BY {column} ORDER BY 2 DESC"
    )


def page(first, last):
    return {
        "boats": hours("boat", first, last),
        "members": hours("member", first, last),
    }
