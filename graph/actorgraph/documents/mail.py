"""Messages (eml): what their writer says, without the message that is answered, and attachments."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import (
    CloseBoundaryNotFoundDefect,
    InvalidBase64PaddingDefect,
    MissingHeaderBodySeparatorDefect,
)
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from typing import BinaryIO, NamedTuple

from actorgraph.documents.encodings import decode
from actorgraph.documents.fragment import fragment
from actorgraph.documents.inputs import readable_name
from actorgraph.documents.left_out import hidden_text
from actorgraph.documents.mail_text import MailText, mail_text
from actorgraph.documents.raw_document import WITHIN, Part, RawDocument
from actorgraph.documents.text import file_bytes
from actorgraph.errors import DocumentError
from actorgraph.model import Omission
from actorgraph.settings import BYTES_OF_FILE

#: A message has at least one of these headers.
HEADERS = ("From", "Date", "Subject", "To", "Message-ID", "Received")
#: Media type → ending, for attachments whose name has none that says more.
ENDINGS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
}
#: What is missing in a message that was cut.
CUT = (CloseBoundaryNotFoundDefect, MissingHeaderBodySeparatorDefect)
#: Files in a message.
MOST_PARTS = 500


def read_mail(stream: BinaryIO, name: str) -> Iterator[RawDocument | Omission | Part]:
    """Read a message: a document of its text, and one for each attachment that can be read.

    Raises:
        DocumentError: if the file is no message, or is cut.
    """
    data = file_bytes(stream, BYTES_OF_FILE)
    message = parse_message(data)
    attachments = _attachments(message, name)
    items = [*_body(message, name), *attachments]
    is_empty = all(isinstance(item, Omission) for item in items)
    if is_empty:
        raise DocumentError("the message has no text of its own")
    yield from items


def parse_message(data: bytes) -> EmailMessage:
    """Parse a message.

    Raises:
        DocumentError: if the file is no message, or is cut.
    """
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    is_message = any(header in message for header in HEADERS)
    if not is_message:
        raise DocumentError("the file is no message: it has no From, Date or Subject")
    parts = list(message.walk())
    if len(parts) > MOST_PARTS:
        raise DocumentError(f"the message has more than {MOST_PARTS} parts")
    for part in parts:
        if any(isinstance(item, CUT) for item in part.defects):
            raise DocumentError("the message seems to be cut: a part of it has no end")
    return message


def part_text(part: MIMEPart) -> str:
    """Return the text of a part.

    Raises:
        DocumentError: if it is damaged, or in an encoding that is not certain.
    """
    charset = part.get_content_charset()
    text = decode(part_bytes(part), charset)
    return text.replace("\r\n", "\n")


def part_bytes(part: MIMEPart) -> bytes:
    """Return what a part contains; of an attached message, its source.

    Raises:
        DocumentError: if it is damaged.
    """
    if part.is_multipart():
        return part.get_payload(0).as_bytes()  # type: ignore[union-attr]
    data = part.get_payload(decode=True)
    is_cut = any(isinstance(item, InvalidBase64PaddingDefect) for item in part.defects)
    if is_cut:
        raise DocumentError("a part of the message is cut")
    return data if isinstance(data, bytes) else b""


def day_of(message: EmailMessage) -> str | None:
    """Return the day on which a message was sent, where it was sent from."""
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (ValueError, TypeError):
        return None


def _body(message: EmailMessage, name: str) -> Iterator[RawDocument | Omission]:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return
    content = _content(body)
    if content.text.strip():
        author = parseaddr(str(message["From"] or ""))
        yield RawDocument(
            name,
            content.text,
            str(message["Subject"] or ""),
            day_of(message),
            author=author[0] or author[1],
        )
    for phrase in content.left_out:
        yield Omission(name, phrase)
    yield from hidden_text(name, "hidden", content.hidden)


class _Content(NamedTuple):
    """What a body says, what is left out of it, and what it hides."""

    text: str
    left_out: list[str]
    hidden: list[str]


def _content(body: MIMEPart) -> _Content:
    source = part_text(body)
    if body.get_content_type() != "text/html":
        is_flowed = body.get_param("format", "") == "flowed"
        return _Content(*mail_text(source, is_flowed=is_flowed), [])
    markup = fragment(source)
    plain: MailText = mail_text(markup.text, is_flowed=False)
    quoted = ["what the message answers, and signatures"] if markup.quoted else []
    return _Content(plain.text, [*plain.left_out, *quoted], markup.hidden)


# Attachments


def _files(message: EmailMessage) -> Iterator[MIMEPart]:
    """Yield the files in a message, also among the parts of its parts."""
    parts = list(message.iter_parts())
    while parts:
        part = parts.pop(0)
        if part.get_content_type() == "message/rfc822":
            yield part
        elif part.is_multipart():
            parts = [*part.iter_parts(), *parts]
        elif part.is_attachment() or part.get_filename():
            yield part


def _attachments(message: EmailMessage, name: str) -> Iterator[Part | Omission]:
    for number, part in enumerate(_files(message), 1):
        label = readable_name(part.get_filename() or f"attachment {number}")
        ending = ENDINGS.get(part.get_content_type(), "")
        file_name = f"{label}{ending}" if "." not in label else label
        is_inline = part.get_content_maintype() in ("image", "audio", "video")
        if is_inline or part.get_content_type() in UNREAD:
            yield Omission(name, f"an attachment that is not read ({label})")
        else:
            place = f"{name}{WITHIN}{file_name}"
            yield Part(place, file_name, part_bytes(part), file_date=day_of(message))


#: Media types of attachments that come with many messages and have nothing to read.
UNREAD = ("text/calendar", "application/pgp-signature", "application/pkcs7-signature")
