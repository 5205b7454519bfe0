"""trafilatura's extract() and bare_extraction(). See cutline.compat.

Comments are left out unless asked for: what stands in the place for comments is as often its buttons.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from cutline._errors import Error
from cutline._extract import Extractor
from cutline.compat._common import host_of, warn_of

if TYPE_CHECKING:
    from cutline._formats import Html
    from cutline._record import Record

_FORMATS = ("csv", "html", "json", "markdown", "python", "txt", "xml", "xmltei")


@dataclass
class Document:
    """What bare_extraction() gives. Names are trafilatura's; those of what cutline has not are not there."""

    title: str | None = None
    author: str | None = None
    url: str | None = None
    hostname: str | None = None
    description: str | None = None
    sitename: str | None = None
    date: str | None = None
    categories: list[str] | None = None
    tags: list[str] | None = None
    id: str | None = None
    text: str = ""
    comments: str = ""
    language: str | None = None
    image: str | None = None
    pagetype: str | None = None

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def _extractor(
    favor_precision: bool, favor_recall: bool, comments: bool, tables: bool, links: bool
) -> Extractor:
    """Images are always in the record, whose lead image is a field of the document: writing leaves them out."""
    shown = {"comments": comments, "tables": tables, "links": links}
    return Extractor(
        favor="recall" if favor_recall else "precision" if favor_precision else "balance",
        include=[part for part, on in shown.items() if on],
        exclude=[part for part, on in shown.items() if not on],
    )


def _document(record: Record, url: str | None, record_id: str | None) -> Document:
    address = record.source.canonical or url
    lead = next((image for image in record.images if image.lead), None)
    return Document(
        title=record.title,
        author="; ".join(author.name for author in record.authors) or None,
        url=address,
        hostname=host_of(address),
        description=record.deck,
        sitename=record.site.name,
        date=record.published[:10] if record.published else None,
        categories=[record.section] if record.section else [],
        tags=list(record.topics),
        id=record_id,
        text=record.text or "",
        comments="\n".join(comment.text for comment in record.comments),
        language=record.language,
        image=lead.url if lead else None,
    )


def _is_wanted(
    document: Document, target_language: str | None, only_with_metadata: bool, urls: Collection[str] | None
) -> bool:
    language = (document.language or "").split("-")[0]
    return bool(
        document.text
        and (not target_language or not language or language == target_language)
        and (not only_with_metadata or (document.title and document.date and document.url))
        and (not urls or document.url not in urls)
    )


def _front_matter(record: Record) -> str:
    whole = record.to_markdown(front_matter=True)
    closing = "\n---\n"
    return whole[: whole.index(closing) + len(closing)]


def _write(record: Record, document: Document, format: str, with_metadata: bool, images: bool) -> str:
    if format == "json":
        return json.dumps(document.as_dict(), ensure_ascii=False)
    if format == "txt":
        text = "\n".join(part for part in (document.text, document.comments) if part)
        return _front_matter(record) + text if with_metadata else text
    if format == "markdown":
        return record.to_markdown(front_matter=with_metadata, images=images).rstrip("\n")
    if format == "html":
        return record.to_html(images=images)
    made: str = {
        "csv": record.to_csv,
        "xml": record.to_xml,
        "xmltei": record.to_tei,
    }[format]()
    return made


def extract(
    filecontent: Html,
    url: str | None = None,
    record_id: str | None = None,
    fast: bool = False,
    no_fallback: bool = False,
    favor_precision: bool = False,
    favor_recall: bool = False,
    include_comments: bool = False,
    output_format: str = "txt",
    tei_validation: bool = False,
    target_language: str | None = None,
    include_tables: bool = True,
    include_images: bool = False,
    include_formatting: bool = False,
    include_links: bool = False,
    deduplicate: bool = False,
    date_extraction_params: dict[str, Any] | None = None,
    with_metadata: bool = False,
    only_with_metadata: bool = False,
    max_tree_size: int | None = None,
    url_blacklist: Collection[str] | None = None,
    author_blacklist: Collection[str] | None = None,
    settingsfile: str | None = None,
    prune_xpath: Any = None,
) -> str | None:
    """The text of a page in a format, None where there is none."""
    warn_of(
        "trafilatura",
        tei_validation=tei_validation,
        deduplicate=deduplicate,
        date_extraction_params=date_extraction_params,
        max_tree_size=max_tree_size,
        author_blacklist=author_blacklist,
        settingsfile=settingsfile,
        prune_xpath=prune_xpath,
    )
    if output_format not in _FORMATS or output_format == "python":
        raise ValueError(f"output_format can't be {output_format!r}; there are {', '.join(_FORMATS)}")
    format = "markdown" if output_format == "txt" and include_formatting else output_format
    extractor = _extractor(favor_precision, favor_recall, include_comments, include_tables, include_links)
    try:
        record = extractor.extract(filecontent, url=url)
    except Error:
        return None
    document = _document(record, url, record_id)
    if not _is_wanted(document, target_language, only_with_metadata, url_blacklist):
        return None
    return _write(record, document, format, with_metadata, include_images)


def bare_extraction(
    filecontent: Html,
    url: str | None = None,
    fast: bool = False,
    no_fallback: bool = False,
    favor_precision: bool = False,
    favor_recall: bool = False,
    include_comments: bool = False,
    output_format: str = "python",
    target_language: str | None = None,
    include_tables: bool = True,
    include_images: bool = False,
    include_formatting: bool = False,
    include_links: bool = False,
    deduplicate: bool = False,
    date_extraction_params: dict[str, Any] | None = None,
    with_metadata: bool = False,
    only_with_metadata: bool = False,
    max_tree_size: int | None = None,
    url_blacklist: Collection[str] | None = None,
    author_blacklist: Collection[str] | None = None,
    as_dict: bool = False,
    prune_xpath: Any = None,
) -> Document | dict[str, Any] | None:
    """The fields of a page, None where there is no text."""
    warn_of(
        "trafilatura",
        deduplicate=deduplicate,
        date_extraction_params=date_extraction_params,
        max_tree_size=max_tree_size,
        author_blacklist=author_blacklist,
        prune_xpath=prune_xpath,
    )
    extractor = _extractor(favor_precision, favor_recall, include_comments, include_tables, include_links)
    try:
        record = extractor.extract(filecontent, url=url)
    except Error:
        return None
    document = _document(record, url, None)
    if not _is_wanted(document, target_language, only_with_metadata, url_blacklist):
        return None
    return document.as_dict() if as_dict else document
