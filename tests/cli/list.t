Tasks, one a line.

  $ cp -r "$TESTDIR/../plans/example" x && cd x

By status.

  $ phaseline list --status in-progress
  02-03/3  in-progress  Modify boathouse/jobs/damage.py  maeve

By phase.

  $ phaseline list --phase 03
  03-01/1  pending  Delete boathouse/olddb.py
  03-01/2  pending  Remove the import in boathouse/bookings.py (line 3)
  03-01/3  pending  Verify changes
  03-01/4  pending  Commit changes
  03-02/1  pending  Add the target pasted to Makefile
  03-02/2  pending  Let check depend on it
  03-02/3  pending  Extend tests/test_store.py
  03-02/4  pending  Commit changes

An unknown status is said so.

  $ phaseline list --status nope
  phaseline: no status "nope"; there are pending, in-progress, blocked, done, skipped and rolled-back
  [2]
