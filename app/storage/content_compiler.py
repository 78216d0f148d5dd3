"""Compiling content into an index file, and clearing away old ones."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.domain.case import Case, Section
from app.domain.codec import to_plain
from app.domain.content import GATE, Content
from app.domain.errors import UserError
from app.domain.labels import OWN_DRAFT, OWN_EXEMPLAR, OWN_MARK
from app.domain.pinyin_initials import initials
from app.domain.problem import Problem
from app.domain.prose import plain_text, prose_text
from app.domain.reference import ArticleReference
from app.domain.regulation import Regulation
from app.domain.rule_standing import standing
from app.storage import full_text
from app.storage.content_files import FORMAT_VERSION as FORMAT_VERSION
from app.storage.content_files import PREFIX as PREFIX
from app.storage.content_files import damage_mark as damage_mark
from app.storage.content_files import sweep as sweep
from app.storage.file_steps import sync_file
from app.storage.full_text import Document

TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE item (kind TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, pack TEXT NOT NULL,"
    " summary TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID",
    "CREATE TABLE citation (article TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,"
    " PRIMARY KEY (article, kind, id)) STRICT, WITHOUT ROWID",
    "CREATE TABLE problem (file TEXT NOT NULL, line INTEGER NOT NULL, body TEXT NOT NULL) STRICT",
)


NO_QUESTIONS: Mapping[str, int] = MappingProxyType({})


def build(content: Content, target: Path, pack: str = "builtin") -> None:
    """Write the index beside the target, then put it in place.

    Raises UserError where the cache folder cannot be written; then nothing is left behind.
    """
    written(target, lambda connection: fill(connection, content, pack))


def written(target: Path, write: Callable[[sqlite3.Connection], None], base: Path | None = None) -> None:
    """A new index, or a copy of the one at ``base``, with what ``write`` puts in; at its place once it is whole.

    Raises UserError where the cache folder cannot be written; then nothing is left behind.
    """
    part = target.with_suffix(f".part{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        if base is not None:
            shutil.copyfile(base, part)
        connection = sqlite3.connect(part, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            write(connection)
        finally:
            connection.close()
        sync_file(part)
        os.replace(part, target)
        damage_mark(target).unlink(missing_ok=True)
    except (sqlite3.Error, OSError) as error:
        raise UserError(f"不能在 {target.parent} 建立内容索引。请检查磁盘空间和该文件夹的权限。") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def fill(connection: sqlite3.Connection, content: Content, pack: str = "builtin") -> None:
    """Everything of the content into an empty database. Raises sqlite3.Error."""
    connection.execute("BEGIN")
    _fill(connection, content, pack)
    connection.execute("COMMIT")
    connection.execute("INSERT INTO doc_fts (doc_fts) VALUES ('optimize')")


def _fill(connection: sqlite3.Connection, content: Content, pack: str) -> None:
    for statement in TABLES:
        connection.execute(statement)
    full_text.create(connection)
    counts = json.dumps(content.counts())
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [("format", str(FORMAT_VERSION)), ("counts", counts)])

    def store(kind: str, name: str, place: int, summary: dict[str, Any], body: Any) -> None:
        connection.execute(
            "INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?)",
            (kind, name, place, pack, _json(summary), _json(to_plain(body))),
        )

    sizes: dict[str, set[str]] = {}
    for place, question in enumerate(content.questions):
        sizes.setdefault(question.case, set()).add(question.group or question.id)
        store("question", question.id, place, to_plain(question.summary()), question)
        _cite(connection, question.articles, "question", question.id)
    add_cases(connection, content.cases, pack, {slug: len(groups) for slug, groups in sizes.items()})
    for place, paper in enumerate(content.papers):
        store("paper", paper.id, place, {"id": paper.id, "title": paper.title}, paper)
    add_regulations(connection, content.regulations, pack)
    for renumbering in content.renumberings:
        for old, new in renumbering.now().items():
            store("former", old, 0, {}, list(new))
    add_problems(connection, content.problems)
    full_text.add(connection, _documents(content))


def add_cases(
    connection: sqlite3.Connection, cases: Iterable[Case], pack: str, questions: Mapping[str, int] = NO_QUESTIONS
) -> None:
    """After those that are there, whose names stay theirs. ``questions``: how many there are, by the case's slug."""
    place = connection.execute("SELECT COALESCE(MAX(place) + 1, 0) FROM item WHERE kind = 'case'").fetchone()[0]
    for at, case in enumerate(cases, place):
        summary = _case_summary(case, questions.get(case.slug, 0))
        row = ("case", case.id, at, pack, _json(summary), _json(to_plain(case)))
        connection.execute("INSERT OR IGNORE INTO item VALUES (?, ?, ?, ?, ?, ?)", row)
        _cite(connection, (name for clause in case.clauses for name in clause.references), "case", case.id)


