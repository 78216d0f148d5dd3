"""Where the questions of a practice come from."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.labels import domain_label
from app.domain.practice import PracticeSource, SourceKind
from app.domain.reference import ArticleReference
from app.services.library_service import LibraryService
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px

_NEEDS_KEY = (SourceKind.CASE, SourceKind.ARTICLE, SourceKind.TOPIC)


class SourceChooser(QWidget):
    """案例, 条文, 专题, 随机, 错题 or 收藏, and which one of the first three."""

    changed = Signal()

    def __init__(self, library: LibraryService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._articles: dict[str, list[tuple[str, str]]] = {}
        self._kinds = SegmentControl([(kind.value, kind.value) for kind in SourceKind], "随机", "题目来源")
        self._first, self._second = _box(), _box()
        self._boxes = boxed(column(self._first, self._second, spacing=10))
        self.setLayout(column(row(self._kinds, None), self._boxes, spacing=12))
        self._kinds.changed.connect(self._change_kind)
        self._first.currentIndexChanged.connect(self._change_first)
        self._second.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._fill()

    def source(self) -> PracticeSource:
        """What is chosen now."""
        kind = SourceKind(self._kinds.chosen())
        if kind is SourceKind.ARTICLE:
            return PracticeSource(kind, str(self._second.currentData() or ""))
        return PracticeSource(kind, str(self._first.currentData() or "") if kind in _NEEDS_KEY else "")

    def words(self) -> str:
        """The choice as the title of a round."""
        source = self.source()
        match source.kind:
            case SourceKind.CASE:
                case = self._library.case_of(source.key)
                return f"案例《{case.title}》" if case else "案例练习"
            case SourceKind.TOPIC:
                return f"专题：{domain_label(source.key)}"
            case SourceKind.ARTICLE:
                reference = ArticleReference.parse(source.key)
                return f"条文：{reference.words}" if reference else "条文练习"
            case SourceKind.WRONG:
                return "错题练习"
            case SourceKind.STARRED:
                return "收藏的题"
            case _:
                return "随机练习"

    def set_source(self, source: PracticeSource) -> None:
        """Show a choice made elsewhere, without telling anyone."""
        blocked = self.blockSignals(True)
        self._kinds.set_chosen(source.kind.value)
        self._fill()
        if source.kind is SourceKind.ARTICLE:
            reference = ArticleReference.parse(source.key)
            if reference is not None:
                self._first.setCurrentIndex(max(0, self._first.findData(reference.regulation)))
                self._second.setCurrentIndex(max(0, self._second.findData(reference.base)))
        elif source.key:
            self._first.setCurrentIndex(max(0, self._first.findData(source.key)))
        self.blockSignals(blocked)

    def _change_kind(self) -> None:
        blocked = self.blockSignals(True)
        self._fill()
        self.blockSignals(blocked)
        self.changed.emit()

    def _change_first(self) -> None:
        blocked = self.blockSignals(True)
        self._fill_second()
        self.blockSignals(blocked)
        self.changed.emit()

    def _fill(self) -> None:
        kind = SourceKind(self._kinds.chosen())
        entries = {
            SourceKind.CASE: self._cases,
            SourceKind.TOPIC: self._topics,
            SourceKind.ARTICLE: self._regulations,
        }.get(kind, list)()
        self._first.clear()
        for key, words in entries:
            self._first.addItem(words, key)
        self._first.setAccessibleName({SourceKind.ARTICLE: "法规"}.get(kind, kind.value))
        self._boxes.setVisible(kind in _NEEDS_KEY)
        self._second.setVisible(kind is SourceKind.ARTICLE)
        self._fill_second()

    def _fill_second(self) -> None:
        self._second.clear()
        self._second.setAccessibleName("条文")
        for key, words in self._articles.get(str(self._first.currentData() or ""), []):
            self._second.addItem(words, key)

    def _cases(self) -> list[tuple[str, str]]:
        counts = Counter(summary.case for summary in self._library.question_summaries())
        cases = [case for case in self._library.cases() if counts[case.slug]]
        return [(case.slug, f"《{case.title}》（{counts[case.slug]} 题）") for case in cases]

    def _topics(self) -> list[tuple[str, str]]:
        counts = Counter(summary.topic for summary in self._library.question_summaries())
        return [(topic, f"{domain_label(topic)}（{count} 题）") for topic, count in counts.most_common()]

    def _regulations(self) -> list[tuple[str, str]]:
        """The rules that have questions; which of their articles do is kept beside."""
        found = []
        for regulation in self._library.regulations():
            lines = []
            for number, label, name in regulation.articles:
                base = f"{regulation.id}/{number}"
                if count := len(self._library.questions_citing(base)):
                    lines.append((base, f"{label}　{name}（{count} 题）"))
            if lines:
                self._articles[regulation.id] = lines
                found.append((regulation.id, regulation.title))
        return found


def _box() -> QComboBox:
    made = QComboBox()
    made.setMinimumHeight(px(40))
    made.setMinimumContentsLength(12)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMaxVisibleItems(14)
    return made
