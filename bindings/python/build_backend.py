"""meson-python, and with it what pyproject.toml can't say: a free-threaded CPython has no stable ABI."""

from __future__ import annotations

import sysconfig
from typing import Any

import mesonpy
from mesonpy import (  # noqa: F401 (the hooks of PEP 517 and 660 that stay as they are)
    build_sdist,
    get_requires_for_build_editable,
    get_requires_for_build_sdist,
    get_requires_for_build_wheel,
)

Settings = dict[str, Any]


def _for_this_python(settings: Settings | None) -> Settings | None:
    if not sysconfig.get_config_var("Py_GIL_DISABLED"):
        return settings
    settings = dict(settings or {})
    given = settings.get("setup-args", [])
    settings["setup-args"] = [*([given] if isinstance(given, str) else given), "-Dpython.allow_limited_api=false"]
    return settings


def build_wheel(directory: str, settings: Settings | None = None, metadata: str | None = None) -> str:
    return mesonpy.build_wheel(directory, _for_this_python(settings), metadata)


def build_editable(directory: str, settings: Settings | None = None, metadata: str | None = None) -> str:
    return mesonpy.build_editable(directory, _for_this_python(settings), metadata)
