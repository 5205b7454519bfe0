"""What comes out."""

import ast
import copy
import json
import pickle

import pytest

import cutline
from cutline import _record


@pytest.fixture(scope="module")
def record(story):
    return cutline.extract(story, path="story.html")


def test_every_field_of_the_schema_is_an_attribute(root):
    schema = json.loads((root / "docs" / "record.schema.json").read_text())
    have = {field.name for field in vars(cutline.Record).values() if isinstance(field, _record.Field)}
    assert have == set(schema["properties"])
    assert set(cutline.FIELDS) | {"error"} == have


@pytest.mark.parametrize(
    "field, part",
    [
        ("source", cutline.Source),
        ("site", cutline.Site),
        ("pages", cutline.Pages),
        ("authors", cutline.Person),
        ("contributors", cutline.Person),
        ("editions", cutline.Edition),
        ("images", cutline.Image),
        ("body", cutline.Block),
        ("media", cutline.Media),
        ("quotes", cutline.Quote),
        ("related", cutline.Related),
        ("comments", cutline.Comment),
        ("dropped", cutline.Dropped),
    ],
)
def test_every_member_of_the_schema_is_in_its_part(root, field, part):
    schema = json.loads((root / "docs" / "record.schema.json").read_text())
    place = schema["properties"][field]
    place = place.get("items", place)
    if "$ref" in place:
        place = schema["$defs"][place["$ref"].rsplit("/", 1)[1]]
    assert set(part.__dataclass_fields__) == set(place["properties"])
    if part is cutline.Block:
        assert set(cutline.Span.__dataclass_fields__) == set(place["properties"]["spans"]["items"]["properties"])


def test_fields_are_those_of_json(pages):
    simple = ["title", "kicker", "deck", "language", "direction", "published", "modified", "dateline", "section"]
    for path in pages:
        record = cutline.extract(path.read_bytes(), dropped=True, include=["comments"])
        told = record.to_dict()
        for name in [*simple, "access", "problem", "text", "confidence"]:
            assert getattr(record, name) == told.get(name)
        assert [author.name for author in record.authors] == [author["name"] for author in told.get("authors", [])]
        assert list(record.topics) == told.get("topics", [])
        assert len(record.images) == len(told.get("images", []))
        assert [block.text for block in record.body] == [block.get("text") for block in told.get("body", [])]
        assert len(record.dropped) == len(told.get("dropped", []))
        assert record.truncated == told.get("truncated", False)
        assert record.from_ == told.get("from", {})
        for quote in record.quotes:
            assert record.text[quote.start : quote.end] == quote.text


def test_fields_are_made_once_and_when_asked(record):
    fresh = pickle.loads(pickle.dumps(record))
    assert fresh._made == {}
    assert fresh.title is fresh.title and set(fresh._made) == {"title"}


def test_what_is_not_known(story):
    record = cutline.extract("<p>hm")
    assert record.title is None and record.authors == () and record.site == cutline.Site() and not record.truncated
    assert record.error is None and record.problem is not None


def test_a_record_can_not_be_changed(record):
    with pytest.raises(AttributeError, match="can't be changed"):
        record.title = "Another"
    with pytest.raises(AttributeError):
        record.colour = "red"
    with pytest.raises(AttributeError):
        record.authors[0].name = "Another"
    with pytest.raises(TypeError, match="cutline.extract"):
        cutline.Record()


def test_records_compare(record, story):
    same = cutline.extract(story, path="story.html")
    assert same == record and hash(same) == hash(record) and same is not record
    assert cutline.extract(story) != record and record != "record" and len({same, record}) == 1
    assert copy.copy(record) is record and copy.deepcopy(record) is record


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_records_pickle(record, protocol):
    again = pickle.loads(pickle.dumps(record, protocol))
    assert again == record and again.body == record.body
    assert again.to_markdown() == record.to_markdown()


def test_a_pickle_of_another_version_says_what_to_do(record):
    function, arguments = record.__reduce__()
    with pytest.raises(ValueError, match="one version on both sides"):
        function(2, *arguments[1:])
    with pytest.raises(ValueError, match="one version on both sides"):
        function(1, *arguments[1:], "more")


@pytest.mark.parametrize("line", [b"", b"{", b'{"title":"T', b'{"title"', b"[1]", b'{"title":"T",', b'{"title":[1,'])
def test_a_damaged_pickle_is_told(record, line):
    function, arguments = record.__reduce__()
    with pytest.raises(ValueError, match="damaged"):
        _ = function(1, line, *arguments[2:]).title


