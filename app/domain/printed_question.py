"""One question as it stands on paper: its number through the paper and the letters of its options."""

from dataclasses import dataclass

from app.domain.question import FALSE, TRUE, Question, QuestionKind
from app.domain.shown_letters import POSITIONS, in_shown_letters, keys_shown, option_words


@dataclass(frozen=True, slots=True)
class PrintedQuestion:
    """``order``: the option keys from top to bottom. On paper a 排序 shows letters too."""

    number: int
    question: Question
    score: int
    order: tuple[str, ...]

    @property
    def options(self) -> tuple[tuple[str, str], ...]:
        """(letter, words) from top to bottom; none for 判断."""
        if self.question.kind is QuestionKind.TRUE_FALSE:
            return ()
        keys = keys_shown(self.question, self.order)
        return tuple((self._letter(key), option_words(self.question, key)) for key in keys)

    @property
    def marks(self) -> tuple[str, ...]:
        """What can be marked on an answer sheet: letters, or 对 and 错."""
        if self.question.kind is QuestionKind.TRUE_FALSE:
            return (TRUE, FALSE)
        return tuple(letter for letter, _ in self.options)

    @property
    def right(self) -> str:
        """The right answer as a marker compares it: "B", "ACD", "对", a 排序 in its order; "" where words answer."""
        match self.question.kind:
            case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
                return "".join(sorted(self._letter(key) for key in self.question.answer))
            case QuestionKind.TRUE_FALSE | QuestionKind.ORDER:
                return "".join(self._letter(key) for key in self.question.answer)
            case _:
                return ""

    @property
    def explanation(self) -> str:
        return self._in_letters(self.question.explanation)

    @property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """(letter, why it is wrong) from top to bottom; a reason that names no option stands last, with its words."""
        letters = dict(zip(keys_shown(self.question, self.order), self.marks, strict=True))
        known = sorted((letters[key], self._in_letters(text)) for key, text in self.question.why if key in letters)
        return (*known, *((key, self._in_letters(text)) for key, text in self.question.why if key not in letters))

    def _letter(self, key: str) -> str:
        keys = keys_shown(self.question, self.order)
        lettered = self.question.kind is not QuestionKind.TRUE_FALSE and key in keys
        return POSITIONS[keys.index(key)] if lettered else key

    def _in_letters(self, text: str) -> str:
        return in_shown_letters(self.question, self.order, text, order_lettered=True)
