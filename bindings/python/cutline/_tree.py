"""The parser alone: the tree of a page, as browsers make it (WHATWG HTML)."""

from __future__ import annotations

from collections.abc import Mapping

from cutline import _core
from cutline._core import Node, Tree
from cutline._formats import Html, known_of
from cutline._options import normalize

__all__ = ["Node", "Tree", "parse"]


def parse(
    html: Html,
    *,
    charset: str | None = None,
    encoding: str | None = None,
    fragment: str | None = None,
    scripting: bool = True,
    limits: Mapping[str, int] = {},  # noqa: B006 - never changed
) -> Tree:
    """The tree of a page, read-only. Any bytes have one; LimitError where a limit is reached.

    html       bytes as they were fetched, whose encoding is found out; or str
    charset    that of the HTTP Content-Type header
    encoding   an encoding that is to be used whatever the page says
    fragment   the element that it is a fragment of: "div", "svg path". None: a document
    scripting  whether the page is read as by a browser with scripts: <noscript> holds text then
    limits     "page-bytes", "tree-depth", "tree-nodes"
    """
    settings = normalize(encoding, "auto", "balance", None, (), (), False, False, limits)
    settings["scripting"] = int(bool(scripting))
    if fragment is not None:
        settings["fragment"] = fragment
    return _core.parse(html, _core.Options(**settings), known_of(None, None, charset, None))