def test_all_formats(record, story):
    assert record.to_markdown().startswith("# ")
    assert record.to_markdown(front_matter=True).startswith("---\n")
    assert "![" in record.to_markdown() and "![" not in record.to_markdown(images=False)
    assert record.title in record.to_text() and record.text.split("\n")[0] in record.to_text()
    assert record.to_html().startswith("<!DOCTYPE html>") or record.to_html().startswith("<!doctype html>")
    assert record.to_csv().count("\r\n") >= 2 and "\t" in record.to_tsv()
    assert record.to_xml().startswith("<?xml") and "<TEI" in record.to_tei()
    assert json.loads(record.to_ninjs())["headlines"]
    assert record.to_epub()[:4] == b"PK\x03\x04"
    assert json.loads(record.to_json(indent=2)) == record.to_dict()
    assert "\n" not in record.to_json()


def test_header_of_a_table():
    told = "<p>The station on the hill has counted the geese of every spring since the keeper bought a telescope in 1974.</p>"
    rows = "".join(f"<tr><td>Spring of {1974 + i}<td>{40 + i} geese, all of them loud" for i in range(4))
    table = f"<table><tr><th>When they were counted<th>How many there were{rows}</table>"
    body = cutline.extract(f"<article><h1>Geese are counted</h1>{told * 3}{table}{told * 3}</article>").body
    block = next(block for block in body if block.type == "table")
    assert (block.columns, block.header_rows) == (2, 1)
    assert block.header == block.rows[0] == ("When they were counted", "How many there were")
    assert len(block.rows) == 5


def test_blocks_are_all_blocks_of_the_page(record, story):
    blocks = record.to_blocks()
    assert [block["text"] for block in blocks if block["role"] == "headline"] == [record.title]
    assert {"body", "navigation"} <= {block["role"] for block in blocks}
    assert record.body[0].text in [block["text"] for block in blocks if block["role"] == "body"]
    assert cutline.extract(b"<!doctype html>").to_blocks() == []
    assert [block["text"] for block in cutline.extract("One line\u2028of text").to_blocks()] == ["One line of text"]


def test_a_detached_record_has_fields_alone(record):
    small = record.detach()
    assert small == record and small.text == record.text and len(pickle.dumps(small)) < len(pickle.dumps(record))
    with pytest.raises(ValueError, match="detached"):
        small.to_markdown()
    assert record.title in small._repr_html_()


def test_it_shows_itself(record):
    shown = record._repr_html_()
    assert shown.startswith("<iframe sandbox ") and "<script" not in shown
    assert "&lt;" in shown and record.to_xray().lower().startswith("<!doctype html>")
    assert repr(record).startswith("<Record 'Hilltop weather station") and "Priya Lindqvist" in repr(record)
    assert repr(cutline.extract("<p>hm")).startswith("<Record without title")


def test_a_page_that_is_hostile_shows_as_text():
    page = "<h1>A &lt;script>alert(1)&lt;/script> headline</h1><p>" + "Words &lt;script>x()&lt;/script> here. " * 40
    for shown in (cutline.extract(page)._repr_html_(), cutline.extract(page).detach()._repr_html_()):
        assert "<script" not in shown


def test_the_example_notebook(root, pages, monkeypatch):
    """Runs its cells as a notebook does, where the last expression of a cell is what is shown."""
    notebook = root / "examples" / "python" / "notebook.ipynb"
    monkeypatch.chdir(notebook.parent)
    names, shown = {}, []
    for cell in json.loads(notebook.read_text())["cells"]:
        if cell["cell_type"] == "code":
            tree = ast.parse("".join(cell["source"]))
            last = ast.Expression(tree.body.pop().value)
            exec(compile(tree, notebook.name, "exec"), names)
            shown.append(eval(compile(last, notebook.name, "eval"), names))
    record, fields, titles = shown
    assert "<iframe sandbox" in record._repr_html_() and "Priya Lindqvist" in record._repr_html_()
    assert fields == ("2024-06-03T05:00:00Z", ["Priya Lindqvist", "Callum Achterberg"], "Agnes Tulloch")
    assert len(titles) == len(pages) and titles["large-newsroom.html"] == record.title
