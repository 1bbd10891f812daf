"""The boathouse: who rows which boat, when, and what it costs."""
