"""Files of each format, made on the spot."""

from __future__ import annotations

import gzip
import io
import zipfile
from email.message import EmailMessage
from typing import Any

FIRST = (
    "The mayor of the harbour town met a delegation of fishermen on the quay, and they "
    "spoke for hours about the new breakwater that the government wants to build."
)
LAST = (
    "Runa Vik, the mayor, said that the breakwater would be built before the winter, and "
    "that the fishermen would be asked about each of its parts."
)
URL = "https://news.example/quay"
HEADS = f"<title>Quay</title><link rel='canonical' href='{URL}'>"


def page(*paragraphs: str, head: str = HEADS) -> bytes:
    body = "".join(f"<p>{text}</p>" for text in paragraphs or (FIRST, LAST))
    return (
        f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    ).encode()


def pdf(*paragraphs: str, **facts: str) -> bytes:
    """A PDF whose paragraphs are broken into lines and, if they are long, on pages."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    stream = io.BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    flow: list[Any] = []
    for text in paragraphs or (FIRST, LAST):
        flow += [Paragraph(text, style), Spacer(1, 6)]
    SimpleDocTemplate(stream, invariant=1, **facts).build(flow)
    return stream.getvalue()


def canvas_pdf(draw: Any, pages: int = 1, **options: Any) -> bytes:
    """A PDF on whose pages ``draw(canvas, number)`` draws."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1, **options)
    for number in range(pages):
        draw(canvas, number)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def word(*paragraphs: str) -> bytes:
    from docx import Document

    document = Document()
    for text in paragraphs or (FIRST, LAST):
        document.add_paragraph(text)
    return saved(document)


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def message(text: str = f"{FIRST}\n\n{LAST}", **headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = headers.get("From", "Dana Roth <dana@news.example>")
    mail["Date"] = headers.get("Date", "Sat, 02 Mar 2024 10:00:00 +0100")
    mail["Subject"] = headers.get("Subject", "The quay opens")
    mail.set_content(text)
    return mail


def mailbox(*messages: EmailMessage) -> bytes:
    mails = messages or (message(), message(f"{LAST} {FIRST}"))
    start = b"From dana@news.example Sat Mar  2 10:00:00 2024\n"
    return b"".join(start + bytes(mail).rstrip() + b"\n\n" for mail in mails)


def saved_page(data: bytes = b"") -> bytes:
    body = (data or page()).decode()
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {URL}\r\n"
        "Subject: Quay\r\n"
        "Date: Sat, 2 Mar 2024 10:00:00 -0000\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n'
        "--cut\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Location: {URL}\r\n\r\n{body}\r\n"
        "--cut\r\nContent-Type: text/css\r\n\r\np {color: red}\r\n--cut--\r\n"
    ).encode()


def rss(*texts: str) -> bytes:
    items = "".join(
        f"<item><title>Quay {number}</title><link>{URL}/{number}</link>"
        f"<pubDate>Sat, 02 Mar 2024 10:00:00 GMT</pubDate><author>Dana Roth</author>"
        f"<description><![CDATA[<p>{text}</p>]]></description></item>"
        for number, text in enumerate(texts or (FIRST, LAST), 1)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>News</title>{items}</channel></rss>"
    ).encode()


def atom(text: str = FIRST) -> bytes:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry>'
        f"<title>Quay</title><link href='{URL}'/><published>2024-03-02T10:00:00Z"
        "</published><author><name>Dana Roth</name></author>"
        f"<content type='html'>&lt;p&gt;{text}&lt;/p&gt;</content></entry></feed>"
    ).encode()


def record(url: str, kind: str, data: bytes, status: str = "200 OK") -> bytes:
    """A response as a web archive records it."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + data
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-03-02T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def web_archive(*records: bytes, packed: bool = True) -> bytes:
    """A web archive, by default of a page and a picture."""
    page_record = record(URL, "text/html; charset=utf-8", page())
    picture = record(f"{URL}.png", "image/png", b"\x89PNG")
    parts = records or (page_record, picture)
    return b"".join(gzip.compress(part, mtime=0) if packed else part for part in parts)


def archive(**members: bytes) -> bytes:
    """A zip archive; a name's double underscore is its dot."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in (members or {"quay__html": page()}).items():
            file.writestr(name.replace("__", "."), data)
    return stream.getvalue()


#: Ending → a good file of that format.
GOOD = {
    ".txt": f"{FIRST}\n\n{LAST}".encode(),
    ".md": f"# Quay\n\n{FIRST}\n\n{LAST}".encode(),
    ".html": page(),
    ".mhtml": saved_page(),
    ".pdf": pdf(),
    ".docx": word(),
    ".rss": rss(),
    ".atom": atom(),
    ".eml": bytes(message()),
    ".mbox": mailbox(),
    ".warc": web_archive(packed=False),
    ".warc.gz": web_archive(),
    ".zip": archive(),
    ".jsonl": b'{"id": "a", "text": "' + FIRST.encode() + b'"}\n',
}
