"""The questions as a whole: near-duplicates, how the keys are spread, options that shuffling would break."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from app.domain.case import CaseKind
from app.domain.problem import Problem, Severity
from app.domain.question import Question, QuestionKind
from app.domain.reference import ArticleReference
from app.packs.checks.lookup import Lookup
from app.packs.checks.similarity import near_pairs
from app.packs.checks.story_text import case_story
from app.packs.entry import Entry, Folder

LEAST_PER_CASE, LEAST_PER_CORE = 4, 3
NEAR_STEMS, NEAR_CASES = 0.6, 0.2
# Chi-square, 3 degrees of freedom, 5 %.
CRITICAL = 7.815
LEAST_KEYS, LEAST_FILE_KEYS, MOST_OF_FILE = 40, 5, 0.6
POINTING = re.compile(
    "(以上|上述|前[两二三]项|前述)(选项|各项|说法|情形)?(都|均|全|皆)?(不?对|正确|错误|不正确|符合|属于|是|可以)"
)
LETTERS = re.compile("^[A-F](和|与|、|或|及)[A-F]")


def check_bank(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    del lookup
    yield from _pointing_options(folder.questions)
    yield from _keys(folder.questions)
    yield from _near_stems(folder.questions)
    yield from _near_cases(folder)
    yield from _too_few(folder)
    yield from _core(folder)


def _pointing_options(questions: Sequence[Entry[Question]]) -> Iterable[Problem]:
    for entry in questions:
        for option in entry.item.options:
            if POINTING.search(option.text) or LETTERS.match(option.text):
                message = f"“{entry.item.id}”的选项 {option.key} 指着别的选项说话（{option.text}）"
                yield Problem(entry.file, entry.item.line, message, "选项会打乱：每个选项单独说一件事")


def _keys(questions: Sequence[Entry[Question]]) -> Iterable[Problem]:
    """A key that favours a letter can be guessed."""
    files: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in questions:
        if entry.item.kind is QuestionKind.SINGLE and len(entry.item.letters) == 4:
            files[entry.file][entry.item.answer[0]] += 1
    whole: Counter[str] = Counter()
    for file, keys in files.items():
        whole += keys
        letter, count = keys.most_common(1)[0]
        if keys.total() >= LEAST_FILE_KEYS and count / keys.total() > MOST_OF_FILE:
            message = f"{keys.total()} 道单选里有 {count} 道答案是 {letter}"
            yield Problem(file, 1, message, "调换选项次序，让答案分散", Severity.WARNING)
    if whole.total() >= LEAST_KEYS and (value := chi_square(whole)) > CRITICAL:
        spread = "、".join(f"{letter} {whole[letter]}" for letter in "ABCD")
        message = f"全库单选的答案分布不均：{spread}（χ²={value:.1f}，应不高于 {CRITICAL}）"
        yield Problem(".", 0, message, "调换一些题的选项次序", Severity.WARNING)


def chi_square(keys: Counter[str]) -> float:
    """Against an even spread over A–D."""
    expected = keys.total() / 4
    return sum((keys[letter] - expected) ** 2 / expected for letter in "ABCD")


def _near_stems(questions: Sequence[Entry[Question]]) -> Iterable[Problem]:
    texts = [entry.item.scenario + entry.item.stem for entry in questions]
    for place, earlier, share in near_pairs(texts, 3, NEAR_STEMS):
        one, other = questions[place], questions[earlier]
        if one.item.group and one.item.group == other.item.group:
            continue
        message = f"“{one.item.id}”与“{other.item.id}”的题干有 {share:.0%} 相同"
        yield Problem(one.file, one.item.line, message, "改写其中一道，或删去", Severity.WARNING)


def _near_cases(folder: Folder) -> Iterable[Problem]:
    texts = ["".join(text for _, text in case_story(entry.item)) for entry in folder.cases]
    for place, earlier, share in near_pairs(texts, 4, NEAR_CASES):
        one, other = folder.cases[place], folder.cases[earlier]
        message = f"与《{other.item.title}》有 {share:.0%} 的文字相同"
        yield Problem(one.file, 1, message, "换一个情节和说法", Severity.WARNING)


def _too_few(folder: Folder) -> Iterable[Problem]:
    asked: dict[str, set[str]] = defaultdict(set)
    for entry in folder.questions:
        asked[entry.item.case].add(entry.item.group or entry.item.id)
    for case in folder.cases:
        have = len(asked[case.item.slug])
        if case.item.quiz and case.item.kind is CaseKind.CASE and have < LEAST_PER_CASE:
            message = f"只有 {have} 道题"
            yield Problem(case.file, case.at("quiz"), message, f"至少 {LEAST_PER_CASE} 道", Severity.WARNING)


def _core(folder: Folder) -> Iterable[Problem]:
    """The articles that everybody should know are there and are asked about."""
    asked: dict[str, set[str]] = defaultdict(set)
    for entry in folder.questions:
        for written in entry.item.articles:
            if reference := ArticleReference.parse(written):
                asked[reference.base].add(entry.item.group or entry.item.id)
    for rule in folder.regulations:
        included = {article.number: article for article in rule.item.articles}
        for number in rule.item.core:
            if number not in included:
                yield Problem(rule.file, rule.at("core"), f"必学条文 {number} 没有收录", "补上这一条，或从 core 删去")
            elif (have := len(asked[f"{rule.item.id}/{number}"])) < LEAST_PER_CORE:
                article = included[number]
                message = f"必学的{article.label}只有 {have} 道题"
                yield Problem(rule.file, article.line, message, f"至少 {LEAST_PER_CORE} 道", Severity.WARNING)
