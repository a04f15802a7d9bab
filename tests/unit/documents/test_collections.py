"""Feeds, web archives and zip archives: many documents in a file, each on its own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from actorgraph.documents import formats, read_documents
from actorgraph.documents.feed import read_feed
from actorgraph.documents.formats import Item, read_stream
from actorgraph.documents.web_archive import read_web_archive
from actorgraph.documents.zip_archive import read_zip
from actorgraph.model import Document, Omission, RefusedDocument
from actorgraph.process_limits import CostLimit
from tests.unit.documents.made_files import (
    FIRST,
    LAST,
    URL,
    archive,
    atom,
    page,
    pdf,
    record,
    rss,
    web_archive,
)


def documents(items: list[Item]) -> list[Document]:
    return [item for item in items if isinstance(item, Document)]


def reasons(items: list[Item]) -> dict[str, str]:
    return {
        item.name: item.reason for item in items if isinstance(item, RefusedDocument)
    }


def in_feed(data: bytes) -> list[Item]:
    return list(read_stream(read_feed, io.BytesIO(data), "a.rss"))


@pytest.mark.parametrize("data", [rss(FIRST), atom(FIRST)], ids=["rss", "atom"])
def test_an_entry_has_its_own_title_day_address_and_author(data: bytes) -> None:
    (entry,) = documents(in_feed(data))
    assert entry.text == FIRST
    assert entry.date == "2024-03-02"
    assert entry.title
    assert entry.title.startswith("Quay")
    assert entry.url
    assert entry.url.startswith(URL)
    assert entry.author == "Dana Roth"


def test_each_entry_of_a_feed_is_a_document() -> None:
    names = [item.name for item in documents(in_feed(rss(FIRST, LAST)))]
    assert names == ["a.rss!1", "a.rss!2"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no feed"),
        (b"<html><p>Error 404</p></html>", "no feed"),
        (rss(FIRST, LAST)[:-40], "cut"),
        (b"<rss version='2.0'><channel></channel></rss>", "no entries"),
        (atom(f"{FIRST} &#xD800;"), "does not exist"),
        (rss(FIRST).replace(b"utf-8", b"utf-\xf4x"), "does not exist"),
    ],
)
def test_what_is_no_complete_feed_is_refused(data: bytes, reason: str) -> None:
    assert reason in reasons(in_feed(data))["a.rss"]


@pytest.mark.parametrize("control", ["\x01", "\x0b", "&#1;", "&#x1F;", "&#xFFFE;"])
def test_a_control_character_costs_an_entry_nothing(control: str) -> None:
    (entry,) = documents(in_feed(rss(f"{FIRST}</p><p>{LAST}{control}")))
    assert entry.text == f"{FIRST}\n\n{LAST}"


def test_a_feed_reads_no_file_and_expands_no_bomb(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the password of the harbour", encoding="utf-8")
    bombs = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE rss [<!ENTITY f SYSTEM "file://{secret}"><!ENTITY b0 "lol">{bombs}]>'
    data = rss(FIRST, LAST).replace(b"<rss", head.encode() + b"<rss")
    data = data.replace(b"<![CDATA[<p>Runa", b"&f;&b9;<![CDATA[<p>Runa")
    items = in_feed(data)
    assert "password" not in repr(items)
    assert len(repr(items)) < 10_000


def in_web_archive(data: bytes) -> list[Item]:
    return list(read_stream(read_web_archive, io.BytesIO(data), "a.warc.gz"))


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_of_a_web_archive_has_its_address_and_the_day_of_its_visit(
    packed: bool,
) -> None:
    other = page(LAST, FIRST, head="<title>Other</title>")
    data = web_archive(
        record(f"{URL}/1", "text/html", page(head="<title>Quay</title>")),
        record(f"{URL}/2", "text/html; charset=utf-8", other),
        record(f"{URL}/3", "text/html", page(), status="404 Not Found"),
        record(f"{URL}/4", "application/pdf", pdf(FIRST)),
        record(f"{URL}/5", "image/png", b"\x89PNG"),
        packed=packed,
    )
    items = in_web_archive(data)
    assert [item.url for item in documents(items)] == [
        f"{URL}/1",
        f"{URL}/2",
        f"{URL}/4",
    ]
    assert documents(items)[0].date == "2024-03-02"
    assert items[-1] == Omission("a.warc.gz", "2 responses without a page")


def test_the_encoding_of_a_page_is_that_of_its_answer() -> None:
    data = page(f"Анна Петрова met the mayor. {FIRST}", LAST, head="")
    cyrillic = data.decode().encode("cp1251")
    items = in_web_archive(
        web_archive(record(URL, "text/html; charset=windows-1251", cyrillic))
    )
    assert documents(items)[0].text.startswith("Анна Петрова met")


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("part", range(1, 10))
def test_a_cut_web_archive_says_so(packed: bool, part: int) -> None:
    data = web_archive(packed=packed)
    items = in_web_archive(data[: len(data) * part // 10])
    assert "a.warc.gz" in reasons(items)
    assert {item.text for item in documents(items)} <= {f"{FIRST}\n\n{LAST}"}


@pytest.mark.parametrize("whole", [0, 1])
def test_a_web_archive_that_is_cut_before_a_content_says_so(whole: int) -> None:
    complete, cut = (
        record(URL, "text/html", page()),
        record(f"{URL}/2", "text/html", b""),
    )
    head = cut[: cut.index(b"\r\n\r\n") + 4]
    items = in_web_archive(web_archive(*[complete] * whole, head, packed=False))
    assert "cut" in reasons(items)["a.warc.gz"]
    assert len(documents(items)) == whole


def test_a_broken_page_costs_only_itself() -> None:
    data = web_archive(
        record(f"{URL}/1", "text/html", page()[:-60]),
        record(f"{URL}/2", "text/html", page()),
    )
    items = in_web_archive(data)
    assert list(reasons(items)) == [f"a.warc.gz!{URL}/1"]
    assert [item.url for item in documents(items)] == [f"{URL}/2"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_record_of_unknown_length_costs_only_itself(packed: bool) -> None:
    endless = record(f"{URL}/1", "text/html", page())
    endless = endless.replace(b"Content-Length", b"Content-Height")
    items = in_web_archive(
        web_archive(endless, record(f"{URL}/2", "text/html", page()), packed=packed)
    )
    assert "how long it is" in reasons(items)[f"a.warc.gz!{URL}/1"]
    if packed:  # then the end of the record is where its part ends
        assert [item.url for item in documents(items)] == [f"{URL}/2"]


def test_what_is_no_web_archive_is_refused() -> None:
    for data in (b"", b"hello", b"\x1f\x8bxx"):
        assert reasons(in_web_archive(data))


def in_zip(data: bytes) -> list[Item]:
    return list(read_stream(read_zip, io.BytesIO(data), "a.zip"))


def test_the_files_of_an_archive_are_documents_with_both_names() -> None:
    data = archive(
        **{
            "b__txt": FIRST.encode(),
            "../../a__html": page(),
            ".hidden__txt": b"no",
            "c__xls": b"no",
            "inner__zip": archive(d__txt=LAST.encode()),
        }
    )
    items = in_zip(data)
    names = [item.name for item in documents(items)]
    assert names == ["a.zip!../../a.html", "a.zip!b.txt", "a.zip!inner.zip!d.txt"]
    assert "a.zip!c.xls" in reasons(items)


def nested(depth: int) -> bytes:
    data = archive(a__txt=FIRST.encode())
    for _ in range(depth - 1):
        data = archive(a__zip=data)
    return data


def test_archives_in_archives_are_read_to_a_depth() -> None:
    assert documents(in_zip(nested(4)))
    items = in_zip(nested(6))
    assert not documents(items)
    assert "deep" in "".join(reasons(items).values())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged or cut"),
        (archive()[:-30], "damaged or cut"),
        (archive(a__txt=b"a " * 3_000_000), "times its size"),
        (archive(**{f"{n}__txt": b"a" for n in range(10_001)}), "10,001 files"),
    ],
)
def test_an_archive_that_may_do_harm_is_refused(data: bytes, reason: str) -> None:
    assert reason in "".join(reasons(in_zip(data)).values())


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    data = bytearray(archive(a__txt=b"a " * 600_000))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    assert "damaged" in reasons(in_zip(bytes(data)))["a.zip!a.txt"]


@pytest.mark.parametrize(
    ("offset", "wrong"),
    [
        (42, b"\xff\xff\xff\x7f"),  # where the file begins
        (10, b"\x0e\0"),  # how it is packed: as LZMA
        (10, b"\x0c\0"),  # as bzip2
    ],
)
def test_a_file_that_is_not_as_its_archive_says_costs_only_itself(
    offset: int, wrong: bytes
) -> None:
    data = bytearray(archive(a__txt=FIRST.encode(), b__txt=LAST.encode()))
    place = data.index(b"PK\x01\x02") + offset
    data[place : place + len(wrong)] = wrong
    items = in_zip(bytes(data))
    assert "damaged in the archive" in reasons(items)["a.zip!a.txt"]
    assert [item.text for item in documents(items)] == [LAST]


def test_an_encrypted_file_is_refused_and_the_others_are_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("a.txt", FIRST)
        file.writestr("b.txt", LAST)
    data = bytearray(stream.getvalue())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    items = in_zip(bytes(data))
    assert "encrypted" in reasons(items)["a.zip!a.txt"]
    assert [item.text for item in documents(items)] == [LAST]


def kill(*_: object) -> None:
    import os
    import signal

    os.kill(os.getpid(), signal.SIGSEGV)


def wait(*_: object) -> None:
    while True:
        pass


@pytest.mark.parametrize(
    ("harm", "reason"), [(kill, "crash"), (wait, "more than 1 seconds")]
)
def test_a_file_that_kills_its_parser_costs_only_itself(
    monkeypatch: pytest.MonkeyPatch, harm: Callable[..., None], reason: str
) -> None:
    monkeypatch.setitem(formats.READERS, ".pdf", harm)
    monkeypatch.setattr(formats, "_limit_of_bytes", lambda _: CostLimit(seconds=1))
    data = archive(a__txt=FIRST.encode(), b__pdf=b"x", c__txt=LAST.encode())
    items = in_zip(data)
    assert [item.name for item in documents(items)] == ["a.zip!a.txt", "a.zip!c.txt"]
    assert reason in reasons(items)["a.zip!b.pdf"]


@pytest.mark.parametrize(
    "ending", sorted(set(formats.READERS) - {".txt", ".text", ".jsonl", ".ndjson"})
)
def test_every_parser_but_the_simplest_runs_in_a_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setitem(formats.READERS, ending, kill)
    (tmp_path / f"a{ending}").write_bytes(b"x")
    (refused,) = read_documents([tmp_path])
    assert isinstance(refused, RefusedDocument)
    assert "crash" in refused.reason
