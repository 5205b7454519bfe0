"""Pages in a DataFrame: their records beside them. Needs pandas."""

from pathlib import Path

import pandas as pd

import cutline.pandas

files = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))
pages = pd.DataFrame({"html": [file.read_bytes() for file in files]}, index=[file.stem for file in files])

fields = ["title", "authors.name", "published", "language", "text"]
records = pages.join(cutline.pandas.extract(pages["html"], fields=fields))

print(records[records["error"].isna()].sort_values("published")[["title", "published"]].to_string())
print(records["text"].str.len().groupby(records["language"]).mean())
