"""What the shapes have in common."""

from __future__ import annotations

import warnings
from datetime import datetime
from urllib.parse import urlsplit


class CutlineCompatWarning(UserWarning):
    """Something was asked for that cutline has not."""


def warn_of(package: str, **given: object) -> None:
    """Tells which arguments were given that mean nothing here."""
    for name, value in given.items():
        if value:
            message = f"cutline has no {name} of {package}: it is left out of account"
            warnings.warn(message, CutlineCompatWarning, stacklevel=4)


def host_of(url: str | None) -> str | None:
    """The host of an address, without "www."."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host[4:] if host and host.startswith("www.") else host


def time_of(text: str | None) -> datetime | None:
    """A date of a record as datetime; with a zone where the record has one."""
    if not text:
        return None
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:  # before Python 3.11 not all of ISO 8601 is read: the day is
        return datetime.fromisoformat(text[:10])
