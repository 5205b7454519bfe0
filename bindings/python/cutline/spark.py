"""Cutline in Apache Spark: a column of pages, a DataFrame of pages, or WARC files, to a column of records.

    from cutline import spark

    read = spark.udf(fields=["title", "published", "text"])
    pages.select("id", read("html", "url").alias("record")).select("id", "record.*")

    spark.extract_pages(pages, html="html", url="url").write.parquet("s3://…/records")
    spark.extract_warcs(session, ["s3://…/CC-MAIN-…warc.gz", …]).write.parquet("s3://…/records")

A record is a struct with the fields that were chosen, shaped as docs/record.schema.json says, and `error`, which is null
but for pages that failed. Cutline and pyarrow are needed on the executors as well, and pandas, which Spark wants for all
that goes by Arrow (docs/spark.md). Tested with Spark 4.3.
"""

# The package is checked where these are not installed, too.
# mypy: disable-error-code="import-not-found, import-untyped"
# pyright: reportMissingImports=false, reportMissingModuleSource=false

from __future__ import annotations

import builtins
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import repeat
from typing import IO, TYPE_CHECKING, Any, TypeVar, Union
from urllib.parse import unquote

import pyarrow as pa
from pyspark.sql import functions
from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DataType,
    DoubleType,
    IntegerType,
    LongType,
    MapType,
    StringType,
    StructField,
    StructType,
)

from cutline import _core
from cutline._batch import Page
from cutline._errors import Error
from cutline._extract import Extractor
from cutline._schema import Names, fold, shape_of
from cutline._warc_pages import PAGE_TYPES, RECORD_BYTES_MAX, WarcPage, read_pages

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession
    from typing_extensions import Unpack

    from cutline._options import Options
    from cutline._schema import Shape

    # Opens a path of a WARC file, on an executor, for reading bytes.
    Opener = Callable[[str], IO[bytes]]

__all__ = ["extract_pages", "extract_warcs", "record_type", "udf"]

_Row = TypeVar("_Row")
_BATCH_ROWS = 256
_BATCH_BYTES = 8 << 20  # of JSON: what is made of a batch in Arrow takes about as much again

_SPARK_TYPES: dict[str, DataType] = {
    "string": StringType(),
    "integer": LongType(),
    "number": DoubleType(),
    "boolean": BooleanType(),
}
_ARROW_TYPES: dict[str, Any] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}


# Types


def record_type(**options: Unpack[Options]) -> StructType:
    """The type of the records that these options of cutline.Extractor give."""
    return _Reader(Extractor(**options), 1).record_type()


def _spark_type(shape: Shape) -> DataType:
    return fold(
        shape,
        _SPARK_TYPES.__getitem__,
        ArrayType,
        lambda: MapType(StringType(), StringType()),
        lambda members: StructType([StructField(name, member) for name, member in members]),
    )


def _arrow_type(shape: Shape) -> Any:
    return fold(
        shape,
        _ARROW_TYPES.__getitem__,
        lambda item: pa.list_(pa.field("element", item)),
        lambda: pa.map_(pa.string(), pa.string()),
        lambda members: pa.struct([pa.field(name, member) for name, member in members]),
    )


# What runs on executors

# What a record is made of: a page, or what kept it from being read.
_Source = Union[Page, Error]


class _Reader:
    """Pages to records. The driver pickles it, and each executor makes it anew."""

    def __init__(self, extractor: Extractor, threads: int | None) -> None:
        self.extractor = extractor
        self.shape = shape_of(extractor._settings)
        self.threads = threads

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (_core.VERSION, self.extractor, self.threads)

    def record_type(self) -> StructType:
        made = _spark_type(self.shape)
        assert isinstance(made, StructType)
        return made

    def read(self, sources: Iterable[_Source]) -> Iterator[tuple[dict[str, Any], int]]:
        """Each record as Arrow takes it, and the size of its JSON."""
        failed: deque[Error | None] = deque()

        def pages() -> Iterator[Page | None]:
            for source in sources:
                failed.append(source if isinstance(source, Error) else None)
                yield source if isinstance(source, Page) else None

        with self.extractor.extract_batch(pages(), threads=self.threads, keep_pages=False) as batch:
            for record in batch:
                error = failed.popleft()
                told = record.to_dict() if error is None else {"error": error.to_dict()}
                yield self._row(told), len(record._json)
        if failed:
            raise RuntimeError("the batch was stopped before all its pages were read")

    def _row(self, told: dict[str, Any]) -> dict[str, Any]:
        row = {}
        for name, shape in self.shape.members:
            value = told.get(name)
            row[name] = list(value.items()) if isinstance(shape, Names) and value is not None else value
        return row

    def to_array(self, rows: list[dict[str, Any]]) -> pa.Array:
        return pa.array(rows, type=_arrow_type(self.shape))


