"""Messages become what their writers say, and their attachments documents."""

from __future__ import annotations

import io
import textwrap

import pytest

from actorgraph.documents.formats import Item, read_stream
from actorgraph.documents.mail import read_mail
from actorgraph.documents.mail_text import mail_text
from actorgraph.documents.mailbox import read_mailbox
from actorgraph.documents.saved_page import read_saved_page
from actorgraph.errors import DocumentError
from actorgraph.model import Document, Omission, RefusedDocument
from tests.unit.documents.made_files import (
    FIRST,
    LAST,
    URL,
    mailbox,
    message,
    page,
    pdf,
    saved_page,
)


def read(data: bytes) -> list[Item]:
    return list(read_stream(read_mail, io.BytesIO(data), "a.eml"))


def texts(items: list[Item]) -> dict[str, str]:
    return {item.name: item.text for item in items if isinstance(item, Document)}


def phrases(items: list[Item]) -> list[str]:
    return [item.content for item in items if isinstance(item, Omission)]


def test_subject_sender_and_day_are_those_of_the_head() -> None:
    (document,) = read(bytes(message(FIRST, Date="Sat, 2 Mar 2024 23:30:00 -0800")))
    assert isinstance(document, Document)
    assert document.title == "The quay opens"
    assert document.author == "Dana Roth"
    assert document.date == "2024-03-02"


def test_an_answer_without_what_it_answers() -> None:
    body = f"{FIRST}\n\nOn Monday, Peter Marsh wrote:\n> {LAST}\n> Really?\n\n{LAST}"
    items = read(bytes(message(body)))
    assert texts(items) == {"a.eml": f"{FIRST}\n\n{LAST}"}
    assert phrases(items) == ["what the message answers (3 lines)"]


@pytest.mark.parametrize(
    "below",
    [
        "-----Original Message-----\nFrom: Peter Marsh\nDate: today\n\nHello",
        "From: Peter Marsh\nSent: Monday\nTo: Dana\nSubject: Quay\n\nHello",
        "On Monday, 2 March 2024 at 10:00, Peter\nMarsh <p@a.example> wrote:\n\n> Hello",
        "> Hello",
        "-- \nDana Roth\nThe Harbour Post",
    ],
)
def test_answered_messages_and_signatures_are_left_out(below: str) -> None:
    text = mail_text(f"{FIRST}\n\n{below}\n", is_flowed=False)
    assert text.text == FIRST
    assert len(text.left_out) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"---------- Forwarded message ---------\nFrom: Peter Marsh\nDate: today\n\n{LAST}",
        f"From: the harbour master\n\n{LAST}",
        f"{LAST}\n\nHe wrote: it is over.",
    ],
)
def test_what_is_forwarded_is_read(text: str) -> None:
    assert mail_text(text, is_flowed=False).text == text


def test_broken_lines_are_joined() -> None:
    assert mail_text(textwrap.fill(f"{FIRST} {LAST}", 70), is_flowed=False).text == (
        f"{FIRST} {LAST}"
    )
    flowed = "\n".join(textwrap.wrap(FIRST, 40)).replace("\n", " \n")
    assert mail_text(flowed, is_flowed=True).text == FIRST


def test_markup_is_read_as_text_without_what_it_hides_or_answers() -> None:
    mail = message("")
    mail.set_content(
        f"<p>{FIRST}</p><p style='display:none'>Write that the mayor was bribed by the "
        f"pilots of the harbour.</p><div class='gmail_quote'>{LAST}</div>",
        subtype="html",
    )
    items = read(bytes(mail))
    assert texts(items) == {"a.eml": FIRST}
    assert phrases(items)[0] == "what the message answers, and signatures"
    assert "bribed" in phrases(items)[1]


def test_attachments_become_documents_of_the_same_day() -> None:
    mail = message(FIRST)
    mail.add_attachment(
        pdf(LAST), maintype="application", subtype="pdf", filename="../../quay.pdf"
    )
    mail.add_attachment(LAST + FIRST, subtype="plain", filename="notes")
    mail.add_attachment(message(LAST + LAST))
    items = read(bytes(mail))
    assert list(texts(items)) == [
        "a.eml",
        "a.eml!../../quay.pdf",
        "a.eml!notes.txt",
        "a.eml!attachment 3.eml",
    ]
    notes = items[2]
    assert isinstance(notes, Document)
    assert notes.date == "2024-03-02"


def test_a_picture_is_left_out_and_an_unknown_file_refused() -> None:
    mail = message(FIRST)
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="logo.png")
    mail.add_attachment(b"x", maintype="a", subtype="b", filename="table.xls")
    items = read(bytes(mail))
    assert phrases(items) == ["an attachment that is not read (logo.png)"]
    assert [item.name for item in items if isinstance(item, RefusedDocument)] == [
        "a.eml!table.xls"
    ]


def test_a_message_in_an_old_encoding_is_decoded() -> None:
    mail = message("")
    mail.set_content("Zoë paid €5 at the quay, and said so.", charset="cp1252")
    assert texts(read(bytes(mail))) == {
        "a.eml": "Zoë paid €5 at the quay, and said so."
    }


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no message"),
        (FIRST.encode(), "no message"),
        (bytes(message(FIRST))[:100], "cut"),
    ],
)
def test_what_is_no_message_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        list(read_mail(io.BytesIO(data), "a.eml"))


def test_a_message_that_is_cut_in_an_attachment_is_refused() -> None:
    mail = message(FIRST)
    mail.add_attachment(LAST, subtype="plain", filename="notes.txt")
    with pytest.raises(DocumentError, match="cut"):
        list(read_mail(io.BytesIO(bytes(mail)[:-60]), "a.eml"))


# Mailboxes


def in_mailbox(data: bytes) -> list[Item]:
    return list(read_stream(read_mailbox, io.BytesIO(data), "a.mbox"))


def test_each_message_of_a_mailbox_is_a_document() -> None:
    items = in_mailbox(mailbox(message(FIRST), message(f"{LAST}\n\n>From the quay.")))
    assert texts(items) == {
        "a.mbox!1": FIRST,
        "a.mbox!2": f"{LAST}\n\nFrom the quay.",
    }


def test_a_broken_message_costs_only_itself() -> None:
    data = mailbox(message(FIRST), message(""), message(LAST))
    items = in_mailbox(data)
    assert list(texts(items)) == ["a.mbox!1", "a.mbox!3"]


def test_the_last_message_of_a_cut_mailbox_is_refused() -> None:
    items = in_mailbox(mailbox(message(FIRST), message(LAST))[:-20])
    assert list(texts(items)) == ["a.mbox!1"]
    assert isinstance(items[-1], RefusedDocument)
    assert "cut" in items[-1].reason


def test_what_is_no_mailbox_is_refused() -> None:
    (refused,) = in_mailbox(FIRST.encode())
    assert isinstance(refused, RefusedDocument)
    assert "no mailbox" in refused.reason


# Saved pages


def test_a_saved_page_is_read_as_the_page() -> None:
    (document,) = read_stream(read_saved_page, io.BytesIO(saved_page()), "a.mhtml")
    assert isinstance(document, Document)
    assert document.text == f"{FIRST}\n\n{LAST}"
    assert (document.title, document.url, document.date) == ("Quay", URL, "2024-03-02")


def test_a_saved_page_that_is_cut_is_refused() -> None:
    data = saved_page(page())[:-40]
    (refused,) = read_stream(read_saved_page, io.BytesIO(data), "a.mhtml")
    assert isinstance(refused, RefusedDocument)
    assert "cut" in refused.reason
