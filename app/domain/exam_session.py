"""The two times at which a 单位统考 can be sat."""

from enum import StrEnum


class ExamSession(StrEnum):
    MAIN = "正考"
    MAKE_UP = "补考"