def _restore(version: str, extractor: Extractor, threads: int | None) -> _Reader:
    if version != _core.VERSION:
        raise RuntimeError(
            f"the driver has cutline {version} and this executor {_core.VERSION}: install one version on both"
        )
    return _Reader(extractor, threads)


def _gathered(rows: Iterable[tuple[_Row, int]]) -> Iterator[list[_Row]]:
    """Rows in lists that are not too long for a batch."""
    batch: list[_Row] = []
    total = 0
    for row, size in rows:
        batch.append(row)
        total += size
        if len(batch) == _BATCH_ROWS or total >= _BATCH_BYTES:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def _values(column: pa.Array) -> Iterator[Any]:
    return (value.as_py() for value in column)


# A column


def udf(*, threads: int | None = 1, **options: Unpack[Options]) -> Callable[..., Column]:
    """A function of columns: of HTML (binary or string), and of the pages' addresses if there is a second one.

    What it gives is a column of records, of the type record_type(**options). A page that is null or can't be read gives a
    record with an `error`. The options are those of cutline.Extractor.

    threads  for each task; leave it at 1 unless spark.task.cpus is more

    It is an Arrow UDF where Spark has these (4.1 and later), else one of pandas, which has to be installed then.
    """
    reader = _Reader(Extractor(**options), threads)
    result = reader.record_type()

    def rows(html: Iterable[Any], urls: Iterable[Any]) -> list[dict[str, Any]]:
        return [row for row, _ in reader.read(Page(page, url) for page, url in zip(html, urls))]

    make_arrow: Any = getattr(functions, "arrow_udf", None)  # its types lack structs
    if make_arrow is not None:

        def read_arrow(html: pa.Array, *url: pa.Array) -> pa.Array:
            return reader.to_array(rows(_values(html), _values(url[0]) if url else repeat(None)))

        made = make_arrow(read_arrow, result)
    else:

        def read_pandas(html: Any, url: Any = None) -> Any:
            import pandas

            read = rows(html, repeat(None) if url is None else url)
            return pandas.DataFrame(read, columns=result.names)

        make_pandas: Any = getattr(functions, "pandas_udf")  # noqa: B009 - nor has it the type given outright
        made = make_pandas(read_pandas, result, getattr(functions, "PandasUDFType").SCALAR)  # noqa: B009
    function: Callable[..., Column] = made
    return function


# A DataFrame


def extract_pages(
    frame: DataFrame,
    *,
    html: str = "html",
    url: str | None = None,
    path: str | None = None,
    charset: str | None = None,
    fetched: str | None = None,
    keep: Iterable[str] | None = None,
    into: str = "record",
    threads: int | None = 1,
    **options: Unpack[Options],
) -> DataFrame:
    """The records of a DataFrame of pages, a row for each of its rows.

    html     the column with the pages, binary or string
    url, path, charset, fetched  the columns with what is known of each page, as cutline.extract() has it
    keep     the columns that stay beside the record; None: all but that of the pages
    into     the column of the records
    threads  for each task; leave it at 1 unless spark.task.cpus is more

    The options are those of cutline.Extractor. A page that is null or can't be read gives a record with an `error`.
    Pages come from the JVM in batches of spark.sql.execution.arrow.maxRecordsPerBatch rows, which for whole pages has to
    be some hundreds rather than the ten thousand that it is (docs/spark.md).
    """
    kept = [name for name in frame.columns if name != html] if keep is None else list(keep)
    if into in kept:
        raise ValueError(f"there is a column {into!r} already: choose another name with into=, or leave it out of keep=")
    known = {"url": url, "path": path, "charset": charset, "fetched": fetched}
    columns = {name: column for name, column in known.items() if column is not None}
    for name in (html, *columns.values(), *kept):
        if name not in frame.columns:
            raise ValueError(f"there is no column {name!r}; there are {', '.join(frame.columns)}")
    reader = _Reader(Extractor(**options), threads)
    used = list(dict.fromkeys([html, *columns.values(), *kept]))
    schema = StructType([frame.schema[name] for name in kept] + [StructField(into, reader.record_type())])

    def pages(batch: pa.RecordBatch) -> Iterator[Page]:
        known = zip(*(_values(batch.column(used.index(column))) for column in columns.values()))
        for page, values in zip(_values(batch.column(0)), known if columns else repeat(())):
            yield Page(page, **dict(zip(columns, values)))

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            begin = 0
            for rows in _gathered(reader.read(pages(batch))):
                beside = [batch.column(used.index(name)).slice(begin, len(rows)) for name in kept]
                yield pa.RecordBatch.from_arrays([*beside, reader.to_array(rows)], names=[*kept, into])
                begin += len(rows)

    return frame.select([_quoted(name) for name in used]).mapInArrow(read, schema)


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


