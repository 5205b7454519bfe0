"""For datatrove: an extractor step.

    from cutline.datatrove import Cutline

    pipeline = [WarcReader("pages/"), Cutline(favor="precision"), JsonlWriter("texts/")]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datatrove.pipeline.extractors.base import BaseExtractor  # type: ignore[import-untyped,unused-ignore]

from cutline._columns import Columns
from cutline._errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typing_extensions import Unpack

    from cutline._columns import Fields
    from cutline._options import RowOptions

__all__ = ["Cutline"]

_METADATA = ("title", "authors", "published", "language")


class Cutline(BaseExtractor):  # type: ignore[misc,unused-ignore]
    """Makes of each document, whose text is a page, its article; what else is known of that goes into the metadata.

    metadata  the fields that the metadata are to have (cutline.FIELDS), or members of them: "site.name"; what is not
              known of a page is not added. Or a dict, {"site": "site.name"}, to name them
    timeout   not used: the work is done in the process itself, and limits= bounds it

    The other options are those of cutline.Extractor. metadata["url"], which WarcReader gives, is the page's address.
    Documents that are no page, and pages without text, are dropped and counted, as by datatrove's own extractors.

        >>> Cutline().extract("<h1>Ducks win</h1><p>They won at home, and the match was a long one.</p>")
        'They won at home, and the match was a long one.'
    """

    name = "✂ Cutline"
    _requires_dependencies = ["cutline"]

    def __init__(self, metadata: Fields = _METADATA, timeout: float = 1, **options: Unpack[RowOptions]) -> None:
        super().__init__(timeout)
        self._fields = metadata
        self._options = options
        self._columns: Columns | None = None

    def _made(self) -> Columns:
        if self._columns is None:
            fields = Columns(self._fields, "text", self._options).paths
            self._columns = Columns({**fields, _TEXT: "text"}, "text", self._options)
        return self._columns

    def extract(self, text: str) -> str:
        """The text of a page; "" where it has none."""
        return self._made().extractor.extract(text).text or ""

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:
        """The documents that have a text, one after the other."""
        columns = self._made()
        for document in data:
            self.stat_update("total")
            with self.track_time():
                try:
                    row = columns.row(columns.extractor.extract(document.text, url=document.metadata.get("url")))
                except (Error, TypeError, ValueError):
                    self.stat_update("clean_error")
                    continue
                self.stat_update("extracted")
            del row["error"]
            document.text = row.pop(_TEXT) or ""
            document.metadata.update({name: value for name, value in row.items() if value not in (None, [])})
            if document.text:
                self.stat_update("forwarded")
                self.update_doc_stats(document)
                yield document
            else:
                self.stat_update("dropped")

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_columns": None}


_TEXT = "\0text"  # no name that the metadata may have
