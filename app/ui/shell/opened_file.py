"""A file that a person has opened from outside, by double click: what it is, and where in the program it belongs."""

from pathlib import Path
from typing import NamedTuple

from app.domain.exam_result_lines import SUFFIX as RESULT
from app.domain.ledger.whole_ledger import SUFFIX as LEDGER
from app.domain.package_header import SUFFIX as EXAM

PACK = ".jjpack"
LATER = "先把眼前这一页做完，再双击它。"


class OpenedFile(NamedTuple):
    """``page`` (with ``argument``) is where to go on, by a button that says ``action``; ``taken``: it opens there."""

    text: str
    action: str = ""
    page: str = ""
    argument: object = None
    taken: bool = False


def opened_file(file: Path) -> OpenedFile:
    """Nothing is read in by this, and the file stays as it is."""
    try:
        empty = file.is_file() and file.stat().st_size == 0
    except OSError:
        empty = False
    if file.is_dir():
        return OpenedFile(f"“{file.name}”是文件夹，没有读入。请打开这个文件夹，双击里面要用的那一个文件。")
    if not file.is_file():
        return OpenedFile(f"找不到文件 {file}。请检查 U 盘是否还在、文件是否已移走。")
    if empty:
        return OpenedFile(f"“{file.name}”是空的，多半没有拷完整，没有读入。请重新拷贝一份再打开。")
    return _known(file.suffix.lower(), file.name)


def _known(suffix: str, name: str) -> OpenedFile:
    if suffix == PACK:
        words = (
            f"“{name}”是镜鉴的内容包，里面是案例、法规和题目。这个版本还不能读入内容包：没有读入任何东西，"
            "文件、现有内容和学习记录都没有变。请把文件留着，装上能读入的版本以后，再双击它。"
        )
        return OpenedFile(words, "看现有内容", "settings", "内容")
    if suffix == EXAM:
        return OpenedFile(f"“{name}”是统考文件，在“单位统考”里打开。", "打开它", "unit_exam", taken=True)
    if suffix == RESULT:
        words = (
            f"“{name}”是统考的结果文件，由考试组织人员收：在“单位统考”里打开那场考试的成绩册，点“收结果文件”。"
            "还没有读入。"
        )
        return OpenedFile(words, "去单位统考", "unit_exam")
    if suffix == LEDGER:
        words = f"“{name}”是整本导出的整改台账。要读回，请在“整改台账”的“导出台账”菜单里选“读回整本台账”。还没有读入。"
        return OpenedFile(words, "去整改台账", "ledger")
    return OpenedFile(f"镜鉴不认识“{name}”这种文件，没有读入，也没有改动。")
