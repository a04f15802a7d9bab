"""Pictures for publication: what is drawn, what stands around it, and in which formats."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdf
import pytest
from lxml import etree
from PIL import Image

from actorgraph.errors import UsageError
from actorgraph.export import EXPORTERS
from actorgraph.export.registry import Material
from tests.browser import stories


@pytest.fixture(scope="module")
def material() -> Material:
    return stories.story()


def drawn(material: Material, form: str, **caption: Any) -> bytes:
    target = BytesIO()
    EXPORTERS[form].write(replace(material, caption=caption), target)
    return target.getvalue()


def words(svg: bytes) -> list[str]:
    labels = etree.fromstring(svg).xpath("//*[local-name()='path']/@aria-label")
    return [str(label) for label in labels]


def colours(svg: bytes) -> set[bytes]:
    return set(re.findall(rb"#[0-9a-f]{6}", svg))


def test_a_picture_has_names_captions_a_legend_and_a_date(material: Material) -> None:
    found = words(drawn(material, "svg"))
    assert {"Ilva Marn", "Torben Quist", "President of Veshta"} <= set(found)
    assert {"Diplomacy", "People", "Denied"} <= set(found)
    assert "Who deals with whom, as told in 3 documents" in found
    assert any("2031" in label for label in found)


def test_title_subtitle_credit_and_date_are_as_given(material: Material) -> None:
    given = {"title": "A & <b>", "subtitle": "", "credit": "Ann Roth", "date": "May"}
    found = words(drawn(material, "svg", **given))
    assert {"A & <b>", "Ann Roth", "May"} <= set(found)
    assert not any("as told in" in label for label in found)


def test_the_legend_can_be_left_out(material: Material) -> None:
    assert "Diplomacy" not in words(drawn(material, "svg", legend=False))


def test_a_dark_picture_has_other_colours(material: Material) -> None:
    light, dark = (drawn(material, "svg", scheme=name) for name in ("light", "dark"))
    assert b'fill="#fbfaf7"' in light
    assert b'fill="#fbfaf7"' not in dark
    assert colours(light).isdisjoint(colours(dark) - colours(light))


def test_a_picture_needs_no_font_and_nothing_from_elsewhere(
    material: Material,
) -> None:
    svg = drawn(material, "svg")
    for outside in (b"<text", b"font-family", b"href", b"<image", b"<style", b"url(h"):
        assert outside not in svg


def test_names_in_other_letters_stay_text_of_a_fixed_length() -> None:
    ann, other = stories.actor("Ann Roth"), stories.actor("Анна 安")
    source = stories.document("a.txt", "They met.", "T")
    claim = stories.claim(ann, "metWith", other, source, "They met")
    material = stories.material([ann, other], [claim], [source])
    (text,) = etree.fromstring(drawn(material, "svg")).findall(".//{*}text")
    assert (text.text, float(text.get("textLength")) > 0) == ("Анна 安", True)
    with pytest.raises(UsageError, match="not in Latin letters"):
        drawn(material, "pdf")


def test_letters_with_accents_are_outlines() -> None:
    ann, other = stories.actor("Ångström Żuk"), stories.actor("Zoë O’Neill")
    source = stories.document("a.txt", "They met.", "T")
    claim = stories.claim(ann, "metWith", other, source, "They met")
    svg = drawn(stories.material([ann, other], [claim], [source]), "svg")
    assert {"Ångström Żuk", "Zoë O’Neill"} <= set(words(svg))
    assert b"<text" not in svg


def test_a_pdf_is_one_page_of_the_size_of_the_picture(material: Material) -> None:
    svg = etree.fromstring(drawn(material, "svg", title="Who met whom"))
    reader = pypdf.PdfReader(
        BytesIO(drawn(material, "pdf", title="Who met whom")), strict=True
    )
    (page,) = reader.pages
    width, height = (float(svg.get(name)) * 0.75 for name in ("width", "height"))
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (width, height)
    assert reader.metadata is not None
    assert reader.metadata.title == "Who met whom"
    assert page.get_contents() is not None


def test_a_png_is_as_sharp_as_wanted(material: Material) -> None:
    svg = etree.fromstring(drawn(material, "svg"))
    for sharpness in (1, 2):
        with Image.open(
            BytesIO(drawn(material, "png", sharpness=sharpness))
        ) as picture:
            assert picture.size[0] == int(svg.get("width")) * sharpness
            assert (
                len(picture.convert("RGB").resize((60, 40)).getcolors(2400) or ()) > 20
            )


def test_equal_material_gives_an_equal_picture(material: Material) -> None:
    assert drawn(material, "svg") == drawn(material, "svg")
    assert drawn(material, "pdf") == drawn(material, "pdf")
