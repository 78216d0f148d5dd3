"""A text of a look back: what to write there, and right under it what was refused."""

from app.ui.kit.form_field import FormField, text_area


class LookBackField(FormField):
    def __init__(self, name: str, hint: str, height: float = 84) -> None:
        self.area = text_area(name, hint=hint, height=height)
        super().__init__(name, self.area, strong=True)
        self.area.textChanged.connect(lambda: self.show_wrong(""))

    def text(self) -> str:
        return self.area.toPlainText()
