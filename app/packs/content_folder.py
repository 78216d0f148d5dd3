"""A content folder (cases/, regulations/, quizzes/, quizzes/papers/) read as a whole, with every problem found."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from app.domain.case import Case
from app.domain.content import Content
from app.domain.paper import Paper
from app.domain.problem import Problem
from app.domain.question import Question
from app.domain.regulation import Regulation
from app.packs.content_checks import check_content
from app.packs.markdown_cases import read_case
from app.packs.markdown_regulations import read_regulation
from app.packs.problem_list import ProblemList
from app.packs.source_file import SourceFile
from app.packs.yaml_papers import read_paper
from app.packs.yaml_questions import read_questions

MAX_FILES = 20_000
FOLDERS = (("cases", ".md"), ("regulations", ".md"), ("quizzes", ".yaml"), ("quizzes/papers", ".yaml"))


def source_paths(root: Path) -> list[Path]:
    """Every content file, sorted; anything else in the folder is ignored.

    Raises OSError where the folder cannot be listed.
    """
    found: list[Path] = []
    for folder, ending in FOLDERS:
        place = root / folder
        if place.is_dir():
            found.extend(path for path in place.iterdir() if path.suffix == ending and path.is_file())
    return sorted(found)[:MAX_FILES]


def fingerprint(root: Path, format_version: int) -> str:
    """Changes when a file is added, removed, resized or touched, or when the index format changes."""
    digest = hashlib.sha256(str(format_version).encode())
    for path in source_paths(root):
        status = path.stat()
        digest.update(f"{path.relative_to(root).as_posix()}|{status.st_size}|{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def read_content(root: Path, today: date) -> Content:
    """Never raises for what a file holds; a broken file costs only itself."""
    cases: list[Case] = []
    regulations: list[Regulation] = []
    questions: list[Question] = []
    papers: list[Paper] = []
    problems: list[Problem] = []
    files: dict[str, str] = {}

    def take(path: Path, problem_list: ProblemList) -> None:
        source = SourceFile.read(path, root, problem_list)
        if source is None:
            return
        kind = path.parent.relative_to(root).as_posix()
        if kind == "cases" and (case := read_case(source, problem_list)):
            if case.slug != path.stem:
                problem_list.error(2, f"slug“{case.slug}”与文件名不一致", f"改成 slug: {path.stem}，或改文件名")
            cases.append(case)
            files[case.id] = source.name
        elif kind == "regulations" and (regulation := read_regulation(source, problem_list)):
            regulations.append(regulation)
            files[regulation.slug] = source.name
        elif kind == "quizzes":
            for question in read_questions(source, problem_list):
                questions.append(question)
                files.setdefault(question.id, source.name)
        elif kind == "quizzes/papers" and (paper := read_paper(source, problem_list)):
            papers.append(paper)
            files[paper.id] = source.name

    for path in source_paths(root):
        listed = ProblemList(path.relative_to(root).as_posix())
        _guarded(lambda here=path, into=listed: take(here, into), listed)  # type: ignore[misc]
        problems.extend(listed.problems)
    content = Content(tuple(cases), tuple(regulations), tuple(questions), tuple(papers), (), files)
    problems.extend(check_content(content, today))
    return Content(
        tuple(sorted(cases, key=lambda case: case.number)),
        _in_order(regulations),
        tuple(_unique(questions)),
        tuple(papers),
        tuple(sorted(problems, key=lambda problem: (problem.file, problem.line))),
        files,
    )


def _guarded(read: Callable[[], None], problems: ProblemList) -> None:
    """A reader's own fault on hostile input must not cost the other files."""
    try:
        read()
    except (ValueError, KeyError, IndexError, RecursionError, AttributeError, TypeError) as error:
        problems.error(0, f"文件读到一半出错（{type(error).__name__}）", "文件可能损坏，请从原稿重新复制")


def _in_order(regulations: Iterable[Regulation]) -> tuple[Regulation, ...]:
    kinds = ("党内法规", "国家法律", "行政法规", "司法解释", "部门规章", "部门规范性文件", "本单位制度")
    return tuple(
        sorted(
            regulations,
            key=lambda regulation: (
                kinds.index(regulation.kind) if regulation.kind in kinds else len(kinds),
                regulation.title,
                regulation.version,
            ),
        )
    )


def _unique(questions: Iterable[Question]) -> Iterable[Question]:
    """The first of each id: a second one was reported, and must not displace it."""
    seen: set[str] = set()
    for question in questions:
        if question.id not in seen:
            seen.add(question.id)
            yield question
