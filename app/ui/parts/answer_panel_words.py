"""A verdict in a word, a tone and an icon."""

from app.domain.marking import Verdict

VERDICTS: dict[Verdict, tuple[str, str, str]] = {
    Verdict.RIGHT: ("回答正确", "green", "checkmark_circle"),
    Verdict.PARTIAL: ("部分正确", "amber", "warning"),
    Verdict.WRONG: ("未答对", "red", "dismiss_circle"),
    Verdict.UNANSWERED: ("未作答", "red", "dismiss_circle"),
    Verdict.UNMARKED: ("请对照要点自评", "ink", "info"),
}
"""Word, tone and icon of each."""