# WARC files

_WARC_COLUMNS = {
    "path": (StringType(), pa.string()),
    "offset": (LongType(), pa.int64()),
    "record_id": (StringType(), pa.string()),
    "url": (StringType(), pa.string()),
    "fetched": (StringType(), pa.string()),
    "status": (IntegerType(), pa.int32()),
}


def extract_warcs(
    session: SparkSession,
    paths: Iterable[str | os.PathLike[str]],
    *,
    tasks: int | None = None,
    open: Opener | None = None,
    types: Sequence[str] = PAGE_TYPES,
    record_bytes_max: int = RECORD_BYTES_MAX,
    into: str = "record",
    threads: int | None = 1,
    **options: Unpack[Options],
) -> DataFrame:
    """The records of the pages in WARC (or WET) files, packed with gzip or not. The executors read the files.

    paths    of files that each executor reaches: of a file system that all share, or s3://, gs://, hdfs:// as pyarrow.fs
             opens them
    tasks    how many tasks the files are dealt out to; None: one for each file
    open     opens a path instead, on an executor
    types    the Content-Types that are pages; what is of another is passed over
    record_bytes_max  a record that is longer, unpacked, gives an error row
    into, threads, and the options as in extract_pages()

    The columns are path, offset (the byte where the record begins), record_id, url, fetched (WARC-Date), status (of HTTP)
    and the record. Answers of every status are there: where("status = 200") leaves out the others. A record that is
    damaged is a row with an `error`, and so is a file that is not there; a file that fails to be read half-way fails its
    task, which Spark tries again.
    """
    if into in _WARC_COLUMNS:
        raise ValueError(f"there is a column {into!r} already: choose another name with into=")
    files = [os.fspath(path) for path in paths]
    count = len(files) if tasks is None else tasks
    if count < 1 and files:
        raise ValueError(f"tasks is 1 or more, not {count}")
    reader = _Reader(Extractor(**options), threads)
    plain = [StructField(name, kind) for name, (kind, _) in _WARC_COLUMNS.items()]
    schema = StructType([*plain, StructField(into, reader.record_type())])
    chosen = tuple(types)
    opener = open or _open

    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        # One row of the range for each file: its number.
        numbers = (number for batch in batches for number in _values(batch.column(0)))
        found: deque[tuple[Any, ...]] = deque()

        def pages() -> Iterator[_Source]:
            for number in numbers:
                for page in _warc_pages(files[number], opener, chosen, record_bytes_max):
                    found.append((files[number], page.offset, page.record_id, page.url, page.fetched, page.status))
                    yield page.error or Page(page.html or b"", page.url, None, page.charset, page.fetched)

        for rows in _gathered(reader.read(pages())):
            beside = zip(*(found.popleft() for _ in rows))
            arrays = [pa.array(values, type=kind) for values, (_, kind) in zip(beside, _WARC_COLUMNS.values())]
            yield pa.RecordBatch.from_arrays([*arrays, reader.to_array(rows)], names=[*_WARC_COLUMNS, into])

    return session.range(0, len(files), 1, max(count, 1)).mapInArrow(read, schema)


def _warc_pages(path: str, opener: Opener, types: tuple[str, ...], record_bytes_max: int) -> Iterator[WarcPage]:
    try:
        file = opener(path)
    except (FileNotFoundError, PermissionError, IsADirectoryError) as error:  # to try again would not help
        yield WarcPage(0, error=Error("io", f"can't be opened: {error.strerror or error}", "input"))
        return
    with closing(file):
        yield from read_pages(file, types=types, record_bytes_max=record_bytes_max)


def _open(path: str) -> IO[bytes]:
    scheme, parted, rest = path.partition("://")
    if not parted:
        return builtins.open(path, "rb")
    if scheme == "file":
        return builtins.open(unquote(rest), "rb")
    from pyarrow import fs

    # Hadoop's names for S3
    system, place = fs.FileSystem.from_uri("s3://" + rest if scheme in ("s3a", "s3n") else path)
    file: IO[bytes] = system.open_input_stream(place, compression=None)
    return file
