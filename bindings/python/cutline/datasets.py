"""For Hugging Face datasets: what map() is given to make columns of records from a column of pages.

    from cutline.datasets import ExtractRecords

    extract = ExtractRecords("html", url="url", fields=["title", "text"])
    records = pages.map(extract, batched=True, num_proc=2, features=extract.features(pages.features))
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cutline._columns import ARTICLE, Columns, arrow_type, pages_of
from cutline._core import VERSION

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from cutline._columns import Fields, Times
    from cutline._options import RowOptions

__all__ = ["ARTICLE", "ExtractRecords"]


class ExtractRecords:
    """A function for Dataset.map() and IterableDataset.map(), with batched=True or without.

    html     the column of the pages
    url      that of their addresses
    fields   the fields wanted (cutline.FIELDS), or members of them: "site.name", "authors.name" (a list of names).
             Or a dict, {"site": "site.name"}, to name the columns
    times    "text": `published` and `modified` are what the page says (ISO 8601); "utc": they are times in UTC
    threads  threads of each process; num_proc of map() says how many processes there are

    The other options are those of cutline.Extractor. The column `error` is null where the page was read. Where there is
    no page or it is none, the other columns are null and `error` says why ("not-a-page: …").

    It pickles, and with it the version of this package, so that what datasets has cached of another is not taken.

        >>> extract = ExtractRecords("html", fields=["title"])
        >>> extract({"html": ["<h1>Ducks win</h1><p>They won at home.", None]})
        {'title': ['Ducks win', None], 'error': [None, 'empty: no bytes to read']}
    """

    def __init__(
        self,
        html: str = "html",
        *,
        url: str | None = None,
        fields: Fields = ARTICLE,
        times: Times = "text",
        threads: int | None = 1,
        **options: Unpack[RowOptions],
    ) -> None:
        kept = fields if isinstance(fields, (str, Mapping)) else tuple(fields)
        self._state = (html, url, kept, times, threads, options)
        self._columns = Columns(kept, times, options)

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        html, url, _, _, threads, _ = self._state
        pages = batch[html]
        addresses = None if url is None else batch[url]
        if isinstance(pages, list):
            return self._columns.columns(pages_of(pages, addresses), threads)
        return next(self._columns.rows(pages_of([pages], None if url is None else [addresses]), 1))

    def features(self, given: Mapping[str, Any] | None = None) -> Any:
        """The types of the columns as datasets.Features, after those of the dataset that it is used on. map() guesses
        them from the first rows otherwise, and fails where these have nulls alone."""
        import datasets  # type: ignore[import-untyped,unused-ignore]
        import pyarrow  # type: ignore[import-untyped,unused-ignore]

        schema = pyarrow.schema([(name, arrow_type(kind)) for name, kind in self._columns.types.items()])
        return datasets.Features({**(given or {}), **datasets.Features.from_arrow_schema(schema)})

    def __getstate__(self) -> tuple[Any, ...]:
        return VERSION, self._state

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self._state = state[1]
        self._columns = Columns(self._state[2], self._state[3], self._state[5])
