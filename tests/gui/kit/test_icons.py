import ast
from pathlib import Path

from PySide6.QtGui import QColor

from app.ui.kit import icons
from app.ui.kit.theme import DARK, LIGHT, apply_theme, resources

APP = Path(__file__).parents[3] / "app"
CALLS = {"pixmap": 0, "icon": 0, "IconLabel": 0, "set_icon": 0, "EmptyState": 0}


def named_in(tree: ast.AST):
    """Names of icons written as literals in calls: the first argument of some, ``icon=`` of any."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        words = [keyword.value for keyword in node.keywords if keyword.arg == "icon"]
        if called in CALLS and node.args:
            words.append(node.args[CALLS[called]])
        if called in ("button", "Button", "Tag") and len(node.args) > 2:
            words.append(node.args[2])
        yield from (word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str))


def test_every_icon_named_in_the_program_exists():
    missing = set()
    for file in (APP / "ui").rglob("*.py"):
        for name in named_in(ast.parse(file.read_text(encoding="utf-8"))):
            if name and icons.path(name) is None:
                missing.add(f"{file.relative_to(APP)}: {name}")
    assert not missing


def test_an_icon_takes_the_colour_of_its_token(dressed):
    apply_theme(dressed, LIGHT)
    image = icons.pixmap("checkmark_circle", 20, "green", filled=True).toImage()
    assert image.pixelColor(image.width() // 4, image.height() // 2) == QColor(LIGHT.green)
    apply_theme(dressed, DARK)
    image = icons.pixmap("checkmark_circle", 20, "green", filled=True).toImage()
    assert image.pixelColor(image.width() // 4, image.height() // 2) == QColor(DARK.green)


def test_icons_grow_with_the_scale(dressed):
    apply_theme(dressed, LIGHT.with_scale(2.0))
    assert icons.pixmap("home", 20).deviceIndependentSize().width() == 40


def test_the_same_icon_is_drawn_once():
    first, second = icons.pixmap("home", 20), icons.pixmap("home", 20)
    assert first.cacheKey() == second.cacheKey()


def test_a_missing_icon_is_an_empty_picture_and_no_crash(caplog):
    picture = icons.pixmap("no_such_icon", 20)
    assert picture.deviceIndependentSize().width() == 20
    assert "no such icon" in caplog.text


def test_all_characters_of_the_rail_are_there():
    for glyph in ("xue", "jiang", "kao", "gai", "ji"):
        assert (resources() / "icons" / "rail" / f"{glyph}.svg").exists()
