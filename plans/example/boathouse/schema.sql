CREATE TABLE boats (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE,
  seats  INTEGER NOT NULL,
  state  TEXT NOT NULL DEFAULT 'ready'  -- ready, damaged, retired
);

CREATE TABLE members (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  email  TEXT,
  joined TEXT NOT NULL
);

CREATE TABLE bookings (
  id     INTEGER PRIMARY KEY,
  boat   INTEGER NOT NULL REFERENCES boats (id),
  member INTEGER NOT NULL REFERENCES members (id),
  day    TEXT NOT NULL,
  hours  REAL NOT NULL,
  UNIQUE (boat, day)
);
