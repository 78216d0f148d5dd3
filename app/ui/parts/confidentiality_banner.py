"""What must not be written here, said wherever text is entered."""

from PySide6.QtWidgets import QWidget

from app.domain.labels import CONFIDENTIALITY
from app.ui.kit.banner import Banner


class ConfidentialityBanner(Banner):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CONFIDENTIALITY, "amber", parent=parent)
