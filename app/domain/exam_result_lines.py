"""A result file: one line that says whose it is, then the exam's record without its questions.

The organiser has the questions; without them the file gives no key away to whom it passes on its way.
"""

import json
from dataclasses import dataclass, replace

from app.domain.check_code import read_code
from app.domain.exam_record import ExamRecord
from app.domain.exam_record_lines import read_record, record_lines
from app.domain.exam_seat import ExamSeat

FORMAT, VERSION = "jingjian-result", 1
SUFFIX = ".jjresult"


@dataclass(frozen=True, slots=True)
class ResultFile:
    """``record`` has no questions; ``code`` is the check code that also stands on the 学习情况记录单."""

    seat: ExamSeat
    code: str
    record: ExamRecord


def result_lines(seat: ExamSeat, record: ExamRecord) -> str:
    head = {"format": FORMAT, "version": VERSION, "seat": seat.written, "code": record.code}
    return json.dumps(head, ensure_ascii=False) + "\n" + record_lines(replace(record, questions=()))


def read_result(text: str) -> ResultFile:
    """Raises ValueError where the text is not such a file; what it says is not checked here."""
    line, _, rest = text.partition("\n")
    try:
        head = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(head, dict) or (head.get("format"), head.get("version")) != (FORMAT, VERSION):
        raise ValueError("another format")
    seat, code = head.get("seat"), head.get("code")
    if not isinstance(seat, str) or not isinstance(code, str) or read_code(code) != code:
        raise ValueError("the head is not complete")
    record = read_record(rest)
    if record.questions:
        raise ValueError("with questions")
    return ResultFile(ExamSeat.read(seat), code, record)
