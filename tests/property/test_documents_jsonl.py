import io
import json

from hypothesis import given
from hypothesis import strategies as st

from actorgraph.documents.encodings import decode
from actorgraph.documents.jsonl import read_jsonl
from actorgraph.documents.markdown import plain_text


@given(st.lists(st.text(), max_size=5))
def test_every_text_comes_back_exactly(texts: list[str]) -> None:
    data = "".join(
        json.dumps({"id": str(number), "text": text}) + "\n"
        for number, text in enumerate(texts)
    )
    drafts = list(read_jsonl(io.BytesIO(data.encode()), "x"))
    assert [getattr(draft, "text", None) for draft in drafts] == texts


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    list(read_jsonl(io.BytesIO(data), "x"))


@given(
    st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
)
def test_utf8_comes_back(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.text(alphabet="ab *_[]()#-`<>|\n", max_size=60))
def test_markdown_of_any_shape_becomes_text(source: str) -> None:
    assert isinstance(plain_text(source), str)
