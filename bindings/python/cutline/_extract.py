"""One page: bytes in, a record out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from cutline import _core
from cutline._batch import Batch, PageLike, Table
from cutline._formats import FORMATS, Html, known_of, number_of, render
from cutline._options import Favor, Kind, Options, normalize
from cutline._record import Record, make_record

if TYPE_CHECKING:
    from typing_extensions import Unpack

_JSON = FORMATS["json"]


class Extractor:
    """A set of options that is used again. It can't be changed; threads may share it; it pickles.

    encoding   an encoding that is to be used whatever the page says
    kind       "html", "text" (a page that was flattened already) or "auto": told from the bytes
    favor      what the text is to be where it can't be both: "recall" (whole), "precision" (clean), "balance"
    fields     the fields wanted (cutline.FIELDS); the others are as if not known
    include    roles that go into the text besides the body ("aside", "note"; cutline.ROLES), and parts that are to be
               shown ("links", "tables", "images", "media", "comments", "front-matter")
    exclude    roles and parts that are not wanted
    dropped    whether records have `dropped`, every other block of the page
    scripting  whether <noscript> is read as a browser with scripts reads it
    limits     "page-bytes", "unpack-ratio", "tree-depth", "tree-nodes", as in `cutline extract --limit`
    """

    __slots__ = ("_options", "_settings")

    def __init__(
        self,
        *,
        encoding: str | None = None,
        kind: Kind = "auto",
        favor: Favor = "balance",
        fields: Iterable[str] | None = None,
        include: Iterable[str] = (),
        exclude: Iterable[str] = (),
        dropped: bool = False,
        scripting: bool = False,
        limits: Mapping[str, int] = {},  # noqa: B006 - never changed
    ) -> None:
        self._settings = normalize(encoding, kind, favor, fields, include, exclude, dropped, scripting, limits)
        self._options = _core.Options(**self._settings)

    def extract(
        self,
        html: Html,
        *,
        url: str | None = None,
        path: str | os.PathLike[str] | None = None,
        charset: str | None = None,
        fetched: str | date | datetime | None = None,
    ) -> Record:
        """The record of a page. See cutline.extract()."""
        known = known_of(url, path, charset, fetched)
        line = _core.extract(html, self._options, known, _JSON)
        return make_record(line, html if isinstance(html, (bytes, str)) else bytes(html), known, self._settings)

    def convert(
        self,
        html: Html,
        format: str,
        *,
        url: str | None = None,
        path: str | os.PathLike[str] | None = None,
        charset: str | None = None,
        fetched: str | date | datetime | None = None,
    ) -> str | bytes:
        """The page in a format, without making a record of it: "text", "markdown", "html" and so on, as str; "epub"
        as bytes."""
        number_of(format)
        made = render(html, known_of(url, path, charset, fetched), self._settings, format, {})
        return made if format == "epub" else made.decode()

    def extract_batch(
        self,
        pages: Iterable[PageLike] | Table,
        *,
        threads: int | None = None,
        keep_pages: bool = True,
        column: str = "html",
    ) -> Batch:
        """The records of many pages, in their order. See cutline.extract_batch()."""
        return Batch(pages, self._options, self._settings, threads, keep_pages, column)

    def __repr__(self) -> str:
        return f"<Extractor {self._settings}>" if self._settings else "<Extractor>"

    def __eq__(self, other: object) -> bool:
        return self._settings == other._settings if isinstance(other, Extractor) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._settings.items())))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (self._settings,)


def _restore(settings: dict[str, Any]) -> Extractor:
    extractor = Extractor.__new__(Extractor)
    extractor._settings = settings
    extractor._options = _core.Options(**settings)
    return extractor


DEFAULT = Extractor()


def extract(
    html: Html,
    *,
    url: str | None = None,
    path: str | os.PathLike[str] | None = None,
    charset: str | None = None,
    fetched: str | date | datetime | None = None,
    encoding: str | None = None,
    kind: Kind = "auto",
    favor: Favor = "balance",
    fields: Iterable[str] | None = None,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    dropped: bool = False,
    scripting: bool = False,
    limits: Mapping[str, int] = {},  # noqa: B006 - never changed
) -> Record:
    """The record of a page.

    html       bytes as they were fetched (unpacked), whose encoding is found out; or str, which is not asked for one
    url        the address that the page was fetched from
    path       a name that the page has for you, which goes into `source.path`; nothing is read from there
    charset    that of the HTTP Content-Type header
    fetched    when it was fetched: what "2 hours ago" is counted from

    The others are those of Extractor, which is quicker where many pages have the same.

    A page that is merely bad gives its best record. Raises EmptyPageError, NotAPageError, LimitError for what is no page
    or too long; TypeError and ValueError for arguments that can't be.
    """
    if (
        encoding is None
        and fields is None
        and kind == "auto"
        and favor == "balance"
        and not (include or exclude or dropped or scripting or limits)
    ):
        extractor = DEFAULT
    else:
        extractor = Extractor(
            encoding=encoding,
            kind=kind,
            favor=favor,
            fields=fields,
            include=include,
            exclude=exclude,
            dropped=dropped,
            scripting=scripting,
            limits=limits,
        )
    return extractor.extract(html, url=url, path=path, charset=charset, fetched=fetched)


def extract_batch(
    pages: Iterable[PageLike] | Table,
    *,
    threads: int | None = None,
    keep_pages: bool = True,
    column: str = "html",
    **options: Unpack[Options],
) -> Batch:
    """The records of many pages, in their order, read by several threads.

    pages       bytes or str; (html, url); a Page, or a mapping with its names. They are pulled a few dozen ahead.
                Or a table: whatever gives Arrow (pyarrow, polars, pandas, DuckDB), with a column of pages and perhaps
                others of the names of a Page; or such a column alone
    threads     None: as many as there are processors
    keep_pages  whether records hold on to their pages, from which Markdown and the like are made; False where records
                are kept and only their fields are wanted
    column      the column of a table that the pages are in

    The options are those of Extractor. A page that fails is a row with an `error`, and the others come all the same.
    A batch gives Arrow as well: `pyarrow.table(batch)`, `polars.DataFrame(batch)`, or `batch.to_arrow()`.
    """
    return Extractor(**options).extract_batch(pages, threads=threads, keep_pages=keep_pages, column=column)
