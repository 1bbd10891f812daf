-- The store of one project: an index of its plans, derived from the tree and
-- rebuilt at any time, and the journal of events, which is only ever added to.
--
-- Enums are small numbers in the order of include/phaseline.h:
--   status       0 pending, 1 in-progress, 2 blocked, 3 done, 4 skipped,
--                5 rolled-back
--   status_from  0 default, 1 frontmatter, 2 header, 3 summary, 4 roadmap,
--                5 tasks, 6 box, 7 attribute, 8 plan, 9 journal,
--                10 directory
--   title_from   0 heading, 1 roadmap, 2 objective, 3 slug,
--                4 document, 5 frontmatter
--   severity     0 note, 1 warning, 2 error
--
-- Children of a plan have the id plan << 16 | seq, seq from 1 to 65535, so that
-- a plan's rows lie together and one range finds them without an index.
--
-- Packed columns are a sequence of numbers (zigzag, 7 bits a byte, low bits
-- first) and texts (0 for NULL, else length + 1, the bytes and a NUL); a list
-- is its length and its items.  They hold what is shown but never asked for.

-- Single facts about the store itself.
CREATE TABLE meta (
	key TEXT PRIMARY KEY,             -- "search" is "1" once the full-text index exists
	value TEXT NOT NULL               -- what it says
) STRICT, WITHOUT ROWID;

-- What the files of the tree looked like at the last sync, in runs by path.
CREATE TABLE stamp (
	row INTEGER PRIMARY KEY,          -- no meaning
	first TEXT NOT NULL UNIQUE,       -- holds the files from this path to before the next row's;
	                                  -- empty for the lowest
	files BLOB NOT NULL               -- each file: mtime in ns, inode and the XXH3-128 of its content
	                                  -- (8 bytes each number and half, low first); packed: 2 * kind
	                                  -- (1 plan, 2 SUMMARY, 3 ROADMAP, 4 document) + 1 if changed so late that
	                                  -- mtime proves nothing, bytes, row of its plan or 0, letters of
	                                  -- its path shared with the one before, the rest of it
) STRICT;

-- What SUMMARY and ROADMAP files and documents say, so that they need not be read again.
CREATE TABLE companion (
	path TEXT PRIMARY KEY,            -- from the root
	facts TEXT NOT NULL               -- JSON of the sync's own making
) STRICT, WITHOUT ROWID;

-- A group of plans: a directory and a phase number, with the sums of its plans.
CREATE TABLE phase (
	row INTEGER PRIMARY KEY,          -- its number in the store
	dir TEXT NOT NULL,                -- directory of its plans, "." for the root
	number TEXT NOT NULL,             -- "03", "02.1"; empty without a number
	milestone TEXT,                   -- "v1.0" of milestones/v1.0-phases
	name TEXT,                        -- "colors" of 03-colors
	sort TEXT NOT NULL,               -- orders as people do: 3.9 before 3.10
	plans_pending INTEGER NOT NULL DEFAULT 0,     -- plans of this status, and so on
	plans_in_progress INTEGER NOT NULL DEFAULT 0, -- plans under way
	plans_blocked INTEGER NOT NULL DEFAULT 0,     -- plans that cannot go on
	plans_done INTEGER NOT NULL DEFAULT 0,        -- plans finished
	plans_skipped INTEGER NOT NULL DEFAULT 0,     -- plans left out
	plans_rolled_back INTEGER NOT NULL DEFAULT 0, -- plans undone
	tasks_pending INTEGER NOT NULL DEFAULT 0,     -- their tasks by status, and so on
	tasks_in_progress INTEGER NOT NULL DEFAULT 0, -- tasks under way
	tasks_blocked INTEGER NOT NULL DEFAULT 0,     -- tasks that cannot go on
	tasks_done INTEGER NOT NULL DEFAULT 0,        -- tasks finished
	tasks_skipped INTEGER NOT NULL DEFAULT 0,     -- tasks left out
	tasks_rolled_back INTEGER NOT NULL DEFAULT 0, -- tasks undone
	estimate_low INTEGER NOT NULL DEFAULT 0,      -- minutes, all plans
	estimate_high INTEGER NOT NULL DEFAULT 0,     -- minutes, all plans
	left_low INTEGER NOT NULL DEFAULT 0,          -- minutes, plans not done or skipped
	left_high INTEGER NOT NULL DEFAULT 0,         -- minutes, plans not done or skipped
	actual INTEGER NOT NULL DEFAULT 0,            -- minutes spent
	estimated INTEGER NOT NULL DEFAULT 0,         -- plans with an estimate in minutes
	timed INTEGER NOT NULL DEFAULT 0,             -- plans with minutes spent
	refs INTEGER NOT NULL DEFAULT 0,              -- references
	refs_bound INTEGER NOT NULL DEFAULT 0,        -- of them, bound to a file
	refs_checked INTEGER NOT NULL DEFAULT 0,      -- of them, compared with the code
	refs_cleared INTEGER NOT NULL DEFAULT 0,      -- of them, no longer in the code
	refs_contradicted INTEGER NOT NULL DEFAULT 0, -- still there, of work that is done
	works_finished INTEGER NOT NULL DEFAULT 0,    -- open plans and tasks without any left
	notes INTEGER NOT NULL DEFAULT 0,             -- findings of severity note
	warnings INTEGER NOT NULL DEFAULT 0,          -- findings of severity warning
	errors INTEGER NOT NULL DEFAULT 0,            -- findings of severity error
	UNIQUE (dir, number)
) STRICT;

