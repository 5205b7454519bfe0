"""For Polars: a column of pages to a column of records.

    import cutline.polars

    pages = pages.with_columns(cutline.polars.extract("html", url="url").alias("record")).unnest("record")
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Union

import polars as pl

from cutline._columns import ARTICLE, Array, Columns, Struct, pages_of

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from cutline._columns import Fields, Times, Type
    from cutline._options import RowOptions

    Column = Union[str, pl.Expr, pl.Series]

__all__ = ["ARTICLE", "extract"]


def extract(
    html: Column,
    *,
    url: Column | None = None,
    charset: Column | None = None,
    fetched: Column | None = None,
    fields: Fields = ARTICLE,
    times: Times = "utc",
    threads: int | None = None,
    **options: Unpack[RowOptions],
) -> pl.Expr:
    """An expression: for each page of a column a struct of the fields of its record. unnest() makes columns of it.

    html     pages, String or Binary: the name of the column, an expression, a Series
    url      the address of each; charset and fetched as in cutline.extract()
    fields   the fields wanted (cutline.FIELDS), or members of them: "site.name", "authors.name" (a list of names).
             Or a dict, {"site": "site.name"}, to name the members
    times    "utc": `published` and `modified` are times in UTC, a day being its beginning and a time without zone taken
             for UTC; "text": they are what the page says (ISO 8601)
    threads  None: as many as there are processors

    The other options are those of cutline.Extractor. The last member, `error`, is null where the page was read. Where
    there is no page or it is none, the other members are null and `error` says why ("not-a-page: …").

    It works on DataFrame and LazyFrame, and row by row, so that Polars may stream.

        >>> pages = pl.DataFrame({"html": ["<h1>Ducks win</h1><p>They won at home.", None]})
        >>> rows = pages.select(cutline.polars.extract("html", fields=["title"]).alias("record")).unnest("record")
        >>> rows.rows()
        [('Ducks win', None), (None, 'empty: no bytes to read')]
    """
    columns = Columns(fields, times, options)
    given = [column for column in (html, url, charset, fetched) if column is not None]
    dtype = pl.Struct({name: _dtype(kind) for name, kind in columns.types.items()})
    present = [column is not None for column in (url, charset, fetched)]

    def read(series: Sequence[pl.Series]) -> pl.Series:
        rest = iter(series[1:])
        known = [next(rest) if there else None for there in present]
        rows = list(columns.rows(pages_of(series[0], *known), threads))
        return pl.Series(series[0].name, rows, dtype=dtype)

    return pl.map_batches([_expression(column) for column in given], read, return_dtype=dtype, is_elementwise=True)


def _expression(column: Column) -> pl.Expr:
    if isinstance(column, pl.Series):
        return pl.lit(column)
    return pl.col(column) if isinstance(column, str) else column


def _dtype(kind: Type) -> Any:
    if isinstance(kind, Array):
        return pl.List(_dtype(kind.item))
    if isinstance(kind, Struct):
        return pl.Struct({name: _dtype(member) for name, member in kind.members.items()})
    return {
        "text": pl.String,
        "integer": pl.Int64,
        "number": pl.Float64,
        "boolean": pl.Boolean,
        "time": pl.Datetime("us", "UTC"),
    }[kind]
