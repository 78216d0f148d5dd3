"""法规库: the tree at the left, the article in the middle, what belongs to it at the right."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.practice import PracticeSource, SourceKind
from app.domain.reference import ArticleReference
from app.domain.regulation import Article, Regulation, RegulationSummary
from app.domain.settings import Appearance
from app.services.library_service import LibraryService
from app.ui.kit.button import button
from app.ui.kit.drawer import Drawer
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.rule import Rule
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import current_theme, px
from app.ui.regulations.article_foot import ArticleFoot
from app.ui.regulations.article_tree import ArticleTree
from app.ui.regulations.article_view import ArticleView
from app.ui.regulations.comparison import Comparison
from app.ui.regulations.missing_article import HOW_TO_ADD, NOT_INCLUDED, MissingArticle
from app.ui.regulations.related_panel import RelatedPanel
from app.ui.regulations.wording import missing_words, moved_label, moved_words, short_title, source_line

THREE_COLUMNS, TREE_BESIDE = 1100, 900
TREE, SIDE, TEXT_WIDEST = 300, 292, 820


class RegulationsPage(Page):
    facts = PageFacts(
        "regulations",
        "法规库",
        "学",
        "法规库",
        (
            Shortcut("Alt+Up", "上一条"),
            Shortcut("Alt+Down", "下一条"),
            Shortcut("Ctrl+Shift+C", "复制条文（带出处）"),
            Shortcut("Ctrl+T", "查条文"),
            Shortcut("Return", "练一练"),
        ),
    )

    def __init__(
        self,
        library: LibraryService,
        argument: object = None,
        parent: QWidget | None = None,
        *,
        appearance: Appearance | None = None,
    ) -> None:
        """``argument`` is an article's reference, or None for the one that most cases cite."""
        super().__init__(parent)
        self._library, self._appearance = library, appearance or Appearance()
        self._rules = library.regulations() if library.ready else []
        self._counts = library.citation_counts() if library.ready else {}
        self._base, self._questions, self._columns = "", 0, 0
        self._moved: list[str] = []
        self._found: tuple[Regulation, Article] | None = None
        self._drawer: Drawer | None = None
        self._view: ArticleView | None = None
        self._foot_shown: ArticleFoot | None = None
        self._tree = ArticleTree(library, self._rules, self._counts)
        self._tree_place: QHBoxLayout = row()
        self._middle: QVBoxLayout = column(margins=(32, 20, 32, 28), spacing=14)
        self._side: QVBoxLayout = column(margins=(0, 20, 20, 20))
        self._lay_out()
        self._tree.chosen.connect(self.open_article)
        self._tree.entered.connect(self._read)
        bind_keys(
            self,
            {
                "Alt+Up": lambda: self._step(-1),
                "Alt+Down": lambda: self._step(1),
                "Ctrl+Shift+C": self._copy,
                "Ctrl+T": self._find,
            },
        )
        self.open_article(argument if isinstance(argument, str) and argument else self._most_cited())

    @property
    def base(self) -> str:
        """The article shown."""
        return self._base

    @Slot(str)
    def open_article(self, written: str) -> None:
        """Show an article, by reference with or without 款 and 项."""
        reference = ArticleReference.parse(written)
        self._base = reference.base if reference else written
        self._found = self._library.article(self._base) if self._rules else None
        reading = self._scroll.isAncestorOf(self.focusWidget() or self)
        self._questions = len(self._library.questions_citing(self._base)) if self._found else 0
        self._tree.show_article(self._base)
        self._fill_middle()
        self._fill_side()
        self._scroll.scroll_to(0)
        if reading:
            self._focus_text()

    def state(self) -> dict[str, Any]:
        return {"base": self._base, "scroll": self._scroll.verticalScrollBar().value(), "tree": self._tree.state()}

    def restore(self, state: object) -> None:
        if isinstance(state, dict):
            self.open_article(state["base"])
            self._tree.restore(state["tree"])
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(state["scroll"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text lies on white paper, the tree on a shade of it."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        if self._columns > 1:
            painter.fillRect(self._tree_holder.geometry(), theme.colour("surface2"))

    def main_action(self) -> None:
        self._practise()

    def on_width(self, logical: float) -> None:
        columns = 3 if logical >= THREE_COLUMNS else 2 if logical >= TREE_BESIDE else 1
        if columns != self._columns:
            self._columns = columns
            self._fold()

    @Slot()
    def _read(self) -> None:
        """Leave the tree for the text."""
        if self._drawer is not None:
            self._drawer.dismiss()
        self._focus_text()

    @Slot()
    def _copy(self) -> None:
        if self._found is not None:
            regulation, article = self._found
            QGuiApplication.clipboard().setText(f"{article.label}　{article.text}\n{source_line(regulation, article)}")
            self.message.emit("green", "已复制条文和出处。")

    @Slot()
    def _find(self) -> None:
        if self._columns == 1:
            self._open_drawer()
        self._tree.focus_field()

    @Slot()
    def _practise(self) -> None:
        if self._questions:
            self.navigate.emit("practice", PracticeSource(SourceKind.ARTICLE, self._base))

    @Slot(str)
    def _compare(self, rule_id: str) -> None:
        """Put another version of the rule beside this one."""
        other = next((rule for rule in self._rules if rule.id == rule_id), None)
        if other is not None and self._found is not None:
            panel = Comparison(self._library, self._found, other, self._appearance)
            panel.closed.connect(self._fill_middle, Qt.ConnectionType.QueuedConnection)
            clear(self._middle)
            self._middle.addWidget(panel)
            self._middle.addStretch(1)

    @Slot(int)
    def _step(self, by: int) -> None:
        order = self._tree.order
        place = order.index(self._base) + by if self._base in order else -1
        if 0 <= place < len(order):
            on_foot = self._foot_shown is not None and self._foot_shown.isAncestorOf(self.focusWidget() or self)
            self.open_article(order[place])
            if on_foot and self._foot_shown is not None:
                self._foot_shown.focus_step(by)

    def _focus_text(self) -> None:
        if self._view is not None:
            self._view.focus_text()

    def _most_cited(self) -> str:
        """Of those that can be practised, if there are such."""
        order = [base for base in self._tree.order if base in self._counts] or self._tree.order
        asked = [base for base in order if self._library.questions_citing(base)]
        return max(asked or order, key=lambda base: self._counts.get(base, 0), default="")

    def _rule(self) -> RegulationSummary | None:
        return next((rule for rule in self._rules if rule.id == self._base.partition("/")[0]), None)

    def _fill_middle(self) -> None:
        clear(self._middle)
        self._view, self._foot_shown = None, None
        if self._found is None:
            self._middle.addLayout(row(None, *self._tools()[1:]))
            self._middle.addWidget(self._missing())
        else:
            view = ArticleView(*self._found, self._appearance, self._tools())
            view.reference.connect(self.open_article, Qt.ConnectionType.QueuedConnection)
            self._view = view
            self._middle.addWidget(view)
            self._foot_shown = self._foot()
            self._middle.addWidget(self._foot_shown)
            for shown in (view, self._foot_shown):
                shown.show()  # a layout shows it only in its own time, and what is hidden takes no focus
        self._middle.addStretch(1)

    def _tools(self) -> list[QWidget]:
        copy = button("复制条文", "ghost", "copy", small=True, tip="连同出处一起复制（Ctrl+Shift+C）")
        copy.clicked.connect(self._copy)
        if self._columns != 1:
            return [copy]
        find = button("目录", "default", "list", small=True, tip="查条文（Ctrl+T）")
        find.clicked.connect(self._find)
        return [copy, find]

    def _foot(self) -> ArticleFoot:
        order = self._tree.order
        made = ArticleFoot(self._base == order[0], self._base == order[-1], self._questions)
        made.stepped.connect(self._step)
        made.practised.connect(self._practise)
        return made

    def _missing(self) -> MissingArticle:
        rule = self._rule()
        self._moved = self._library.moved_to(self._base) if self._rules else []
        sentence, hint, action = missing_words(self._base, self._rules), NOT_INCLUDED, "看引用最多的一条"
        if self._moved:
            sentence, hint = moved_words(self._base, self._moved), "条号在修订时改了。"
            action = f"看{moved_label(self._moved[0])}"
        elif rule is not None and rule.missing:
            sentence = f"《{short_title(rule.title)}》正文待补"
            hint = f"{rule.missing}{HOW_TO_ADD.format(slug=rule.slug)}"
        made = MissingArticle(sentence, hint, action, bool(self._rules))
        made.acted.connect(self._leave_missing, Qt.ConnectionType.QueuedConnection)
        return made

    @Slot()
    def _leave_missing(self) -> None:
        if self._rules:
            self.open_article(self._moved[0] if self._moved else self._most_cited())
        else:
            self.navigate.emit("settings", "内容")

    def _fill_side(self) -> None:
        clear(self._side)
        rule = self._rule()
        versions = [one for one in self._rules if rule and one.family == rule.family and one.id != rule.id]
        cases = self._library.cases_citing(self._base) if self._rules else []
        panel = RelatedPanel(self._base, rule, cases, versions)
        panel.case_opened.connect(lambda name: self.navigate.emit("case", name))
        panel.article_opened.connect(self.open_article, Qt.ConnectionType.QueuedConnection)
        panel.compared.connect(self._compare, Qt.ConnectionType.QueuedConnection)
        self._side.addWidget(panel)

    def _lay_out(self) -> None:
        self._tree_holder = boxed(self._tree_place)
        self._tree_holder.setFixedWidth(px(TREE))
        self._tree_place.addWidget(self._tree)
        self._tree_line = Rule(vertical=True)
        self._side_box = boxed(self._side)
        middle = boxed(self._middle)
        middle.setMaximumWidth(px(TEXT_WIDEST))
        self._across: QHBoxLayout = row((middle, 1), spacing=0)
        self._down: QVBoxLayout = column(self._across, spacing=0)
        self._scroll = ScrollPage(boxed(self._down))
        self.setLayout(row(self._tree_holder, self._tree_line, (self._scroll, 1), spacing=0))

    def _fold(self) -> None:
        """Three columns, two with what belongs to the article below it, or one with the tree in a drawer."""
        beside = self._columns == 3
        self._across.removeWidget(self._side_box)
        self._down.removeWidget(self._side_box)
        if beside:
            self._side_box.setFixedWidth(px(SIDE + 20))
            self._side.setContentsMargins(0, px(20), px(20), px(20))
            self._across.addWidget(self._side_box)
        else:
            self._side_box.setMinimumWidth(0)
            self._side_box.setMaximumWidth(px(TEXT_WIDEST))
            self._side.setContentsMargins(px(32), 0, px(32), px(28))
            self._down.addWidget(self._side_box)
        self._tree_holder.setVisible(self._columns > 1)
        self._tree_line.setVisible(self._columns > 1)
        if self._base:
            self._fill_middle()

    def _open_drawer(self) -> None:
        self._tree_place.removeWidget(self._tree)
        self._drawer = Drawer(self, "目录", self._tree, width=TREE + 24)
        self._drawer.closed.connect(self._close_drawer)
        self._drawer.open()

    @Slot()
    def _close_drawer(self) -> None:
        if self._drawer is not None:
            self._tree_place.addWidget(self._drawer.take_content())
            self._tree.show()
            self._drawer = None
