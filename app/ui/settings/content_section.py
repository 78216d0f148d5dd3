"""内容: what is there to study, in which state, and what is wrong in it."""

from PySide6.QtWidgets import QWidget

from app.domain.labels import OWN_EXEMPLAR, OWN_RULES, UNCHECKED
from app.domain.problem import Problem, Severity
from app.services.library_service import LibraryService
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.settings.section_card import SectionCard

MOST = 40
FINGERPRINT = "内容文件一有变动，这串字符就会改变，可用来核对两台电脑的内容是否一致。"
CHECKING = "条文为摘录，标“待核校”的还没有与权威原文逐字核对，学习时请以官方公布的文本为准。"

OWN_HINT = "由“成果归集”列入，只在这台电脑上；不计入上面的法规，也不影响内容版本。"


class ContentSection(SectionCard):
    def __init__(self, library: LibraryService) -> None:
        super().__init__("内容")
        if not library.ready:
            self.add(Paragraph("内容正在准备，请稍候再看。", 16, "text2"))
            return
        if library.without_content:
            self.add(Paragraph("案例、法规和题目现在看不了，原因和办法见上方的提示。", 16, "text2"))
            return
        rules = [rule for rule in library.regulations() if not rule.own]
        own = [rule for rule in library.regulations() if rule.own]
        cases = library.cases()
        own_cases = sum(case.own for case in cases)
        unchecked = sum(rule.checked in ("", UNCHECKED) for rule in rules)
        figures = (
            (len(cases) - own_cases, "个", "案例"),
            (len(rules), "部", "法规"),
            (sum(len(rule.articles) for rule in rules), "条", "条文"),
            (len(library.question_summaries()), "题", "题目"),
            (len(library.papers()), "份", "试卷"),
        )
        flow = FlowLayout(*(_figure(f"{number} {unit}", what) for number, unit, what in figures), spacing=32)
        self.add(boxed(flow), ruled=False)
        self.add(_line("核校", f"{len(rules) - unchecked} 部已核校，{unchecked} 部{UNCHECKED}", CHECKING))
        if own:
            gone = sum(bool(rule.repealed) for rule in own)
            counted = f"现行 {len(own) - gone} 件，已废止 {gone} 件" if gone else f"{len(own)} 件"
            self.add(_line(OWN_RULES, f"{counted}，列在法规库最后一组", OWN_HINT))
        if own_cases:
            self.add(_line(OWN_EXEMPLAR, f"{own_cases} 篇，列在案例库", OWN_HINT.replace("法规", "案例")))
        self.add(_line("内容版本", library.fingerprint, FINGERPRINT))
        self._add_problems(library.problems())

    def _add_problems(self, problems: list[Problem]) -> None:
        if not problems:
            self.add(_line("内容检查", "没有发现问题", ""))
            return
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        rows = column(
            Label("内容检查", 16, bold=True),
            Paragraph(f"{errors} 处错误，{len(problems) - errors} 处提醒。不影响其余内容使用。", 15, "text2"),
            spacing=8,
        )
        for problem in sorted(problems, key=lambda one: one.severity is not Severity.ERROR)[:MOST]:
            rows.addWidget(_problem(problem))
        if len(problems) > MOST:
            rows.addWidget(Label(f"还有 {len(problems) - MOST} 处未列出。", 14, "text2"))
        self.add(rows)


def _figure(value: str, what: str) -> QWidget:
    return boxed(column(Label(value, 24, bold=True, serif=True), Label(what, 14, "text2"), spacing=2))


def _line(name: str, value: str, hint: str) -> QWidget:
    body = column(Label(name, 16, bold=True), Paragraph(value, 15), spacing=4)
    if hint:
        body.addWidget(Paragraph(hint, 14, "text2"))
    return boxed(body)


def _problem(problem: Problem) -> QWidget:
    wrong = problem.severity is Severity.ERROR
    icon = IconLabel("error_circle" if wrong else "warning", 18, "red" if wrong else "amber", True)
    place = f"{problem.file} 第 {problem.line} 行" if problem.line else problem.file
    word = "错误" if wrong else "提醒"
    words = column(
        Paragraph(f"{word}：{problem.message}", 15),
        Paragraph(f"{place}　→　{problem.advice}", 14, "text2"),
        spacing=0,
    )
    return boxed(row(column(icon, None, margins=(0, 3, 0, 0)), (words, 1), spacing=10))
