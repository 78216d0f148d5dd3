"""A date that is typed, or chosen from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from app.domain.errors import UserError
from app.ui.kit.button import button
from app.ui.kit.layouts import row
from app.ui.kit.tokens import px
from app.ui.rectify.ledger_day import SHAPES, read_day

WIDTH = 200


class LedgerDateField(QWidget):
    """Leaving it shows the date in full, so that one sees which year is meant. ``past`` asks for days up to today."""

    def __init__(self, name: str, today: date, day: date | None = None, past: bool = False) -> None:
        super().__init__()
        self._name, self._today, self._past = name, today, past
        self.line = QLineEdit(f"{day:%Y-%m-%d}" if day else "")
        self.line.setAccessibleName(name)
        self._shapes = SHAPES.format(today.year)
        self.line.setPlaceholderText(f"如 {self._shapes}")
        self.line.setMinimumWidth(px(196))
        self._open = button("", "ghost", "calendar", name=f"从日历选{name}", tip="从日历选")
        self.setLayout(row((self.line, 1), self._open, spacing=2))
        self.setMaximumWidth(px(WIDTH + 40))
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self._complete)
        self._open.clicked.connect(self._choose)

    def day(self) -> date | None:
        """None where it is empty. Raises UserError for what is no date."""
        try:
            return read_day(self.line.text(), self._today, self._past)
        except ValueError as error:
            wrong = self.line.text().strip()
            raise UserError(f"{self._name}“{wrong}”不是日期。请写成 {self._shapes}，也可以从日历里选。") from error

    def needed_day(self) -> date:
        """Raises UserError where it is empty, too."""
        day = self.day()
        if day is None:
            raise UserError(f"请写{self._name}，如 {self._shapes}。")
        return day

    def set_day(self, day: date | None) -> None:
        self.line.setText(f"{day:%Y-%m-%d}" if day else "")

    def _complete(self) -> None:
        try:
            self.set_day(self.day())
        except UserError:
            return  # it stays as it was typed and is said on saving

    def _choose(self) -> None:
        try:
            day = self.day() or self._today
        except UserError:
            day = self._today
        menu, calendar = QMenu(self), QCalendarWidget()
        calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        calendar.setAccessibleName(f"{self._name}日历")
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def take(chosen: QDate) -> None:
            self.set_day(date(chosen.year(), chosen.month(), chosen.day()))
            menu.close()
            self.line.setFocus()

        calendar.activated.connect(take)
        calendar.clicked.connect(take)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()
