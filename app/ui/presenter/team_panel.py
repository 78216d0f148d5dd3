"""分组竞答: points of two to six teams, given by hand for the question that is on. Teams, never people."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.team_quiz import FEWEST, MOST
from app.ui.kit.button import Button
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.modal import Choice
from app.ui.kit.paragraph import Paragraph
from app.ui.presenter.dialog import Dialog
from app.ui.presenter.presenter_controller import PresenterController

POINT = 1


class TeamPanel(Dialog):
    """Without teams: how many. With teams: their points, in the order of the teams."""

    def __init__(self, anchor: QWidget, controller: PresenterController) -> None:
        self._controller = controller
        self._lines = column(spacing=8)
        content = boxed(self._lines)
        choices = [Choice("done", "返回", safe=True)]
        if controller.quiz.on:
            choices.insert(0, Choice("off", "取消分组"))
        super().__init__(anchor, "分组竞答", content, choices, icon="people_team", stays=True)
        self.chosen.connect(self._decide)
        controller.changed.connect(self._show)
        self._show()

    def _decide(self, key: str) -> None:
        if key == "off":
            self._controller.form_teams(())
        self.dismiss()

    @Slot()
    def _show(self) -> None:
        clear(self._lines)
        if self._controller.quiz.on:
            self._show_points()
        else:
            self._show_numbers()

    def _show_numbers(self) -> None:
        buttons = [Button(f"{number} 组", big=True) for number in range(FEWEST, MOST + 1)]
        for number, made in zip(range(FEWEST, MOST + 1), buttons, strict=True):
            made.clicked.connect(lambda _=False, number=number: self._controller.form_teams(("",) * number))
        self._lines.addWidget(Paragraph("分成几组？各组商量后举手作答，由主讲人记分。", 16, "text2"))
        self._lines.addWidget(boxed(FlowLayout(*buttons)))

    def _show_points(self) -> None:
        quiz, page = self._controller.quiz, self._controller.presentation.page
        here = quiz.of_page(page.id)
        self._lines.addWidget(Paragraph(f"本页：{page.name}", 16, "text2"))
        for team, (name, total) in enumerate(zip(quiz.teams, quiz.totals, strict=True)):
            less, more = Button("−"), Button("+")
            less.setAccessibleName(f"{name} 减一分")
            more.setAccessibleName(f"{name} 加一分")
            less.clicked.connect(lambda _=False, team=team: self._add(team, -POINT))
            more.clicked.connect(lambda _=False, team=team: self._add(team, POINT))
            figures = Label(f"本页 {here[team]} 分，共 {total} 分", 16)
            self._lines.addWidget(boxed(row(Label(name, 17, bold=True), None, figures, less, more, spacing=10)))

    def _add(self, team: int, points: int) -> None:
        page = self._controller.presentation.page
        self._controller.score(team, max(self._controller.quiz.of_page(page.id)[team] + points, 0))
