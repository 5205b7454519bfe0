#include "report.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define FEW_PAGES 3 /* so many are done before anybody wants to know how far it is */

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void cli_report_begin(cli_report *report, size_t total, bool progress) {
    *report = (cli_report){.total = total, .begin = now()};
    report->progress = progress && total > FEW_PAGES && isatty(STDERR_FILENO);
}

void cli_report_clear(cli_report *report) {
    if (report->progress && report->shown > 0)
        fputs("\r\033[K", stderr);
}

void cli_report_progress(cli_report *report) {
    if (!report->progress)
        return;
    const double at = now();
    if (at - report->shown < 0.1)
        return;
    report->shown = at;
    fprintf(stderr, "\r\033[K%zu of %zu pages, %zu failed", report->pages, report->total, report->failed);
}

void cli_report_end(cli_report *report) {
    const double seconds = now() - report->begin, megabytes = (double)report->bytes / 1e6;
    cli_report_clear(report);
    cli_say("%zu page%s, %zu failed, %.1f MB, %.1f MB/s, %.2f s", report->pages, report->pages == 1 ? "" : "s",
        report->failed, megabytes, seconds > 0 ? megabytes / seconds : 0.0, seconds);
}
