#include "label/model.h"
#include "label/network_data.inc"
/* behind the tables */
#include "label/model_tables.h"

FITS("columns", NETWORK_COLUMNS == CL_FEATURE_COUNT);
FITS("roles", NETWORK_ROLES == CL_ROLE_COUNT);

const cl_network_model cl_model = MODEL_OF_TABLES;

const cl_body_thresholds cl_model_favor[3] = {[CUTLINE_FAVOR_BALANCE] = NETWORK_THRESHOLDS,
    [CUTLINE_FAVOR_PRECISION] = NETWORK_THRESHOLDS_PRECISION,
    [CUTLINE_FAVOR_RECALL] = NETWORK_THRESHOLDS_RECALL};
const float cl_model_calibration_body[CL_CALIBRATION_KNOTS] = NETWORK_CALIBRATION_BODY;
const float cl_model_calibration_other[CL_CALIBRATION_KNOTS] = NETWORK_CALIBRATION_OTHER;
const float cl_model_confidence[CL_CONFIDENCE_MEASURES] = NETWORK_CONFIDENCE;
const float cl_model_rescue_least = NETWORK_RESCUE_LEAST;
const float cl_model_rescue_share = NETWORK_RESCUE_SHARE;
const uint32_t cl_model_columns_hash = network_columns_hash;