def _cite(connection: sqlite3.Connection, references: Iterable[str], kind: str, name: str) -> None:
    for written in references:
        if reference := ArticleReference.parse(written):
            connection.execute("INSERT OR IGNORE INTO citation VALUES (?, ?, ?)", (reference.base, kind, name))


def add_regulations(connection: sqlite3.Connection, regulations: Iterable[Regulation], pack: str) -> None:
    """With their articles, after those that are there. What has a name already stays what it is."""
    order, place = (
        connection.execute("SELECT COALESCE(MAX(place) + 1, 0) FROM item WHERE kind = ?", (kind,)).fetchone()[0]
        for kind in ("regulation", "article")
    )

    def store(kind: str, name: str, at: int, summary: dict[str, Any], body: Any) -> None:
        row = (kind, name, at, pack, _json(summary), _json(to_plain(body)))
        connection.execute("INSERT OR IGNORE INTO item VALUES (?, ?, ?, ?, ?, ?)", row)

    for regulation in regulations:
        head = to_plain(regulation) | {"articles": []}
        store("regulation", regulation.slug, order, _regulation_summary(regulation), regulation)
        order += 1
        for article in regulation.articles:
            base = f"{regulation.id}/{article.number}"
            body = {"regulation": head, "article": to_plain(article)}
            store("article", base, place, {"base": base, "label": article.label, "name": article.name}, body)
            place += 1


def add_problems(connection: sqlite3.Connection, problems: Iterable[Problem]) -> None:
    for problem in problems:
        row = (problem.file, problem.line, _json(to_plain(problem)))
        connection.execute("INSERT INTO problem VALUES (?, ?, ?)", row)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _case_summary(case: Case, questions: int) -> dict[str, Any]:
    names = (
        "id slug number kind title subtitle cover domain root_causes problems discipline form posts difficulty minutes"
        " version checked"
    )
    chosen = {name: to_plain(getattr(case, name)) for name in names.split()}
    shown = {"own": case.own, "draft": bool(case.own and case.lacking)}
    return chosen | shown | {"questions": questions, "sections": [section.value for section in Section]}


def _regulation_summary(regulation: Regulation) -> dict[str, Any]:
    names = "slug title short version family kind issuer number effective repealed checked missing revising"
    return {name: getattr(regulation, name) for name in names.split()} | {
        "articles": [[article.number, article.label, article.name] for article in regulation.articles]
    }


def _documents(content: Content) -> Iterator[Document]:
    yield from case_documents(content.cases)
    yield from article_documents(content.regulations)
    for question in content.questions:
        lines = [question.scenario, question.stem, *(option.text for option in question.options), question.explanation]
        lines.extend(reason for _, reason in question.why)
        yield Document("question", question.id, question.stem, "\n".join(filter(None, lines)))


def case_documents(cases: Iterable[Case]) -> Iterator[Document]:
    """What the unit has written says so in its title."""
    for case in cases:
        mark = f"{OWN_DRAFT if case.lacking else OWN_EXEMPLAR} · " if case.own else ""
        yield Document("case", case.id, f"{mark}{case.title}", case_text(case), initials(case.title))


def article_documents(regulations: Iterable[Regulation]) -> Iterator[Document]:
    """The unit's own rules say in the title what they are, and that they are in force no more: a hit must not be taken
    for law, nor for a rule that holds."""
    for regulation in regulations:
        mark = OWN_MARK if regulation.own else ""
        gone = f"（{word}）" if regulation.own and (word := standing(regulation)) else ""
        for article in regulation.articles:
            title = f"{mark}{regulation.title}{gone} {article.label} {article.name}"
            body = "\n".join(filter(None, (article.text, prose_text(article.note), article.former)))
            base = f"{regulation.id}/{article.number}"
            yield Document("article", base, title, body, initials(regulation.title + article.name))


def case_text(case: Case) -> str:
    """Everything a reader can read of a case, for search. The speaker's notes belong to the session leader.

    `GATE` stands between what is open from the start and what 停一停 withholds.
    """
    lines = [case.subtitle]
    lines.extend(plain_text(fact.text) for fact in case.facts)
    if case.gate is not None or not case.own:
        lines.append(GATE)
    lines.append(f"{plain_text(case.outcome_note)}")
    lines.extend(f"{sanction.who} {sanction.organ} {sanction.words}" for sanction in case.sanctions)
    lines.extend(plain_text(clause.reason) for clause in case.clauses)
    lines.extend(plain_text(opinion) for opinion in case.opinions)
    lines.append(prose_text(case.assessment))
    lines.extend(plain_text(cause.text) for cause in case.causes)
    lines.extend(f"{gap.step}：{gap.control}；{gap.missing}；{gap.finder}" for gap in case.gaps)
    lines.append(prose_text(case.brake))
    lines.extend(measure.what for measure in case.measures)
    lines.extend(risk.text for risk in case.post_risks)
    lines.extend(lesson.text for lesson in case.lessons)
    lines.extend(case.discussion)
    lines.extend(check.statement for check in case.self_checks)
    return "\n".join(line for line in lines if line)
