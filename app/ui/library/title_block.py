"""The head of a case: tags, title, subtitle, people."""

from PySide6.QtWidgets import QWidget

from app.domain import labels
from app.domain.case import Case, CaseKind
from app.domain.own_exemplar import draft_words
from app.ui.kit.banner import Banner
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.layouts import Item, boxed, column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule
from app.ui.kit.tag import Tag

GO_ON = "草稿文本在“成果归集”里打开，可以接着写；下次打开程序按写好的显示，补齐就不再标草稿。"


class TitleBlock(QWidget):
    """What would give the outcome away, the discipline broken and the form of handling, waits for ``tell``."""

    def __init__(self, case: Case, parent: QWidget | None = None, below: QWidget | None = None) -> None:
        """``below`` stands under the title and the people."""
        super().__init__(parent)
        tags: list[QWidget] = []
        if case.domain:
            tags = [Tag(labels.topic_of(case.domain), "red"), Tag(labels.domain_label(case.domain), "plain")]
        if case.own:
            tags.insert(0, _own_tag(case))
        elif case.kind is CaseKind.EXEMPLAR:
            tags.insert(0, Tag(labels.CASE_KINDS[case.kind], "green"))
        told = (labels.DISCIPLINES.get(case.discipline, ""), labels.FORMS.get(case.form, ""))
        self._told = [Tag(words, "plain") for words in told if words]
        tags += self._told
        tags.append(Tag(f"约 {case.minutes} 分钟", "plain", "clock"))
        if case.checked in ("", labels.UNCHECKED):
            tags.append(Tag(labels.UNCHECKED, "grey", "clock"))
        else:
            tags.append(Tag(f"核校 {case.checked}", "green", "checkmark_circle"))
        items: list[Item] = [boxed(FlowLayout(*tags, spacing=8))]
        items.append(Paragraph(case.title, 30, bold=True, serif=True, line=1.35))
        if case.subtitle:
            items.append(Paragraph(case.subtitle, 17, "text2", line=1.5))
        people = "；".join(_described(person.ref, person.post, person.status) for person in case.people)
        if people:
            items.append(Paragraph(f"人物：{people}", 15, "text2", line=1.6))
        if draft := draft_words(case):
            items.append(Banner(f"{draft}{GO_ON}", "amber"))
        if below is not None:
            items.append(below)
        items += [2, Rule()]
        self.setLayout(column(*items, spacing=8))
        for tag in self._told:
            tag.hide()

    def tell(self) -> None:
        """The decision is taken: the outcome is no secret any more."""
        for tag in self._told:
            tag.show()


def _own_tag(case: Case) -> Tag:
    if case.lacking:
        return Tag(labels.OWN_DRAFT, "amber", "edit", filled=True)
    return Tag(labels.OWN_EXEMPLAR, "ink", "building", filled=True)


def _described(ref: str, post: str, status: tuple[str, ...]) -> str:
    return f"{ref}，{post}" + (f"（{'、'.join(status)}）" if status else "")
