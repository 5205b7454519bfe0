"""Pages in a data set: their records by map(), in two processes. Needs datasets."""

from pathlib import Path

import datasets

from cutline.datasets import ExtractRecords

if __name__ == "__main__":
    files = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))
    pages = datasets.Dataset.from_dict({"html": [file.read_bytes() for file in files]})

    extract = ExtractRecords("html", fields=["title", "authors.name", "text"])
    records = pages.map(extract, batched=True, num_proc=2, features=extract.features(), remove_columns=["html"])
    for record in records:
        print(record["title"], record["authors.name"], len(record["text"]))
