"""``content/regulations/numbers/<slug>.yaml`` → Renumbering."""

import re

from app.domain.renumbering import Renumbering
from app.packs import strict_yaml
from app.packs.entry import Entry
from app.packs.fields import Fields
from app.packs.problem_list import ProblemList, clipped
from app.packs.source_file import SourceFile

KEYS = ("regulation", "old", "old_words", "relation", "source", "numbers", "notes")
RELATIONS = ("条号对照", "内容对应")
RULE = re.compile(r"[^@\s`/]+@[0-9]{4}")
NUMBER = re.compile("[1-9][0-9]{0,3}")


def read_renumbering(source: SourceFile, problems: ProblemList) -> Entry[Renumbering] | None:
    """None where anything is wrong: a wrong number is worse than none."""
    data = source.mapping("条号对照文件应是“键: 值”", problems)
    if data is None:
        return None
    fields = Fields(data, problems, KEYS)
    read = Renumbering(
        id=source.name.rsplit("/", 1)[-1].removesuffix(".yaml"),
        regulation=_rule(fields, "regulation", problems),
        old=_rule(fields, "old", problems),
        old_words=fields.text("old_words"),
        same_text=fields.choice("relation", RELATIONS) == RELATIONS[0],
        source=fields.text("source"),
        numbers=_numbers(fields.mapping("numbers"), problems),
        notes=tuple((key, str(value)) for key, value in fields.mapping("notes", required=False).items()),
    )
    return None if problems.has_errors else Entry(read, source.name, fields.lines)


def _rule(fields: Fields, key: str, problems: ProblemList) -> str:
    value = fields.text(key)
    if value and not RULE.fullmatch(value):
        problems.error(fields.line(key), f"“{key}”应是简称和版本", "写成 条例@2023")
    return value


def _numbers(mapping: strict_yaml.Mapping, problems: ProblemList) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: list[tuple[str, tuple[str, ...]]] = []
    for old, value in mapping.items():
        new = tuple(value) if isinstance(value, list) else (value,)
        if not all(isinstance(number, str) and NUMBER.fullmatch(number) for number in (old, *new)):
            advice = "写成 114: 124，一条拆成几条写 114: [124, 125]"
            problems.error(mapping.lines[old], f"“{clipped(old)}”这一行不是条号", advice)
            continue
        found.append((old, new))
    return tuple(found)
