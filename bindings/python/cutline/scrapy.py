"""For Scrapy: an item pipeline that makes records of pages, and the record of a response.

    ITEM_PIPELINES = {"cutline.scrapy.CutlinePipeline": 100}
    CUTLINE_FIELDS = ["title", "authors.name", "text"]

    def parse(self, response):
        yield {"url": response.url, "html": response}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from itemadapter import ItemAdapter
from scrapy import Item
from scrapy.http import Response

import cutline
from cutline._columns import ARTICLE, Columns, pages_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from typing_extensions import Self, Unpack

    from cutline._columns import Fields
    from cutline._options import Options, RowOptions

__all__ = ["ARTICLE", "CutlinePipeline", "extract"]


def _charset(response: Response) -> str | None:
    """That of the Content-Type header."""
    header = response.headers.get("Content-Type") or b""
    for parameter in header.decode("latin-1").split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None


def extract(response: Response, **options: Unpack[Options]) -> cutline.Record:
    """The record of a response, with its address and the charset of its header. Options as in cutline.Extractor.

        >>> page = Response("https://news.example/1", body=b"<h1>Ducks win</h1><p>They won at home.")
        >>> cutline.scrapy.extract(page).title
        'Ducks win'
    """
    return cutline.Extractor(**options).extract(response.body, url=response.url, charset=_charset(response))


class CutlinePipeline:
    """Fills items with the record of the page that they bring, and takes the page out of them.

    CUTLINE_PAGE     the item's field that has the page: a response, bytes or str ("html")
    CUTLINE_URL      its field that has the address, where the page is no response ("url")
    CUTLINE_FIELDS   the fields wanted (cutline.FIELDS), or members of them: "site.name", "authors.name" (a list of
                     names). Or a dict, {"site": "site.name"}, to name the item's fields
    CUTLINE_OPTIONS  a dict of options of cutline.Extractor

    Of a page that can't be read the item has an `error` and nothing else of it; items without a page are left alone.
    Items of classes need a field for each.
    """

    def __init__(
        self, page: str = "html", url: str = "url", fields: Fields = ARTICLE, **options: Unpack[RowOptions]
    ) -> None:
        self._page = page
        self._url = url
        self._columns = Columns(fields, "text", options)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        settings = crawler.settings
        return cls(
            settings.get("CUTLINE_PAGE", "html"),
            settings.get("CUTLINE_URL", "url"),
            settings.get("CUTLINE_FIELDS", ARTICLE),
            **settings.getdict("CUTLINE_OPTIONS"),
        )

    def process_item(self, item: Any) -> Any:
        adapter = ItemAdapter(item)
        page: Any = adapter.get(self._page)
        if page is None:
            return item
        url, charset = adapter.get(self._url), None
        if isinstance(page, Response):
            url, charset, page = page.url, _charset(page), page.body
        row = next(self._columns.rows(pages_of([page], [url], [charset]), 1))
        if isinstance(item, (dict, Item)):
            del adapter[self._page]
        else:  # of a class, whose fields stay
            adapter[self._page] = None
        for name, value in row.items():
            if value is not None and value != []:
                adapter[name] = value
        return item
