"""For pandas: a column of pages to columns of records.

    import cutline.pandas

    pages = pages.join(cutline.pandas.extract(pages["html"], url=pages["url"], fields=["title", "authors", "text"]))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from cutline._columns import ARTICLE, Array, Columns, Struct, arrow_type, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from typing_extensions import Unpack

    from cutline._columns import Fields, Times, Type
    from cutline._options import RowOptions

__all__ = ["ARTICLE", "extract"]

_BACKENDS = ("numpy_nullable", "pyarrow")


def extract(
    html: pd.Series[Any],
    *,
    url: pd.Series[Any] | None = None,
    charset: pd.Series[Any] | None = None,
    fetched: pd.Series[Any] | None = None,
    fields: Fields = ARTICLE,
    times: Times = "utc",
    dtype_backend: Literal["numpy_nullable", "pyarrow"] = "numpy_nullable",
    threads: int | None = None,
    **options: Unpack[RowOptions],
) -> pd.DataFrame:
    """The records of a column of pages, a column a field, with the index of the pages.

    html           pages, as bytes or str
    url            the address of each; charset and fetched as in cutline.extract(). With the same index
    fields         the fields wanted (cutline.FIELDS), or members of them: "site.name", "authors.name" (a list of
                   names). Or a dict, {"site": "site.name"}, to name the columns
    times          "utc": `published` and `modified` are times in UTC, a day being its beginning and a time without zone
                   taken for UTC; "text": they are what the page says (ISO 8601)
    dtype_backend  "numpy_nullable": lists and groups are Python's; "pyarrow": they have Arrow's types
    threads        None: as many as there are processors

    The other options are those of cutline.Extractor. The last column, `error`, is null where the page was read. Where
    there is no page or it is none, the other columns are null and `error` says why ("not-a-page: …").

        >>> pages = pd.DataFrame({"html": ["<h1>Ducks win</h1><p>They won at home.", None]}, index=["a", "b"])
        >>> rows = cutline.pandas.extract(pages["html"], fields=["title", "topics"])
        >>> rows["title"].to_list()
        ['Ducks win', <NA>]
        >>> rows.loc["b", "error"]
        'empty: no bytes to read'
    """
    if dtype_backend not in _BACKENDS:
        raise ValueError(f"dtype_backend can't be {dtype_backend!r}; there are {', '.join(_BACKENDS)}")
    if not isinstance(html, pd.Series):
        raise TypeError(f'html is a column, like pages["html"], not {type(html).__name__}')
    columns = Columns(fields, times, options)
    known = [_beside(html, name, column) for name, column in (("url", url), ("charset", charset), ("fetched", fetched))]
    made = columns.columns(pages_of(_values(html), *known), threads)
    dtype = _arrow_dtype if dtype_backend == "pyarrow" else _dtype
    series = {name: pd.Series(made[name], index=html.index, dtype=dtype(kind)) for name, kind in columns.types.items()}
    return pd.DataFrame(series, index=html.index)


def _beside(html: pd.Series[Any], name: str, column: pd.Series[Any] | None) -> Iterator[Any] | None:
    if column is None:
        return None
    if not isinstance(column, pd.Series):
        raise TypeError(f"{name} is a column, as html is, not {type(column).__name__}")
    if not column.index.equals(html.index):
        raise ValueError(f"{name} has another index than html: take both from one DataFrame, or reindex() it")
    return _values(column)


def _values(column: pd.Series[Any]) -> Iterator[Any]:
    """The values, whatever pandas has for a missing one as None."""
    return (None if missing else value for value, missing in zip(column, column.isna()))


def _dtype(kind: Type) -> Any:
    if isinstance(kind, (Array, Struct)):
        return object
    return {
        "text": pd.StringDtype(),
        "integer": pd.Int64Dtype(),
        "number": pd.Float64Dtype(),
        "boolean": pd.BooleanDtype(),
        "time": pd.DatetimeTZDtype("us", "UTC"),
    }[kind]


def _arrow_dtype(kind: Type) -> Any:
    return pd.ArrowDtype(arrow_type(kind))
