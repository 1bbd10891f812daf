"""Members of the club."""

from boathouse import store


def join(name, email, day):
    store.run(
        "INSERT INTO members (name, email, joined) VALUES (?, ?, ?)", name, email, day
    )


def by_email(email):
    found = store.rows("SELECT id, name FROM members WHERE email = ?", email)
    return found[0] if found else None


def rename(member, name):
    store.run("UPDATE members SET name = ? WHERE id = ?", name, member)
