"""Makes Qt impossible to import while the core is tested by itself (see pytest.ini in this folder).

In a run together with the window tests pytest-qt is on, and nothing is refused.
"""

import sys
from importlib.abc import MetaPathFinder

import pytest

QT = {"PySide6", "shiboken6"}


class QtRefused(MetaPathFinder):
    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.partition(".")[0] in QT:
            raise ModuleNotFoundError(f"{name}: only app/ui may know Qt", name=name)


def pytest_configure(config: pytest.Config) -> None:
    if config.pluginmanager.is_blocked("pytest-qt"):
        sys.meta_path.insert(0, QtRefused())
