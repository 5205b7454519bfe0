"""Pages in a LazyFrame: their records beside them. Needs polars."""

from pathlib import Path

import polars as pl

import cutline.polars

files = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))
pages = pl.LazyFrame({"name": [file.stem for file in files], "html": [file.read_bytes() for file in files]})

fields = {"title": "title", "authors": "authors.name", "published": "published", "text": "text"}
records = pages.with_columns(cutline.polars.extract("html", fields=fields).alias("record")).unnest("record")

with pl.Config(tbl_rows=-1, fmt_str_lengths=60):
    print(records.filter(pl.col("error").is_null()).sort("published").select("name", "title", "authors").collect())
