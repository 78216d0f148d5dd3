"""Say something to a screen reader."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have ``text`` read aloud, politely, in the name of ``widget``."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def renamed(widget: QWidget, name: str) -> None:
    """Set an accessible name and tell the screen reader that it has changed."""
    if widget.accessibleName() == name:
        return
    widget.setAccessibleName(name)
    if widget.isVisible():  # nobody has heard the old name of one that was never shown
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.NameChanged))
