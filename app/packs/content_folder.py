"""A content folder (cases/, regulations/, quizzes/, quizzes/papers/) read as a whole, with every problem found."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from app.domain.confidentiality import review
from app.domain.content import Content
from app.domain.labels import OWN_RULES, REGULATION_KINDS
from app.domain.problem import Problem
from app.domain.regulation import Regulation
from app.domain.renumbering import Renumbering
from app.packs.checks.folder_check import check_folder
from app.packs.content_sources import FOLDERS, MAX_FILES, source_paths
from app.packs.entry import Entry, Folder
from app.packs.markdown_cases import read_case
from app.packs.markdown_regulations import read_regulation
from app.packs.problem_list import ProblemList
from app.packs.source_file import SourceFile, reason, shown_name
from app.packs.yaml_papers import read_paper
from app.packs.yaml_questions import read_questions
from app.packs.yaml_renumberings import read_renumbering

STRAY_ENDINGS = (".md", ".markdown", ".yaml", ".yml", ".txt", ".doc", ".docx", ".xlsx", ".json")
REGULATION_ORDER = ("党内法规", "国家法律", "行政法规", "司法解释", "部门规章", "部门规范性文件", OWN_RULES)

log = logging.getLogger(__name__)
T = TypeVar("T")


def read_content(root: Path, today: date) -> Content:
    """Never raises for what the folder holds; a broken file costs only itself."""
    folder = Folder()
    problems = _stray_files(root)
    paths = source_paths(root)
    if len(paths) == MAX_FILES:
        problems.append(Problem(".", 0, f"内容文件超过 {MAX_FILES} 个，其余没有读", "减少文件"))
    for path in paths:
        listed = ProblemList(shown_name(path, root))
        guarded(_reading(path, root, folder, listed), listed)
        problems.extend(listed.problems)
    folder.names = frozenset(shown_name(path, root) for path in paths)
    problems.extend(check_folder(folder, today))
    return _content(folder, problems)


def _reading(path: Path, root: Path, folder: Folder, problems: ProblemList) -> Callable[[], None]:
    def read() -> None:
        source = SourceFile.read(path, root, problems)
        if source is None or not may_be_read(source, problems):
            return
        match path.parent.relative_to(root).as_posix():
            case "cases":
                case = read_case(source, problems)
                if case and case.item.slug != path.stem:
                    message = f"slug“{case.item.slug}”与文件名不一致"
                    problems.error(case.at("slug"), message, f"改成 slug: {path.stem}，或改文件名")
                folder.cases.extend([case] if case else [])
            case "regulations":
                regulation = read_regulation(source, problems)
                folder.regulations.extend([regulation] if regulation else [])
            case "quizzes":
                file = read_questions(source, problems)
                folder.questions.extend(file.questions)
                folder.quiz_cases[source.name] = (file.case, file.case_line)
            case "regulations/numbers":
                renumbering = read_renumbering(source, problems)
                folder.renumberings.extend([renumbering] if renumbering else [])
            case _:
                paper = read_paper(source, problems)
                folder.papers.extend([paper] if paper else [])

    return read


def may_be_read(source: SourceFile, problems: ProblemList) -> bool:
    """A file with a security grading is not taken in; what looks like a person's number is pointed out."""
    may = True
    for number, line in enumerate(source.text.split("\n"), 1):
        found = review(line)
        if found.refusal:
            advice = "不得导入国家秘密：删去涉密内容，并按保密规定处理原件"
            problems.error(number, "文字中有密级标志，这个文件没有读入", advice)
            may = False
        for warning in found.warnings:
            what = warning.removeprefix("像是")
            problems.warn(number, f"这一行有{what}样的数字", "案例不得含真实个人信息：核对后改掉")
    return may


def guarded(read: Callable[[], None], problems: ProblemList) -> None:
    """A reader's own fault must not cost the other files."""
    try:
        read()
    except Exception as error:
        log.exception("reading %s", problems.file)
        problems.error(0, f"文件读到一半出错（{type(error).__name__}）", "文件可能损坏，请从原稿重新复制")


def _content(folder: Folder, problems: Iterable[Problem]) -> Content:
    """The first of each id: a second one was reported, and must not displace it."""
    cases = _unique(folder.cases, lambda case: case.id)
    regulations = _unique(folder.regulations, lambda regulation: regulation.id)
    renumberings = tuple(entry.item for entry in folder.renumberings)
    questions = _unique(folder.questions, lambda question: question.id)
    papers = _unique(folder.papers, lambda paper: paper.id)
    files: dict[str, str] = {}
    for name, file in (
        *((entry.item.id, entry.file) for entry in cases),
        *((entry.item.slug, entry.file) for entry in regulations),
        *((entry.item.id, entry.file) for entry in questions),
        *((entry.item.id, entry.file) for entry in papers),
    ):
        files.setdefault(name, file)
    return Content(
        tuple(sorted((entry.item for entry in cases), key=lambda case: (case.number, case.slug))),
        tuple(sorted((_with_former(entry.item, renumberings) for entry in regulations), key=_regulation_key)),
        tuple(entry.item for entry in questions),
        tuple(sorted((entry.item for entry in papers), key=lambda paper: (paper.place, paper.id))),
        tuple(sorted(problems, key=lambda problem: (problem.file, problem.line))),
        files,
        renumberings,
    )


def _with_former(regulation: Regulation, renumberings: Iterable[Renumbering]) -> Regulation:
    """Its articles told where they stood before."""
    known = [one for one in renumberings if one.regulation == regulation.id]
    if not known:
        return regulation
    articles = (
        replace(article, former="；".join(filter(None, (one.former(article.number) for one in known))))
        for article in regulation.articles
    )
    return replace(regulation, articles=tuple(articles))


def _unique(entries: Sequence[Entry[T]], name: Callable[[T], str]) -> list[Entry[T]]:
    kept: dict[str, Entry[T]] = {}
    for entry in entries:
        kept.setdefault(name(entry.item), entry)
    return list(kept.values())


def _regulation_key(regulation: Regulation) -> tuple[int, str, str]:
    order = REGULATION_ORDER
    place = order.index(regulation.kind) if regulation.kind in order else len(REGULATION_KINDS)
    return place, regulation.title, regulation.version


def _listed(place: Path, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(place.iterdir())
    except FileNotFoundError:
        return []  # a folder may lack what it has none of
    except OSError as error:
        message = f"文件夹打不开：{reason(error)}"
        problems.append(Problem(place.name, 0, message, "检查它是不是文件夹、有没有读取权限"))
        return []


def _stray_files(root: Path) -> list[Problem]:
    """What an author may believe to be content, and is not read."""
    problems: list[Problem] = []
    if not root.is_dir():
        return [Problem(str(root), 0, "内容文件夹不存在或打不开", "检查路径，或重新安装程序以恢复内置内容")]
    for folder, ending in FOLDERS:
        for path in _listed(root / folder, problems):
            if path.suffix == ending or path.name.startswith((".", "~")):
                continue
            listed = ProblemList(shown_name(path, root))
            if path.suffix.lower() in STRAY_ENDINGS:
                listed.warn(0, f"这个文件没有读：{folder} 里的内容文件以 {ending} 结尾", "改扩展名，或移到别处")
            elif path.is_dir() and f"{folder}/{path.name}" not in dict(FOLDERS) and any(path.glob(f"*{ending}")):
                listed.warn(0, "这个文件夹里的文件没有读", f"把文件直接放在 {folder} 里")
            problems.extend(listed.problems)
    return problems
