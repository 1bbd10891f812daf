#include "model/schedule.h"

struct net {
	const struct graph_edges *edges;
	size_t *first; /* of each node, into `to` */
	size_t *to;
	size_t *order; /* nodes, each after all that it waits for */
	size_t ordered;
	long *start, *tail; /* of each node: the longest way to it, and from its start on */
};

static void link_up(struct net *net, size_t *in, struct arena *a)
{
	const struct graph_edges *e = net->edges;
	size_t *fill = arena_alloc(a, (e->nodes + 1) * sizeof *fill);

	net->first = arena_alloc(a, (e->nodes + 1) * sizeof *net->first);
	net->to = arena_alloc(a, (e->n + 1) * sizeof *net->to);
	for (size_t i = 0; i < e->n; i++) {
		net->first[e->v[i].from + 1]++;
		in[e->v[i].to]++;
	}
	for (size_t i = 0; i < e->nodes; i++)
		net->first[i + 1] += net->first[i];
	for (size_t i = 0; i < e->n; i++) {
		size_t from = e->v[i].from;

		net->to[net->first[from] + fill[from]++] = e->v[i].to;
	}
}

static void sort(struct net *net, struct arena *a)
{
	size_t nodes = net->edges->nodes;
	size_t *in = arena_alloc(a, (nodes + 1) * sizeof *in);

	link_up(net, in, a);
	net->order = arena_alloc(a, (nodes + 1) * sizeof *net->order);
	for (size_t i = 0; i < nodes; i++)
		if (!in[i])
			net->order[net->ordered++] = i;
	for (size_t at = 0; at < net->ordered; at++) {
		size_t node = net->order[at];

		for (size_t k = net->first[node]; k < net->first[node + 1]; k++)
			if (!--in[net->to[k]])
				net->order[net->ordered++] = net->to[k];
	}
}

static long work_of(const struct schedule_job *jobs, size_t n, size_t node)
{
	return node < n ? jobs[node].work : 0;
}

long schedule_solve(struct schedule_job *jobs, size_t n, const struct graph_edges *edges,
		    struct arena *a)
{
	struct net net = { .edges = edges };
	long whole = 0;

	sort(&net, a);
	net.start = arena_alloc(a, (edges->nodes + 1) * sizeof *net.start);
	net.tail = arena_alloc(a, (edges->nodes + 1) * sizeof *net.tail);
	for (size_t i = 0; i < n; i++)
		jobs[i] = (struct schedule_job){ .work = jobs[i].work, .start = -1, .end = -1 };
	for (size_t at = 0; at < net.ordered; at++) {
		size_t node = net.order[at];
		long end = net.start[node] + work_of(jobs, n, node);

		whole = end > whole ? end : whole;
		for (size_t k = net.first[node]; k < net.first[node + 1]; k++)
			if (net.start[net.to[k]] < end)
				net.start[net.to[k]] = end;
	}
	for (size_t at = net.ordered; at-- > 0;) {
		size_t node = net.order[at];
		long longest = 0;

		for (size_t k = net.first[node]; k < net.first[node + 1]; k++)
			if (longest < net.tail[net.to[k]])
				longest = net.tail[net.to[k]];
		net.tail[node] = longest + work_of(jobs, n, node);
		if (node >= n)
			continue;
		jobs[node].start = net.start[node];
		jobs[node].end = net.start[node] + jobs[node].work;
		jobs[node].critical = jobs[node].work > 0 &&
				      net.start[node] + net.tail[node] == whole;
	}
	return whole;
}
