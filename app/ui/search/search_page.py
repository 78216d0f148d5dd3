"""Search: one box, results by kind, the hit shown in the original words."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.services.library_service import LibraryService
from app.services.search_service import KINDS, Hit, SearchService
from app.ui.kit.announce import announce
from app.ui.kit.button import button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.roving import Roving
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.search_field import SearchField
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px
from app.ui.parts.disclaimer import Disclaimer
from app.ui.search.hit_row import HitRow
from app.ui.search.shown_hit import as_shown

WIDEST = 900
PAUSE_MS = 180
FEW, MANY = 4, 60
HOW = "可以输入词语、条号（三十八条 = 38条）或标题的拼音首字母，多个词用空格隔开。"


class SearchPage(Page):
    facts = PageFacts("search", "搜索", "学", "", (Shortcut("Down", "下一个结果"), Shortcut("Return", "打开所选结果")))
    searched = Signal(str)
    """A query that was meant: Enter was pressed, or a hit of it opened."""

    def __init__(
        self,
        search: SearchService,
        library: LibraryService,
        argument: object = None,
        recent: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._search, self._library, self._recent = search, library, list(recent)[:5]
        self._rows: list[HitRow] = []
        self._kind, self._found = "", ""
        self._field = SearchField("搜索案例、条文、题目、笔记")
        self._field.setTextMargins(px(24), px(6), 0, px(6))
        self._tabs_place = row()
        self._tabs: SegmentControl | None = None
        self._results: QVBoxLayout = column(spacing=10)
        self._most = MANY
        self._roving = Roving(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._scroll = ScrollPage(self._content())
        head = column(self._field, self._tabs_place, margins=(28, 22, 28, 6), spacing=12)
        top = boxed(head)
        top.setMaximumWidth(px(WIDEST))
        self._top = row(top)
        self.setLayout(column(self._top, (self._scroll, 1), spacing=0))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_aligned)
        self._pause.timeout.connect(self._look)
        self._field.textChanged.connect(self._pause.start)
        self._field.installEventFilter(self)
        if isinstance(argument, str) and argument:
            self._field.setText(argument)
        self._look()

    def shown(self) -> None:
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def focus_search(self) -> None:
        """Ctrl+K on this page."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def state(self) -> dict[str, Any]:
        return {
            "query": self._field.text(),
            "kind": self._kind,
            "scroll": self._scroll.verticalScrollBar().value(),
        }

    def restore(self, state: object) -> None:
        if isinstance(state, dict):
            self._kind = state["kind"]
            self._field.setText(state["query"])
            self._look()
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(state["scroll"]))

    def main_action(self) -> None:
        self._commit()

    def hits(self) -> list[Hit]:
        """The hits shown, from top to bottom."""
        return [line.hit for line in self._rows]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._field:
                return self._key_in_field(event)
            if self._rows and watched is self._rows[0] and event.key() == Qt.Key.Key_Up:
                self._field.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, HitRow):
            self._scroll.reveal(watched)
        return super().eventFilter(watched, event)

    @Slot(int, int)
    def _keep_aligned(self, _: int, most: int) -> None:
        """The box stands over the results, whether there is a scroll bar beside them or not."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most else 0
        self._top.setContentsMargins(0, 0, bar, 0)

    @Slot()
    def _look(self) -> None:
        """Show what is found for the text in the box."""
        self._pause.stop()
        query = self._field.text().strip()
        if query != self._found:
            self._most = MANY
        clear(self._results)
        clear(self._tabs_place)
        self._rows, self._found, self._tabs = [], query, None
        if not query:
            self._show_start()
        else:
            try:
                self._show_results(query)
            except UserError as error:
                self._results.addWidget(EmptyState("warning", str(error)))
        for line in self._rows:
            line.clicked.connect(lambda _=False, hit=line.hit: self._open(hit))
        self._roving.set_members(self._rows)
        for line in self._rows:
            line.installEventFilter(self)
            line.show()  # a layout shows it only in its own time, and what is hidden takes no focus
        self._scroll.scroll_to(0)

    @Slot()
    def _commit(self) -> None:
        """Enter in the box: the query is meant; go to the first result."""
        if self._field.text().strip() != self._found:
            self._look()
        if self._found:
            self.searched.emit(self._found)
        if self._rows:
            self._roving.focus(0)

    @Slot(str)
    def _choose_kind(self, kind: str) -> None:
        self._kind, self._most = kind, MANY
        self._look()
        if self._tabs is not None:
            self._tabs.show()
            stops = cast(list[QWidget], self._tabs.findChildren(QWidget))
            for stop in stops:
                if stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    stop.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _list_more(self) -> None:
        """The next ones below; the reader stays where he was."""
        place = len(self._rows)
        self._most += MANY
        self._look()
        self._roving.focus(place)

    def _key_in_field(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
            return True
        if event.key() == Qt.Key.Key_Down:
            if self._field.text().strip() != self._found:
                self._look()
            if self._rows:
                self._roving.focus(0)
            return True
        return False

    def _show_results(self, query: str) -> None:
        counts = self._search.search(query, 1).counts
        groups = {kind: self._hits(query, kind) for kind in KINDS if self._kind in ("", kind)}
        groups = {kind: hits for kind, hits in groups.items() if hits}
        if not groups and self._kind and counts:
            self._kind = ""
            self._show_results(query)
            return
        if not groups:
            self._show_nothing(query)
            return
        numbers = {kind: max(counts.get(kind, 0), len(groups.get(kind, ()))) for kind in KINDS}
        self._show_tabs(numbers)
        for kind, hits in groups.items():
            self._show_group(kind, hits, numbers[kind], query)
        if "case" in groups:
            self._results.addWidget(Disclaimer())
        announce(self._field, f"找到 {sum(numbers.values())} 条结果")

    def _hits(self, query: str, kind: str) -> list[Hit]:
        return list(self._search.search(query, self._most if self._kind else FEW + 1, kind).hits)

    def _show_tabs(self, numbers: dict[str, int]) -> None:
        tabs = [("", f"全部 {sum(numbers.values())}")]
        shown = [kind for kind in KINDS if numbers[kind] or kind == self._kind]
        tabs += [(kind, f"{KINDS[kind]} {numbers[kind]}") for kind in shown]
        control = SegmentControl(tabs, self._kind, "按类型看结果")
        # Rebuilding inside its own signal would delete the control under its feet.
        control.changed.connect(self._choose_kind, Qt.ConnectionType.QueuedConnection)
        self._tabs = control
        self._tabs_place.addWidget(control)
        self._tabs_place.addStretch(1)

    def _show_group(self, kind: str, hits: list[Hit], number: int, query: str) -> None:
        few = hits if self._kind else hits[:FEW]
        if not self._kind:
            count = Label(f"{number} 条", 14, "text2")
            head = row(Label(KINDS[kind], 16, bold=True), count, None, margins=(2, 8, 0, 0))
            if number > len(few):
                more = button(f"全部 {number} 条{KINDS[kind]}", "link", "chevron_right", trailing=True)
                more.clicked.connect(lambda: self._choose_kind(kind), Qt.ConnectionType.QueuedConnection)
                head.addWidget(more)
            self._results.addLayout(head)
        for hit in few:
            line = HitRow(as_shown(hit, query))
            self._rows.append(line)
            self._results.addWidget(line)
        if self._kind and number > len(few):
            rest = button(f"再列 {min(MANY, number - len(few))} 条", "default", "chevron_down")
            rest.clicked.connect(self._list_more, Qt.ConnectionType.QueuedConnection)
            words = Label(f"已列出 {len(few)} 条，共 {number} 条。多输入一个词可以缩小范围。", 14, "text2")
            self._results.addLayout(row(words, None, rest, margins=(2, 8, 0, 0)))

    def _show_start(self) -> None:
        self._results.addWidget(Paragraph(HOW, 15, "text2"))
        if self._library.ready:
            articles = sum(len(rule.articles) for rule in self._library.regulations())
            cases, questions = len(self._library.cases()), len(self._library.question_summaries())
            extent = f"在 {cases} 个案例、{articles} 条条文、{questions} 道题和本人的笔记中查找。"
            self._results.addWidget(Paragraph(extent, 15, "text2"))
        if not self._recent:
            return
        self._results.addSpacing(px(10))
        self._results.addWidget(Label("最近搜索", 16, bold=True))
        flow = FlowLayout()
        for query in self._recent:
            again = button(query, "default", "history", name=f"再搜一次：{query}")
            again.clicked.connect(lambda _=False, text=query: self._field.setText(text))
            flow.addWidget(again)
        self._results.addWidget(boxed(flow))

    def _show_nothing(self, query: str) -> None:
        nothing = EmptyState(
            "search", f"没有找到“{query}”。试试更短的词，或在法规库按章节查找", "打开法规库", HOW, kind="default"
        )
        nothing.acted.connect(lambda: self.navigate.emit("regulations", None))
        self._results.addWidget(nothing)

    def _open(self, hit: Hit) -> None:
        self.searched.emit(self._found)
        match hit.kind:
            case "article":
                self.navigate.emit("regulations", hit.ref)
            case "question":
                self.navigate.emit("practice_round", {"title": "搜索到的题", "question_ids": [hit.ref]})
            case _:
                self.navigate.emit("case", (hit.ref, hit.needle) if hit.needle else hit.ref)

    def _content(self) -> QWidget:
        body = column(self._results, None, margins=(28, 6, 28, 28))
        content = boxed(body)
        content.setMaximumWidth(px(WIDEST))
        return boxed(row(content))
