"""A packed program's content: the index that it brings along is read as it is; damaged or gone, it is made anew."""

import shutil

import pytest

from app.domain.errors import UserError
from app.domain.events import ContentReady
from app.paths import program_folder
from app.services.bus import EventBus
from app.services.library_service import LibraryService
from app.services.shipped_library import ShippedLibrary
from app.services.system_clock import SystemClock

SMALL = ("cases", "regulations", "quizzes")


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """What an installed program has: index/ and content.zip."""
    folder = tmp_path_factory.mktemp("program")
    for name in SMALL:
        (folder / "content" / name).mkdir(parents=True)
    source = program_folder() / "content" / "regulations"
    for path in sorted(source.glob("*.md"))[:2]:
        shutil.copy(path, folder / "content" / "regulations")
    library = LibraryService(folder / "content", folder / "made", EventBus(), SystemClock())
    built = library.prepare()
    shutil.make_archive(str(folder / "content"), "zip", folder / "content")
    shutil.rmtree(folder / "content")
    (folder / "index").mkdir()
    shutil.copy(built, folder / "index" / "content-0123456789abcdef.db")
    return folder


@pytest.fixture
def installed(program, tmp_path):
    return shutil.copytree(program, tmp_path / "program")


def opened(folder, tmp_path):
    bus = EventBus()
    told = []
    bus.subscribe(ContentReady, told.append)
    library = ShippedLibrary(folder / "index", folder / "content.zip", tmp_path / "cache", bus, SystemClock())
    return library, told


def test_the_shipped_index_is_used_and_nothing_is_compiled(installed, tmp_path):
    library, told = opened(installed, tmp_path)
    assert library.open_newest() and library.ready
    library.adopt(library.prepare())
    assert library.fingerprint == "0123456789abcdef" and not library.repaired
    assert [event.rebuilt for event in told] == [False]
    assert not (tmp_path / "cache").exists()
    assert list((installed / "index").iterdir()) == [installed / "index" / "content-0123456789abcdef.db"]
    library.close()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"\xff" * 5000, None], ids=["empty", "torn", "gone"])
def test_a_damaged_one_is_made_anew_in_the_cache(installed, tmp_path, content):
    index = installed / "index" / "content-0123456789abcdef.db"
    index.unlink()
    if content is not None:
        index.write_bytes(content)
    library, _ = opened(installed, tmp_path)
    assert not library.open_newest()
    library.adopt(library.prepare())
    assert library.repaired and library.regulations()
    library.close()
    again, _ = opened(installed, tmp_path)
    assert again.open_newest() and again.repaired
    again.close()


def test_one_that_is_found_damaged_later_is_left_at_the_next_look(installed, tmp_path):
    library, _ = opened(installed, tmp_path)
    library.open_newest()
    library.close()
    index = installed / "index" / "content-0123456789abcdef.db"
    data = bytearray(index.read_bytes())
    data[8192:40_000] = bytes(40_000 - 8192)
    index.write_bytes(data)
    library.adopt(library.prepare())
    assert library.repaired and library.regulations()
    library.close()


def test_what_is_made_anew_is_found_again_at_the_next_start(installed, tmp_path):
    shutil.rmtree(installed / "index")
    library, _ = opened(installed, tmp_path)
    first = library.prepare()
    library.close()
    again, _ = opened(installed, tmp_path)
    assert again.prepare() == first and len(list((tmp_path / "cache").glob("*.db"))) == 1


@pytest.mark.parametrize("texts", [None, b"", b"PK\x03\x04" + b"\xff" * 5000], ids=["gone", "empty", "torn"])
def test_without_index_and_texts_a_sentence_says_what_to_do_and_the_rest_can_be_used(installed, tmp_path, texts):
    shutil.rmtree(installed / "index")
    (installed / "content.zip").unlink()
    if texts is not None:
        (installed / "content.zip").write_bytes(texts)
    library, told = opened(installed, tmp_path)
    assert not library.open_newest()
    with pytest.raises(UserError, match=r"content\.zip.*重新安装.*杀毒软件"):
        library.prepare()
    library.adopt(library.prepare_empty())
    assert library.ready and library.without_content and not library.repaired
    assert (library.cases(), library.regulations(), library.bank(), library.papers()) == ([], [], [], [])
    assert [event.rebuilt for event in told] == [True]
    library.sweep_old()
    library.close()


@pytest.mark.parametrize("back", ["index", "content.zip"])
def test_either_that_comes_back_is_taken_into_use(installed, tmp_path, back):
    (tmp_path / "quarantine").mkdir()
    for name in ("index", "content.zip"):
        (installed / name).rename(tmp_path / "quarantine" / name)
    library, told = opened(installed, tmp_path)
    library.adopt(library.prepare_empty())
    (tmp_path / "quarantine" / back).rename(installed / back)
    library.adopt(library.prepare())
    assert library.regulations() and not library.without_content
    assert library.repaired is (back == "content.zip")
    assert [event.rebuilt for event in told] == [True, True]
    library.close()
