"""Whether a question's answer fits its kind and its options, and whether the reasons are there."""

import re
from collections import Counter

from app.domain.blank_matching import plain_form
from app.domain.question import BLANK, FALSE, TRUE, Question, QuestionKind
from app.packs.fields import Fields
from app.packs.problem_list import ProblemList

CHOSEN = (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.ORDER)
MAX_OPTION_DIFFERENCE = 3
BLANKS = re.compile("[＿_]{2,}")


def check_answer(question: Question, fields: Fields, problems: ProblemList) -> bool:
    """False where the question cannot be answered rightly and must not be asked."""
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.ORDER:
            usable = _chosen(question, fields, problems)
        case QuestionKind.TRUE_FALSE:
            usable = _judged(question, fields, problems)
        case QuestionKind.BLANKS:
            usable = _filled(question, fields, problems)
        case _:
            usable = _written(question, fields, problems)
    owners = (("options", CHOSEN), ("points", (QuestionKind.SHORT,)), ("any_order", (QuestionKind.BLANKS,)))
    for key, kinds in owners:
        if fields.has(key) and question.kind not in kinds:
            problems.error(fields.line(key), f"{question.kind}“{question.id}”用不到 {key}", f"删去 {key}，或改 kind")
    if usable:
        _check_reasons(question, fields, problems)
    return usable


def _chosen(question: Question, fields: Fields, problems: ProblemList) -> bool:
    line, name, answer, letters = fields.line("answer"), question.id, question.answer, question.letters
    if len(letters) < 3:
        problems.error(fields.line("options"), f"“{name}”选项太少", "至少三个选项")
    if not answer or not set(answer) <= set(letters) or len(set(answer)) != len(answer):
        problems.error(line, f"“{name}”的答案不在选项里、重复或为空", "答案写选项字母，如 B 或 [A, C]")
        return False
    if question.kind is QuestionKind.SINGLE and len(answer) != 1:
        problems.error(line, f"单选“{name}”只能有一个答案", "多个答案请改成多选")
        return False
    if question.kind is QuestionKind.MULTIPLE and len(answer) < 2:
        problems.error(line, f"多选“{name}”至少两个答案", "只有一个答案请改成单选")
        return False
    if question.kind is QuestionKind.ORDER and len(answer) != len(letters):
        problems.error(line, f"排序“{name}”的答案要排全部选项", "把每个字母按先后写一次")
        return False
    lengths = [len(option.text) for option in question.options]
    if max(lengths) - min(lengths) > MAX_OPTION_DIFFERENCE:
        message = f"“{name}”的选项长短相差 {max(lengths) - min(lengths)} 字"
        problems.warn(fields.line("options"), message, f"相差不超过 {MAX_OPTION_DIFFERENCE} 字，免得从长短猜出答案")
    return len(letters) >= 2


def _judged(question: Question, fields: Fields, problems: ProblemList) -> bool:
    if question.answer in ((TRUE,), (FALSE,)):
        return True
    problems.error(fields.line("answer"), f"判断“{question.id}”的答案只能是 对 或 错", "写 answer: 对")
    return False


def _filled(question: Question, fields: Fields, problems: ProblemList) -> bool:
    line, name, answer = fields.line("answer"), question.id, question.answer
    blanks = BLANKS.findall(question.stem)
    if any(blank != BLANK for blank in blanks):
        advice = f"每个空写两个全角下划线 {BLANK}，空与空之间有文字"
        problems.error(fields.line("stem"), f"填空“{name}”的空写法不对", advice)
        return False
    if not answer or len(blanks) != len(answer):
        message = f"填空“{name}”有 {len(blanks)} 个空、{len(answer)} 个答案"
        problems.error(line, message, f"题干中每个空写 {BLANK}，answer 一空一项")
        return False
    for entry in answer:
        forms = entry.split("|")
        if not all(forms) or "｜" in entry or len(set(forms)) != len(forms):
            advice = "几种说法之间用半角 | 隔开，如 三日|3日"
            problems.error(line, f"填空“{name}”的答案有空的、重复的说法，或用了全角 ｜", advice)
            return False
    return _told_apart(question, fields, problems)


def _told_apart(question: Question, fields: Fields, problems: ProblemList) -> bool:
    """What counts in two blanks would let one word fill both: whoever wrote the question has to say that it may."""
    name, blanks = question.id, len(question.answer)
    if question.any_order and blanks < 2:
        problems.error(fields.line("any_order"), f"填空“{name}”只有一个空，没有先后", "删去 any_order")
        return False
    forms = [{plain_form(form): form for form in entry.split("|")} for entry in question.answer]
    counted = Counter(plain for entry in forms for plain in entry)
    shared = [form for entry in forms for plain, form in entry.items() if counted[plain] > 1]
    if not shared or (fields.has("any_order") and not question.any_order):
        return True
    message = f"填空“{name}”有两个空都收“{shared[0]}”，同一个词填两遍也会算对"
    if question.any_order:
        advice = "几个空可以换着填的，每个说法只写进一个空的答案"
    else:
        advice = "可以换着填的，写 any_order: true，每个说法只写进一个空；几个空本来就填同一个词的，写 any_order: false"
    problems.error(fields.line("answer"), message, advice)
    return False


def _written(question: Question, fields: Fields, problems: ProblemList) -> bool:
    if fields.has("answer"):
        problems.error(fields.line("answer"), f"简答“{question.id}”用不到 answer", "删去 answer，按 points 评分")
    if not question.points:
        problems.error(question.line, f"简答“{question.id}”没有评分要点", "在 points 下逐条写 text、keys、score")
        return False
    return True


def _check_reasons(question: Question, fields: Fields, problems: ProblemList) -> None:
    """Each wrong option needs its reason; no reason may name an option that is not there."""
    line, name = fields.line("why"), question.id
    given = {key for key, _ in question.why}
    offered = {TRUE, FALSE} if question.kind is QuestionKind.TRUE_FALSE else set(question.letters)
    if missing := offered - set(question.answer) - given:
        problems.error(line, f"“{name}”没有说明 {'、'.join(sorted(missing))} 错在哪里", "在 why 下一项写一句")
    if question.kind.chooses:
        if unknown := given - offered:
            problems.error(line, f"“{name}”的 why 里有选项里没有的 {'、'.join(sorted(unknown))}", "改成错项的字母")
        if right := given & set(question.answer):
            message = f"“{name}”的 why 里有正确选项 {'、'.join(sorted(right))}"
            problems.warn(line, message, "why 只写错项，正确的写进解析")
    if not question.explanation:
        problems.error(fields.line("explanation"), f"“{name}”缺少解析", "补上 explanation: ……")
