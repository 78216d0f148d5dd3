"""How the reader wants the text."""

from dataclasses import dataclass

from app.domain.settings import Appearance
from app.ui.parts.case_text import CaseText


@dataclass(frozen=True)
class ReadingStyle:
    face: str = "hei"
    size: int = 18
    spacing: str = "normal"

    @classmethod
    def of(cls, appearance: Appearance) -> "ReadingStyle":
        return cls(appearance.face, appearance.reading_size, appearance.spacing)

    def text(self, name: str) -> CaseText:
        """An empty text in this style."""
        made = CaseText(name, self.face, self.size, self.spacing)
        made.begin()
        return made
