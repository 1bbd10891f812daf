# points.sh: an update, stopped or failed at one of its system calls, and what must
# hold afterwards.  Task 1 is updated; the next command is a look, or changes task 2.

tree=$work/tree
file=$tree/plans/01-01-PLAN.md

# Not with a program that looks for leaks at its end: it may not be traced then.
strace_works()
{
	command -v strace >/dev/null && strace -o /dev/null "$phaseline" --version >/dev/null 2>&1
}

box() # TASK: done or pending, as the file says
{
	case $(grep "^- \[.\] \*\*Task $1\*\*" "$file") in
	'- [x] '*) echo done ;;
	'- [ ] '*) echo pending ;;
	*) echo damaged ;;
	esac
}

row() # TASK: as the store says
{
	"$phaseline" -C "$tree" --no-sync show 01-01 --json | sed 's/{"number":/\n&/g' |
		sed -n "s/^{\"number\":$1,.*\"label\":\"Task $1\",.*\"status\":\"\\([a-z-]*\\)\",\"status_from\".*/\\1/p"
}

last_said() # TASK: what the journal said of it last
{
	grep '"what":"status"' "$work/journal" | grep "\"position\":$1," | tail -1 |
		sed 's/.*"to":"\([a-z-]*\)".*/\1/'
}

verb() # TASK: what turns it around
{
	[ "$(box "$1")" = done ] && echo reopen || echo done
}

recorded() # NOTE: how often it is in the journal
{
	grep -c "\"note\":\"$1\"" "$work/events"
}

# After the command that came next; COMMAND's exit and its words are those of the one
# that was disturbed.
complaints() # NOTE EXIT WORDS
{
	"$phaseline" -C "$tree" --no-sync log --limit 12 --json | sed 's/},{/},\n{/g' >"$work/events"
	for t in 1 2; do
		last=$(grep '"what":"status"' "$work/events" | grep "\"position\":$t," | head -1 |
			sed 's/.*"to":"\([a-z-]*\)".*/\1/')
		[ "$(box $t) $(row $t)" = "${last:-$(box $t)} $(box $t)" ] ||
			echo "task $t: file $(box $t), store $(row $t), journal $last"
	done
	n=$(recorded "$1")
	case $2:$n:$3 in
	*:[!01]:*) echo "recorded $n times" ;;
	0:0:*) echo "succeeded, and is not recorded" ;;
	137:*) ;;
	*:1:*"nothing changed"*) echo "recorded, and says: $3" ;;
	[!0]*:0:*recorded,*) echo "not recorded, and says: $3" ;;
	[!0]*:1:*recorded,*) ;;
	[!0]*:1:*"the next phaseline command tells") ;;
	[!0]*:1:) ;; # nor could it say anything
	[!0]*:1:*) echo "recorded, and does not say so: $3" ;;
	esac
	grep '"origin":"file"' "$work/events" | grep '"what":"status"'
	temps "$tree"
	find "$tree/.phaseline" -path '*rescue/*'
	[ ! -s "$tree/.phaseline/lock" ] || echo "the lock file still says: $(cat "$tree/.phaseline/lock")"
}

next_command() # status|update
{
	case $1 in
	status) "$phaseline" -C "$tree" status ;;
	update) "$phaseline" -C "$tree" -q "$(verb 2)" 01-01/2 --note "after $point" ;;
	esac >"$work/next" 2>&1 || echo "the next command fails: $(cat "$work/next")"
}

# Counts the disturbed runs in $points, what went wrong into $work/wrong.
disturb() # NEXT INJECTION
{
	points=$((points + 1))
	point="$2, then $1"
	note="point $points"
	strace -f -o /dev/null -e "inject=$2" "$phaseline" -q -C "$tree" "$(verb 1)" 01-01/1 \
		--note "$note" >"$work/out" 2>"$work/words"
	code=$?
	[ $code = 0 ] && whole=$((whole + 1))
	words=$(cat "$work/words")
	{
		next_command "$1"
		complaints "$note" $code "$words"
	} >"$work/these"
	[ ! -s "$work/these" ] || sed "s|^|$point: |" "$work/these" >>"$work/wrong"
	[ $((points % 100)) != 0 ] || project "$tree" 1 3
}

begin_points()
{
	points=0 whole=0
	: >"$work/wrong"
	project "$tree" 1 3
}

end_points() # WHAT
{
	verdict "$1: $points points, $whole of them come to their end" "$(cat "$work/wrong")"
}

# One line a call of an update: its name, and the how-manieth of that name it is; for
# calls that match PATTERN.
calls() # PATTERN
{
	calls_of "$1" "$(verb 1)" 01-01/1
}

calls_of() # PATTERN COMMAND...: the same for any command
{
	pattern=$1
	shift
	strace -f -o "$work/trace" "$phaseline" -q -C "$tree" "$@" >/dev/null 2>&1
	# The counters of `make coverage`, written at the end, are none of the program's calls.
	sed 's/^[0-9]* *//' "$work/trace" | pattern=$pattern awk -F "(" '
		/[.]gcda"/ { exit }
		/^[a-z_0-9]+[(]/ { n[$1]++; if ($0 ~ ENVIRON["pattern"] && $1 != "execve") print $1 ":when=" n[$1] }'
}
