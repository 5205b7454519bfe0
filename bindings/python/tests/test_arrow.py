"""Tables in and out, by the Arrow C data interface."""

import gc
import json
import os
import signal
import threading

import pytest

import cutline
from cutline import _arrow

pa = pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def html(pages):
    return [path.read_bytes() for path in pages]


def check(kind, field, defined):
    """Whether a type of Arrow is what docs/record.schema.json says of a field."""
    if "$ref" in field:
        field = defined[field["$ref"].rsplit("/", 1)[1]]
    told = field.get("type")
    if told == "array":
        assert pa.types.is_list(kind)
        check(kind.value_type, field["items"], defined)
    elif told == "object" and "properties" in field:
        assert pa.types.is_struct(kind) and {member.name for member in kind} == set(field["properties"])
        for name, member in field["properties"].items():
            check(kind.field(name).type, member, defined)
    elif told == "object":
        assert pa.types.is_map(kind)
    else:
        truth = told == "boolean" or field.get("const") is True
        plain = {"integer": pa.int64(), "number": pa.float64()}
        assert kind == (pa.bool_() if truth else plain.get(told, pa.large_string()))


def test_columns_are_those_of_the_schema(root):
    told = json.loads((root / "docs" / "record.schema.json").read_text())
    table = cutline.extract_batch([], dropped=True, include=["comments"]).to_arrow()
    assert set(table.column_names) == set(told["properties"])
    for name, field in told["properties"].items():
        check(table.schema.field(name).type, field, told["$defs"])


def without_none(value):
    if isinstance(value, dict):
        return {name: without_none(member) for name, member in value.items() if member is not None}
    if isinstance(value, list) and value and isinstance(value[0], tuple):
        return dict(value)
    return [without_none(member) for member in value] if isinstance(value, list) else value


def test_a_table_is_the_records(html):
    table = pa.table(cutline.extract_batch([*html, b"", None], dropped=True))
    table.validate(full=True)
    want = [cutline.extract(page, dropped=True).to_dict() for page in html]
    rows = [without_none(row) for row in table.to_pylist()]
    assert rows[: len(html)] == want
    assert [row["error"]["status"] for row in rows[len(html) :]] == ["empty", "argument"]


@pytest.mark.parametrize(
    "kind", [pa.binary(), pa.large_binary(), pa.string(), pa.large_string(), pa.string_view(), pa.binary_view()]
)
def test_columns_of_pages(html, kind):
    pages = [page for page in html if page.isascii()][:3] + [b"<p>hm", b"", None]
    if not pa.types.is_binary(kind) and kind not in (pa.large_binary(), pa.binary_view()):
        pages = [page and page.decode() for page in pages]
        pages[0] = "<title>Zo\u00eb</title>" + pages[0]
    table = pa.table({"n": range(len(pages)), "html": pa.array(pages, kind), "url": ["https://a.example"] * len(pages)})
    want = [row.to_json() for row in cutline.extract_batch((page, "https://a.example") for page in pages)]
    for source in (table, table.slice(1), pa.concat_tables([table, table.slice(2, 2)]), table.to_batches()[0]):
        got = [row.to_json() for row in cutline.extract_batch(source)]
        numbers = source.column("n").to_pylist()
        assert got == [want[number] for number in numbers]
    column = [row.title for row in cutline.extract_batch(table.column("html"))]
    assert column == [json.loads(line).get("title") for line in want]
    assert next(cutline.extract_batch(table.rename_columns(["n", "page", "url"]), column="page")).to_json() == want[0]
    assert list(cutline.extract_batch(table.slice(0, 0))) == []


def test_only_the_columns_that_are_wanted(html):
    table = pa.table(cutline.extract_batch(html, fields=["title", "text", "authors"]))
    assert table.column_names == ["title", "authors", "text", "error"]
    assert "dropped" not in pa.table(cutline.extract_batch(html[:1])).column_names


def test_batches_are_made_when_asked_for(html):
    pulled = 0

    def source():
        nonlocal pulled
        for pulled in range(1, 100_000):
            yield html[0]

    batch = cutline.extract_batch(source(), threads=2, fields=["title"])
    reader = pa.RecordBatchReader.from_stream(batch)
    first = reader.read_next_batch()
    assert 0 < first.num_rows < 1000 and pulled < 2000
    batch.close()
    del reader, batch
    gc.collect()
    assert first.column("title")[0].as_py() == cutline.extract(html[0]).title


def test_a_source_that_raises(html):
    def source():
        yield from html[:3]
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone") as raised:
        cutline.extract_batch(source()).to_arrow()
    assert raised.value.table.num_rows == 3
    with pytest.raises(Exception, match="the disk is gone"):
        pa.table(cutline.extract_batch(source()))


def test_ctrl_c_keeps_what_was_done(html):
    def source():
        threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
        while True:
            yield html[0]

    with pytest.raises(KeyboardInterrupt) as raised:
        cutline.extract_batch(source(), threads=2, fields=["title"]).to_arrow()
    table = raised.value.table
    assert table.num_rows > 0 and set(table.column("title").to_pylist()) == {cutline.extract(html[0]).title}


def test_what_is_no_table_of_pages(html):
    with pytest.raises(ValueError, match="no column 'html'; there are .*'page'"):
        cutline.extract_batch(pa.table({"page": ["<p>"]}))
    with pytest.raises(TypeError, match="column 'html' holds l: cast it"):
        cutline.extract_batch(pa.table({"html": [1]}))
    with pytest.raises(TypeError, match="a dictionary"):
        cutline.extract_batch(pa.table({"html": pa.array(["<p>"]).dictionary_encode()}))
    reader = pa.RecordBatchReader.from_batches(pa.schema({"html": pa.string()}), iter([]))
    capsule = reader.__arrow_c_stream__()
    _arrow._core.ArrowReader(capsule, ("html",))
    with pytest.raises(ValueError, match="already"):
        _arrow._core.ArrowReader(capsule, ("html",))


def test_memory_is_given_back(html):
    before = pa.total_allocated_bytes()
    for _ in range(20):
        pa.table(cutline.extract_batch(pa.table({"html": html}), dropped=True))
    gc.collect()
    assert pa.total_allocated_bytes() <= before + (1 << 20)
