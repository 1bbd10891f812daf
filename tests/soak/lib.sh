# lib.sh: what the soak tests share.  Wants BUILD; SOAK_SIZE is small or full.
set -u
BUILD=$(cd "${BUILD:-build}" && pwd) || exit 1
bin=$BUILD/soak phaseline=$BUILD/phaseline
: "${SOAK_SIZE:=small}"
export LC_ALL=C.UTF-8 TZ=UTC USER=tester NO_COLOR=1 GIT_CONFIG_GLOBAL=/dev/null
# Where nothing waits for a disk, small tests are quick.
shm=$([ "$SOAK_SIZE" = small ] && [ -w /dev/shm ] && echo /dev/shm)
work=$(mktemp -d -p "${shm:-${TMPDIR:-/tmp}}") || exit 1
trap 'chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT
tests=0 status=0

ok() # WHAT
{
	tests=$((tests + 1))
	echo "ok $tests - $1"
}

not_ok() # WHAT [LINES]
{
	tests=$((tests + 1)) status=1
	echo "not ok $tests - $1"
	[ -z "${2:-}" ] || printf '%s\n' "$2" | head -40 | sed 's/^/# /'
}

skip() # WHAT WHY
{
	tests=$((tests + 1))
	echo "ok $tests - $1 # SKIP $2"
}

verdict() # WHAT COMPLAINTS: none is a pass
{
	if [ -z "$2" ]; then ok "$1"; else not_ok "$1" "$2"; fi
}

if_small() # SMALL FULL
{
	if [ "$SOAK_SIZE" = full ]; then echo "$2"; else echo "$1"; fi
}

field() # NAME "NAME=VALUE ..."
{
	printf '%s\n' "$2" | sed -n "s/.*\\b$1=\\([^ ]*\\).*/\\1/p"
}

calc() # EXPRESSION
{
	awk "BEGIN { print $1 }"
}

plan() # PLAN TASKS: the text of plan 01-PLAN
{
	printf -- '---\nphase: 01\nplan: %s\nstatus: pending\n---\n\n' "$1"
	printf '# Plan 01-%s: Move house\n\nSaved by hand: 0\n\n## Tasks\n\n' "$1"
	seq "$2" | sed 's/.*/- [ ] **Task &**: Move room & of the house/'
	printf '\n## Rollback\n\nMove back.\n'
}

project() # DIR PLANS TASKS: plans 01-01, 01-02, ...; known to the store
{
	rm -rf "$1"
	mkdir -p "$1/plans"
	for p in $(seq -f %02.0f "$2"); do
		plan "$p" "$3" >"$1/plans/01-$p-PLAN.md"
	done
	"$phaseline" -q -C "$1" sync >/dev/null
}

temps() # DIR: temporary files that were left behind
{
	find "$1" \( -name '*.phaseline-tmp' -o -name '*-journal' -o -name '*.tmp' \)
}

journal() # DIR: one event a line, oldest first
{
	"$phaseline" -C "$1" --no-sync log --all --json | sed 's/},{/},\n{/g' | tac
}

done_testing()
{
	echo "1..$tests"
	exit "$status"
}
