#include "base/status.h"

const char *cutline_status_message(cutline_status status) {
    switch (status) {
    case CUTLINE_OK:
        return "all is well";
    case CUTLINE_END:
        return "nothing more to read";
    case CUTLINE_E_NOMEM:
        return "out of memory";
    case CUTLINE_E_ARGUMENT:
        return "the call is wrong: a missing or unknown argument";
    case CUTLINE_E_LIMIT:
        return "a limit was reached";
    case CUTLINE_E_IO:
        return "could not be read";
    case CUTLINE_E_DAMAGED:
        return "compressed data are damaged";
    case CUTLINE_E_NOT_A_PAGE:
        return "not a page";
    case CUTLINE_E_EMPTY:
        return "empty: no bytes to read";
    case CUTLINE_E_WRITE:
        return "the output could not be written";
    }
    return "unknown status";
}

const char *cutline_stage_name(cutline_stage stage) {
    switch (stage) {
    case CUTLINE_STAGE_NONE:
        break;
    case CUTLINE_STAGE_INPUT:
        return "input";
    case CUTLINE_STAGE_ENCODING:
        return "encoding";
    case CUTLINE_STAGE_HTML:
        return "html";
    case CUTLINE_STAGE_BLOCK:
        return "block";
    case CUTLINE_STAGE_LABEL:
        return "label";
    case CUTLINE_STAGE_RECORD:
        return "record";
    case CUTLINE_STAGE_OUTPUT:
        return "output";
    }
    return "";
}

cutline_status cl_fail(
    cutline_error *error, cutline_status status, cutline_stage stage, uint64_t offset, const char *message) {
    if (error)
        *error = (cutline_error){status, stage, offset, message ? message : cutline_status_message(status), 0};
    return status;
}
