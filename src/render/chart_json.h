/* chart_json: charts as objects of phaseline-json(5) */
#ifndef RENDER_CHART_JSON_H
#define RENDER_CHART_JSON_H

#include "base/json.h"
#include "render/chart.h"

void chart_json(struct json *j, const struct chart *chart);

/* A number with four decimals at most, and none that are zeros; null for what JSON
 * has no number for. */
void json_number(struct json *j, double value);

#endif
