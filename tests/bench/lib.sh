# tests/bench/lib.sh: what the scripts of tests/bench share: the trees, and judged rows.
# They say in $judged where rows are written to.
# shellcheck shell=sh disable=SC2034,SC2154
BUILD=$(cd "${BUILD:-build}" && pwd) || exit 1
bin=$BUILD/bench phaseline=$BUILD/phaseline trees=$BUILD/trees results=$BUILD/bench-results
missed=0 at=
export PHASELINE_NOW=2026-01-14
mkdir -p "$trees" "$results" || exit 1

judge() # WORD WHAT FIGURE LIMIT UNIT: a line of the table; WORD is "most" or "least"
{
	printf '%s\t' "$at" "$@" | awk -F '\t' -v results="$judged" '{
		bad = $2 == "most" ? $4 + 0 > $5 + 0 : $4 + 0 < $5 + 0
		printf "  %-62s %8.2f %-5s  at %-5s %-6s %s\n", $3, $4, $6, $2, $5, bad ? "MISSED" : "ok"
		printf "%s\t%s\t%.2f %s\tat %s %s\t%s\n", $1, $3, $4, $6, $2, $5,
			bad ? "missed" : "ok" >>results
		exit bad
	}' || missed=$((missed + 1))
}

row() # WHAT FIGURE LIMIT UNIT
{
	judge most "$@"
}

least() # WHAT FIGURE LIMIT UNIT
{
	judge least "$@"
}

unjudged() # WHAT WHY
{
	printf '  %-62s %s\n' "$1" "not judged: $2"
	printf '%s\t%s\t\t\tnot judged: %s\n' "$at" "$1" "$2" >>"$judged"
}

verdict() # says how many targets were missed
{
	[ "$missed" = 0 ] || echo "$missed missed"
	[ "$missed" = 0 ]
}

calc() # EXPRESSION
{
	awk "BEGIN { print $1 }"
}

field() # LINE FIELD: of the last measurement
{
	sed -n "$1p" "$results/cost" | cut -d ' ' -f "$2"
}

plans_of() # PLANS: in words
{
	echo "$1 plans" | sed 's/\([0-9]\)\([0-9]\{3\}\) /\1,\2 /'
}

tree_of() # PLANS: made once; old enough that no file's age is in doubt
{
	[ -f "$trees/$1.list" ] && [ -f "$trees/$1/.planning/ROADMAP.md" ] && return
	"$bin/gen" "$trees/$1" "$1" || exit 1
	find "$trees/$1" -type f -exec touch -d '1 hour ago' {} + || exit 1
	find "$trees/$1" -name '*-PLAN.md' | sort >"$trees/$1.list"
}
