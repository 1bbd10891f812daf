# tests/hostile/lib.sh: for tests that attack.  Each command runs under limits, and a
# plan that means no harm lies in the same tree and has to be read all the same.
cd "$(dirname "$0")/../.." || exit 1
here=$PWD/tests/hostile
BUILD=$(cd "${BUILD:-build}" && pwd) || exit 1
PATH=$BUILD:$PATH
work=$(mktemp -d) || exit 1
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 XDG_STATE_HOME="$work/state" HOME="$work" GIT_CONFIG_GLOBAL=/dev/null
export PHASELINE_NOW=2026-01-14T12:00:00Z
n=0 status=0 slowest=0 largest=0

# What one command may take: two seconds at full size, where somebody looks at the
# figures; three times that where the machine may be slow, or others are at work.
# Sanitizers cost several times both, so there only what hangs is an error.
most_ms=6000 most_kb=262144
[ "${SOAK_SIZE:-small}" != full ] || most_ms=2000
grep -q __asan_init "$BUILD/phaseline" && most_ms=19000 most_kb=99999999

report() # NAME COMPLAINTS
{
	n=$((n + 1))
	if [ -z "$2" ]; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		echo "$2" | head -n 20 | cut -c 1-400 | sed 's/^/# /'
		status=1
	fi
}

# Runs phaseline where we are: output, errors and exit status are in $work/out,
# $work/err and $code; what no command may do is added to $work/wrong.
run() # ARGUMENTS...
{
	rm -f "$work/measured"
	measure "$@"
	if [ "$ms" -gt $most_ms ]; then # somebody else may have had the machine
		measure "$@"
	fi
	[ "$code" -le 5 ] || echo "$*: exit status $code: $(head -n 3 "$work/err")"
	[ "$ms" -le $most_ms ] || echo "$*: $ms ms of processor time"
	[ "$kb" -le $most_kb ] || echo "$*: $kb KiB of memory"
	! grep -m 3 -e 'Sanitizer' -e 'runtime error' "$work/err"
	[ "$code" != 5 ] && [ "$code" != 2 ] || grep -q '^phaseline: ' "$work/err" ||
		echo "$*: exit status $code, and nothing says why"
} >>"$work/wrong"

measure()
{
	"$BUILD/hostile/measure" "$work/measured" phaseline --color never "$@" \
		>"$work/out" 2>"$work/err" </dev/null
	read -r code ms kb <"$work/measured" || { code=99 ms=0 kb=0; }
	if [ "$ms" -gt $slowest ]; then slowest=$ms slowest_is="$what: $1"; fi
	if [ "$kb" -gt $largest ]; then largest=$kb largest_is="$what: $1"; fi
}

# A tree with a plan that means no harm, to stand in.
begin() # NAME
{
	what=$1
	[ -d "$work/x" ] && chmod -R u+rwx "$work/x"
	rm -rf "$work/x"
	mkdir -p "$work/x/plans/90-calm" && cd "$work/x" || exit 1
	printf '# Plan 90-01: Calm\n\n- [ ] **Task 1**: Innocent\n- [x] **Task 2**: Harmless\n' \
		>plans/90-calm/90-01-PLAN.md
	: >"$work/wrong"
}

wrong() # TEXT...
{
	echo "$*" >>"$work/wrong"
}

exits() # CODE...
{
	case " $* " in
	*" $code "*) ;;
	*) wrong "exit status $code, not $*: $(head -n 2 "$work/err")" ;;
	esac
}

# What was printed, or said on standard error, has this (a basic expression).
says() # PATTERN
{
	cat "$work/out" "$work/err" | grep -q -e "$1" || wrong "nothing says \"$1\": $(head -n 5 "$work/err"; head -n 5 "$work/out")"
}

says_not() # PATTERN
{
	! cat "$work/out" "$work/err" | grep -q -e "$1" || wrong "it says \"$1\": $(cat "$work/out" "$work/err" | grep -e "$1" | head -n 2)"
}

# The plan that means no harm is read whatever is around it.
calm()
{
	run list --phase 90
	says '^90-01/1 .*Innocent'
	says '^90-01/2 .*Harmless'
}

finish() # NAME: what went wrong since begin
{
	report "${1:-$what}" "$(cat "$work/wrong")"
	: >"$work/wrong"
}

# Says on standard error, for who looks, what was slowest and what was largest.
finished()
{
	cd "$work" || exit 1
	echo "# slowest: $slowest ms, $slowest_is; largest: $((largest / 1024)) MiB, $largest_is"
	exit $status
}
