What can start now.

  $ cp -r "$TESTDIR/../plans/example" x && cd x

Best first.

  $ phaseline next
  3 open plans not yet: blocked, or waiting for others
  Next       Task                             Plan          Estimate  Owner
  ▸ 02-03/3  Modify boathouse/jobs/damage.py  Nightly jobs        1h  maeve
