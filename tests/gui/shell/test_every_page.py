"""What holds of every page that there is, with something to show on each."""

from app.ui.shell.page_factory import PageFactory
from app.ui.tour.self_test_documents import exam_file
from app.ui.tour.self_test_records import page_arguments


def test_no_page_flashes_up_as_a_window_of_its_own_while_it_is_built(services, stray, qtbot, tmp_path):
    """It would take the focus, and with it F1 and every other key."""
    exam_file(services, tmp_path)
    arguments, pages = page_arguments(services), PageFactory(services, tmp_path)
    guilty = {}
    for key in pages.keys:
        page = pages.build(key, arguments.get(key))
        qtbot.addWidget(page)
        page.shown()
        if stray:
            guilty[key] = [f"{type(one).__name__} {one.accessibleName()}" for one in stray]
            stray.clear()
    assert guilty == {}
