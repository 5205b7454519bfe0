"""For DuckDB: a function of SQL from a page to its record.

    import cutline.duckdb

    cutline.duckdb.register(connection)
    connection.sql("SELECT record.title FROM (SELECT cutline(html, url) AS record FROM pages)")
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import duckdb

from cutline._columns import ARTICLE, Array, Columns, Struct, arrow_type, pages_of

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import Unpack

    from cutline._columns import Fields, Times, Type
    from cutline._options import RowOptions

__all__ = ["ARTICLE", "register"]

_RESULTS = ("struct", "json")


def register(
    connection: duckdb.DuckDBPyConnection,
    name: str = "cutline",
    *,
    result: Literal["struct", "json"] = "struct",
    fields: Fields = ARTICLE,
    times: Times = "utc",
    threads: int | None = None,
    **options: Unpack[RowOptions],
) -> duckdb.DuckDBPyConnection:
    """Adds a function to a connection: name(html) or name(html, url), from VARCHAR or BLOB to the record of the page.

    result   "struct": a STRUCT with a member a field; "json": the same as the text of a JSON object, for ::JSON
    fields   the fields wanted (cutline.FIELDS), or members of them: "site.name", "authors.name" (a list of names).
             Or a dict, {"site": "site.name"}, to name the members
    times    "utc": `published` and `modified` are TIMESTAMPTZ, a day being its beginning and a time without zone taken
             for UTC; "text", and always in JSON: they are what the page says (ISO 8601)
    threads  None: as many as there are processors. They are used where pyarrow is installed; else one is

    The other options are those of cutline.Extractor. The last member, `error`, is null where the page was read. Where
    there is no page or it is none, the other members are null and `error` says why ("not-a-page: …").

        >>> connection = cutline.duckdb.register(duckdb.connect(), fields=["title"])
        >>> connection.sql("SELECT cutline('<h1>Ducks win</h1><p>They won at home.').title").fetchall()
        [('Ducks win',)]
        >>> connection.sql("SELECT cutline(NULL).error").fetchall()
        [('empty: no bytes to read',)]
    """
    if result not in _RESULTS:
        raise ValueError(f"result can't be {result!r}; there are {', '.join(_RESULTS)}")
    as_json = result == "json"
    columns = Columns(fields, "text" if as_json else times, options)
    made_type = "VARCHAR" if as_json else _sql_struct(columns.types)

    def shown(row: dict[str, Any]) -> Any:
        return json.dumps(row, ensure_ascii=False) if as_json else row

    def read_one(*page: Any) -> Any:
        known = [[value] for value in page[:2]]
        return shown(next(columns.rows(pages_of(*known), 1)))

    def read_many(*page: Any) -> Any:
        import pyarrow  # type: ignore[import-untyped,unused-ignore]

        known = [column.to_pylist() for column in page[:2]]
        rows = [shown(row) for row in columns.rows(pages_of(*known), threads)]
        members = [(member, arrow_type(kind)) for member, kind in columns.types.items()]
        return pyarrow.array(rows, pyarrow.string() if as_json else pyarrow.struct(members))

    vectorized = find_spec("pyarrow") is not None
    create: Any = connection.create_function
    create(
        name,
        read_many if vectorized else read_one,
        None,
        made_type,
        type="arrow" if vectorized else "native",
        null_handling="special",
    )
    return connection


def _sql_struct(members: Any) -> str:
    return "STRUCT(" + ", ".join(f'"{name}" {_sql_type(kind)}' for name, kind in members.items()) + ")"


def _sql_type(kind: Type) -> str:
    if isinstance(kind, Array):
        return _sql_type(kind.item) + "[]"
    if isinstance(kind, Struct):
        return _sql_struct(kind.members)
    return {
        "text": "VARCHAR",
        "integer": "BIGINT",
        "number": "DOUBLE",
        "boolean": "BOOLEAN",
        "time": "TIMESTAMP WITH TIME ZONE",
    }[kind]
