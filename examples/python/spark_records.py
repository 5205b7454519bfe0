#!/usr/bin/env python3
"""Spark: WARC files, or files of pages, to a table of records in Parquet.

    python spark_records.py OUTPUT FILE...
    spark-submit --master spark://HOST:7077 spark_records.py s3://bucket/records s3://bucket/CC-MAIN-….warc.gz …

Files that end in .html are pages, read from a folder that all executors reach; all others are WARC files. Without a
master that was named it runs on this machine, with a process for each core. See docs/spark.md.
"""

import sys

from pyspark.sql import SparkSession

from cutline import spark

FIELDS = ["title", "authors", "published", "language", "text"]


def main(output: str, *files: str) -> None:
    session = (
        SparkSession.builder.appName("cutline")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")  # pages are long
        .getOrCreate()
    )
    pages = [file for file in files if file.endswith(".html")]
    archives = [file for file in files if not file.endswith(".html")]
    made = []
    if pages:
        frame = session.read.format("binaryFile").load(pages).select("path", "content")
        made.append(spark.extract_pages(frame, html="content", path="path", fields=FIELDS))
    if archives:
        made.append(spark.extract_warcs(session, archives, fields=FIELDS).where("status = 200 or status is null"))
    for frame in made:
        frame.select("path", "record.*").write.mode("append").parquet(output)

    records = session.read.parquet(output)
    records.groupBy(records.error.status.alias("failed")).count().show()
    records.select("title", "published", "language").show(10, truncate=60)
    session.stop()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
