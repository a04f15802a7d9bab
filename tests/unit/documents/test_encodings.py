"""Bytes become text in the right encoding, or are refused."""

import pytest

from actorgraph.documents.encodings import decode
from actorgraph.errors import DocumentError

ENGLISH = (
    "The mayor met the envoy on Monday and said that the harbour would be closed for "
    "repairs until spring, officials said. "
)
WESTERN = (
    "Zoë Müller paid €5 for a naïve “café crème” — it’s 20 °C, said São’s Nuñez … £3"
)
RUSSIAN = (
    "Президент встретился в понедельник с премьер-министром. Переговоры продолжались "
    "несколько часов, сообщили официальные лица."
)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", ENGLISH + WESTERN),
        ("utf-8-sig", ENGLISH + WESTERN),
        ("utf-16", ENGLISH),
        ("utf-16-le", ENGLISH + WESTERN),
        ("utf-16-be", ENGLISH + WESTERN),
        ("utf-32", ENGLISH + WESTERN),
        ("utf-32-le", ENGLISH + WESTERN),
        ("utf-32-be", ENGLISH + WESTERN),
        ("cp1252", ENGLISH + WESTERN),
        ("cp1252", "naïve as ever"),
        ("mac_roman", f"{ENGLISH}“Fine”, she said — it’s over."),
        ("cp1251", RUSSIAN),
    ],
)
def test_a_text_is_what_was_written(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", f"{ENGLISH}Lech Wałęsa met Jarosław Kaczyński."),
        ("iso8859-2", f"{ENGLISH}Lech Wałęsa met Jarosław Kaczyński."),
        ("cp1254", f"{ENGLISH}Erdoğan met İsmet Yılmaz."),
        ("cp437", f"{ENGLISH}It was naïve, said Zoë Müller."),
    ],
)
def test_a_name_is_refused_rather_than_mangled(encoding: str, text: str) -> None:
    with pytest.raises(DocumentError, match="save it as UTF-8"):
        decode(text.encode(encoding))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", f"{ENGLISH}Her name is Анна Петрова."),
        ("koi8-r", RUSSIAN),
        (
            "shift_jis",
            "首相は月曜日に東京で大統領と会談し、両国の関係について話し合った。",
        ),
    ],
)
def test_another_script_is_decoded_or_refused(encoding: str, text: str) -> None:
    try:
        decoded = decode(text.encode(encoding))
    except DocumentError:
        return
    assert decoded == text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("iso-8859-1", "cp1252"), ("ISO-8859-2", "iso8859-2"), ("gb2312", "gb18030")],
)
def test_a_declared_encoding_means_what_browsers_mean(
    declared: str, encoding: str
) -> None:
    text = f"{ENGLISH}It is over: §"
    text += "’" if encoding == "cp1252" else ""
    assert decode(text.encode(encoding), declared) == text


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(DocumentError, match="x-own"):
        decode(WESTERN.encode("cp1252"), "x-own")


@pytest.mark.parametrize("data", [b"\x89PNG\0\0\0\rIHDR", b"\0" * 40, b"a\0b"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        decode(data)
