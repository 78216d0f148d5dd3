"""The content behind an open window: looked at in the background, taken into use, or done without."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import UserError

if TYPE_CHECKING:
    from app.services.library_service import LibraryService
    from app.ui.kit.tasks import TaskRunner
    from app.ui.shell.content_banner import ContentBanner
    from app.ui.shell.main_window import MainWindow

REPAIRED = (
    "随程序安装的内容索引已损坏或不在，已经按内容文件重新建好，可以照常使用，学习记录不受影响。有空时请重新安装本程序。"
)
UNFORESEEN = "程序所带的内容读不出来。请重新安装本程序。"


class ContentDesk:
    """One for each time that the data is opened; its notices go with the shell."""

    def __init__(
        self,
        window: "MainWindow",
        library: "LibraryService",
        tasks: "TaskRunner",
        report: Callable[[BaseException], None],
    ) -> None:
        """``report`` tells of an error that nobody foresaw, or that leaves the content in use as it is."""
        self._window, self._library, self._tasks, self._report = window, library, tasks, report
        self._banner: ContentBanner | None = None

    def prepare(self, _: object = None) -> None:
        """Look whether the content has changed; before the first page stands it is looked anyway."""
        self._tasks.run(self._window, self._library.prepare, self._adopt, self._do_without)

    def _adopt(self, path: Path) -> None:
        from app.services.shipped_library import ShippedLibrary

        self._library.adopt(path)
        self._library.sweep_old()
        if self._banner is not None:
            self._banner.dismiss()
            self._banner = None
        if isinstance(self._library, ShippedLibrary) and self._library.repaired:
            self._window.notice("amber", REPAIRED, closable=True)

    def _do_without(self, error: Exception) -> None:
        """The window is opened all the same: what is a person's own, and the unit's, can be used."""
        library = self._library
        needed = not library.ready or library.without_content
        if not needed or not isinstance(error, UserError):
            self._report(error)
        if needed:
            reason = str(error) if isinstance(error, UserError) else UNFORESEEN
            self._tasks.run(self._window, library.prepare_empty, lambda path: self._adopt_nothing(path, reason))

    def _adopt_nothing(self, path: Path, reason: str) -> None:
        from app.ui.shell.content_banner import ContentBanner

        self._library.adopt(path)
        if self._banner is None:
            self._banner = ContentBanner(reason)
            self._banner.acted.connect(self._look_again)
            self._window.add_notice(self._banner)
        else:
            self._banner.explain(reason)

    def _look_again(self) -> None:
        self._window.say("ink", "正在重新读取内容，读到了就会显示出来。")
        self.prepare()
