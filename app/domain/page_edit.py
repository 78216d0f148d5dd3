"""What the leader changed on a page that comes from the content."""

from dataclasses import dataclass

Notes = tuple[tuple[str, str], ...]
"""Lines of (停|问|误|"", text)."""


@dataclass(frozen=True, slots=True)
class PageEdit:
    """``notes`` and ``seconds`` are None where they were left as built. ``was`` are the notes that were replaced and
    ``source`` the hash of the content at that moment: by them a later update is seen."""

    id: str
    notes: Notes | None = None
    seconds: int | None = None
    was: Notes = ()
    source: str = ""
