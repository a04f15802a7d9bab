import pytest

from actorgraph.documents.language import objection_to


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            (
                "Le maire du port a reçu hier les pilotes dans la vieille halle, "
                "et ils ont parlé du nouveau quai."
            ),
            "fr",
        ),
        (
            (
                "Der Bürgermeister empfing gestern die Lotsen in der alten Halle, "
                "und sie sprachen über den neuen Kai."
            ),
            "de",
        ),
        ("Мэр города вчера принял лоцманов порта.", "ru"),
        ("市长昨天会见了港口的领航员。", "zh"),
    ],
)
def test_another_language_is_named(text: str, code: str) -> None:
    assert f"({code}); only English is read" in (objection_to(text) or "")


@pytest.mark.parametrize(
    "text",
    [
        (
            "The mayor of the port met the pilots in the old hall yesterday "
            "and spoke about the new quay."
        ),
        (
            "Sergei Bazarov (Russian: Сергей Базаров, Greek: Σέργιος) is a pilot "
            "who was born in the harbour town."
        ),
        (
            "She also has a passport of the islands under the name Marina Kostaki "
            "(Greek: Μαρίνα Κωστάκη Παπαδοπούλου)."
        ),
        "Paris, Le Havre",
        "12 : 34",
        "",
    ],
)
def test_english_and_what_is_too_short_to_tell_is_read(text: str) -> None:
    assert objection_to(text) is None