-- The order to show them in.
CREATE INDEX phase_sort ON phase (sort);

-- One plan file.  A plan whose file is gone stays, for its journal.
CREATE TABLE plan (
	row INTEGER PRIMARY KEY,          -- its number in the store, never used again
	path TEXT NOT NULL,               -- from the root
	id TEXT NOT NULL,                 -- "03-03", or the path
	phase_row INTEGER REFERENCES phase, -- NULL when the file is gone
	sort TEXT NOT NULL,               -- orders plans as people do, within their phases
	phase TEXT,                       -- "03"
	plan TEXT,                        -- "03", "04a"
	phase_name TEXT,                  -- "colors"
	family TEXT,                      -- "phased", "gsd"
	title TEXT,                       -- what it is called
	title_from INTEGER NOT NULL CHECK (title_from BETWEEN 0 AND 5), -- who says so
	status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 5),         -- as decided
	status_from INTEGER NOT NULL CHECK (status_from BETWEEN 0 AND 10), -- what decided
	status_text TEXT,                 -- the status as written
	estimate_low INTEGER NOT NULL,    -- minutes, -1 for none
	estimate_high INTEGER NOT NULL,   -- minutes, -1 for none
	estimate_text TEXT,               -- as written
	actual_low INTEGER NOT NULL,      -- minutes spent, -1 for none
	actual_high INTEGER NOT NULL,     -- minutes spent, -1 for none
	actual_text TEXT,                 -- as written
	created TEXT,                     -- ISO date
	started TEXT,                     -- ISO date
	completed TEXT,                   -- ISO date
	wave INTEGER NOT NULL,            -- 0 when not given
	owner TEXT,                       -- who works on it
	priority TEXT,                    -- as written
	type TEXT,                        -- as written
	summarised INTEGER NOT NULL CHECK (summarised IN (0, 1)), -- its SUMMARY exists
	summary_path TEXT,                -- that SUMMARY
	tasks_pending INTEGER NOT NULL,     -- its tasks by status, and so on
	tasks_in_progress INTEGER NOT NULL, -- tasks under way
	tasks_blocked INTEGER NOT NULL,     -- tasks that cannot go on
	tasks_done INTEGER NOT NULL,        -- tasks finished
	tasks_skipped INTEGER NOT NULL,     -- tasks left out
	tasks_rolled_back INTEGER NOT NULL, -- tasks undone
	refs INTEGER NOT NULL,            -- references
	refs_bound INTEGER NOT NULL,      -- of them, bound to a file
	refs_checked INTEGER NOT NULL,    -- of them, compared with the code
	refs_cleared INTEGER NOT NULL,    -- of them, no longer in the code
	refs_contradicted INTEGER NOT NULL, -- still there, though the work is done
	works_finished INTEGER NOT NULL,  -- 1 where the plan is open and none of them is there any
	                                  -- more, else how many of its tasks are so
	notes INTEGER NOT NULL,           -- findings of severity note
	warnings INTEGER NOT NULL,        -- findings of severity warning
	errors INTEGER NOT NULL,          -- findings of severity error
	remarks INTEGER NOT NULL,         -- dated notes in its body
	depends_on BLOB,                  -- plans it waits for, as written, each ending in a NUL
	removed INTEGER,                  -- when its file was found gone, else NULL
	hash BLOB                         -- of the content that was removed, else NULL
) STRICT;

-- One file is one plan.
CREATE UNIQUE INDEX plan_path ON plan (path) WHERE removed IS NULL;
-- People name plans by id.
CREATE INDEX plan_id ON plan (id);
-- What is left to do, in the order to show it.
CREATE INDEX plan_open ON plan (sort) WHERE removed IS NULL AND status NOT IN (3, 4);
-- What is under way is few.
CREATE INDEX plan_under_way ON plan (sort) WHERE removed IS NULL AND status = 1;
-- What the code says against them.
CREATE INDEX plan_claims ON plan (sort) WHERE removed IS NULL
	AND (refs_contradicted > 0 OR works_finished > 0);
