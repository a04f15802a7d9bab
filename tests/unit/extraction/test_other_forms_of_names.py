"""Two names of one actor in a text, and two actors whose names look alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.extraction import Reader
from actorgraph.extraction.mentions.names.name_finder import find_names
from actorgraph.extraction.parse.parsed_text import ParsedText
from actorgraph.model import ActorType, Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        # CASE short form of a given name, whichever comes first
        ("Ken Roth left. Kenneth Roth won.", "Kenneth Roth", "Ken Roth"),
        ("Kenneth Roth left. Ken Roth won.", "Kenneth Roth", "Ken Roth"),
        # CASE surname of several words
        (
            "Dana Moss Diaz-Hale left Oslo. Moss Diaz-Hale criticised Norway.",
            "Dana Moss Diaz-Hale",
            "Moss Diaz-Hale",
        ),
        # CASE initials begin the name of a company
        (
            "Dana Roth left BV Delmore Bank. Shareholders of BV Delmore won.",
            "BV Delmore Bank",
            "BV Delmore",
        ),
        # CASE acronym in another language, set beside the name
        (
            "The Norwegian Federal Crime Office, the FCB, arrested Dana Roth.",
            "Norwegian Federal Crime Office",
            "FCB",
        ),
        # CASE acronym that ends the name
        (
            "Dana Roth works for Deutsche Bahn NGE. NGE sued Roth.",
            "Deutsche Bahn NGE",
            "NGE",
        ),
        # CASE acronym of a name without its state
        (
            "The Norwegian Crime Labour Agency met Dana Roth. CLA sued Roth.",
            "Norwegian Crime Labour Agency",
            "CLA",
        ),
        # CASE article of a foreign language
        (
            "Oslo met El Marsa Group. Marsa Group criticised Norway.",
            "El Marsa Group",
            "Marsa Group",
        ),
        # CASE house of a parliament
        (
            "The House of Lords slept. The Lords suspended Dana Roth.",
            "House of Lords",
            "Lords",
        ),
        # CASE real name of an artist
        (
            "Rapper Fenlow, whose real name was Dana Roth, left Oslo.",
            "Fenlow",
            "Dana Roth",
        ),
        # CASE name without its capitals
        (
            "Roth left Delmore Savings Bank. The Delmore savings bank won.",
            "Delmore Savings Bank",
            "Delmore savings bank",
        ),
        # CASE name in a description of its kind
        (
            "Dana Roth told the Delmore Institute think tank. Delmore Institute won.",
            "Delmore Institute",
            "Delmore Institute think tank",
        ),
        # CASE ministry with its field before or after its noun
        (
            "The Norwegian Defense Ministry left. The Norwegian Ministry of Defense won.",
            "Norwegian Ministry of Defense",
            "Norwegian Defense Ministry",
        ),
        # CASE ministry whose state is beside its name
        (
            (
                "Norway's Foreign Affairs Ministry met Dana Roth. "
                "The Norwegian Foreign Ministry criticised Oslo."
            ),
            "Foreign Affairs Ministry",
            "Norwegian Foreign Ministry",
        ),
        # CASE party by its members
        ("The Greens left Oslo. The Green Party won.", "Green Party", "Greens"),
        # CASE last word of a firm that is named like a person
        (
            "Roth sued the building firm Bertrand Vidal. Norway praised Vidal.",
            "Bertrand Vidal",
            "Vidal",
        ),
        # CASE last words of a name, also before what it is of
        (
            "The Anders Holm Foundation sued Dana Roth. Oslo left the Holm Foundation.",
            "Anders Holm Foundation",
            "Holm Foundation",
        ),
        (
            "The Norway Coastal Farmers Party left. Norway's Farmers Party sued Dana Roth.",
            "Norway Coastal Farmers Party",
            "Farmers Party",
        ),
        (
            "Dana Roth sued the 6th Circuit Court of Appeals. The Circuit Court won.",
            "6th Circuit Court of Appeals",
            "Circuit Court",
        ),
        # CASE last word of a name after an article
        (
            "The Fenland Heritage Trust sued Dana Roth. The Trust accused Otto Brandt.",
            "Fenland Heritage Trust",
            "Trust",
        ),
        # CASE first and last word of a name
        (
            "The Delmore Heritage Trust met. The Delmore trust criticised Dana Roth.",
            "Delmore Heritage Trust",
            "Delmore trust",
        ),
        (
            "The Lords Conduct Committee met. The Lords committee criticised Dana Roth.",
            "Lords Conduct Committee",
            "Lords committee",
        ),
        # CASE contraction in brackets
        (
            "The Fenland Department of Roads (Fenroads) left. Fenroads sued Dana Roth.",
            "Fenland Department of Roads",
            "Fenroads",
        ),
        # CASE acronym that ends the name of a part
        (
            "Fenland NDFR met Dana Roth. NDFR sued Otto Brandt.",
            "Fenland NDFR",
            "NDFR",
        ),
        # CASE given name in brackets
        (
            "“The answer to (Swedish President Ola) Berg is Norway,” Dana Roth said.",
            "Berg",
            "Ola",
        ),
        # CASE surname with a hyphen
        (
            "Dana Inta-Moss left Oslo. Norway held talks with Inta-Moss.",
            "Dana Inta-Moss",
            "Inta-Moss",
        ),
        # CASE limit before a number
        (
            "Bo Lind killed at least six people.",
            "six people",
            "least six people",
        ),
        # CASE two names that everybody knows
        (
            "Daesh attacked Oslo. Dana Roth criticised the Islamic State.",
            "Islamic State",
            "Daesh",
        ),
        # CASE town by its older name
        ("Kiev rejected the plan. Kyiv criticised Dana Roth.", "Kyiv", "Kiev"),
        # CASE party by an adjective
        (
            "The Democratic Party won. Republicans met Democratic Senator Dana Roth.",
            "Democratic Party",
            "Democratic",
        ),
        # CASE acronym with a small letter
        (
            "The Norwegian Ministry of Trade (MoT) sued Oslo. The MoT praised Dana Roth.",
            "Norwegian Ministry of Trade",
            "MoT",
        ),
        (
            "The Front for Norland (FfN) sued Oslo. The FfN praised Dana Roth.",
            "Front for Norland",
            "FfN",
        ),
        # CASE acronym whose letters go on after "and"
        (
            "The Front for Trade in Oslo and Bergen (FTOB) praised Dana Roth.",
            "Front for Trade in Oslo and Bergen",
            "Bergen",
        ),
        (
            "The Liberation Front of Oslo and Bergen (BOLF) praised Dana Roth.",
            "Liberation Front of Oslo and Bergen",
            "Bergen",
        ),
        # CASE holder of the same office
        (
            (
                "Norwegian Trade Minister Dana Roth left. "
                "Swedish Trade Minister Ola Berg criticised his Norwegian counterpart."
            ),
            "Dana Roth",
            "his Norwegian counterpart",
        ),
        # CASE name in quotation marks before its acronym
        (
            'Dana Roth left the charity "Clean Piers for Oslo" (PPO). PPO sued Norway.',
            "Clean Piers for Oslo",
            "PPO",
        ),
        # CASE letters that are never capitals
        (
            "Deutsche Presse-Agentur met Norway. Dana Roth told dpa a joke.",
            "Deutsche Presse-Agentur",
            "dpa",
        ),
        # CASE misspelled surname
        (
            "Dana Vandermolen left Oslo. Dana Vandemolen criticised Norway.",
            "Dana Vandermolen",
            "Dana Vandemolen",
        ),
        # CASE what everybody knows by both names
        (
            "The EU Commission fined Norway. The European Commission met Dana Roth.",
            "European Commission",
            "EU Commission",
        ),
        ("Dana Roth left Gaza. Norway left the Gaza Strip.", "Gaza Strip", "Gaza"),
    ],
)
def test_both_names_are_of_one_actor(
    read: Read, text: str, name: str, other: str
) -> None:
    names = {actor.name for actor in read(text).actors}

    assert name in names
    assert other not in names


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        # CASE one letter more is another name
        ("Dan Roth left. Dana Roth won.", "Dan Roth", "Dana Roth"),
        # CASE first of two surnames
        (
            "Dana Moss Diaz-Hale left Oslo. Moss Diaz-Hale met Ilya Moss. Moss won.",
            "Dana Moss Diaz-Hale",
            "Ilya Moss",
        ),
        # CASE letters for a state begin many names
        ("US Marsh Bank sued Oslo. US Marsh won.", "US Marsh Bank", "US Marsh"),
        # CASE listed beside the name, with other letters
        (
            "The Norwegian Federal Crime Office, the NHF, arrested Dana Roth.",
            "Norwegian Federal Crime Office",
            "NHF",
        ),
        # CASE bank of a country
        (
            "The Bank of Norway left. Dana Roth praised Norway.",
            "Bank of Norway",
            "Norway",
        ),
        # CASE letters of a body that everybody knows, explained otherwise
        (
            "The Alderfen National Congress (ANC) met the African National Congress.",
            "Alderfen National Congress",
            "African National Congress",
        ),
        # CASE acronym of one of two names
        (
            "The Harbour Party and the Civic Front (CF) praised Dana Roth.",
            "Harbour Party",
            "Civic Front",
        ),
        # CASE adjective that a name begins with
        (
            "The Nordic Union left Oslo. Dana Roth criticised Nordic politicians.",
            "Nordic Union",
            "Nordic",
        ),
        # CASE city with a theatre
        (
            "The Nottingham Playhouse praised Dana Roth. She left Nottingham.",
            "Nottingham Playhouse",
            "Nottingham",
        ),
        # CASE ministries of two states
        (
            "The Danish Trade Ministry left. The Norwegian Ministry of Trade won.",
            "Norwegian Ministry of Trade",
            "Danish Trade Ministry",
        ),
        # CASE ministries for two fields
        (
            "The Norwegian Trade Ministry left. The Norwegian Ministry of Health won.",
            "Norwegian Ministry of Health",
            "Norwegian Trade Ministry",
        ),
        # CASE name of another bank of the same kind
        (
            "Roth left Delmore Savings Bank. The Norvale savings bank won.",
            "Delmore Savings Bank",
            "Norvale",
        ),
        # CASE what a body makes
        (
            "Dana Roth criticised the Delmore Institute lawyers. Delmore Institute won.",
            "Delmore Institute",
            "Delmore Institute lawyers",
        ),
        # CASE holder of another office
        (
            (
                "Norwegian Health Minister Dana Roth left. "
                "Swedish Trade Minister Ola Berg criticised his Norwegian counterpart."
            ),
            "Dana Roth",
            "his Norwegian counterpart",
        ),
        # CASE two people beside brackets
        (
            "The talks (led by Swedish President Ola Berg) Dana Roth left.",
            "Ola Berg",
            "Dana Roth",
        ),
        # CASE nickname between a given name and a surname
        (
            "Norwegian painter Otto (Ola) Berg sued Dana Roth. Ola left Norway.",
            "Berg",
            "Ola",
        ),
        # CASE rest of another name
        (
            (
                "Dana Roth works at Nick and Sons Funeral Home. "
                "Otto Brandt owns the Krueger & Sons Funeral Home."
            ),
            "Nick and Sons Funeral Home",
            "Funeral Home",
        ),
        # CASE party of a part of the country
        (
            "The Ohio Democratic Party met. The Democratic Party sued Dana Roth.",
            "Ohio Democratic Party",
            "Democratic Party",
        ),
        # CASE party of another country
        (
            "The Norway Coastal Farmers Party left. Sweden's Farmers Party sued Dana Roth.",
            "Norway Coastal Farmers Party",
            "Farmers Party",
        ),
        # CASE either of two bodies
        (
            (
                "The Anders Holm Foundation and the Jana Holm Foundation met. "
                "The Holm Foundation sued Dana Roth."
            ),
            "Anders Holm Foundation",
            "Holm Foundation",
        ),
        # CASE body named before
        (
            "The Holm Foundation met. The Anders Holm Foundation sued Dana Roth.",
            "Holm Foundation",
            "Anders Holm Foundation",
        ),
        # CASE part of a body
        (
            (
                "The Parliamentary Assembly of the Harbour Council left. "
                "Dana Roth sued the Harbour Council."
            ),
            "Parliamentary Assembly of the Harbour Council",
            "Harbour Council",
        ),
        # CASE one word without an article
        (
            "The Fenland Heritage Trust sued Dana Roth. Otto Brandt leads Trust.",
            "Fenland Heritage Trust",
            "Trust",
        ),
        # CASE body of a country
        (
            "The Danish Heritage Trust met. The Danish trust sued Dana Roth.",
            "Danish Heritage Trust",
            "Danish trust",
        ),
        # CASE other body of a town
        (
            "The Alderfen Metropolitan University met. Alderfen University sued Dana Roth.",
            "Alderfen Metropolitan University",
            "Alderfen University",
        ),
        # CASE other name in brackets
        (
            "The Fenland Department of Roads (Delmore) left. Delmore sued Dana Roth.",
            "Fenland Department of Roads",
            "Delmore",
        ),
        # CASE ending of a surname
        (
            "Dana Vandermolin left Oslo. Dana Vandermolina criticised Norway.",
            "Dana Vandermolin",
            "Dana Vandermolina",
        ),
        # CASE short surnames
        (
            "Dana Hansen left Oslo. Dana Hanson criticised Norway.",
            "Dana Hansen",
            "Dana Hanson",
        ),
    ],
)
def test_names_that_look_alike_are_of_two_actors(
    read: Read, text: str, name: str, other: str
) -> None:
    names = {actor.name for actor in read(text).actors}

    assert {name, other} <= names


@pytest.mark.parametrize(
    ("between", "number"),
    [
        # CASE father named some sentences before
        ("Norway was glad. Many people agreed.", 2),
        # CASE father named just before: it may be he
        ("", 1),
    ],
)
def test_a_surname_keeps_meaning_whom_it_meant(
    read: Read, between: str, number: int
) -> None:
    text = f"Dana Roth left. Roth won. Her father, Jan Roth, wept. {between} Roth fell."
    (roth,) = (actor for actor in read(text).actors if actor.name == "Dana Roth")
    surnames = [text[m.start : m.end] for m in roth.mentions]

    assert surnames.count("Roth") == number


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        # CASE relative of whom the surname means
        (
            "Roth founded Delmore Aid. His elder sister, Jana Roth, leads it.",
            "Jana Roth",
            1,
        ),
        ("Roth founded Delmore Aid. His wife Jana Roth leads it.", "Jana Roth", 1),
        (
            "Roth founded Delmore Aid. Jana Roth, his younger sister, left.",
            "Jana Roth",
            1,
        ),
        # CASE companion of someone else, named before the surname
        ("His lawyer, Jana Roth, left. Roth founded Delmore Aid.", "Jana Roth", 2),
        # CASE named in full later, and nobody's
        ("Roth founded Delmore Aid. Jana Roth, a lawyer, left.", "Jana Roth", 2),
    ],
)
def test_a_surname_does_not_mean_a_relative_who_is_named_later(
    read: Read, text: str, name: str, number: int
) -> None:
    (jana,) = (actor for actor in read(text).actors if actor.name == name)
    names = [text[m.start : m.end] for m in jana.mentions]

    assert sum(mention in {name, "Roth"} for mention in names) == number


@pytest.mark.parametrize(
    ("text", "recognised", "name"),
    [
        # CASE quotes that close after the name
        ("Roth left NGO “Delmore Aid.”", (2, 6), "Delmore Aid"),
        # CASE quotes within the name
        ("Roth left Ship “Delmore” Aid.", (2, 7), "Ship “Delmore” Aid"),
    ],
)
def test_a_name_begins_after_quotes_that_it_does_not_close(
    reader: Reader, text: str, recognised: tuple[int, int], name: str
) -> None:
    (doc,) = reader.parser.parse([text])
    parsed, knowledge = ParsedText(doc, reader.parser), reader.knowledge
    names = [(*recognised, ActorType.ORGANIZATION)]
    find_names(parsed, names, knowledge.gazetteer, knowledge.lexicon)

    assert name in {parsed.mention_text(mention) for mention in parsed.mentions}


@pytest.mark.parametrize(
    ("text", "recognised", "name"),
    [
        # CASE cut before the name of a state
        (
            "Roth met the Armed Forces of the Democratic Republic of Congo.",
            [(3, 7)],
            "Armed Forces of the Democratic Republic of Congo",
        ),
        # CASE cut after the first word of a company's name
        ("Roth left his job at North Park LLC.", [(6, 8)], "North Park LLC"),
        # CASE modifier of another name
        (
            "Roth read the Delmore Organisation Regulations.",
            [(3, 4), (4, 6)],
            "Delmore",
        ),
        ("Roth read the Delmore Organisation.", [(3, 4)], "Delmore Organisation"),
        # CASE field of an office
        ("Roth met EU Forestry Commissioner Ada Quint.", [(2, 4)], "EU"),
        ("Roth met NATO Bank Commissioner Ada Quint.", [(2, 4)], "NATO Bank"),
    ],
)
def test_a_body_has_all_the_words_of_its_name_and_no_others(
    reader: Reader, text: str, recognised: list[tuple[int, int]], name: str
) -> None:
    (doc,) = reader.parser.parse([text])
    parsed, knowledge = ParsedText(doc, reader.parser), reader.knowledge
    found = [(*span, ActorType.ORGANIZATION) for span in recognised]
    find_names(parsed, found, knowledge.gazetteer, knowledge.lexicon)

    assert name in {parsed.mention_text(mention) for mention in parsed.mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # CASE noun for what a body is
        ("Publishers Delmore left. Roth met Delmore.", "Delmore"),
        # CASE whole name
        ("Publishers Bank left. Roth met Bank.", "Publishers Bank"),
    ],
)
def test_a_noun_before_a_name_that_stands_alone_too_is_no_part_of_it(
    reader: Reader, text: str, name: str
) -> None:
    (doc,) = reader.parser.parse([text])
    parsed, knowledge = ParsedText(doc, reader.parser), reader.knowledge
    spans = [(0, 2), (len(doc) - 2, len(doc) - 1)]
    found = [(*span, ActorType.ORGANIZATION) for span in spans]
    find_names(parsed, found, knowledge.gazetteer, knowledge.lexicon)

    bodies = (mention for mention in parsed.mentions if mention.is_organisation)
    assert {parsed.mention_text(body) for body in bodies} == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # CASE caption before the sentence, and a word made of the name
        ("Dana Roth left. Dana Roth Roth's smile helped.", "Dana Roth Roth"),
        ("Dana Roth left. Hale out-Roth Dana Roth.", "Roth Dana Roth"),
        # CASE name of its own
        ("Dana Roth left. Dana Hale Roth won.", None),
    ],
)
def test_a_surname_is_in_a_name_once(
    reader: Reader, text: str, name: str | None
) -> None:
    (doc,) = reader.parser.parse([text])
    parsed, knowledge = ParsedText(doc, reader.parser), reader.knowledge
    first = next(token.i for token in doc[4:] if token.text in ("Dana", "Roth"))
    found = [(0, 2, ActorType.PERSON), (first, first + 3, ActorType.PERSON)]
    find_names(parsed, found, knowledge.gazetteer, knowledge.lexicon)

    names = {parsed.mention_text(mention) for mention in parsed.mentions}
    assert name not in names
    assert "Dana Roth" in names


@pytest.mark.parametrize("mark", ["‘", "'"])
def test_a_name_ends_before_a_quotation_without_a_space(
    reader: Reader, mark: str
) -> None:
    (doc,) = reader.parser.parse([f"Builder Roth:{mark}The pier is open."])

    assert [token.text for token in doc[:4]] == ["Builder", "Roth", ":", mark]


def test_a_short_name_is_rather_a_surname_than_a_given_name(read: Read) -> None:
    text = "Dana Roth left Oslo. Roth Marsh won. Roth criticised Norway."
    (roth,) = (actor for actor in read(text).actors if actor.name == "Dana Roth")

    assert text.index("Roth criticised") in {mention.start for mention in roth.mentions}


def test_a_citizen_is_no_title_of_a_body(read: Read) -> None:
    names = {a.name for a in read("Dana Roth criticised National Grid Norvale.").actors}

    assert "National Grid Norvale" in names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # CASE two people, whom the text names elsewhere
        (
            "Peter Roth met Joe Hale. Before the Hale-Roth meeting, Hale slept.",
            {"Peter Roth", "Joe Hale"},
        ),
        # CASE double name, which somebody has with a given name
        (
            "Ada Hale met Carl Roth. Dana Hale-Roth slept. Hale-Roth is a judge.",
            {"Ada Hale", "Carl Roth", "Dana Hale-Roth"},
        ),
    ],
)
def test_a_hyphen_joins_two_people_or_the_parts_of_a_name(
    read: Read, text: str, people: set[str]
) -> None:
    actors = read(text).actors

    assert {a.name for a in actors if a.type is ActorType.PERSON} == people


def test_what_is_attached_to_a_known_body_is_not_that_body(read: Read) -> None:
    names = {a.name for a in read("Dana Roth left Mission to NATO. NATO won.").actors}

    assert "NATO" in names


@pytest.mark.parametrize(
    ("text", "name", "is_meant"),
    [
        # CASE main character, named first and most often
        (
            "Dana Roth won. Dana Roth praised Jan Roth. It rained. Roth left Oslo.",
            "Dana Roth",
            True,
        ),
        # CASE somebody of the same name in passing
        (
            "Dana Roth won. Dana Roth, whose father is Jan Roth, slept. Roth left Oslo.",
            "Dana Roth",
            True,
        ),
        # CASE somebody of the same name just before
        (
            "Dana Roth won. Dana Roth praised Oslo. Jan Roth slept. Roth left Oslo.",
            "Dana Roth",
            False,
        ),
        # CASE open before, and clear again later
        (
            (
                "Dana Roth won. Dana Roth praised Oslo. Jan Roth criticised Roth. "
                "It rained. It froze. Roth left Oslo."
            ),
            "Dana Roth",
            True,
        ),
        # CASE somebody with an occupation of his own
        (
            (
                "Dana Roth won. Dana Roth praised Jan Roth. It rained. It froze. "
                "The Danish painter Roth left Oslo."
            ),
            "Dana Roth",
            False,
        ),
        # CASE named once like the other
        (
            "Dana Roth won. Jan Roth praised Oslo. It rained. It froze. Roth left Oslo.",
            "Dana Roth",
            False,
        ),
    ],
)
def test_a_surname_of_several_is_the_main_characters(
    read: Read, text: str, name: str, is_meant: bool
) -> None:
    (person,) = (actor for actor in read(text).actors if actor.name == name)
    starts = {mention.start for mention in person.mentions}

    assert (text.index("Roth left") in starts) is is_meant


@pytest.mark.parametrize("end", ["", "."])
def test_a_name_in_the_title_ends_where_the_text_below_ends_it(
    read: Read, end: str
) -> None:
    title = f"Bernie Hale Beats Hillary Roth In Oklahoma{end}"
    text = f"{title}\n\nBernie Hale edged out Hillary Roth in Oklahoma."
    people = {a.name for a in read(text).actors if a.type is ActorType.PERSON}

    assert people == {"Bernie Hale", "Hillary Roth"}
