"""The store, and the modules that use it, on a database in memory."""

import unittest

from boathouse import boats, members, store


class TestStore(unittest.TestCase):
    def setUp(self):
        store.connect(":memory:")

    def test_a_quote_in_a_name_is_just_a_quote(self):
        members.join("Maeve O'Neill", "maeve@example.org", "2026-03-01")
        self.assertEqual(members.by_email("maeve@example.org"), (1, "Maeve O'Neill"))

    def test_a_name_cannot_end_the_statement(self):
        boats.add("'); DROP TABLE boats; --", 4)
        self.assertEqual(boats.ready(4), [(1, "'); DROP TABLE boats; --")])

    def test_run_tells_how_many_rows_it_changed(self):
        boats.add("Kittiwake", 2)
        self.assertEqual(store.run("UPDATE boats SET seats = ? WHERE seats = ?", 1, 2), 1)


if __name__ == "__main__":
    unittest.main()
