"""The user guide: chapters of numbered sections."""

from dataclasses import dataclass

from app.domain.prose import Prose, prose_text


@dataclass(frozen=True)
class GuideSection:
    """``number`` as it is shown: "2.1"."""

    number: str
    title: str
    blocks: Prose


@dataclass(frozen=True)
class GuideChapter:
    """``name`` is that of its file, by which other chapters point to it: "02-install"."""

    name: str
    number: int
    title: str
    opening: Prose
    sections: tuple[GuideSection, ...]

    def holds(self, text: str) -> bool:
        """Whether ``text`` is somewhere in what one reads of this chapter."""
        whole = [self.title, prose_text(self.opening)]
        whole += [f"{section.number} {section.title}\n{prose_text(section.blocks)}" for section in self.sections]
        return any(text in part for part in whole)
