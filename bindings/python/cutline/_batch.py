"""Many pages, by several threads, in order.

Whoever asks for the next row pulls pages from the source, a few ahead of what is done, and hands them to threads in
chunks; the threads do their work without the interpreter's lock.
"""

from __future__ import annotations

import atexit
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Optional, Protocol, Union
from weakref import WeakSet

from cutline import _arrow, _core
from cutline._errors import Error
from cutline._formats import FORMATS, Html, Known, known_of
from cutline._record import Record, make_failed, make_record

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-not-found, import-untyped, unused-ignore]

_JSON = FORMATS["json"]
_THREADS_MAX = 256
_CHUNK_PAGES = 16  # enough that handing over costs nothing beside the work, few enough to stop soon
_CHUNK_BYTES = 1 << 20
_CHUNKS_AHEAD = 2  # for each thread


@dataclass(frozen=True)
class Page:
    """A page of a batch, with what is known of it. See extract()."""

    html: Html
    url: str | None = None
    path: str | os.PathLike[str] | None = None
    charset: str | None = None
    fetched: str | date | datetime | None = None


class Table(Protocol):
    """What gives Arrow; a single batch of it, with __arrow_c_array__ alone, is taken as well."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


# What a batch takes for a page; None and what else is none becomes an error row.
PageLike = Union[Html, Page, tuple[Html, Optional[str]], Mapping[str, Any], None]


def _read_page(item: object) -> tuple[object, Known]:
    """The page in an item, and what is known of it."""
    if isinstance(item, Page):
        return item.html, known_of(item.url, item.path, item.charset, item.fetched)
    if isinstance(item, tuple) and len(item) == 2:
        return item[0], known_of(item[1], None, None, None)
    if isinstance(item, Mapping):
        known = known_of(item.get("url"), item.get("path"), item.get("charset"), item.get("fetched"))
        return item.get("html"), known
    return item, None


class _Chunk:
    """Pages that one thread reads one after the other."""

    def __init__(self) -> None:
        self.pages: list[tuple[object, Known]] = []
        self.bytes = 0
        self.done = threading.Event()
        self.outcomes: list[Any] = []

    def add(self, page: object, known: Known) -> None:
        self.pages.append((page, known))
        self.bytes += len(page) if isinstance(page, (bytes, str)) else 0

    def is_full(self) -> bool:
        return len(self.pages) >= _CHUNK_PAGES or self.bytes >= _CHUNK_BYTES


def _work(chunks: SimpleQueue[_Chunk | None], options: _core.Options, stop: _core.Flag) -> None:
    """What a thread does until it is given None."""
    while True:
        chunk = chunks.get()
        if chunk is None:
            return
        try:
            chunk.outcomes = _core.extract_many(chunk.pages, options, _JSON, stop)
        except BaseException as error:  # no memory for the list itself: told for each page
            chunk.outcomes = [error] * len(chunk.pages)
        chunk.done.set()


def _row(page: object, known: Known, outcome: Any, settings: dict[str, Any], keep_page: bool) -> Record:
    if isinstance(outcome, bytes):
        if not keep_page:
            return make_record(outcome, None, known, settings)
        kept = page if isinstance(page, (bytes, str)) else bytes(page)  # type: ignore[call-overload]
        return make_record(outcome, kept, known, settings)
    if isinstance(outcome, Error):
        return make_failed(outcome, known)
    code = "no-memory" if isinstance(outcome, MemoryError) else "argument"
    return make_failed(Error(code, str(outcome) or type(outcome).__name__), known)


class Batch(Iterator[Record]):
    """Records in the order of their pages, as extract_batch() gives them.

    A page that fails is a row with an `error`. Where the source of the pages raises, the rows of the pages before come
    first, then its exception. After Ctrl-C the rows that were done still come out of the batch, then it ends. close()
    stops it at once; so does the end of a `with`.
    """

    def __init__(
        self,
        pages: Iterable[PageLike] | Table,
        options: _core.Options,
        settings: dict[str, Any],
        threads: int | None,
        keep_pages: bool,
        column: str,
    ) -> None:
        self._source = _pages_of(pages, column)
        self._settings = settings
        self._keep_pages = keep_pages
        self._process = os.getpid()
        self._stop = _core.Flag()
        self._rows: deque[Record] = deque()
        self._pending: deque[_Chunk] = deque()
        self._gathered = _Chunk()
        self._ended = False  # no more pages are pulled
        self._broken = False  # rows end at the first page whose turn did not come
        self._source_error: BaseException | None = None
        self._raised: BaseException | None = None  # while rows went out as Arrow
        self._threads = _thread_count(threads)
        self._chunks: SimpleQueue[_Chunk | None] = SimpleQueue()
        self._workers = [
            threading.Thread(target=_work, args=(self._chunks, options, self._stop), daemon=True, name="cutline")
            for _ in range(self._threads)
        ]
        for worker in self._workers:
            worker.start()
        _live.add(self)

    def __next__(self) -> Record:
        if self._process != os.getpid():
            raise RuntimeError("a batch can't go on in a forked process, where its threads are not: begin one there")
        try:
            while not self._rows:
                self._fill()
                if not self._pending:
                    self._finish()
                chunk = self._pending[0]
                chunk.done.wait()
                self._pending.popleft()
                self._take(chunk)
        except Exception:
            raise
        except BaseException:  # Ctrl-C: no more pages, but what was done is kept
            self._halt()
            raise
        return self._rows.popleft()

    def _fill(self) -> None:
        """Pulls pages until enough are on their way, or until there is a row to give."""
        while not self._ended and len(self._pending) < self._threads * _CHUNKS_AHEAD:
            if self._pending and self._pending[0].done.is_set():
                return
            try:
                item = next(self._source)
            except StopIteration:
                self._ended = True
            except Exception as error:
                self._ended = True
                self._source_error = error
            else:
                self._gather(item)
            # Threads that have nothing to do don't wait for a full chunk.
            if self._gathered.is_full() or self._ended or len(self._pending) < self._threads:
                self._submit()

    def _gather(self, item: object) -> None:
        try:
            page, known = _read_page(item)
        except (TypeError, ValueError):  # a path that is none, and the like: the row will tell
            page, known = item, None
        self._gathered.add(page, known)

    def _submit(self) -> None:
        if self._gathered.pages:
            self._pending.append(self._gathered)
            self._chunks.put(self._gathered)
            self._gathered = _Chunk()

    def _take(self, chunk: _Chunk) -> None:
        for (page, known), outcome in zip(chunk.pages, chunk.outcomes):
            if outcome is None:
                self._broken = True
            if not self._broken:
                self._rows.append(_row(page, known, outcome, self._settings, self._keep_pages))

    def _finish(self) -> None:
        """Ends the iteration: with what the source raised, once, or as iterators do."""
        self._dismiss()
        error, self._source_error = self._source_error, None
        if error is not None:
            raise error
        raise StopIteration

    def _halt(self) -> None:
        self._stop.set()
        self._ended = True
        self._gathered = _Chunk()

    def _dismiss(self) -> None:
        for _ in self._workers:
            self._chunks.put(None)
        self._workers = []

    def close(self) -> None:
        """Stops the work; there are no more rows then. May be called again."""
        self._halt()
        workers = self._workers
        self._dismiss()
        if self._process == os.getpid():
            for worker in workers:
                worker.join()
        self._pending.clear()
        self._rows.clear()
        self._source_error = None

    def __enter__(self) -> Batch:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_workers"):
            self._stop.set()  # and no more: at the interpreter's end the module's names may be gone
            self._dismiss()

    def __arrow_c_schema__(self) -> object:
        return _arrow.schema_capsule(self._settings)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows that are left as batches of columns, for whatever reads Arrow; each is made when it is asked for."""
        return _arrow.stream_capsule(self._told(), self._settings)

    def _told(self) -> Iterator[Record]:
        """The rows; what they raise is kept, since Arrow passes on no more than its text."""
        try:
            yield from self
        except BaseException as error:
            self._raised = error
            raise

    def to_arrow(self) -> pyarrow.Table:
        """The rows that are left as a pyarrow.Table. After Ctrl-C the exception has what was done as its `table`."""
        import pyarrow  # type: ignore[import-not-found, import-untyped, unused-ignore]

        batches = pyarrow.RecordBatchReader.from_stream(self)
        done: list[pyarrow.RecordBatch] = []
        try:
            done.extend(batches)
        except BaseException as error:
            # What comes through Arrow is its own exception; the one that it was is what callers wait for.
            original, self._raised = self._raised, None
            raised = error if original is None else original
            rows = pyarrow.RecordBatchReader.from_stream(self)
            raised.table = pyarrow.Table.from_batches([*done, *rows], batches.schema)  # type: ignore[attr-defined]
            raise raised from None
        return pyarrow.Table.from_batches(done, batches.schema)

    def __repr__(self) -> str:
        return f"<Batch, {self._threads} threads>"


def _pages_of(pages: Any, column: str) -> Iterator[Any]:
    if _arrow.is_arrow(pages):
        return (Page(*row) for row in _arrow.read_pages(pages, column))
    return iter(pages)


_live: WeakSet[Batch] = WeakSet()


@atexit.register
def _close_all() -> None:
    """No thread may be at work when the interpreter goes away."""
    for batch in list(_live):
        batch.close()


def _thread_count(threads: int | None) -> int:
    if threads is None:
        usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        return min(usable, _THREADS_MAX)
    if not isinstance(threads, int) or isinstance(threads, bool):
        raise TypeError(f"threads is a number or None (all processors), not {type(threads).__name__}")
    if not 1 <= threads <= _THREADS_MAX:
        raise ValueError(f"threads is from 1 to {_THREADS_MAX}, not {threads}")
    return threads
