# tests/hostile/families.sh: sourced by the tests beside it.  Puts an attack where plans
# of each family lie.
. "$here/generate"

families='phased gsd speckit kiro openspec backlog superpowers'

place_of() # FAMILY: where its attacked plan lies
{
	case $1 in
	phased) echo plans/01-a/01-01-PLAN.md ;;
	gsd) echo .planning/phases/02-b/02-01-PLAN.md ;;
	speckit) echo specs/003-c/tasks.md ;;
	kiro) echo .kiro/specs/d/tasks.md ;;
	openspec) echo openspec/changes/e/tasks.md ;;
	backlog) echo 'backlog/tasks/task-6 - f.md' ;;
	superpowers) echo docs/plans/2026-01-07-g.md ;;
	esac
}

put() # ATTACK FAMILY: what the attack made is in $work/attack
{
	plan=$(place_of "$2")
	mkdir -p "${plan%/*}"
	case $1 in
	front_*)
		echo ---
		cat "$work/attack"
		printf -- '---\n\n# Title\n\n- [ ] **Task 77**: After\n'
		;;
	*)
		printf '# Title\n\n'
		cat "$work/attack"
		printf '\n\n- [ ] **Task 77**: After\n'
		;;
	esac >"$plan"
}

through() # ATTACK FAMILY PATTERN: it is read, and said what is left out
{
	begin "$1 through $2"
	put "$1" "$2"
	run lint
	exits 0 1
	[ -z "$3" ] || says "^$plan:[1-9][0-9]*:[1-9][0-9]*: [a-z]*: .*$3"
	calm
	if [ "$2" = phased ]; then
		run status --all
		exits 0
		run report --format html
		exits 0
		run next --json
		exits 0
	fi
	finish
}

# Each attack goes through one family, in turn; at full size through each.
attack() # NAME [PATTERN]
{
	"$1" >"$work/attack"
	turn=$((${turn:-6} % 7 + 1))
	i=0
	for family in $families; do
		i=$((i + 1))
		[ "${SOAK_SIZE:-small}" = small ] && [ $i != $turn ] || through "$1" "$family" "${2:-}"
	done
}
