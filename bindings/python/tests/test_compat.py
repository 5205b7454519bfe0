"""The shapes of other packages' calls."""

import datetime
import http.server
import json
import threading

import pytest

import cutline
from cutline.compat import newspaper, readability, trafilatura
from cutline.compat._common import CutlineCompatWarning, time_of


@pytest.fixture(scope="module")
def record(story):
    return cutline.extract(story)


def test_trafilatura_extract(story, record):
    assert trafilatura.extract(story) == record.text
    assert trafilatura.extract(story.decode(), output_format="markdown", include_links=True).startswith("# ")
    told = json.loads(trafilatura.extract(story, output_format="json", with_metadata=True, record_id="7"))
    assert (told["title"], told["author"], told["id"]) == (record.title, "Priya Lindqvist; Callum Achterberg", "7")
    assert told["date"] == record.published[:10] and told["text"] == record.text
    for format in ("csv", "html", "xml", "xmltei"):
        assert record.title in trafilatura.extract(story, output_format=format)
    assert trafilatura.extract(story, with_metadata=True).startswith("---\ntitle: ")
    assert trafilatura.extract(story, with_metadata=True).endswith(f"\n---\n{record.text}")
    assert len(trafilatura.extract(story, include_comments=True)) > len(record.text)
    assert trafilatura.extract(story, include_formatting=True).startswith("# ")


def test_trafilatura_gives_none(story):
    assert trafilatura.extract(b"") is None and trafilatura.extract(b"%PDF-1.7\n\xff\xff") is None
    assert trafilatura.bare_extraction("") is None and trafilatura.extract("<p>") is None
    assert trafilatura.extract(story, target_language="de") is None
    assert trafilatura.extract(story, target_language="en") is not None
    address = cutline.extract(story).source.canonical
    assert trafilatura.extract(story, url=address or "u", url_blacklist={address or "u"}) is None
    assert trafilatura.extract("<h1>A page without a date</h1><p>" + "Words. " * 90, only_with_metadata=True) is None
    with pytest.raises(TypeError):
        trafilatura.extract(None)
    with pytest.raises(ValueError, match="output_format"):
        trafilatura.extract(story, output_format="pdf")
    with pytest.warns(CutlineCompatWarning, match="prune_xpath"):
        trafilatura.extract(story, prune_xpath="//p")


def test_trafilatura_bare_extraction(story, record):
    document = trafilatura.bare_extraction(story, url="https://www.a.example/x", with_metadata=True)
    assert document.title == record.title and document.as_dict()["text"] == record.text
    assert document.hostname and not document.hostname.startswith("www.")
    assert trafilatura.bare_extraction(story, as_dict=True)["sitename"] == record.site.name


def test_trafilatura_metadata_with_dashes_in_a_title():
    page = "<h1>Before --- after the storm</h1><p>" + "Words of the story, and more of them. " * 30
    written = trafilatura.extract(page, with_metadata=True)
    assert written.startswith('---\ntitle: "Before --- after the storm"') and "\n---\nWords" in written


def test_trafilatura_images(story, record):
    lead = next(image.url for image in record.images if image.lead)
    assert trafilatura.bare_extraction(story).image == lead
    for format, sign in (("markdown", "!["), ("html", "<img")):
        assert sign not in trafilatura.extract(story, output_format=format)
        assert sign in trafilatura.extract(story, output_format=format, include_images=True)


def test_newspaper(story, record):
    article = newspaper.Article("https://a.example/x")
    with pytest.raises(newspaper.ArticleException, match="download"):
        article.parse()
    article.download(input_html=story).parse()
    assert article.title == record.title and article.authors == ["Priya Lindqvist", "Callum Achterberg"]
    assert article.publish_date == datetime.datetime(2024, 6, 3, 5, tzinfo=datetime.timezone.utc)
    assert article.text == record.text == newspaper.fulltext(story) and article.is_parsed
    assert article.source_url == "https://a.example" and article.meta_lang == "en" and article.images
    assert newspaper.article("https://a.example/x", input_html=story).title == record.title
    with pytest.raises(NotImplementedError):
        article.nlp()
    with pytest.warns(CutlineCompatWarning, match="memoize"):
        newspaper.Article("https://a.example", memoize=True)
    with pytest.raises(newspaper.ArticleException, match="PDF"):
        newspaper.Article("u").download(input_html=b"%PDF-1.7\n\xff").parse()
    for address in ("file:///etc/passwd", "", "x"):
        with pytest.raises(newspaper.ArticleException, match="no address"):
            newspaper.Article(address).download()


def test_newspaper_fetches(story, record):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == "/story" else 404)
            self.end_headers()
            self.wfile.write(story)

        def log_message(self, *arguments):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        assert newspaper.article(f"{base}/story").title == record.title
        with pytest.raises(newspaper.ArticleException, match="404"):
            newspaper.Article(f"{base}/other").download()
        server.shutdown()


def test_readability(story, record):
    document = readability.Document(story, url="https://a.example/x")
    assert document.short_title() == record.title and record.title in document.title()
    assert document.author() == "Priya Lindqvist, Callum Achterberg"
    assert document.summary().startswith("<html><body><div>") and document.content().startswith("<body")
    part = document.summary(html_partial=True)
    assert part.startswith("<div>") and record.body[0].text.split(",")[0] in cutline.parse(part).text()
    empty = readability.Document("<p>")
    assert (empty.short_title(), empty.author()) == ("[no-title]", "[no-author]")
    with pytest.raises(readability.Unparseable):
        empty.summary()


@pytest.mark.parametrize("text, want", [(None, None), ("2024-05-01", (2024, 5, 1)), ("2024-05-01T10:00Z", (2024, 5, 1))])
def test_times(text, want):
    made = time_of(text)
    assert (made and (made.year, made.month, made.day)) == want
