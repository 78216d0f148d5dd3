"""What a marker wrote on somebody's paper, section by section."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.exam_session import ExamSession
from app.domain.paper_section import PaperSection

Points = tuple[float | None, ...]
"""One for each section; None where nothing is typed yet."""


@dataclass(frozen=True, slots=True)
class PaperMarks:
    person: str
    session: ExamSession
    points: Points

    @property
    def complete(self) -> bool:
        return bool(self.points) and None not in self.points

    @property
    def total(self) -> float:
        return sum(point for point in self.points if point is not None)


def read_points(typed: str, section: PaperSection) -> float | None:
    """None for an empty cell. Raises ValueError with a sentence where it cannot be the points of this section."""
    plain = unicodedata.normalize("NFKC", typed).strip().removesuffix("分").strip().replace("。", ".")
    if not plain:
        return None
    try:
        points = float(plain) if plain.replace(".", "", 1).isdecimal() and len(plain) < 8 else -1.0
    except ValueError:
        points = -1.0
    if points < 0 or points * 2 != int(points * 2):
        raise ValueError(f"“{typed.strip()[:12]}”不是得分：请填 0 到 {section.full} 的数，可以有半分。")
    if points > section.full:
        raise ValueError(f"{section.title}满分 {section.full} 分，填的是 {points_words(points)}。请核对。")
    return points


def points_words(points: float | None) -> str:
    """12 or 12.5; "" for None."""
    return "" if points is None else f"{points:g}"


def fitting(points: Points, sections: Sequence[PaperSection]) -> bool:
    """Whether these can stand for these sections."""
    return len(points) == len(sections) and all(
        point is None or (0 <= point <= section.full and point * 2 == int(point * 2))
        for point, section in zip(points, sections, strict=True)
    )
