"""An exam package: sealed until its password is typed, and a sentence for everything that is not whole."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.domain.case import Option
from app.domain.errors import UserError
from app.domain.exam_package import ExamPackage, questions_for
from app.domain.exam_session import ExamSession
from app.domain.package_header import MOST_BYTES, PackageHeader, password_fault
from app.domain.paper import DrawRule
from app.domain.password_strength import proposed_password
from app.domain.question import QuestionKind
from app.exports.exam_package_writer import package_body, write_package
from app.packs.exam_package_reader import (
    LOCKED,
    NO_PACKAGE,
    NOT_SOUND,
    OTHER_VERSION,
    TOO_LARGE,
    open_package,
    read_body,
    read_header,
)
from tests.unit.house import small_content
from tests.unit.seated import PASSWORD, unit_exam

SENTENCES = (LOCKED, NO_PACKAGE, OTHER_VERSION, TOO_LARGE)
EXAM = unit_exam()
PACKAGE = ExamPackage(EXAM, questions_for(EXAM.paper, small_content().questions), "f" * 16)


def test_blanks_of_any_order_travel_with_their_question():
    asked = [replace(one, any_order=True) if one.kind is QuestionKind.BLANKS else one for one in PACKAGE.questions]
    read = read_body(package_body(replace(PACKAGE, questions=tuple(asked))))
    assert any(one.any_order for one in read.questions) and list(read.questions) == asked


@pytest.fixture(scope="module")
def data():
    return write_package(PACKAGE, PASSWORD)


def said(data, password=PASSWORD):
    with pytest.raises(UserError) as caught:
        open_package(data, password)
    return str(caught.value)


def with_header(data, **changes):
    line, _, sealed = data.partition(b"\n")
    return json.dumps(json.loads(line) | changes, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" + sealed


def test_with_its_password_it_gives_back_what_was_put_in(data):
    assert open_package(data, PASSWORD) == PACKAGE


def test_the_password_may_be_typed_in_full_width_and_with_spaces_around(data):
    assert open_package(data, " 镜鉴－２０２６－统考 ") == PACKAGE


def test_the_header_stands_in_clear_and_nothing_else_does(data):
    header = read_header(data)
    assert (header.title, header.people, header.book) == (EXAM.title, 3, "闭卷")
    assert (header.opens, header.closes) == (EXAM.window.opens, EXAM.window.closes)
    assert (header.n, header.r, header.p) == (65_536, 8, 1)
    for secret in ("周明", "低保审核确认", "做法A", EXAM.master, "1001"):
        assert secret.encode() not in data and json.dumps(secret)[1:-1].encode() not in data


def test_the_key_is_that_of_scrypt_as_another_library_makes_it(data):
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    header = read_header(data)
    other = Scrypt(bytes.fromhex(header.salt), 32, 2**16, 8, 1).derive(PASSWORD.encode())
    assert header.key(PASSWORD) == other


def test_a_wrong_password_and_a_changed_text_end_in_the_same_sentence(data):
    assert said(data, "镜鉴-2025-统考") == said(data[:-1] + bytes([data[-1] ^ 1])) == LOCKED


def test_two_files_of_the_same_exam_have_nothing_sealed_in_common(data):
    other = write_package(PACKAGE, PASSWORD)
    assert read_header(other).salt != read_header(data).salt
    assert other.partition(b"\n")[2][:64] != data.partition(b"\n")[2][:64]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "另一次考试"},
        {"people": 4},
        {"closes": "2026-03-09T03:00:00+00:00"},
        {"book": "开卷"},
        {"id": "abc124"},
        {"salt": "0" * 32},
        {"nonce": "0" * 24},
    ],
)
def test_a_changed_header_opens_nothing(data, changes):
    assert said(with_header(data, **changes)) == LOCKED


@pytest.mark.parametrize(
    "changes",
    [{"n": 2**40}, {"r": 10**9}, {"p": 10**30}, {"n": 2}, {"version": 2}, {"version": 10**20}, {"drawing": 2}],
)
def test_figures_that_would_cost_any_time_are_not_even_tried(data, changes):
    assert said(with_header(data, **changes)) == OTHER_VERSION


@pytest.mark.parametrize(
    "changes",
    [{"people": "三"}, {"people": True}, {"title": None}, {"salt": "zz" * 16}, {"salt": "00"}, {"x": 1}, {"format": 7}],
)
def test_a_header_of_another_shape_is_none(data, changes):
    assert said(with_header(data, **changes)) == NO_PACKAGE


def test_a_header_that_agrees_with_the_seal_and_not_with_the_exam_is_refused():
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header = replace(PackageHeader.of(PACKAGE, bytes(16), bytes(12)), people=9)
    sealed = AESGCM(header.key(PASSWORD)).encrypt(bytes(12), package_body(PACKAGE).encode(), header.line)
    assert said(header.line + sealed) == NOT_SOUND


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"{}\n", b"PK\x03\x04", b"[" * 9_000 + b"\n", b"[" * 8_000 + b"\n", b"\xff\xfe\n", b'{"format":'],
)
def test_what_is_no_package_is_said_to_be_none(data):
    assert said(data) == NO_PACKAGE


def test_what_is_too_large_is_not_looked_at():
    assert said(bytes(MOST_BYTES + 1)) == TOO_LARGE


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True))
def test_cut_anywhere_it_is_refused(data, share):
    assert said(data[: int(len(data) * share)]) in SENTENCES


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), in_head=st.booleans())
def test_with_a_bit_flipped_anywhere_it_is_refused(data, share, bit, in_head):
    changed = bytearray(data)
    length = data.index(b"\n") if in_head else len(data)
    changed[int(length * share)] ^= 1 << bit
    assert said(bytes(changed)) in SENTENCES


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
@example(b"NaN")
@example(b"1" * 5_000)
@example(b"[" * 200_000)
def test_whatever_was_sealed_is_an_exam_or_a_sentence(body):
    with pytest.raises(UserError, match=r"^统考文件的内容不完整"):
        read_body(body)


PLACES = ("exam", "questions", "content")
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


def paths(value, here=()):
    """The way to everything inside a JSON value."""
    found = [here] if here else []
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        found += paths(inner, (*here, key))
    return found


PLAIN = json.loads(package_body(PACKAGE))
WAYS = paths(PLAIN)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(WAYS), JUNK)
def test_with_anything_replaced_by_anything_it_is_an_exam_that_can_be_drawn_or_a_sentence(way, junk):
    plain = json.loads(json.dumps(PLAIN))
    place = plain
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = junk
    try:
        package = read_body(json.dumps(plain))
    except UserError as error:
        assert str(error).endswith("。")
    else:
        for person in package.exam.roster:
            assert package.drawn(ExamSession.MAIN, person.key)


def test_a_question_whose_options_cannot_be_told_apart_is_refused():
    """排序 is shuffled until it stands in another order than the right one: that would never end."""
    twice = tuple(Option("A", "做法") for _ in range(3))
    bad = replace(PACKAGE.questions[0], id="q99", kind=QuestionKind.ORDER, options=twice, answer=("A", "A", "A"))
    exam = replace(EXAM, paper=replace(EXAM.paper, rules=(DrawRule(QuestionKind.ORDER, 1, 100),)))
    with pytest.raises(UserError):
        read_body(package_body(ExamPackage(exam, (bad,), "")))


GUESSED = (
    "12345678",
    "20261122",
    "2026-11-22",
    "２０２６年11月22日",
    "13812345678",
    "password",
    "P@ssw0rd123",
    "qwerty123",
    "1q2w3e4r",
    "abcd1234",
    "admin888",
    "kaoshi2026",
    "统考2026统考",
    "民政局20261122",
)


def test_a_proposed_password_will_do_and_is_another_each_time():
    proposed = {proposed_password() for _ in range(200)}
    assert len(proposed) == 200 and not any(password_fault(one, one) for one in proposed)
    fault = password_fault("12345678", "12345678")
    mended = fault.rpartition("：")[2]
    assert not password_fault(mended, mended)


@given(st.text(max_size=64), st.text(max_size=64))
def test_whatever_is_typed_is_a_password_or_a_sentence(typed, again):
    fault = password_fault(typed, again)
    assert not fault or "开启口令" in fault


@pytest.mark.parametrize(
    ("typed", "again", "words"),
    [
        ("短", "短", "8 到 64"),
        ("长" * 65, "长" * 65, "8 到 64"),
        ("11111111", "11111111", "太容易猜到"),
        *[(one, one, "容易被猜到") for one in GUESSED],
        ("镜鉴统考2026", "镜鉴统考2025", "不一样"),
        ("镜鉴统考2026", "镜鉴统考２０２６ ", ""),
    ],
)
def test_a_password_that_will_not_do_is_refused_where_it_is_set(typed, again, words):
    fault = password_fault(typed, again)
    assert words in fault and bool(fault) == bool(words)
