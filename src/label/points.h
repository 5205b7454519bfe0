/* The things that points are given for; points.c says what each is. */
#ifndef CL_LABEL_POINTS_H
#define CL_LABEL_POINTS_H

enum {
#define POINT(name, value) POINT_##name,
#include "label/points_data.inc"
#undef POINT
    POINT_COUNT
};

#endif
