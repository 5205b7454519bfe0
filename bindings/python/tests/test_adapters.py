"""The modules for other people's libraries, each against the library itself; those that are not installed are skipped."""

import doctest
import importlib
import json
import pickle
import re
import subprocess
import sys
from datetime import datetime, timezone

import pytest

import cutline
from cutline import _columns

ADAPTERS = ("pandas", "polars", "duckdb", "datasets", "datatrove", "scrapy")
BAD = [None, b"", b"%PDF-1.7\n\xff\xff"]
CODES = ["empty", "empty", "not-a-page"]


@pytest.fixture(scope="module")
def html(pages):
    return [path.read_bytes() for path in pages]


@pytest.fixture(scope="module")
def titles(html):
    return [cutline.extract(page).title for page in html]


@pytest.mark.parametrize("name", ADAPTERS)
def test_the_examples_in_docstrings(name):
    pytest.importorskip(name)
    module = importlib.import_module(f"cutline.{name}")
    names = {"cutline": cutline, "pd": sys.modules.get("pandas"), "pl": sys.modules.get("polars")}
    done = doctest.testmod(module, extraglobs={**names, **vars(module)})
    assert done.attempted > 0 and done.failed == 0


@pytest.mark.parametrize("name", ADAPTERS)
def test_the_example_script(name, root):
    pytest.importorskip(name)
    script = root / "examples" / "python" / f"with_{name}.py"
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Mill Lane" in done.stdout, done.stdout + done.stderr


def test_the_package_imports_none_of_them():
    code = f"import sys, cutline; print([name for name in {ADAPTERS!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def schema_names(schema, root):
    schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    if schema.get("type") == "array":
        return [schema_names(schema["items"], root)]
    return {name: schema_names(member, root) for name, member in schema.get("properties", {}).items()} or None


def column_names(kind):
    if isinstance(kind, _columns.Array):
        return [column_names(kind.item)]
    return {name: column_names(member) for name, member in kind.members.items()} if isinstance(kind, _columns.Struct) else None


def test_types_are_those_of_the_schema(root):
    schema = json.loads((root / "docs" / "record.schema.json").read_text())
    assert {name for name in cutline.FIELDS} == set(_columns._TYPES)
    for name in set(cutline.FIELDS) - {"from"}:
        assert column_names(_columns._TYPES[name]) == schema_names(schema["properties"][name], schema), name


@pytest.mark.parametrize(
    "text, told",
    [
        ("2024-05-01", datetime(2024, 5, 1)),
        ("2024-05-01T08:30", datetime(2024, 5, 1, 8, 30)),
        ("2024-05-01T08:30:05Z", datetime(2024, 5, 1, 8, 30, 5)),
        ("2024-05-01T00:30:05.25+02:00", datetime(2024, 4, 30, 22, 30, 5, 250000)),
        ("2024-05-01T23:30-0500", datetime(2024, 5, 2, 4, 30)),
        ("2024-02-30", None),
        ("0001-01-01T00:00+01:00", None),
        ("yesterday", None),
    ],
)
def test_times(text, told):
    assert _columns.read_time(text) == (told and told.replace(tzinfo=timezone.utc))


@pytest.mark.parametrize("fields", ["colour", ["title.name"], ["authors.age"], {"error": "title"}, []])
def test_fields_that_can_not_be(fields):
    with pytest.raises(ValueError, match="fields"):
        _columns.Columns(fields, "utc", {})


def test_an_option_that_is_none_is_told():
    with pytest.raises(TypeError, match="favour"):
        _columns.Columns(["title"], "utc", {"favour": "recall"})


def codes(errors):
    return [re.match(r"[a-z-]+", error)[0] for error in errors]


@pytest.mark.parametrize("backend", ["numpy_nullable", "pyarrow"])
def test_pandas(html, titles, backend):
    pd = pytest.importorskip("pandas")
    import cutline.pandas

    index = [f"p{i}" for i in range(len(html) + 3)]
    pages = pd.DataFrame({"html": html + BAD, "url": "https://a.example/1"}, index=index)
    rows = cutline.pandas.extract(
        pages["html"], url=pages["url"], fields=[*cutline.FIELDS, "authors.name"], dtype_backend=backend
    )
    assert list(rows.index) == index and list(rows["title"][:-3]) == titles
    assert rows.iloc[-3:].drop(columns="error").isna().all(axis=None) and codes(rows["error"][-3:]) == CODES
    assert rows["error"][:-3].isna().all() and rows["source"].iloc[0]["url"] == "https://a.example/1"
    assert [a["name"] for a in rows["authors"].iloc[0]] == list(rows["authors.name"].iloc[0]) != []
    assert rows["published"].dtype.kind == "M" and rows["published"].iloc[0].tzinfo is not None
    with pytest.raises(ValueError, match="another index"):
        cutline.pandas.extract(pages["html"], url=pages["url"].iloc[1:])
    with pytest.raises(TypeError, match="column"):
        cutline.pandas.extract(pages)


