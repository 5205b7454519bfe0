/* The day of publication that only a page's scripts are told. */
#ifndef CL_RECORD_DATE_SCRIPT_H
#define CL_RECORD_DATE_SCRIPT_H

#include "record/date.h"
#include "record/fields.h"

/* false where there is none, or several. Linear in the scripts. */
bool cl_date_in_scripts(const cl_making *m, cl_date *date);

#endif
