"""The page of reports, or a sentence in its place where there is nothing to report."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.ui.rectify.report_empty import report_empty


class ReportStack(QStackedLayout):
    def __init__(self, page: QWidget, around: QWidget) -> None:
        super().__init__(around)
        self.addWidget(page)

    def show_empty(self, with_campaign: bool, go: Callable[[], None]) -> None:
        """``go`` leads to where one can do something about it."""
        while self.count() > 1:
            old = self.widget(1)
            self.removeWidget(old)
            old.deleteLater()
        empty = report_empty(with_campaign)
        empty.acted.connect(go)
        self.addWidget(empty)
        self.setCurrentIndex(1)
