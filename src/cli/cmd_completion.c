#include <string.h>

#include "cli/complete.h"
#include "cli/table.h"

/* The shells only ask: which words there are is known here alone. */
static const struct {
	const char *shell, *script;
} scripts[] = {
	/* A name from a plan is quoted: it must not become a command by Tab. */
	{ "bash",
	  "_phaseline() {\n"
	  "	local word\n"
	  "	COMPREPLY=()\n"
	  "	while IFS=$'\\t' read -r word _; do\n"
	  "		COMPREPLY+=(\"$(printf %q \"$word\")\")\n"
	  "	done < <(phaseline completion --complete -- \"${COMP_WORDS[@]:1:COMP_CWORD}\" "
	  "2>/dev/null)\n"
	  "}\n"
	  "complete -o default -F _phaseline phaseline\n" },
	{ "zsh",
	  "#compdef phaseline\n"
	  "_phaseline() {\n"
	  "	local -a found\n"
	  "	local line\n"
	  "	for line in ${(f)\"$(phaseline completion --complete -- "
	  "\"${(@)words[2,CURRENT]}\" 2>/dev/null)\"}; do\n"
	  "		found+=(\"${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}\")\n"
	  "	done\n"
	  "	if (( $#found )); then _describe phaseline found; else _files; fi\n"
	  "}\n"
	  "if [ \"$funcstack[1]\" = _phaseline ]; then _phaseline \"$@\"; "
	  "else compdef _phaseline phaseline; fi\n" },
	{ "fish",
	  "function __phaseline\n"
	  "	set -l words (commandline -opc) (commandline -ct)\n"
	  "	set -l found (phaseline completion --complete -- $words[2..-1] 2>/dev/null)\n"
	  "	if set -q found[1]\n"
	  "		printf '%s\\n' $found\n"
	  "	else\n"
	  "		__fish_complete_path (commandline -ct)\n"
	  "	end\n"
	  "end\n"
	  "complete -c phaseline -f -a '(__phaseline)'\n" },
};

struct options {
	bool complete;
};

static bool run(struct cli *c, const void *options, const struct words *words, struct err *err)
{
	const struct options *o = options;

	if (o->complete) {
		complete(c, words);
		return true;
	}
	if (words->n != 1)
		return err_set(err, ERR_USAGE, "completion for which shell? bash, zsh or fish");
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
		if (strcmp(scripts[i].shell, words->v[0]) == 0) {
			buf_str(&c->out, scripts[i].script);
			return true;
		}
	return err_set(err, ERR_USAGE, "no completion for \"%s\"; there is bash, zsh and fish",
		       words->v[0]);
}

static const struct opt options[] = {
	FLAG(struct options, complete, 0, "complete",
	     "print what could come next (the scripts ask this)"),
	{ .kind = OPT_END },
};

const struct cmd cmd_completion = {
	.name = "completion",
	.args = "SHELL",
	.help = "print the completion script of a shell",
	.about = "For bash: . <(phaseline completion bash)\n"
		 "For zsh:  . <(phaseline completion zsh)\n"
		 "For fish: phaseline completion fish | source\n"
		 "It completes commands, options, and the plans and tasks of the tree.",
	.options = options,
	.size = sizeof(struct options),
	.most = -1,
	.words = WORDS_SHELLS,
	.run = run,
};
