"""How long work tells how far it is, and is told to stop."""

from collections.abc import Callable

from app.domain.errors import UserError

GoOn = Callable[[int, int], bool]
"""Called with (done, of how many); returns whether to go on."""


class StoppedError(UserError):
    """The person cancelled: nothing was written."""


def step(go_on: GoOn | None, done: int, total: int) -> None:
    """Raises StoppedError where the person has cancelled."""
    if go_on is not None and not go_on(done, total):
        raise StoppedError("已取消，没有写出任何文件。")
