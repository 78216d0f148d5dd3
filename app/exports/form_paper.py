"""A form as a file: what it says is told once, in `form`."""

from abc import ABC, abstractmethod

from app.domain.ledger.steps import GoOn
from app.exports.document_origin import DocumentOrigin
from app.exports.form import Form


class FormPaper(ABC):
    def __init__(self, origin: DocumentOrigin, go_on: GoOn | None = None) -> None:
        """``go_on`` is asked with rows done, of how many."""
        self._origin, self._go_on = origin, go_on

    @abstractmethod
    def form(self) -> Form: ...

    def to_bytes(self) -> bytes:
        """As a Word document. Raises StoppedError where the person cancelled."""
        from app.exports.form_document import form_document

        return form_document(self.form(), self._origin, self._go_on)

    def to_table(self) -> bytes:
        """As an xlsx file. Raises StoppedError where the person cancelled."""
        from app.exports.form_file import form_file

        return form_file(self.form(), self._origin, self._go_on)
