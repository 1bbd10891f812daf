# tests/bench/tables.awk: the tables of tests/bench/README.md, from what was measured:
# answers (PLANS, QUESTION, COMMAND, "CPU TIME PEAK ..." or words) and targets (WHERE,
# WHAT, FIGURE, LIMIT, VERDICT).
BEGIN {
	FS = "\t"
	title["import"] = "Import: all plans, into a store that is not there yet"
	title["refresh"] = "Refresh: nothing has changed since"
	title["status"] = "Status: how far each phase is"
	title["list"] = "List: every task"
	title["next"] = "Next: what can start"
	title["update"] = "Update: one task is done"
	title["report"] = "Report: progress for others to read"
}

NF == 5 {
	gsub(/\|/, "\\|")
	targets = targets sprintf("| %s | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5)
	next
}

{
	if (!(($1) in size))
		plans[size[$1] = ++sizes] = $1
	if (!(($2) in first)) {
		question[++questions] = $2
		first[$2] = $3
	}
	if (!(($2, $3) in known)) {
		known[$2, $3] = 1
		command[$2, ++commands[$2]] = $3
	}
	words[$1, $2, $3] = $4
	if (split($4, f, " ") >= 3 && $4 ~ /^[0-9]/) {
		cpu[$1, $2, $3] = f[1]
		wall[$1, $2, $3] = f[2]
		peak[$1, $2, $3] = f[3]
	}
}

function thousands(n)
{
	return n < 1000 ? n : int(n / 1000) sprintf(",%03d", n % 1000)
}

function duration(us)
{
	return us >= 100000000 ? sprintf("%.0f s", us / 1000000) : us < 10000 ? sprintf("%.1f ms", us / 1000) : \
		us < 1000000 ? sprintf("%.0f ms", us / 1000) : sprintf("%.1f s", us / 1000000)
}

function ratio(x)
{
	return sprintf(x < 1 ? "%.2fx" : x < 10 ? "%.1fx" : "%.0fx", x)
}

function heading(what,    i, line, rule)
{
	line = "| " what " |"
	rule = "|---|"
	for (i = 1; i <= sizes; i++) {
		line = line " " thousands(plans[i]) " plans |"
		rule = rule "---:|"
	}
	print line "\n" rule
}

function cell(n, q, c,    ours)
{
	if (!((n, q, c) in words))
		return "not asked"
	if (!((n, q, c) in cpu))
		return words[n, q, c]
	ours = cpu[n, q, first[q]]
	return duration(cpu[n, q, c]) " / " duration(wall[n, q, c]) \
		(c == first[q] || !ours ? "" : ", **" ratio(cpu[n, q, c] / ours) "**")
}

function asked(q,    i, k, line)
{
	print "\n### " title[q] "\n"
	heading("CPU / time, **CPU over ours**")
	for (i = 1; i <= commands[q]; i++) {
		line = "| `" command[q, i] "` |"
		for (k = 1; k <= sizes; k++)
			line = line " " cell(plans[k], q, command[q, i]) " |"
		print line
	}
}

function memory(    i, j, k, q, c, n, line)
{
	print "\n### Peak memory, MB\n"
	heading("")
	for (i = 1; i <= questions; i++) {
		q = question[i]
		for (j = 1; j <= commands[q] && q ~ /^(import|status|list)$/; j++) {
			c = command[q, j]
			line = "| `" c "` |"
			for (k = 1; k <= sizes; k++) {
				n = plans[k]
				line = line ((n, q, c) in peak ? sprintf(" %.0f |", peak[n, q, c] / 1024) : " – |")
			}
			print line
		}
	}
}

function growth_row(what, q, c, each,    k, n, line)
{
	line = "| " what " |"
	for (k = 1; k <= sizes; k++) {
		n = plans[k]
		line = line " " (!((n, q, c) in cpu) ? "–" : \
			each ? sprintf("%.1f us", cpu[n, q, c] / n) : duration(cpu[n, q, c])) " |"
	}
	print line
}

function growth(    i, q)
{
	print "\n### How our cost grows, CPU\n"
	heading("")
	growth_row("import, for each plan", "import", first["import"], 1)
	growth_row("refresh, for each plan", "refresh", first["refresh"], 1)
	growth_row("`phaseline --no-sync status`", "status", "phaseline --no-sync status", 0)
	for (i = 3; i <= questions; i++) {
		q = question[i]
		growth_row("`" first[q] "`", q, first[q], 0)
	}
	growth_row("a program that does nothing", "status", "true", 0)
}

END {
	print "### Targets\n"
	print "| where | what | figure | target | |\n|---|---|---:|---|---|"
	printf "%s", targets
	for (i = 1; i <= questions; i++)
		asked(question[i])
	memory()
	growth()
}