def test_polars(html, titles):
    pl = pytest.importorskip("polars")
    import cutline.polars

    pages = pl.DataFrame({"html": html + BAD, "url": ["https://a.example/1"] * (len(html) + 3)})
    record = cutline.polars.extract("html", url=pl.col("url"), fields=cutline.FIELDS).alias("record")
    rows = pages.select(record).unnest("record")
    assert rows["title"].to_list() == [*titles, None, None, None] and codes(rows["error"][-3:]) == CODES
    assert rows.schema["published"] == pl.Datetime("us", "UTC") and rows.drop("error")[-3:].null_count().row(0) == (3,) * 30
    assert pages.lazy().select(record).unnest("record").collect(engine="streaming").equals(rows)


@pytest.mark.parametrize("vectorized", [True, False])
def test_duckdb(html, titles, monkeypatch, vectorized):
    duckdb = pytest.importorskip("duckdb")
    import cutline.duckdb

    if vectorized:
        pytest.importorskip("pyarrow")
    else:
        monkeypatch.setattr(cutline.duckdb, "find_spec", lambda name: None)
    connection = duckdb.connect()
    cutline.duckdb.register(connection, fields=[*cutline.FIELDS, "authors.name"])
    cutline.duckdb.register(connection, "as_json", result="json", fields={"headline": "title"})
    connection.execute("CREATE TABLE pages (id INT, html BLOB)")
    connection.executemany("INSERT INTO pages VALUES (?, ?)", list(enumerate(html + BAD)))
    query = "SELECT r.title, r.error, r.published, r.source.url FROM (SELECT id, cutline(html, 'https://a.example/1') r FROM pages) ORDER BY id"
    rows = connection.execute(query).fetchall()
    assert [row[0] for row in rows] == [*titles, None, None, None] and codes(row[1] for row in rows[-3:]) == CODES
    assert rows[0][2].tzinfo is not None and rows[0][3] == "https://a.example/1"
    [(told,)] = connection.execute("SELECT as_json('<h1>Ducks</h1><p>They won.')").fetchall()
    assert json.loads(told) == {"headline": "Ducks", "error": None}


def test_datasets(html, titles, tmp_path):
    datasets = pytest.importorskip("datasets")
    from cutline.datasets import ExtractRecords

    pages = datasets.Dataset.from_dict({"html": [None, *html, b"%PDF-1.7\n\xff\xff"]})
    extract = ExtractRecords("html", fields=["title", "authors", "published", "body"])
    rows = pages.map(extract, batched=True, batch_size=4, num_proc=2, features=extract.features(pages.features))
    assert rows["title"][:] == [None, *titles, None] and rows["error"][0].startswith("empty")
    assert list(rows.features) == ["html", "title", "authors", "published", "body", "error"]
    again = pickle.loads(pickle.dumps(extract))
    assert again({"html": html[0]}) == extract({"html": html[0]})
    assert pickle.dumps(again) == pickle.dumps(extract) and cutline.__version__.encode() in pickle.dumps(extract)


def test_datatrove(html, titles):
    pytest.importorskip("datatrove")
    from datatrove.data import Document

    from cutline.datatrove import Cutline

    step = pickle.loads(pickle.dumps(Cutline(metadata={"title": "title", "site": "site.name"})))
    given = [Document(text=page, id=str(i), metadata={"url": "https://a.example"}) for i, page in enumerate(html + [""])]
    made = list(step.run(given))
    assert [document.metadata["title"] for document in made] == titles
    assert [document.text for document in made] == [cutline.extract(page).text for page in html]
    assert step.stats["clean_error"].total == 1 and step.stats["forwarded"].total == len(html)


def test_scrapy(html, titles):
    pytest.importorskip("scrapy")
    from dataclasses import dataclass
    from typing import Any, Optional

    from scrapy.http import Response

    from cutline.scrapy import CutlinePipeline, extract

    header = {"Content-Type": 'text/html; charset="windows-1252"'}
    response = Response("https://a.example/1", body="<h1>Caf\xe9</h1><p>It is open.".encode("latin-1"), headers=header)
    assert extract(response, fields=["title", "source"]).source.url == "https://a.example/1"
    pipeline = CutlinePipeline(fields=["title", "source.encoding"])
    assert pipeline.process_item({"html": response}) == {"title": "Café", "source.encoding": "windows-1252"}
    assert [pipeline.process_item({"html": page, "url": "u"})["title"] for page in html] == titles
    assert pipeline.process_item({"html": b""})["error"].startswith("empty") and pipeline.process_item({}) == {}

    @dataclass
    class Item:
        html: Any
        title: Optional[str] = None

    item = CutlinePipeline(fields=["title"]).process_item(Item(response))
    assert item == Item(None, "Café")
