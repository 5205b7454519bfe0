#include "label/lines_model.h"
#include "label/lines_network_data.inc"
/* behind the tables */
#include "label/model_tables.h"

FITS("columns", NETWORK_COLUMNS == CL_LINE_COUNT);
FITS("roles", NETWORK_ROLES == CL_LINES_OUTPUTS);

const cl_network_model cl_lines_model = MODEL_OF_TABLES;

const cl_body_thresholds cl_lines_favor[3] = {[CUTLINE_FAVOR_BALANCE] = NETWORK_THRESHOLDS,
    [CUTLINE_FAVOR_PRECISION] = NETWORK_THRESHOLDS_PRECISION,
    [CUTLINE_FAVOR_RECALL] = NETWORK_THRESHOLDS_RECALL};
const float cl_lines_rescue_least = NETWORK_RESCUE_LEAST;
const float cl_lines_rescue_share = NETWORK_RESCUE_SHARE;
const uint32_t cl_lines_columns_hash = network_columns_hash;
