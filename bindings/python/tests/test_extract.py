"""What comes in, and what the options do."""

import datetime
import json
import mmap
import pathlib
import subprocess
import sys

import pytest

import cutline


def test_a_record_is_that_of_the_program(pages):
    for path in pages:
        line = subprocess.run(
            [sys.executable, "-m", "cutline", "extract", "-f", "json", str(path)], check=True, capture_output=True
        ).stdout.decode()
        record = cutline.extract(path.read_bytes(), path=path)
        assert record.to_json() + "\n" == line
        assert record.to_dict() == json.loads(line)


def test_any_object_with_bytes_is_a_page(story, tmp_path):
    record = cutline.extract(story)
    assert cutline.extract(bytearray(story)) == record
    assert cutline.extract(memoryview(story)) == record
    file = tmp_path / "page.html"
    file.write_bytes(story)
    with file.open("rb") as f, mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        assert cutline.extract(mapped) == record


def test_str_is_utf8_whatever_its_markup_says():
    page = '<meta charset="windows-1252"><title>T</title><h1>Zoë spricht über Größe</h1><p>' + "Straße für Straße. " * 30
    assert cutline.extract(page).title == "Zoë spricht über Größe"
    assert cutline.extract(page.encode()).title != "" and cutline.extract(page).source.encoding == "utf-8"


def test_lone_surrogates_are_replaced():
    record = cutline.extract("<h1>Half \ud800 a pair</h1><p>" + "Some words of a body. " * 30)
    assert "\ufffd" in record.title


def test_what_is_known_of_a_page(story):
    record = cutline.extract(story, url="https://news.example/a", path=pathlib.Path("a/b.html"))
    assert (record.source.url, record.source.path) == ("https://news.example/a", "a/b.html")
    page = "<h1>Now</h1><p class=date>2 hours ago</p><p>" + "Some words of a body. " * 30
    when = datetime.datetime(2024, 5, 1, 10, tzinfo=datetime.timezone.utc)
    for fetched in (when, when.isoformat(), when.date()):
        cutline.extract(page, fetched=fetched)
    with pytest.raises(ValueError, match="2024-05-01T10:00:00Z"):
        cutline.extract(page, fetched="yesterday")


def test_charset_and_encoding():
    page = ("<h1>Ein größeres Haus</h1><p>" + "Straße für Straße. " * 30).encode("windows-1252")
    assert cutline.extract(page, charset="windows-1252").title == "Ein größeres Haus"
    assert cutline.extract(page, encoding="windows-1252").source.encoding == "windows-1252"
    with pytest.raises(ValueError, match="Encoding Standard"):
        cutline.extract(page, encoding="klingon")


def test_options_choose(story):
    assert set(cutline.extract(story, fields=["title", "text"]).to_dict()) == {"title", "text"}
    assert set(cutline.extract(story, fields="title, text").to_dict()) == {"title", "text"}
    assert cutline.extract(story, fields=["title"]).text is None
    assert cutline.extract(story).dropped == ()
    assert {block.role for block in cutline.extract(story, dropped=True).dropped} & {"navigation", "caption"}
    assert cutline.extract(b"<p>One.\n\n<p>Two.", kind="text").source.kind == "text"
    whole = cutline.extract(story, include=["caption", "aside"], favor="recall")
    assert len(whole.text) > len(cutline.extract(story).text)


@pytest.mark.parametrize(
    "options, error",
    [
        ({"kind": "pdf"}, ValueError),
        ({"kind": 1}, TypeError),
        ({"favor": "speed"}, ValueError),
        ({"fields": ["titel"]}, ValueError),
        ({"fields": []}, ValueError),
        ({"fields": 1}, TypeError),
        ({"fields": [1]}, TypeError),
        ({"include": ["everything"]}, ValueError),
        ({"exclude": ["body"]}, ValueError),
        ({"limits": {"pages": 1}}, ValueError),
        ({"limits": {"page-bytes": "1"}}, TypeError),
        ({"limits": {"page-bytes": -1}}, ValueError),
        ({"limits": {"page-bytes": 2**70}}, ValueError),
        ({"limits": {"page-bytes": 2**40}}, ValueError),
        ({"limits": ["page-bytes"]}, TypeError),
        ({"encoding": 1}, TypeError),
        ({"url": 1}, TypeError),
        ({"url": "https://a\0b"}, ValueError),
        ({"path": 1}, TypeError),
        ({"fetched": 1}, TypeError),
        ({"colour": "red"}, TypeError),
    ],
)
def test_options_that_can_not_be(story, options, error):
    with pytest.raises(error) as raised:
        cutline.extract(story, **options)
    assert len(str(raised.value)) > 10


@pytest.mark.parametrize("page", [None, 1, 1.5, [b"<p>"], {"html": "<p>"}, object(), Ellipsis])
def test_what_is_no_page(page):
    with pytest.raises(TypeError, match="a page is bytes or str"):
        cutline.extract(page)


def test_errors_have_a_code_and_a_place():
    with pytest.raises(cutline.EmptyPageError) as empty:
        cutline.extract(b"")
    assert (empty.value.code, empty.value.stage) == ("empty", "input")
    with pytest.raises(cutline.EmptyPageError):
        cutline.extract("")
    with pytest.raises(cutline.NotAPageError, match="PDF"):
        cutline.extract(b"%PDF-1.7\n%\xff\xff\xff\xff\n1 0 obj")
    with pytest.raises(cutline.LimitError, match="PAGE_BYTES") as limit:
        cutline.extract(b"<p>" * 100, limits={"page-bytes": 200})
    assert limit.value.offset == 200 and "at byte 200" in str(limit.value)
    assert issubclass(cutline.LimitError, cutline.Error) and not issubclass(cutline.Error, ValueError)


def test_a_huge_page(story):
    page = story.replace(b"</article>", b"<p>" + b"A sentence of a very long story. " * 200_000 + b"</article>", 1)
    assert len(page) > 6_000_000
    assert len(cutline.extract(page).text) > 6_000_000


def test_an_extractor_is_a_value(story):
    import pickle

    extractor = cutline.Extractor(fields=["title"], favor="recall", limits={"page-bytes": 10_000_000})
    again = pickle.loads(pickle.dumps(extractor))
    assert again == extractor and hash(again) == hash(extractor) and again != cutline.Extractor()
    assert again.extract(story) == cutline.extract(story, fields=["title"], favor="recall")
    assert "favor" in repr(extractor) and repr(cutline.Extractor()) == "<Extractor>"


def test_convert_makes_no_record(story):
    extractor = cutline.Extractor(include=["front-matter"])
    assert extractor.convert(story, "markdown").startswith("---\n")
    assert extractor.convert(story, "epub")[:2] == b"PK"
    with pytest.raises(ValueError, match="markdown"):
        extractor.convert(story, "pdf")
    with pytest.raises(TypeError, match="markdown"):
        extractor.convert(story, ["text"])
