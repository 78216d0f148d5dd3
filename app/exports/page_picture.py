"""The picture of a projected page, drawn by whoever can draw: documents know no painter."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePicture:
    """PNG bytes of the page as the room sees it first, and after 揭晓 (b"" where there is nothing to reveal)."""

    sheet: bytes
    revealed: bytes = b""
