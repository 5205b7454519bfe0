"""readability-lxml's Document. See cutline.compat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutline._extract import extract
from cutline._tree import parse
from cutline.compat._common import warn_of

if TYPE_CHECKING:
    from cutline._formats import Html


class Unparseable(ValueError):
    """The page has no article."""


class Document:
    """A page whose article is asked for."""

    def __init__(self, input: Html, url: str | None = None, **other: Any) -> None:
        warn_of("readability", **other)
        self.input = input
        self.url = url
        self.record = extract(input, url=url)

    def content(self) -> str:
        """The body of the page as it came."""
        body = parse(self.input).body
        return body.html if body else ""

    def title(self) -> str:
        """The page's own <title>."""
        title = parse(self.input).css_first("title")
        return " ".join(title.text().split()) if title else self.short_title()

    def short_title(self) -> str:
        """The headline."""
        return self.record.title or "[no-title]"

    def author(self) -> str:
        return ", ".join(author.name for author in self.record.authors) or "[no-author]"

    def summary(self, html_partial: bool = False) -> str:
        """The article as HTML: a page, or with `html_partial` a <div>."""
        if not self.record.body:
            raise Unparseable(f"there is no article: {self.record.problem or 'no text was found'}")
        made = parse(self.record.to_html())
        article = made.css_first("article") or made.body
        inner = article.inner_html if article else ""
        return f"<div>{inner}</div>" if html_partial else f"<html><body><div>{inner}</div></body></html>"
