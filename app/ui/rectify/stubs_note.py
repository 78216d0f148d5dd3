"""What is left of wiped entries, under the list where they stood: who, when and why."""

from collections.abc import Iterable

from app.domain.ledger.stub import Stub, stub_lines
from app.ui.kit.paragraph import Paragraph


class StubsNote(Paragraph):
    """Nothing to be seen where nothing was wiped."""

    def __init__(self, stubs: Iterable[Stub] = ()) -> None:
        super().__init__("", 14, "text2", line=1.5)
        self.show_stubs(stubs)

    def show_stubs(self, stubs: Iterable[Stub]) -> None:
        lines = stub_lines(stubs)
        self.set_text("\n".join(lines))
        self.setVisible(bool(lines))
