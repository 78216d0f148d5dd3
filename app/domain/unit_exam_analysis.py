"""How the questions of a 单位统考 did, and out of how many papers that is known."""

from dataclasses import dataclass

from app.domain.exam_release import ExamRelease
from app.domain.item_analysis import ItemAnalysis


@dataclass(frozen=True, slots=True)
class UnitExamAnalysis:
    """``papers``: how many were counted, 补考 included, of ``handed_in`` people out of ``roster``.

    Left out are ``besides`` (a second paper of the same session), ``unmarked`` answers, and the ``on_paper`` people, of
    whom only the points by section are typed in.

    ``release``: while it holds the keys back there are no ``items``.
    """

    title: str
    roster: int
    handed_in: int
    papers: int
    besides: int
    unmarked: int
    on_paper: int
    release: ExamRelease | None = None
    items: tuple[ItemAnalysis, ...] = ()

    @property
    def doubtful(self) -> int:
        """How many questions the organiser should look at."""
        return sum(item.doubtful for item in self.items)
