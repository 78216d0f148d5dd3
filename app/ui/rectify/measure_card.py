"""A measure on the page of its issue."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger.issue import Issue
from app.domain.ledger.measure import Measure, MeasureState
from app.domain.ledger.measure_dates import Postponed
from app.domain.ledger.stub import ERASED, StubKind
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.rectify.entry_wipes import NO_WIPES, WIPE, EntryWipes
from app.ui.rectify.measure_words import STATE_LOOKS, due_words, measure_name, support_words

EDIT, BEGIN, FINISH, REOPEN, VOID = "edit", "begin", "finish", "reopen", "void"
WORDS = {EDIT: "修改", BEGIN: "开始实施", FINISH: "记为完成", REOPEN: "改回未完成", VOID: "作废"}


class MeasureCard(Card):
    wanted = Signal(str, int)
    """What shall be done (EDIT …), and the number of the measure."""
    wipe_wanted = Signal(object, int)
    """Its kind (a StubKind) and number."""

    def __init__(
        self,
        issue: Issue,
        measure: Measure,
        why_not: str,
        files: Mapping[str, str],
        today: date,
        editable: bool,
        at_work: bool,
        wipes: EntryWipes = NO_WIPES,
        postponed: Postponed | None = None,
    ) -> None:
        """``measure`` is one of ``issue``; ``why_not`` says why it does not count, or ""; ``files`` are the names of
        evidence by id."""
        super().__init__(kind="2")
        self._measure, self._wipes = measure, wipes
        void = measure.state is MeasureState.VOID
        name = measure_name(measure.number)
        icon, tone = STATE_LOOKS[measure.state]
        late = bool(measure.overdue_by(today))
        head = row(
            Label(name, 15, "text2" if void else "red", bold=True),
            Tag(measure.kind.value, "plain"),
            Tag(measure.state.value, tone, icon, measure.state is not MeasureState.OPEN),
            None,
            spacing=8,
        )
        if measure.erased:
            stub = wipes.measure(measure.number)
            why = Paragraph(stub.why() if stub else f"原因：{measure.void_reason}", 15, "text2", line=1.5)
            erased = Paragraph(ERASED, 16, "text2", line=1.5)
            self.setLayout(column(head, erased, why, margins=(14, 12, 14, 10), spacing=6))
            return
        facts = QWidget()
        facts.setLayout(
            FlowLayout(
                _fact("person", measure.owner or "还没有责任人", "text2" if measure.owner else "red"),
                _fact("warning" if late else "calendar", due_words(issue, measure, today), "red" if late else "text2"),
                *([_fact("clock", postponed.words, "amber")] if postponed else []),
                spacing=16,
            )
        )
        items: list[Item] = [head, Paragraph(measure.what, 16, "text2" if void else "text", bold=not void, line=1.5)]
        items.append(facts)
        items.append(Paragraph(f"佐证要求：{measure.proof or '还没有写'}", 15, "text2", line=1.5))
        items += self._more(why_not, files, today)
        if (editable and not void) or wipes.possible:
            items.append(self._buttons(name, editable and not void, at_work))
        self.setLayout(column(*items, margins=(14, 12, 14, 10), spacing=6))

    def _more(self, why_not: str, files: Mapping[str, str], today: date) -> list[Item]:
        measure, items = self._measure, list[Item]()
        if asked := support_words(measure, today):
            items.append(Paragraph(f"报请支持：{asked}", 15, "text2", line=1.5))
        if measure.result:
            on = f"（{measure.done_on:%Y-%m-%d}）" if measure.done_on else ""
            items.append(Paragraph(f"完成情况{on}：{measure.result}", 15, line=1.5))
        if measure.evidence:
            named = "、".join(files.get(one, "已移出的佐证") for one in measure.evidence)
            items.append(Paragraph(f"佐证材料：{named}", 15, "text2", line=1.5))
        if measure.void_reason:
            items.append(Paragraph(f"作废原因：{measure.void_reason}", 15, "text2", line=1.5))
        if why_not:
            words = Paragraph(f"不计入条数：{why_not}", 15, "amber", line=1.5)
            items.append(row(IconLabel("warning", 18, "amber", True), (words, 1), spacing=6))
        return items

    def _buttons(self, name: str, editable: bool, at_work: bool) -> QWidget:
        measure, keys = self._measure, list[str]()
        if editable and measure.finished:
            keys = [REOPEN] if at_work else []
        elif editable:
            keys = [EDIT, *([FINISH] if at_work else [])]
            keys += [BEGIN] if at_work and measure.state is MeasureState.OPEN else []
            keys.append(VOID)
        made = []
        for key in keys:
            main = key == FINISH
            one = button(WORDS[key], "soft" if main else "link", small=main, name=f"{WORDS[key]}，{name}")
            one.clicked.connect(lambda _=False, what=key: self.wanted.emit(what, measure.number))
            made.append(one)
        if self._wipes.possible:
            wipe = button(WIPE, "link", name=f"{WIPE}，{name}")
            wipe.clicked.connect(lambda: self.wipe_wanted.emit(StubKind.MEASURE, measure.number))
            made.append(wipe)
        holder = QWidget()
        holder.setLayout(FlowLayout(*made, spacing=6))
        return holder


def _fact(icon: str, words: str, tone: str) -> QWidget:
    return boxed(row(IconLabel(icon, 18, tone, tone == "red"), Label(words, 15, tone, bold=tone == "red"), spacing=6))