-- The plans of a phase.
CREATE INDEX plan_phase ON plan (phase_row);
-- A file that comes back is known again by its path ...
CREATE INDEX plan_gone_path ON plan (path) WHERE removed IS NOT NULL;
-- ... or by its content.
CREATE INDEX plan_gone_hash ON plan (hash) WHERE removed IS NOT NULL;

-- What else a plan says, packed.
CREATE TABLE body (
	plan INTEGER PRIMARY KEY REFERENCES plan, -- whose it is
	bytes BLOB NOT NULL,              -- goal, requirements, tags, keys, criteria, verification,
	                                  -- rollback, commits, notes, files, declared requirements
	refs BLOB                         -- lines of files that it points at, in order, NULL for none:
	                                  -- each with a seq that stays with it, and its task's
) STRICT;

-- What an open plan is about to change, so that plans in each other's way are found
-- without reading all that they say.
CREATE TABLE touch (
	plan INTEGER PRIMARY KEY REFERENCES plan, -- which plan; none that is settled
	files BLOB NOT NULL               -- packed, by path: path, line and column where the plan names
	                                  -- it, number of its lines; of these: first, last, line, column
) STRICT;

-- What the code said about the references of a plan; gone when these change.  Those
-- that a plan leaves as they are do not count in its sums.
CREATE TABLE evidence (
	plan INTEGER PRIMARY KEY REFERENCES plan, -- whose they are
	at INTEGER NOT NULL,              -- when that was found: seconds since the epoch; it held at
	                                  -- the last check of all of them, too (meta "refs")
	states BLOB NOT NULL              -- packed: of each reference its state, 16 more where it is left,
	                                  -- 32 more where its file follows, 64 more where that is the
	                                  -- same as before; the seq of its task, 0 for none; the line
	                                  -- where its text is now, 0 for none; that file
) STRICT;

-- A task.  Its seq stays with it when the plan is edited.
CREATE TABLE task (
	id INTEGER PRIMARY KEY,           -- plan << 16 | seq
	position INTEGER NOT NULL,        -- place in the plan from 1; 0: gone, kept for its events
	number INTEGER NOT NULL,          -- as labelled, 0 for none
	label TEXT,                       -- "Task 3"
	title TEXT,                       -- without the label
	type TEXT,                        -- of a <task>
	status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 5),           -- as decided
	status_from INTEGER NOT NULL CHECK (status_from BETWEEN 0 AND 10), -- what decided
	line INTEGER NOT NULL,            -- where it starts
	last INTEGER NOT NULL,            -- its last line
	box_col INTEGER NOT NULL,         -- column of its mark, 0 without a box
	optional INTEGER NOT NULL CHECK (optional IN (0, 1)), -- marked as optional
	estimate_low INTEGER NOT NULL,    -- minutes, -1 for none
	estimate_high INTEGER NOT NULL,   -- minutes, -1 for none
	estimate_text TEXT,               -- as written
	steps BLOB,                       -- packed: title, status, line, depth of each
	files BLOB,                       -- paths it touches, each ending in a NUL
	parallel INTEGER NOT NULL CHECK (parallel IN (0, 1)), -- may be done beside those around it
	parent TEXT,                      -- label of the task that it is a part of, NULL for none
	section TEXT,                     -- heading that it stands under, NULL for none
	requirements BLOB                 -- what it is for, each ending in a NUL
) STRICT;

-- What is blocked is few, and asked for often.
CREATE INDEX task_blocked ON task (id) WHERE status = 2 AND position > 0;

-- Something wrong or contradictory in a plan; seq is its place.
CREATE TABLE finding (
	id INTEGER PRIMARY KEY,           -- plan << 16 | seq
	rule TEXT NOT NULL,               -- name of the rule
	severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 2), -- how bad
	line INTEGER NOT NULL,            -- where
	col INTEGER NOT NULL,             -- column there
	message TEXT NOT NULL             -- what is wrong
) STRICT;

-- The worst first.
CREATE INDEX finding_severity ON finding (severity DESC);

-- A command that changed something.
CREATE TABLE operation (
	id INTEGER PRIMARY KEY,           -- in order of time
	at INTEGER NOT NULL,              -- seconds since the epoch
	who TEXT,                         -- NULL when unknown
	command TEXT NOT NULL,            -- "done", "undo"
	op_id TEXT,                       -- the caller's name for it: the same one does nothing again
	undoes INTEGER REFERENCES operation, -- what it took back, NULL for none
	first_event INTEGER NOT NULL      -- its events are from here on
) STRICT;

