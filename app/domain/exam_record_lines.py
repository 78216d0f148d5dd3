"""An exam's record as a file of JSON lines: the head, the questions, the events. Nothing is accepted that we would not
write, so that two files never mean the same."""

import json
import re
from collections.abc import Sequence
from typing import Any

from app.domain.exam_record import ExamRecord, ForeignEvents
from app.domain.recorded_event import RecordedEvent

FORMAT, VERSION = "jingjian-exam-record", 1
_HEX = re.compile(r"(?:[0-9a-f]{2})*")
_HEAD = ("format", "version", "chain", "exam", "previous", "finished_at", "jumps", "paper")
_TYPES = {"seq": int, "last": int, "offset": int, "boot_ms": int, "version": int, "jumps": int}
_BYTES = {"previous": 32, "salt": 16, "payload_hash": 32, "hash": 32}


def record_lines(record: ExamRecord) -> str:
    head = (
        FORMAT,
        VERSION,
        record.chain,
        record.exam_id,
        record.previous.hex(),
        record.finished_at,
        record.jumps,
        record.paper,
    )
    lines: list[dict[str, Any]] = [dict(zip(_HEAD, head, strict=True))]
    lines += [{"question": body} for body in record.questions]
    for event in record.events:
        values = event._asdict()
        lines.append({name: value.hex() if isinstance(value, bytes) else value for name, value in values.items()})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def read_record(text: str) -> ExamRecord:
    """Raises ValueError where the text is not such a file; what it says is not checked here."""
    if not text.endswith("\n"):
        raise ValueError("the last line is cut")
    lines = [_object(line) for line in text[:-1].split("\n")]
    head = _checked(lines[0], _HEAD)
    if (head["format"], head["version"]) != (FORMAT, VERSION):
        raise ValueError("another format")
    questions = [line for line in lines[1:] if "question" in line]
    if lines[1 : 1 + len(questions)] != questions:
        raise ValueError("a question among the events")
    return ExamRecord(
        head["chain"],
        head["exam"],
        head["previous"],
        head["finished_at"],
        head["jumps"],
        head["paper"],
        tuple(_checked(line, ("question",))["question"] for line in questions),
        tuple(_event(line) for line in lines[1 + len(questions) :]),
    )


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line, object_pairs_hook=_pairs)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a name twice")
    return dict(pairs)


def _event(line: dict[str, Any]) -> RecordedEvent | ForeignEvents:
    if "kind" in line:
        return RecordedEvent(**_checked(line, RecordedEvent._fields, ("payload", "salt")))
    return ForeignEvents(**_checked(line, ForeignEvents._fields))


def _checked(line: dict[str, Any], names: Sequence[str], erasable: Sequence[str] = ()) -> dict[str, Any]:
    """With hashes as bytes. Every name must be there, and no other."""
    if tuple(line) != tuple(names):
        raise ValueError(f"fields {list(line)}")
    return {name: None if name in erasable and line[name] is None else _value(name, line[name]) for name in names}


def _value(name: str, value: Any) -> Any:
    if type(value) is not _TYPES.get(name, str):
        raise ValueError(name)
    if not isinstance(value, str):
        return value
    value.encode()  # half a character would stop every hash
    if name in _BYTES:
        if not _HEX.fullmatch(value) or len(value) != 2 * _BYTES[name]:
            raise ValueError(name)
        return bytes.fromhex(value)
    return value
