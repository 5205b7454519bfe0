"""Pages in a table of DuckDB: their records by SQL. Needs duckdb; with pyarrow it uses all processors."""

from pathlib import Path

import duckdb

import cutline.duckdb

connection = cutline.duckdb.register(duckdb.connect(), fields=["title", "authors", "published", "text"])
pages = Path(__file__).parents[1] / "pages" / "*.html"

connection.execute("CREATE TABLE pages AS SELECT filename, content AS html FROM read_blob($1)", [str(pages)])
rows = connection.execute(
    """
    SELECT record.title, record.published, [author.name for author in record.authors]
    FROM (SELECT cutline(html) AS record FROM pages)
    WHERE record.error IS NULL
    ORDER BY record.published
    """
).fetchall()
for title, published, authors in rows:
    print(published, title, authors)
