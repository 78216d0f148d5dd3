"""Arguments and verbs. No verb opens the window; the others use the same services without one."""

import argparse
import contextlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from app import __version__
from app.domain.errors import UserError
from app.paths import AppPaths, find_paths

NEEDED = "qss/app.qss", "icons/book_24_regular.svg", "fonts/NotoSansSC-Subset.ttf"
VERBS = "check", "search", "verify", "paper", "guide", "tour"

if TYPE_CHECKING:
    from app.services.services import Services
    from app.ui.shell.application import Application


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit status: 0 done, 1 problems found, 2 wrong arguments or nothing could be done."""
    if sys.stdout is None:
        _write_to_the_console_around()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(_opened_from_outside(sys.argv[1:] if arguments is None else arguments))
    paths = find_paths(options.data_dir, options.content)
    try:
        if options.self_test is not None:
            return _self_test(paths, options.self_test)
        match options.verb:
            case "check" | "search" | "verify" | "paper":
                return _text(paths, options)
            case "guide":
                return _guide(paths, options.out)
            case "tour":
                return _tour(paths, options.out, options.part)
            case _:
                return _window(paths, options)
    except UserError as error:
        _complain(str(error))
        return 2


def _complain(sentence: str) -> None:
    """On Windows, who has started it without a console sees nothing of what is printed."""
    if sys.stderr is not None:
        print(f"镜鉴：{sentence}", file=sys.stderr)
    else:
        from app.ui.shell.native_message import tell

        tell(sentence)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        if sys.stderr is None:
            _complain(f"启动命令写得不对，没有打开：{' '.join(sys.argv[1:])}。写法见《给管理员》。")
        super().error(message)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="jingjian", description="镜鉴：警示教育与以案促改学习软件。不带命令时打开窗口。")
    parser.add_argument("--data-dir", type=Path, metavar="D", help="数据文件夹")
    parser.add_argument("--content", type=Path, metavar="D", help="内容文件夹")
    parser.add_argument("--open", type=Path, metavar="FILE", help="打开这个文件（双击内容包、统考文件时由系统给出）")
    parser.add_argument("--self-test", type=Path, metavar="OUT", help="运行自检，结果（JSON 和各页图片）写到这个文件夹")
    parser.add_argument("--watch-start", type=Path, metavar="OUT", help=argparse.SUPPRESS)
    parser.add_argument("--report-paint", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--version", action="version", version=__version__)
    verbs = parser.add_subparsers(dest="verb", metavar="命令")
    check = verbs.add_parser("check", help="检查内容文件夹")
    check.add_argument("folder", type=Path, help="含 cases、regulations、quizzes 的文件夹")
    check.add_argument("--json", action="store_true", help="以 JSON 输出")
    check.add_argument("--stats", action="store_true", help="另外打印分布表")
    check.add_argument("--review", type=Path, metavar="FILE", help="另外写出须由人核对的清单（Markdown）")
    search = verbs.add_parser("search", help="搜索案例、条文和题目")
    search.add_argument("query")
    search.add_argument("--limit", type=int, default=20, metavar="N")
    search.add_argument("--json", action="store_true", help="以 JSON 输出")
    verify = verbs.add_parser("verify", help="用学习情况记录单上的核验码核对考试的核验文件")
    verify.add_argument("code", metavar="核验码", help="记录单上的四组字母和数字")
    verify.add_argument("file", type=Path, metavar="文件", help="与记录单一起导出的核验文件（.jsonl）")
    paper = verbs.add_parser("paper", help="把试卷写成 Word 文件：A、B 两卷，各有试卷、答题卡、答案与解析")
    paper.add_argument("paper_id", metavar="PAPER_ID", help="试卷的编号名，如 ru-men")
    seed = "卷号种子，1 到 999999；同一个种子、同一个题库印出同一份卷，不写就随机抽"
    paper.add_argument("--seed", type=int, metavar="N", help=seed)
    paper.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="写到哪个文件夹")
    guide = verbs.add_parser("guide", help="把使用说明存成 PDF")
    guide.add_argument("out", type=Path, metavar="OUT.pdf", help="写到哪个文件")
    if not getattr(sys, "frozen", False):  # the packed program leaves the tour out
        tour = verbs.add_parser("tour", help="自动走一遍主要流程并保存每一页的图片")
        tour.add_argument("out", type=Path, help="图片保存到哪个文件夹")
        parts = ("learn", "review", "exam", "papers", "present", "rectify", "guide")
        tour.add_argument("--part", choices=parts, help="只走一部分")
    return parser


def _text(paths: AppPaths, options: argparse.Namespace) -> int:
    from app import text_verbs

    match options.verb:
        case "check":
            return text_verbs.check(paths, options)
        case "search":
            return text_verbs.search(paths, options.query, options.limit, options.json)
        case "verify":
            return text_verbs.verify(options.code, options.file)
        case _:
            return text_verbs.paper(paths, options.paper_id, options.seed, options.out)


def _write_to_the_console_around() -> None:
    """A Windows program with a window has no console of its own; a verb speaks to the one it was called from."""
    if sys.platform == "win32":
        import ctypes
        import msvcrt

        for name, number in (("stdout", -11), ("stderr", -12)):
            handle = ctypes.windll.kernel32.GetStdHandle(number)  # a file or a pipe, where one was given
            with contextlib.suppress(OSError):
                if handle in (0, -1) and ctypes.windll.kernel32.AttachConsole(-1):
                    setattr(sys, name, open("CONOUT$", "w", encoding="utf-8"))  # noqa: SIM115
                elif handle not in (0, -1):
                    setattr(sys, name, os.fdopen(msvcrt.open_osfhandle(handle, 0), "w", encoding="utf-8"))


def _opened_from_outside(arguments: list[str]) -> list[str]:
    """The desktop hands over bare names of what was double-clicked, or dropped on the icon: the first is opened.

    No verb has an ending, and no option is without a hyphen.
    """
    if not arguments or arguments[0] in VERBS or any(one.startswith("-") for one in arguments):
        return arguments
    if os.path.splitext(arguments[0])[1] or os.path.exists(arguments[0]):
        return ["--open", arguments[0]]
    return arguments


def _window(paths: AppPaths, options: argparse.Namespace) -> int:
    """Two options are for tests and benchmarks of the packed program: they look on and change nothing."""
    from app.ui.shell.single_instance import bring_forward

    if bring_forward(paths.data, options.open):
        return 0
    if getattr(sys, "frozen", False) and not _has_display():
        raise UserError("没有图形显示环境，窗口打不开。请在桌面上打开本程序。")
    application = make_window(paths)
    application.open_file = options.open
    if options.watch_start is not None:
        from app.ui.tour.start_watch import StartWatch

        StartWatch(application, options.watch_start)
    if options.report_paint:
        from app.ui.tour.paint_report import report_paint

        report_paint(application)
    return application.run()


def _has_display() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def make_window(paths: AppPaths) -> "Application":
    """The window, ready to run. Its start makes hardly any garbage: it turns the collector on again at its end."""
    import gc

    gc.disable()  # before Qt is imported: PySide compiles some of its own modules at every start
    from app.services.appearance_file import load_appearance
    from app.ui.shell.application import Application

    for needed in NEEDED:
        (paths.resources / needed).stat()  # a program without them would open and be of no use
    appearance = load_appearance(paths.appearance)

    def open_services() -> "Services":
        from app.bootstrap import open_app

        return open_app(paths, load_appearance(paths.appearance))  # anew: it may have been changed since the start

    return Application(appearance, paths.resources, paths.data, open_services)


def _self_test(paths: AppPaths, out: Path) -> int:
    """On a folder of its own, like the tour."""
    import tempfile
    from dataclasses import replace

    # A file that is still open (a video, on Windows) may keep its folder: that is no failure.
    with tempfile.TemporaryDirectory(prefix="jingjian-", ignore_cleanup_errors=True) as folder:
        _offscreen_without_display(Path(folder))
        from app.bootstrap import open_app
        from app.ui.tour.self_test import SelfTest

        own = replace(paths, data=Path(folder) / "数据")
        return SelfTest(own.resources, own.data, out, lambda look: open_app(own, look, seed=7)).run()


def _guide(paths: AppPaths, out: Path) -> int:
    import tempfile

    with tempfile.TemporaryDirectory(prefix="jingjian-", ignore_cleanup_errors=True) as folder:
        _offscreen_without_display(Path(folder))
        from PySide6.QtWidgets import QApplication

        from app.services.guide_service import GuideService
        from app.ui.guide.guide_print import write_guide
        from app.ui.kit.fonts import load_fallback_font, load_title_font

        running = QApplication([])
        load_title_font(paths.resources)
        load_fallback_font(paths.resources)
        write_guide(GuideService(paths.guide), out)
        del running
    print(out)
    return 0


def _tour(paths: AppPaths, out: Path, part: str | None) -> int:
    """On a folder of its own: a person's records are never touched by the play."""
    import tempfile
    from dataclasses import replace

    with tempfile.TemporaryDirectory(prefix="jingjian-") as folder:
        _offscreen_without_display(Path(folder))
        from app.bootstrap import open_app
        from app.ui.tour.tour import Tour
        from app.ui.tour.tour_clock import TourClock

        own = replace(paths, data=Path(folder) / "数据")
        clock = TourClock()
        return Tour(own.resources, own.data, out, lambda look: open_app(own, look, clock, seed=7), part, clock).play()


def _offscreen_without_display(folder: Path) -> None:
    """Without a display the windows are drawn in memory, on a screen large enough for every picture."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt cannot be given the description of a screen in a path with a drive letter.
    if sys.platform == "win32" or not os.environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        return
    screen = {"name": "TOUR", "x": 0, "y": 0, "width": 2000, "height": 1200, "logicalDpi": 96, "dpr": 1.0}
    screens = {"synchronousWindowSystemEvents": True, "windowFrameMargins": False, "screens": [screen]}
    description = folder / "screens.json"
    description.write_text(json.dumps(screens), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={description}"
