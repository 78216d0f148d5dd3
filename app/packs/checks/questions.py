"""What questions point at, and how question files and cases go together."""

from collections.abc import Iterable

from app.domain.problem import Problem
from app.packs.checks.lookup import Lookup
from app.packs.entry import Folder
from app.packs.marks import MarkKind
from app.packs.problem_list import ProblemList


def check_question_links(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    for entry in folder.questions:
        problems = ProblemList(entry.file)
        question = entry.item
        case = lookup.cases.get(question.case)
        facts = {fact.number for fact in case.facts} if case else set()
        for mark in entry.marks:
            if mark.kind is MarkKind.ARTICLE and (fault := lookup.fault(mark.target)):
                problems.error(mark.line, *fault)
            elif mark.kind is MarkKind.FACT and case and int(mark.target) not in facts:
                problems.error(mark.line, f"“{question.id}”引用的【{mark.target}】不存在", "改成案情里有的编号")
            elif mark.kind is MarkKind.FACT and not question.case:
                advice = "在文件开头写 case: 案例的 slug，或删去事实编号"
                problems.error(mark.line, f"“{question.id}”引用了事实，题库却没有写是哪个案例", advice)
        if not entry.marks:
            advice = "写 articles: [条例@2023/124]，或 facts: [1]"
            problems.warn(question.line, f"“{question.id}”没有任何依据", advice)
        yield from problems.problems


def check_quiz_files(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    """A case names its question file, and that file the case."""
    for case in folder.cases:
        file = f"quizzes/{case.item.quiz}.yaml"
        line = case.at("quiz")
        if not case.item.quiz:
            for name, (slug, _) in folder.quiz_cases.items():
                if slug == case.item.slug:
                    message = f"{name} 是这个案例的题库，文首却没有 quiz"
                    advice = f"写 quiz: {name.removeprefix('quizzes/').removesuffix('.yaml')}"
                    yield _warning(case.file, line, message, advice)
        elif file not in folder.names:
            yield Problem(case.file, line, f"没有题库文件 {file}", "补上文件，或删去 quiz 一行")
        elif file in folder.quiz_cases and folder.quiz_cases[file][0] != case.item.slug:
            advice = f"在那个文件开头写 case: {case.item.slug}，或改 quiz"
            yield Problem(case.file, line, f"题库文件 {file} 写的不是这个案例", advice)
    for name, (slug, line) in folder.quiz_cases.items():
        if slug and slug not in lookup.cases:
            known = f"cases/{slug}.md" in folder.names
            advice = "先改正那个案例文件" if known else "改正 case，或补上案例文件"
            yield Problem(name, line, f"没有案例“{slug[:60]}”", advice)


def _warning(file: str, line: int, message: str, advice: str) -> Problem:
    problems = ProblemList(file)
    problems.warn(line, message, advice)
    return problems.problems[0]