-- What is undone is not undone again.
CREATE UNIQUE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;

-- A call that is repeated is known again.
CREATE UNIQUE INDEX operation_op_id ON operation (op_id) WHERE op_id IS NOT NULL;

-- What an operation changed, so that it can be made after a crash, and undone.
CREATE TABLE edit (
	operation INTEGER NOT NULL REFERENCES operation, -- whose it is
	position INTEGER NOT NULL,        -- in which order
	plan INTEGER NOT NULL REFERENCES plan, -- in which plan
	task INTEGER NOT NULL,            -- seq of the task, 0 for the plan itself
	field TEXT NOT NULL,              -- "box", "key", ...; "state" for the row of that table
	key TEXT,                         -- which of them
	before TEXT,                      -- as it stood there, NULL for nothing
	after TEXT,                       -- as it stands there now, NULL for nothing
	PRIMARY KEY (operation, position)
) STRICT, WITHOUT ROWID;

-- A plan file that has still to be written, or was by the last operation.
CREATE TABLE intent (
	plan INTEGER PRIMARY KEY REFERENCES plan, -- whose file
	operation INTEGER NOT NULL REFERENCES operation, -- whose edits
	path TEXT NOT NULL,               -- from the root
	"from" BLOB NOT NULL,             -- XXH3-128 of the file before ...
	"to" BLOB NOT NULL,               -- ... and after
	temp TEXT NOT NULL                -- the new text, ready to take its place
) STRICT;

-- What was said of a plan or task that its file does not hold.
CREATE TABLE state (
	id INTEGER PRIMARY KEY,           -- plan << 16 | seq; seq 0 for the plan itself
	status INTEGER CHECK (status BETWEEN 0 AND 5), -- NULL: as the file says
	base INTEGER CHECK (base BETWEEN 0 AND 5), -- what the file said then; once it says
	                                  -- something else, the file counts
	owner TEXT,                       -- of a task
	started INTEGER,                  -- when work on it began, NULL when it is not under way
	spent INTEGER NOT NULL            -- minutes of work on it so far
) STRICT;

-- The journal: who changed what, when and why.  Never changed, never deleted.
CREATE TABLE event (
	id INTEGER PRIMARY KEY,           -- in order of writing
	at INTEGER NOT NULL,              -- seconds since the epoch
	who TEXT,                         -- NULL when unknown
	origin TEXT NOT NULL,             -- what wrote it
	plan INTEGER NOT NULL REFERENCES plan, -- which plan
	task INTEGER NOT NULL,            -- seq of the task, 0 for the plan itself
	what TEXT NOT NULL CHECK (what <> ''), -- "seen", "created", "status", "moved", "removed", "restored",
	                                  -- "estimate", "owner", "note", "rollback", "lines", "conflict",
	                                  -- "verification", "rehearsal"
	"from" TEXT,                      -- before
	"to" TEXT,                        -- after
	note TEXT,                        -- why
	minutes INTEGER,                  -- of work that went before it, where they are known
	operation INTEGER REFERENCES operation, -- the command that did it, NULL for others
	text BLOB,                        -- XXH3-128 of the file as it left it, NULL when not known
	CHECK (origin = 'file' OR origin = 'command' OR origin = 'git' OR origin = 'sync')
) STRICT; -- IN would build a table of the words for every row

-- A plan's own journal.
CREATE INDEX event_plan ON event (plan);

-- The last result of the commands that verify a plan, or a task that has some of its
-- own; the journal has all of them.
CREATE TABLE proof (
	id INTEGER PRIMARY KEY,           -- plan << 16 | seq; seq 0 for the plan itself
	verdict INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 2), -- 0 unjudged, 1 passed, 2 failed
	at INTEGER NOT NULL,              -- seconds since the epoch
	revision TEXT,                    -- of git, that was checked out, NULL for none
	commands BLOB NOT NULL,           -- XXH3-128 of their digest, which others may trust
	files BLOB NOT NULL               -- packed: of each file that the plan names its path, bytes (-1:
	                                  -- not there), mtime in ns (0: proves nothing), both halves of
	                                  -- the XXH3-128 of its content
) STRICT;

-- A text that a plan file had when none of its events left it so.
CREATE TABLE text (
	id INTEGER PRIMARY KEY,           -- plan << 16 | seq, in order of time
	hash BLOB NOT NULL,               -- its XXH3-128
	event INTEGER NOT NULL            -- the last one of the plan then
) STRICT;
