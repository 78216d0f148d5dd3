"""自检: whether everything that the program needs is really in it. For a packed program on a PC where nothing is known.

In the folder given: ``自检结果.txt`` for a person, ``self-test.json`` for a script, pictures of the pages.
"""

import json
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication

from app import __version__
from app.domain.errors import UserError
from app.domain.settings import Appearance
from app.services.services import Services
from app.ui.tour.self_test_documents import exam_file, spreadsheet, table_read, word
from app.ui.tour.self_test_pages import every_page, session_windows
from app.ui.tour.self_test_parts import SelfTestError, awake, chinese_dialogs, content, database, fonts, search
from app.ui.tour.self_test_pdf import pdf, printed
from app.ui.tour.self_test_video import video
from app.ui.tour.stage import Stage

RESULT, WORDS = "self-test.json", "自检结果.txt"
PARTS = {
    "database": "数据库",
    "index": "内容索引",
    "fonts": "字体",
    "search": "搜索",
    "dialogs": "系统对话框",
    "docx": "Word 文件",
    "xlsx": "Excel 表格",
    "exam file": "统考文件",
    "grade book": "成绩册",
    "pdf": "PDF 文件",
    "printing": "打印",
    "video": "视频",
    "awake": "投影时不休眠",
    "pages": "每一页",
    "projection": "投影窗口",
}


def _pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Warnings of Qt, without what the offscreen plugin says of every window; FFmpeg tells a great deal besides."""
    chatter = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
    if kind not in chatter and not text.startswith("This plugin does not support") and sys.stderr is not None:
        print(text, file=sys.stderr)


class SelfTest:
    def __init__(self, resources: Path, data: Path, out: Path, open_services: Callable[[Appearance], Services]) -> None:
        """``data`` is an empty folder that may be filled."""
        self._resources, self._data, self._out, self._open_services = resources, data, out.absolute(), open_services
        self._parts: dict[str, dict[str, object]] = {}

    def run(self) -> int:
        """Exit status: 0, or 1 where a part failed. Raises UserError where the result cannot be written."""
        try:
            self._out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"自检结果不能写到 {self._out}。请换一个文件夹，或检查权限。") from error
        qInstallMessageHandler(_pass_on)
        stage = Stage(self._resources, self._data, self._out, self._open_services)
        out, resources = self._out, self._resources
        self._try("database", lambda: database(stage))
        self._try("index", lambda: content(stage))
        self._try("fonts", lambda: fonts(resources))
        self._try("search", lambda: search(stage.services))
        self._try("dialogs", lambda: chinese_dialogs(stage))
        self._try("docx", lambda: word(stage.services, out))
        self._try("xlsx", lambda: table_read(stage.services, out))
        self._try("exam file", lambda: exam_file(stage.services, out))
        self._try("grade book", lambda: spreadsheet(stage.services, out))
        self._try("pdf", lambda: pdf(stage.services, out))
        self._try("printing", lambda: printed(out))
        self._try("video", lambda: video(resources / "self-test" / "video.mp4", stage))
        self._try("awake", awake)
        self._try("pages", lambda: every_page(stage, out / "pages"))
        self._try("projection", lambda: session_windows(stage, out / "pages"))
        stage.close()
        return self._report()

    def _try(self, name: str, part: Callable[[], str]) -> None:
        began = time.monotonic()
        try:
            passed, words = True, part()
        except (SelfTestError, UserError) as error:
            passed, words = False, str(error)
        except Exception as error:  # whatever is missing: the next parts are tried all the same
            passed, words = False, f"{type(error).__name__}: {error}"
        taken = round(time.monotonic() - began, 2)
        self._parts[name] = {"passed": passed, "seconds": taken, "words": words}
        print(f"{'通过' if passed else '失败'}　{name}　{words}", flush=True)

    def _report(self) -> int:
        passed = all(part["passed"] for part in self._parts.values())
        report = {
            "passed": passed,
            "version": __version__,
            "system": platform.platform(),
            "python": platform.python_version(),
            "qt": qVersion(),
            "platform": QGuiApplication.platformName(),
            "frozen": bool(getattr(sys, "frozen", False)),
            "parts": self._parts,
        }
        text = json.dumps(report, ensure_ascii=False, indent=1)
        (self._out / RESULT).write_text(text + "\n", encoding="utf-8")
        (self._out / WORDS).write_text(self._in_words(passed), encoding="utf-8-sig")  # for the editor of Windows
        print(f"自检{'通过' if passed else '没有通过'}。结果：{self._out / RESULT}", flush=True)
        return 0 if passed else 1

    def _in_words(self, passed: bool) -> str:
        head = "自检通过：这台电脑上镜鉴的各部分都能用。" if passed else "自检没有通过。请把这个文件夹拷给维护人员。"
        lines = [f"{'通过' if part['passed'] else '没有通过'}　{PARTS[name]}" for name, part in self._parts.items()]
        wrong = [f"{PARTS[name]}：{part['words']}" for name, part in self._parts.items() if not part["passed"]]
        about = f"镜鉴 {__version__}　{platform.platform()}"
        return "\n".join([head, about, "", *lines, *(["", "维护人员看：", *wrong] if wrong else []), ""])
