"""A paper of the unit's own, as the editor lists it."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.paper import Paper
from app.domain.paper_draft import PaperDraft


class PaperState(StrEnum):
    DRAFT = "草稿"
    """Never saved: nobody is offered it."""
    IN_USE = "使用中"
    RETIRED = "已作废"


@dataclass(frozen=True, slots=True)
class UnitPaper:
    """``paper`` is what was saved last; ``draft`` what was changed since, None where nothing was. One of them is there.

    Times are ISO 8601 in UTC; ``reason`` says why it was retired.
    """

    id: str
    paper: Paper | None
    draft: PaperDraft | None
    state: PaperState = PaperState.DRAFT
    saved_at: str = ""
    saved_by: str = ""
    retired_at: str = ""
    reason: str = ""

    @property
    def title(self) -> str:
        """Of what is written now."""
        written = self.draft.title if self.draft else self.paper.title if self.paper else ""
        return written.strip() or "未命名试卷"

    @property
    def version(self) -> int:
        """0 where it was never saved."""
        return self.paper.version if self.paper else 0


@dataclass(frozen=True, slots=True)
class PaperChange:
    """One entry of a paper's history. ``words`` says what happened, ``by`` who did it."""

    utc: str
    words: str
    by: str
