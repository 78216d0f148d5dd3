"""Puts a case on the sheet: what comes before the gate at once, the rest only when it is open."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.case import Case, Section
from app.domain.chinese_numbers import to_chinese
from app.domain.progress import CHECK, CaseProgress
from app.ui.library.case_pieces import case_pieces, reading_sections
from app.ui.library.case_sheet import CaseSheet, Stop
from app.ui.library.gate_panel import GatePanel
from app.ui.library.piece import Piece
from app.ui.library.reading_style import ReadingStyle
from app.ui.library.section_view import SectionView
from app.ui.library.timeline import Timeline

REFLECTION = "反思与承诺"


class CaseBuilder(QObject):
    """Relays what links ask for."""

    fact_requested = Signal(int)
    article_requested = Signal(str)
    article_lit = Signal(str)

    def __init__(self, case: Case, sheet: CaseSheet, style: ReadingStyle, known: Callable[[str], bool]) -> None:
        super().__init__(sheet)
        self._case, self._sheet, self._style, self._known = case, sheet, style, known
        self.pieces: dict[Section, tuple[Piece, ...]] = case_pieces(case, known)
        self.sections = reading_sections(case)
        ends = [REFLECTION] if case.own else [CHECK, REFLECTION]  # there are no questions about the unit's own
        headings = {section.value: section.heading(case.kind) for section in self.sections}
        self.titles = headings | {end: end for end in ends}
        self.gate: GatePanel | None = None
        self.opened = False

    def build_front(self, progress: CaseProgress) -> None:
        """The facts and the gate."""
        stops: list[Stop] = []
        for section in self.sections:
            if section is Section.GATE:
                stops.append(self._gate(progress))
                break
            stops += self._section(section)
        self._sheet.append(stops)

    def build_rest(self, panels: Callable[[], list[tuple[str, QWidget]]]) -> None:
        """Everything after the gate, then ``panels``, asked for only now."""
        if self.opened:
            return
        self.opened = True
        first = self.sections.index(Section.GATE) + 1 if self.gate is not None else len(self._sheet.stops)
        stops = [stop for section in self.sections[first:] for stop in self._section(section)]
        self._sheet.append([*stops, *(Stop(key, panel) for key, panel in panels())])

    def number(self, key: str) -> str:
        """一, 二 …: the number of a stop in the outline."""
        return to_chinese(list(self.titles).index(key) + 1)

    def section_of(self, anchor: str) -> Section | None:
        """The section that a piece belongs to, built or not."""
        return next(
            (section for section, pieces in self.pieces.items() if any(piece.anchor == anchor for piece in pieces)),
            None,
        )

    def _section(self, section: Section) -> list[Stop]:
        pieces = self.pieces.get(section, ())
        if section is Section.DISCUSSION:
            pieces = (*pieces, *self._footnotes())
        title = self.titles[section.value]
        view = SectionView(section, self.number(section.value), pieces, self._style, self._known, title)
        view.fact_requested.connect(self.fact_requested)
        view.article_requested.connect(self.article_requested)
        view.article_lit.connect(self.article_lit)
        if section is Section.OUTCOME and len(self._case.facts) > 1:
            line = Timeline(self._case)
            line.fact_requested.connect(self.fact_requested)
            return [Stop("", line), Stop(section.value, view)]
        return [Stop(section.value, view)]

    def _footnotes(self) -> tuple[Piece, ...]:
        return self.pieces.get(Section.FOOTNOTE, ())

    def _gate(self, progress: CaseProgress) -> Stop:
        assert self._case.gate is not None
        self.gate = GatePanel(self._case.gate, self.number(Section.GATE.value), self._style, self._known)
        self.gate.fact_requested.connect(self.fact_requested)
        self.gate.article_requested.connect(self.article_requested)
        self.gate.article_lit.connect(self.article_lit)
        self.gate.show_progress(progress)
        return Stop(Section.GATE.value, self.gate)
