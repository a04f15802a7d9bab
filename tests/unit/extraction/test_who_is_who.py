"""Who is meant: by pronouns after a new subject, epithets, other names, relatives, posts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Claim, Reading, Status
from tests.unit.extraction.conftest import Triple

RIGHT = [
    # who is compared with somebody is another
    (
        "Otto Brandt is a judge. Like Peter Hallam, he criticized Anna Quint.",
        ("Otto Brandt", "criticized", "Anna Quint"),
    ),
    # a successor is only sought
    (
        (
            "President Otto Brandt spoke of the race to succeed him. “We need a new president,” "
            "said Peter Hallam. The president criticized Anna Quint."
        ),
        ("Otto Brandt", "criticized", "Anna Quint"),
    ),
    # the capital in question, and the police that no inquiry introduces
    (
        "Otto Brandt left Nairobi. Anna Quint flew to the capital on Monday.",
        ("Anna Quint", "visited", "Nairobi"),
    ),
    (
        "Kent Police freed Otto Brandt. A police inquiry began. Anna Quint sued the police.",
        ("Anna Quint", "accused", "Kent Police"),
    ),
    # the campaign is that of whoever was worked for
    (
        "Peter Hallam worked for Otto Brandt during his presidential campaign.",
        ("Otto Brandt", "candidateFor", "president"),
    ),
    # a new subject, also with a given name of both sexes
    (
        "Peter Hallam slept. He snored.\n\nOtto Brandt runs Delmore Bank. He sued Anna Quint.",
        ("Otto Brandt", "accused", "Anna Quint"),
    ),
    (
        "Peter Hallam left. Otto Brandt resigned after he accused Anna Quint of fraud.",
        ("Otto Brandt", "accused", "Anna Quint"),
    ),
    (
        "Senator Lindsey Roth, an ally of Peter Hallam, left. He criticized Otto Brandt.",
        ("Lindsey Roth", "criticized", "Otto Brandt"),
    ),
    (
        "Anna Quint left as she felt ill; Nora Roth stayed, and she sued Otto Brandt.",
        ("Nora Roth", "accused", "Otto Brandt"),
    ),
    # a title in full and short
    (
        "Ohio Sen. Otto Brandt left. The Ohio senator criticized Anna Quint.",
        ("Otto Brandt", "criticized", "Anna Quint"),
    ),
    # the business that was called so last
    (
        (
            "Delmore Shares won. Delmore Partners praised Otto Brandt. A spokesman for the firm "
            "left. The US firm criticized Anna Quint."
        ),
        ("Delmore Partners", "criticized", "Anna Quint"),
    ),
    # a team is led by somebody, and by nobody as by a title
    (
        "A US delegation led by Army Undersecretary Otto Brandt met Anna Quint.",
        ("Otto Brandt", "leads", "US delegation"),
    ),
    # whose leader it is, after the name and the kind of a body
    (
        "The Harbour Hands union, whose leader Otto Brandt left, sued Anna Quint.",
        ("Otto Brandt", "leads", "Harbour Hands"),
    ),
    # the army of a country, and the company that is one
    (
        "The Norwegian Army left. The army criticized Anna Quint.",
        ("Norwegian Army", "criticized", "Anna Quint"),
    ),
    (
        (
            "Delmore Bank left. Otto Brandt founded the charity Clean Coast. "
            "The company criticized Anna Quint."
        ),
        ("Delmore Bank", "criticized", "Anna Quint"),
    ),
    (
        "Peter Hallam sacked Otto Brandt and replaced him with Anna Quint.",
        ("Anna Quint", "succeeded", "Otto Brandt"),
    ),
    # an obituary goes on with the dead
    (
        (
            "Peter Hallam, a lawyer born in Oslo, died on Monday. Otto Brandt named him "
            "envoy in 1970. He sued Anna Quint."
        ),
        ("Peter Hallam", "accused", "Anna Quint"),
    ),
    (
        (
            "Peter Hallam, born in Oslo, died on Monday. He left for Bergen with Otto Brandt. "
            "Brandt's lawyers sued him."
        ),
        ("Brandt's lawyers", "accused", "Peter Hallam"),
    ),
    # a team that a body sends is not the body
    (
        "A Delmore Bank team led by Anna Quint met Otto Brandt.",
        ("Anna Quint", "leads", "Delmore Bank team"),
    ),
    # a trader has a name, and so may a firm
    (
        "Otto Brandt met the Norwegian broker Peter Hallam.",
        ("Peter Hallam", "citizenOf", "Norway"),
    ),
    (
        "Otto Brandt met the Norwegian broker Gamix Trading.",
        ("Gamix Trading", "basedIn", "Norway"),
    ),
    # a firm of two partners
    (
        "Dorn and Weller, the law firm partners, criticized Anna Quint.",
        ("law firm partners", "criticized", "Anna Quint"),
    ),
    (
        "Dorn and Weller, the law firm that left, criticized Anna Quint.",
        ("Dorn and Weller", "criticized", "Anna Quint"),
    ),
    # one member of a party, if only one may be meant
    (
        "Peter Hallam won. The two-term Republican criticized Anna Quint.",
        ("Peter Hallam", "criticized", "Anna Quint"),
    ),
    # "it" and "they" go on with the subject before
    (
        "Norway has recalled its envoys. It accused Sweden of theft.",
        ("Norway", "accused", "Sweden"),
    ),
    (
        "Anna Quint and Peter Hallam spoke last. They criticized Otto Brandt.",
        ("Peter Hallam", "criticized", "Otto Brandt"),
    ),
    # a name at birth is another name, not the one that is shown
    (
        "Kit Marlow (born Peter Frederick Hallam) criticized Otto Brandt.",
        ("Kit Marlow", "criticized", "Otto Brandt"),
    ),
    # epithets
    (
        "Peter Hallam spoke first. The 61-year-old politician criticized Otto Brandt.",
        ("Peter Hallam", "criticized", "Otto Brandt"),
    ),
    (
        "Peter Hallam spoke first. The Oslo-born millionaire criticized Otto Brandt.",
        ("Peter Hallam", "criticized", "Otto Brandt"),
    ),
    (
        "Anna Quint, a Swede, spoke first. The Norwegian criticized Otto Brandt.",
        ("Anna Quint", "criticized", "Otto Brandt"),
    ),
    (
        "Delmore Breweries reported a loss. The brewer criticized Otto Brandt.",
        ("Delmore Breweries", "criticized", "Otto Brandt"),
    ),
    (
        "Delmore Breweries reported a loss. The beer company criticized Otto Brandt.",
        ("Delmore Breweries", "criticized", "Otto Brandt"),
    ),
    (
        "Delmore Breweries reported a loss. The Danish brewer criticized Otto Brandt.",
        ("Delmore Breweries", "criticized", "Otto Brandt"),
    ),
    (
        "Delmore Breweries reported a loss. The firm, based in Oslo, sued Otto Brandt.",
        ("Delmore Breweries", "accused", "Otto Brandt"),
    ),
    # other names, couples, surnames with particles
    (
        "Peter Hallam, also known as Kit Marlow, left. Kit Marlow criticized Otto Brandt.",
        ("Peter Hallam", "criticized", "Otto Brandt"),
    ),
    (
        "Peter Hallam, who performs as Kit Marlow, left. Kit Marlow criticized Otto Brandt.",
        ("Peter Hallam", "criticized", "Otto Brandt"),
    ),
    (
        "Yevgeny Hallam (Russian: Евгений Халлам) left. Евгений Халлам criticized Otto Brandt.",
        ("Yevgeny Hallam", "criticized", "Otto Brandt"),
    ),
    (
        "Yevgeny Hallam (Евгений Халлам) left. Евгений Халлам criticized Otto Brandt.",
        ("Yevgeny Hallam", "criticized", "Otto Brandt"),
    ),
    (
        (
            "The University of Delmore Hospital closed. "
            "The University of Delmore criticized Otto Brandt."
        ),
        ("University of Delmore", "criticized", "Otto Brandt"),
    ),
    (
        "Anna Quintero, born Anna Ek in Oslo, left. Anna Ek criticized Otto Brandt.",
        ("Anna Quintero", "criticized", "Otto Brandt"),
    ),
    (
        "Otto Brandt and his wife Anna Brandt left. Mrs Brandt criticized Peter Hallam.",
        ("Anna Brandt", "criticized", "Peter Hallam"),
    ),
    (
        "Kiran Bose and his wife Rekha Bose left. Mrs Bose criticized Peter Hallam.",
        ("Rekha Bose", "criticized", "Peter Hallam"),
    ),
    (
        "Willem van der Molen left. Van der Molen criticized Peter Hallam.",
        ("Willem van der Molen", "criticized", "Peter Hallam"),
    ),
    # somebody's own bodies
    (
        "Peter Hallam sued his former employer, Delmore Bank.",
        ("Peter Hallam", "worksFor", "Delmore Bank"),
    ),
    (
        "Peter Hallam opened a congress of his party, the Harbour Movement.",
        ("Peter Hallam", "memberOf", "Harbour Movement"),
    ),
    (
        "Peter Hallam spoke to members of his union, the Harbour League.",
        ("Peter Hallam", "memberOf", "Harbour League"),
    ),
    # neighbours that stay as they are
    (
        "Peter Hallam met Anna Quint in Oslo. He accused her of fraud.",
        ("Peter Hallam", "accused", "Anna Quint"),
    ),
    (
        "Veltrix Holding lost money. Veltrix criticized Peter Hallam.",
        ("Veltrix Holding", "criticized", "Peter Hallam"),
    ),
    (
        "Governor Peter Hallam spoke. The governor criticized Anna Quint.",
        ("Peter Hallam", "criticized", "Anna Quint"),
    ),
    (
        "The head of Delmore Bank, Peter Hallam, criticized Anna Quint.",
        ("Peter Hallam", "leads", "Delmore Bank"),
    ),
    (
        "The president of the Harbour Commission, Peter Hallam, criticized Anna Quint.",
        ("Peter Hallam", "criticized", "Anna Quint"),
    ),
    # the last of two newspapers, and of two banks
    (
        (
            "The Financial Times praised Peter Hallam. Nobody slept.\n\nOslo read the Washington "
            "Post. The newspaper criticized Anna Quint."
        ),
        ("Washington Post", "criticized", "Anna Quint"),
    ),
    (
        (
            "Delmore Bank left.\n\nRain fell. Snow fell. Fog fell. Wind blew. "
            "Fenland Bank won. Anna Quint criticized the bank."
        ),
        ("Anna Quint", "criticized", "Fenland Bank"),
    ),
    # a leader of the opposition leads a party too
    (
        "Opposition leader Peter Hallam slept. The leader of the Harbour Party sued Anna Quint.",
        ("Peter Hallam", "accused", "Anna Quint"),
    ),
    # the president is known before his name and country
    (
        (
            "The president sued Otto Brandt in Norway. Lawmakers agreed. Nobody spoke. "
            "Norwegian President Peter Hallam slept."
        ),
        ("Peter Hallam", "accused", "Otto Brandt"),
    ),
]

WRONG = [
    # a boy is not she
    (
        "A boy left Oslo. She sued Otto Brandt.",
        ("boy", "accused", "Otto Brandt"),
    ),
    # another judge is not the one before
    (
        "The judge sued Otto Brandt. Nora Roth, another judge, left.",
        ("Nora Roth", "accused", "Otto Brandt"),
    ),
    # nobody in particular, where two may be meant
    (
        (
            "President Otto Brandt left. Peter Hallam succeeded him. “We need a new president,” "
            "he said. The president criticized Anna Quint."
        ),
        ("new president", "criticized", "Anna Quint"),
    ),
    # either capital
    (
        "Otto Brandt left Nairobi and Riga. Anna Quint flew to the capital on Monday.",
        ("Anna Quint", "visited", "Nairobi"),
    ),
    # who says so, and to whom
    (
        "Anna Quint, the foreign minister of Norway said, is a liar.",
        ("Anna Quint", "ministerOf", "Norway"),
    ),
    (
        "Sweden ready for talks with Anna Quint: Norwegian minister",
        ("Anna Quint", "ministerOf", "Norway"),
    ),
    (
        "Otto Brandt told reporters Anna Quint had met Emil Voss.",
        ("Anna Quint", "holdsPost", "reporter"),
    ),
    # whose friend somebody is, and where somebody lives in exile
    (
        "Anna Quint, a friend of the founder of Delmore Bank, slept.",
        ("Anna Quint", "alliedWith", "Delmore Bank"),
    ),
    (
        "Deposed president Anna Quint lives in Norway.",
        ("Anna Quint", "headOfStateOf", "Norway"),
    ),
    # somebody else in brackets
    (
        "Anna Quintero (a friend of Анна Ладо) left. Анна Ладо criticized Otto Brandt.",
        ("Anna Quintero", "criticized", "Otto Brandt"),
    ),
    # whom the text names only later
    (
        "Otto Brandt slept. Anna Quint praised the singer. It rained. Singer Emil Voss spoke.",
        ("Anna Quint", "praised", "Emil Voss"),
    ),
    (
        "Peter Hallam slept. He snored.\n\nOtto Brandt runs Delmore Bank. He sued Anna Quint.",
        ("Peter Hallam", "accused", "Anna Quint"),
    ),
    (
        "Anna Quint met Nora Roth. The 61-year-old politician criticized Otto Brandt.",
        ("Anna Quint", "criticized", "Otto Brandt"),
    ),
    (
        "Anna Quint spoke first. The French criticized Otto Brandt.",
        ("Anna Quint", "criticized", "Otto Brandt"),
    ),
    (
        "Anna Quint and Peter Hallam met the miners. They criticized Otto Brandt.",
        ("Peter Hallam", "criticized", "Otto Brandt"),
    ),
    (
        "Anna Quint and Peter Hallam spoke last.",
        ("Anna Quint", "spokeWith", "Peter Hallam"),
    ),
    (
        "Delmore Breweries praised a brewer. The brewer criticized Peter Hallam.",
        ("Delmore Breweries", "criticized", "Peter Hallam"),
    ),
    (
        "Delmore Breweries left. The company founded by Otto Brandt criticized Peter Hallam.",
        ("Delmore Breweries", "criticized", "Peter Hallam"),
    ),
    (
        "Delmore Breweries sued Norvale Bank. The Danish brewer criticized Peter Hallam.",
        ("Delmore Breweries", "criticized", "Peter Hallam"),
    ),
    (
        (
            "Peter Hallam defeated Otto Brandt. The two-term Republican criticized Anna Quint."
        ),
        ("Republican", "criticized", "Anna Quint"),
    ),
    # who is dead is not meant by every "he"
    (
        (
            "Peter Hallam died on Monday. Otto Brandt named him envoy in 1970. "
            "He sued Anna Quint."
        ),
        ("Peter Hallam", "accused", "Anna Quint"),
    ),
    (
        (
            "Peter Hallam, born in Oslo, died on Monday. He left Bergen. "
            "Otto Brandt said he had sued Anna Quint."
        ),
        ("Peter Hallam", "accused", "Anna Quint"),
    ),
    # whoever leads described people is no leader of a country
    (
        (
            "Otto Brandt, the leader of striking workers, slept. "
            "The Danish leader criticized Anna Quint."
        ),
        ("Otto Brandt", "criticized", "Anna Quint"),
    ),
    # the campaign is that of whoever was worked for
    (
        "Peter Hallam worked for Otto Brandt during his presidential campaign.",
        ("Peter Hallam", "candidateFor", "president"),
    ),
    # a rebel army is not "the army"
    (
        "Talks with the Coastal Liberation Army failed. Otto Brandt, head of the army, left.",
        ("Otto Brandt", "leads", "Coastal Liberation Army"),
    ),
    (
        "Talks with the Danish Liberation Army failed. Otto Brandt, head of the army, left.",
        ("Otto Brandt", "leads", "Danish Liberation Army"),
    ),
    # "he" is whom the clause before is about, and "its" may be the nearer owner's
    (
        "The sacked minister was an ally of Otto Brandt, but in May he sued Anna Quint.",
        ("Otto Brandt", "accused", "Anna Quint"),
    ),
    (
        "Delmore Bank criticized Norway's attacks on its founder, Anna Quint.",
        ("Anna Quint", "founderOf", "Delmore Bank"),
    ),
    (
        "Otto Brandt founded the charity Clean Coast. The company criticized Anna Quint.",
        ("Clean Coast", "criticized", "Anna Quint"),
    ),
    (
        (
            "Rebels killed 100 men. Otto Brandt left. Peter Hallam arrived. "
            "Anna Quint urged both men to go."
        ),
        ("Anna Quint", "demanded", "100 men"),
    ),
    # two people are no firm
    (
        "Dorn and Weller, the firm said, criticized Anna Quint.",
        ("Dorn and Weller", "criticized", "Anna Quint"),
    ),
    # a chairman of whichever of two
    (
        "A court fined Delmore Bank and jailed its chairman, Otto Brandt.",
        ("Otto Brandt", "leads", "court"),
    ),
    (
        "Norvale Bank sold Delmore Bank two ships and dismissed its chairman, Otto Brandt.",
        ("Otto Brandt", "leads", "Norvale Bank"),
    ),
    (
        "A court fined Anna Delmore and its chairman, Otto Brandt.",
        ("Otto Brandt", "leads", "court"),
    ),
    # a team that a body sends
    (
        "A Delmore Bank team led by Anna Quint met Otto Brandt.",
        ("Anna Quint", "leads", "Delmore Bank"),
    ),
    # posts of others
    (
        (
            "The president of Norland's Grand Chamber on Thursday accused Otto Brandt. "
            "President Peter Hallam smiled."
        ),
        ("Peter Hallam", "accused", "Otto Brandt"),
    ),
    (
        "Oslo mayor Peter Hallam spoke. That city's mayor criticized Anna Quint.",
        ("Peter Hallam", "criticized", "Anna Quint"),
    ),
    (
        (
            "Anna Quint became prime minister. Otto Brandt succeeded her. "
            "The prime minister criticized Peter Hallam."
        ),
        ("Anna Quint", "criticized", "Peter Hallam"),
    ),
    (
        "Deputy leader Anna Quint slept. The leader criticized Peter Hallam.",
        ("Anna Quint", "criticized", "Peter Hallam"),
    ),
    # clauses that are no appositions
    (
        "Anna Quint is a member of the Harbour League, Peter Hallam claimed.",
        ("Peter Hallam", "memberOf", "Harbour League"),
    ),
    (
        "The letter was written by Anna Quint, the head of Delmore Bank said.",
        ("Anna Quint", "leads", "Delmore Bank"),
    ),
    (
        "The husband of the director of Delmore Bank, Peter Hallam, criticized Anna Quint.",
        ("Peter Hallam", "criticized", "Anna Quint"),
    ),
    (
        "The brother of the mayor of Bergen, Peter Hallam, was arrested by Norway.",
        ("Norway", "arrested", "Peter Hallam"),
    ),
    # short names of others
    (
        (
            "Delmore lost money. The Delmore Staff Fund has sued. "
            "Delmore criticized Peter Hallam."
        ),
        ("Delmore Staff Fund", "criticized", "Peter Hallam"),
    ),
    (
        "Commander Oleks Brandt left. Oleks, a soldier, criticized Anna Quint.",
        ("Oleks Brandt", "criticized", "Anna Quint"),
    ),
    (
        "Bishop Kaspar Brandt came. His sons, Kaspar and Emil, criticized Anna Quint.",
        ("Kaspar Brandt", "criticized", "Anna Quint"),
    ),
    # either of two banks
    (
        "Fenland Bank praised Delmore Bank. Anna Quint criticized the bank.",
        ("Anna Quint", "criticized", "Fenland Bank"),
    ),
    # prime minister of a country that the text has not mentioned yet
    (
        (
            "Peter Hallam left Oslo. The prime minister sued Otto Brandt. Lawmakers agreed. "
            "Nobody spoke. On Friday Hallam met Estonian Prime Minister Anna Quint."
        ),
        ("Anna Quint", "accused", "Otto Brandt"),
    ),
    (
        (
            "Peter Hallam left Oslo. The prime minister sued Otto Brandt. Lawmakers agreed. "
            "Nobody spoke. In Estonia Hallam met the country's Prime Minister, Anna Quint."
        ),
        ("Anna Quint", "accused", "Otto Brandt"),
    ),
]


@pytest.mark.parametrize(("text", "claim"), RIGHT)
def test_the_one_in_question_is_meant(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    assert claim in claims_of(text)


@pytest.mark.parametrize(("text", "claim"), WRONG)
def test_nobody_else_is_meant(
    claims_of: Callable[[str], set[Triple]],
    text: str,
    claim: Triple,
) -> None:
    assert claim not in claims_of(text)


def test_father_and_son_are_two(read: Callable[[str], Reading]) -> None:
    reading = read("Jan Brandt senior criticized Anna Quint. Jan Brandt junior slept.")

    names = [actor.name for actor in reading.actors]
    assert names.count("Jan Brandt") == 2


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("His cousin, also named Jan Brandt, slept.", 2),
        ("His namesake Jan Brandt slept.", 2),
        ("A cousin of the same name, Jan Brandt, slept.", 2),
        ("The report also named Jan Brandt.", 1),
    ],
)
def test_namesakes_are_two(
    read: Callable[[str], Reading], words: str, number: int
) -> None:
    reading = read(f"Jan Brandt criticized Anna Quint. {words}")

    names = [actor.name for actor in reading.actors]
    assert names.count("Jan Brandt") == number


def test_old_club_is_the_former_one(claim_in: Callable[[str, Triple], Claim]) -> None:
    claim = claim_in(
        "Peter Hallam praised his old club, Delmore United.",
        ("Peter Hallam", "affiliatedWith", "Delmore United"),
    )

    assert claim.status == "former"


@pytest.mark.parametrize("text", ["Kagan's party won.", "Peter Hallam left his party."])
def test_body_without_a_name_is_no_membership(
    claims_of: Callable[[str], set[Triple]],
    text: str,
) -> None:
    assert "memberOf" not in {relation for _, relation, _ in claims_of(text)}


def test_an_ally_who_takes_a_post_is_still_an_ally(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Anna Quint sacked Otto Brandt and replaced him with her ally Peter Hallam."
    claim = claim_in(text, ("Peter Hallam", "alliedWith", "Anna Quint"))
    assert claim.status is Status.CURRENT


def test_a_partner_who_is_parted_with_is_one_no_more(
    claim_in: Callable[[str, Triple], Claim],
) -> None:
    text = "Anna Quint parted ways with her ally Peter Hallam."
    claim = claim_in(text, ("Peter Hallam", "alliedWith", "Anna Quint"))
    assert claim.status is Status.FORMER
