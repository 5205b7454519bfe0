"""Cutline reads news pages, in any encoding and however broken, and gives back the article.

    import cutline

    record = cutline.extract(html, url="https://news.example/story")
    record.title, record.authors, record.published, record.text
"""

from cutline._batch import Batch, Page
from cutline._core import VERSION as __version__
from cutline._errors import DamagedError, EmptyPageError, Error, LimitError, NotAPageError, SelectorError
from cutline._extract import Extractor, extract, extract_batch
from cutline._options import FIELDS, ROLES
from cutline._parts import (
    Block,
    Comment,
    Dropped,
    Edition,
    Image,
    Media,
    Pages,
    Person,
    Quote,
    Related,
    Site,
    Source,
    Span,
)
from cutline._record import Record
from cutline._tree import Node, Tree, parse

__all__ = [
    "FIELDS",
    "ROLES",
    "Batch",
    "Block",
    "Comment",
    "DamagedError",
    "Dropped",
    "Edition",
    "EmptyPageError",
    "Error",
    "Extractor",
    "Image",
    "LimitError",
    "Media",
    "Node",
    "NotAPageError",
    "Page",
    "Pages",
    "Person",
    "Quote",
    "Record",
    "Related",
    "SelectorError",
    "Site",
    "Source",
    "Span",
    "Tree",
    "__version__",
    "extract",
    "extract_batch",
    "parse",
]
