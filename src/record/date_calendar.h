/* Calendars. */
#ifndef CL_RECORD_DATE_CALENDAR_H
#define CL_RECORD_DATE_CALENDAR_H

#include "record/date.h"

typedef enum cl_calendar {
    CL_GREGORIAN = 0,
    CL_PERSIAN, /* solar Hijri */
    CL_HIJRI    /* lunar, as Saudi Arabia reckons it (Umm al-Qura), by the tables where that is not known */
} cl_calendar;

/* Puts the Gregorian date into `date`. false where the calendar has no such day. */
bool cl_calendar_convert(cl_calendar calendar, int year, int month, int day, cl_date *date);

/* Days of a month of the Gregorian calendar. */
int cl_month_days(int year, int month);

#endif
