"""Where an issue came from: a document, a meeting; or a case, with the fact and the cause that led to it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.case import Case, Cause
from app.domain.errors import UserError
from app.domain.labels import ROOT_CAUSES
from app.domain.ledger.issue import IssueSource, Origin
from app.domain.prose import plain_text
from app.services.library_service import LibraryService
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.rectify.case_choices import case_choices, cases_of
from app.ui.rectify.ledger_date_field import LedgerDateField

SOURCES = (
    IssueSource.INSPECTION,
    IssueSource.AUDIT,
    IssueSource.MEETING,
    IssueSource.SELF_CHECK,
    IssueSource.POST_RISK,
    IssueSource.CASE,
    IssueSource.OTHER,
)
FROM_CASES = (IssueSource.CASE, IssueSource.SELF_CHECK)
NO_CASE = "不对应某个案例"
NO_FACT, NO_CAUSE = ("", "不指明哪一项事实"), ("", "不指明，或在上面自己选")
LONGEST = 48


class IssueSourceField(QWidget):
    cause_taken = Signal(str)
    """The slug of a cause of the case was chosen."""
    folded = Signal()
    """Other fields are shown than before."""

    def __init__(self, origin: Origin, today: date, library: LibraryService | None) -> None:
        """``library`` is where a case can be picked; without it there is no field for that. What a self-check has
        written stays: its document, its date and the fact of its case may be corrected."""
        super().__init__()
        self._origin, self._library = origin, library
        self._causes: Sequence[Cause] = ()
        self.source = ChoiceField("来源", [(one.name, one.value) for one in SOURCES], origin.source.name)
        self.document = line_field("文件或会议", origin.document, "如：第二轮巡察反馈意见，党组会纪要〔2026〕12号", 200)
        self.on = LedgerDateField("来源日期", today, origin.on, past=True)
        self.case = ChoiceField("对照的案例", self._cases(), origin.case)
        self.fact, self.cause = ChoiceField("对应的事实", [NO_FACT]), ChoiceField("对应的原因", [NO_CAUSE])
        first: QWidget = self.source if not origin.statement else Label(origin.source.value, 16)
        parts = (FormField("来源", first), (FormField("文件或会议", self.document), 1), FormField("日期", self.on))
        self._which = FormField("对照的案例", self.case)
        both = ((FormField("对应的事实（可不选）", self.fact), 1), (FormField("对应的原因（可不选）", self.cause), 1))
        self._more = boxed(row(*both, spacing=16))
        self.setLayout(column(row(*parts, spacing=16), self._which, self._more, spacing=10))
        for unused in (self.source,) if origin.statement else ():
            unused.setParent(self)
            unused.hide()
        self.source.currentIndexChanged.connect(lambda _: self._fold())
        self.case.currentIndexChanged.connect(lambda _: self._take_case())
        self.cause.currentIndexChanged.connect(lambda _: self._take_cause())
        self._take_case()
        self.fact.choose(str(origin.fact or ""))

    def origin(self) -> Origin:
        """As it is written now. Raises UserError for what is no date."""
        document, on = self.document.text().strip(), self.on.day()
        old, source = self._origin, IssueSource[self.source.chosen()]
        if old.statement or (self._library is None and source is old.source):
            fact = int(self.fact.chosen() or 0) if old.case else old.fact
            return Origin(old.source, document, on, old.case, fact, old.statement)
        case = self.case.chosen() if source in FROM_CASES else ""
        return Origin(source, document, on, case, int(self.fact.chosen() or 0) if case else 0)

    def _cases(self) -> list[tuple[str, str]]:
        return case_choices(cases_of(self._library), NO_CASE, self._origin.case)

    def _take_case(self) -> None:
        case = self._read(self.case.chosen())
        facts = [(str(one.number), f"{one.number}　{plain_text(one.text)}") for one in (case.facts if case else ())]
        if not facts and self.case.chosen() == self._origin.case and self._origin.fact:
            facts = [(str(self._origin.fact), f"事实 {self._origin.fact}")]
        self._causes = [one for one in (case.causes if case else ()) if one.slug in ROOT_CAUSES]
        told = [(str(at), f"{ROOT_CAUSES[one.slug]}　{plain_text(one.text)}") for at, one in enumerate(self._causes)]
        self.fact.set_choices([NO_FACT, *_short(facts)], "")
        self.cause.set_choices([NO_CAUSE, *_short(told)], "")
        self._fold()

    def _take_cause(self) -> None:
        if not self.cause.chosen():
            return
        cause = self._causes[int(self.cause.chosen())]
        if not self.fact.chosen() and cause.facts:
            self.fact.choose(str(cause.facts[0]))
        self.cause_taken.emit(cause.slug)

    def _read(self, case_id: str) -> Case | None:
        try:
            return self._library.case(case_id) if case_id and self._library is not None else None
        except UserError:
            return None

    def _fold(self) -> None:
        from_case = IssueSource[self.source.chosen()] in FROM_CASES
        there = from_case and self._library is not None
        self._which.setVisible(there and not self._origin.statement)
        self._more.setVisible(there and bool(self.case.chosen()))
        self.folded.emit()


def _short(choices: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(key, words if len(words) <= LONGEST else f"{words[:LONGEST]}…") for key, words in choices]
