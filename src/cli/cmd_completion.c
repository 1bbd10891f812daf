#include <string.h>

#include "cli/complete.h"
#include "cli/table.h"

/* The shells only ask: which words there are is known here alone. */
static const struct {
	const char *shell, *script;
} scripts[] = {
	{ "bash",
	  "_phaseline() {\n"
	  "	local IFS=$'\\n' word=${COMP_WORDS[COMP_CWORD]}\n"
	  "	COMPREPLY=($(phaseline completion --complete -- \"${COMP_WORDS[@]:1:COMP_CWORD}\" "
	  "2>/dev/null |\n"
	  "		cut -f 1))\n"
	  "	[ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- \"$word\"))\n"
	  "}\n"
	  "complete -F _phaseline phaseline\n" },
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
	  "	phaseline completion --complete -- $words[2..-1] 2>/dev/null\n"
	  "end\n"
	  "complete -c phaseline -a '(__phaseline)'\n" },
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
