"""Counting hands where there is no console: over the page, because there is no other screen."""

from PySide6.QtWidgets import QWidget

from app.ui.kit.modal import Choice
from app.ui.presenter.dialog import Dialog
from app.ui.presenter.presenter_controller import PresenterController
from app.ui.presenter.vote_panel import VotePanel


class VoteDialog(Dialog):
    def __init__(self, anchor: QWidget, controller: PresenterController) -> None:
        self.votes = VotePanel(controller)
        super().__init__(anchor, "现场作答", self.votes, (Choice("done", "返回", safe=True),), width=560)
        self.votes.left.connect(self.dismiss)
