# The extension module. Its functions take what the package has checked; call the package instead.
from typing import Any, final

FIELDS: tuple[str, ...]
ROLES: tuple[str, ...]
VERSION: str

_Known = tuple[str | None, str | None, str | None, str | None] | None

@final
class Options:
    def __new__(
        cls,
        *,
        encoding: str | None = ...,
        fields: str | None = ...,
        fragment: str | None = ...,
        kind: int = ...,
        favor: int = ...,
        scripting: int = ...,
        features: int = ...,
        dropped: int = ...,
        roles: tuple[tuple[int, int], ...] = ...,
        parts: tuple[tuple[int, int], ...] = ...,
        limits: tuple[tuple[int, int], ...] = ...,
    ) -> Options: ...

@final
class Flag:
    def set(self) -> None: ...

def extract(html: object, options: Options, known: _Known, format: int, /) -> bytes: ...
def extract_many(pages: list[tuple[object, _Known]], options: Options, format: int, stop: Flag, /) -> list[Any]: ...
def members(json: bytes, /) -> dict[str, tuple[int, int]]: ...
