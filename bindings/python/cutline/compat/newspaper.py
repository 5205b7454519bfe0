"""newspaper's Article. See cutline.compat."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from cutline._errors import Error
from cutline._extract import extract
from cutline._record import Record
from cutline.compat._common import time_of, warn_of

if TYPE_CHECKING:
    from cutline._formats import Html

_TIMEOUT = 30  # seconds
_BYTES_MAX = 64 << 20  # no news page is that long


class ArticleException(Exception):
    """The article was not fetched, or can't be read."""


class Article:
    """A story by its address: download() or set_html(), parse(), then the attributes."""

    def __init__(
        self, url: str = "", title: str = "", source_url: str = "", language: str | None = None, **other: Any
    ) -> None:
        warn_of("newspaper", **other)
        self.url = url
        self.source_url = source_url or "{0.scheme}://{0.netloc}".format(urlsplit(url))
        self.html: Html = ""
        self.download_exception_msg: str | None = None
        self.is_parsed = False
        self.title = title
        self.authors: list[str] = []
        self.publish_date: datetime | None = None
        self.text = ""
        self.top_image = ""
        self.images: list[str] = []
        self.movies: list[str] = []
        self.tags: list[str] = []
        self.meta_keywords: list[str] = []
        self.meta_description = ""
        self.meta_lang = language or ""
        self.meta_site_name = ""
        self.canonical_link = ""
        self.article_html = ""
        self.record: Record | None = None  # all that cutline knows

    def set_html(self, html: Html) -> None:
        self.html = html

    def download(self, input_html: Html | None = None, **other: Any) -> Article:
        """Takes the page that is given, or fetches it by urllib."""
        warn_of("newspaper", **other)
        if input_html is not None:
            self.html = input_html
            return self
        if urlsplit(self.url).scheme not in ("http", "https"):
            raise ArticleException(f"this is no address of a web page: {self.url!r}")
        request = Request(self.url, headers={"User-Agent": "Mozilla/5.0 (compatible; cutline)"})
        try:
            with urlopen(request, timeout=_TIMEOUT) as answer:
                self.html = answer.read(_BYTES_MAX)
        except (OSError, ValueError) as error:
            self.download_exception_msg = str(error)
            raise ArticleException(f"{self.url} could not be fetched: {error}") from error
        return self

    def parse(self) -> Article:
        if not self.html:
            raise ArticleException("there is no page: call download() or set_html() first")
        try:
            record = extract(self.html, url=self.url or None)
        except Error as error:
            raise ArticleException(str(error)) from error
        self.record = record
        self.title = record.title or self.title
        self.authors = [author.name for author in record.authors]
        self.publish_date = time_of(record.published)
        self.text = record.text or ""
        self.images = [image.url for image in record.images if image.url]
        self.top_image = next((image.url for image in record.images if image.lead and image.url), "")
        self.movies = [media.url for media in record.media if media.type == "video" and media.url]
        self.tags = list(record.topics)
        self.meta_keywords = list(record.keywords)
        self.meta_description = record.deck or ""
        self.meta_lang = (record.language or self.meta_lang).split("-")[0]
        self.meta_site_name = record.site.name or ""
        self.canonical_link = record.source.canonical or ""
        self.article_html = record.to_html()
        self.is_parsed = True
        return self

    def nlp(self) -> None:
        raise NotImplementedError("cutline makes no summaries and no keywords; `tags` are those of the page")


def article(url: str, language: str | None = None, **other: Any) -> Article:
    """Fetches and parses a story."""
    html = other.pop("input_html", None)
    return Article(url, language=language, **other).download(input_html=html).parse()


def fulltext(html: Html, language: str | None = None) -> str:
    """The text of a page."""
    return extract(html).text or ""
