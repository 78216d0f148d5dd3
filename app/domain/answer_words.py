"""A right answer, one's own answer and the reasons against the others, in words."""

from collections.abc import Sequence

from app.domain.question import ANY_ORDER, Question, QuestionKind
from app.domain.shown_letters import keys_shown, lettered, option_words


def right_answer_lines(question: Question, shown: Sequence[str]) -> list[str]:
    """What ought to have been answered, a line each; empty for a 简答, whose key points say it."""
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.TRUE_FALSE:
            keys = [key for key in keys_shown(question, shown) if key in question.answer]
            return [lettered(question, shown, key) for key in keys]
        case QuestionKind.ORDER:
            return [f"{place}. {option_words(question, key)}" for place, key in enumerate(question.answer, 1)]
        case QuestionKind.BLANKS:
            forms = [form_words(accepted) for accepted in question.answer]
            if question.any_order:
                return [f"{ANY_ORDER}：{'；'.join(forms)}"]
            return forms if len(forms) == 1 else [f"第{place}空：{text}" for place, text in enumerate(forms, 1)]
        case _:
            return []


def form_words(accepted: str) -> str:
    """The forms that a blank takes: 7天 或 七天."""
    return " 或 ".join(accepted.split("|"))


def own_answer_lines(question: Question, shown: Sequence[str], answer: Sequence[str]) -> list[str]:
    """What a person answered, a line each."""
    if not any(text.strip() for text in answer):
        return ["未作答"]
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.TRUE_FALSE:
            return [lettered(question, shown, key) for key in keys_shown(question, shown) if key in answer]
        case QuestionKind.ORDER:
            return [f"{place}. {option_words(question, key)}" for place, key in enumerate(answer, 1)]
        case QuestionKind.BLANKS:
            return [f"第{place}空：{text.strip() or '未填'}" for place, text in enumerate(answer, 1)]
        case _:
            return [text.strip() for text in answer]


def reasons(question: Question, shown: Sequence[str]) -> list[tuple[str, str]]:
    """(option with its letter, why it is wrong) from top to bottom; a reason that names no option as ("", reason)."""
    order = list(keys_shown(question, shown))
    known = [(key, text) for key, text in question.why if key in order]
    known.sort(key=lambda entry: order.index(entry[0]))
    named = question.kind is QuestionKind.ORDER
    made = [(option_words(question, key) if named else lettered(question, shown, key), text) for key, text in known]
    return made + [("", text) for key, text in question.why if key not in order]
