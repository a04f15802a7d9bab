"""Words that the parser joins to the wrong ones, and sentences in which it is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actorgraph.model import Polarity, Reading
from tests.unit.extraction.conftest import Triple

ROTH, HALLAM, QUINT = "Dana Roth", "Peter Hallam", "Ada Quint"

READ = [
    # a name after the letters of a body and a title
    (
        (
            "Orange Harbour Movement (OHM) leader Dana Roth met "
            "Norland Trade Union (Notu) Secretary-General Peter Hallam."
        ),
        (ROTH, "metWith", HALLAM),
    ),
    # a verb in the singular has no subject in the plural
    (
        (
            "Norway hopes to sell the ships that Delmore Bank and Norvale Bank own and "
            "criticizes Dana Roth."
        ),
        ("Norway", "criticized", ROTH),
    ),
    # what a speaker does is no part of what they say
    (
        'Dana Roth said the board had "dozed for years" and urged Peter Hallam to act.',
        (ROTH, "demanded", HALLAM),
    ),
    (
        "Dana Roth denied that her guests had left early and accused Peter Hallam of lying.",
        (ROTH, "accused", HALLAM),
    ),
    (
        "Dana Roth said Peter Hallam was a liar and called on Norway to sue him.",
        (ROTH, "demanded", "Norway"),
    ),
    (
        "Dana Roth said Peter Hallam had ignored the danger and called on him to resign.",
        (ROTH, "demanded", HALLAM),
    ),
    (
        "Dana Roth said that Norway had accused Sweden and urged Denmark to act.",
        ("Norway", "demanded", "Denmark"),
    ),
    # a name stands between whose somebody is and what they do
    (
        "Norvale Bank, whose head, Sir Peter Hallam, gave money to the Reform League, declined.",
        (HALLAM, "paid", "Reform League"),
    ),
    (
        "Norvale Bank, whose head, Sir Peter Hallam, sued Norway, declined to comment.",
        (HALLAM, "accused", "Norway"),
    ),
    (
        "Dana Roth, whose brother Milo runs the ferry, criticised Norway.",
        (ROTH, "criticized", "Norway"),
    ),
    (
        "Nora Lind, whose brother Themba runs the bank, criticised Norway.",
        ("Nora Lind", "criticized", "Norway"),
    ),
    (
        "Dana Roth, who chairs Norvale Bank and whose uncle Milo owns the ferry, sued Norway.",
        (ROTH, "accused", "Norway"),
    ),
    # what stands in brackets is not what the sentence says
    (
        "Samuel Hallam (born 2 May 1948; died 3 March 2021) taught at the University of Bergen.",
        ("Samuel Hallam", "worksFor", "University of Bergen"),
    ),
    (
        "Samuel Hallam (born 2 May 1948; died 3 March 2021) taught at the University of Bergen.",
        ("Samuel Hallam", "diedOn", "3 March 2021"),
    ),
    # names after a colon are those that a number counts
    (
        "Two lawyers were freed by Norland: Dana Roth and Ada Quint.",
        ("Norland", "freed", QUINT),
    ),
    (
        "Paul Marsh met three ministers on Monday: Dragan Ilic, Fatmir Hoxha and Nora Lind.",
        ("Paul Marsh", "metWith", "Nora Lind"),
    ),
    # agents after what somebody deplores
    (
        "Lawyers deplored the kidnapping of the singer Ada Quint by guards of the palace.",
        ("guards", "arrested", QUINT),
    ),
    # who opens a sentence is who does what it says
    (
        "A former head of Delmore Bank, the painter Dana Roth sued Norway.",
        (ROTH, "leads", "Delmore Bank"),
    ),
    (
        "A former head of Delmore Bank, the painter Dana Roth sued Norway.",
        (ROTH, "accused", "Norway"),
    ),
    # an amount after a name
    (
        "Norway fined Delmore Bank 9m dollars.",
        ("Norway", "sanctioned", "Delmore Bank"),
    ),
    (
        "Last year Oslo sent Lilongwe 30m dollars.",
        ("Oslo", "gaveAidTo", "Lilongwe"),
    ),
    # company before and after
    (
        "Accompanied by General Peter Hallam, Dana Roth toured Bergen.",
        (HALLAM, "visited", "Bergen"),
    ),
    (
        "Dana Roth toured Bergen, accompanied by Peter Hallam.",
        (HALLAM, "visited", "Bergen"),
    ),
    # a name that its founders give
    (
        "The twins run a bank, which they named Norvale Trust; Dana Roth is its chairman.",
        (ROTH, "leads", "Norvale Trust"),
    ),
    (
        "It was paid for by Delmore Bank, whose chairman, oil heir Peter Hallam, once sued Norway.",
        (HALLAM, "accused", "Norway"),
    ),
    (
        "Norvale Bank, whose head, Peter Hallam, sued Norway and left, was fined by Denmark.",
        ("Denmark", "sanctioned", "Norvale Bank"),
    ),
    # a titled name is in apposition to the role, not to the place
    (
        "The mayor of Oslo, Sir Peter Hallam, criticised Norway.",
        (HALLAM, "criticized", "Norway"),
    ),
    (
        "The head of Norvale Bank, Dr. Ada Quint, met Peter Hallam.",
        (QUINT, "metWith", HALLAM),
    ),
    # the reason for which somebody is kept from an act
    (
        "Dana Roth was barred from entering Canada for having jailed dozens of protesters.",
        (ROTH, "arrested", "protesters"),
    ),
    # all that is demanded
    (
        "Dana Roth demanded that the mayor resign and that Norway return the money.",
        (ROTH, "demanded", "Norway"),
    ),
    # whom a clause about what somebody is is about
    (
        "Peter Hallam, a Democrat who met Ada Quint in Oslo, left.",
        (HALLAM, "metWith", QUINT),
    ),
    # who has a role by the title of another
    (
        "Norway arrested Ada Quint's brother, the lawyer Peter Hallam.",
        ("Norway", "arrested", HALLAM),
    ),
    # a day before the subject is no part of it
    ("On Friday rebels attacked Oslo.", ("rebels", "attacked", "Oslo")),
    ("In 2019 rebels attacked Oslo.", ("rebels", "attacked", "Oslo")),
    ("Last Friday rebels attacked Oslo.", ("rebels", "attacked", "Oslo")),
    ("On Friday evening rebels attacked Oslo.", ("rebels", "attacked", "Oslo")),
    (
        "On Friday Norwegian rebels attacked Denmark.",
        ("Norwegian rebels", "attacked", "Denmark"),
    ),
    ("On Monday lawmakers praised Norway.", ("lawmakers", "praised", "Norway")),
    # a noun before a name
    (
        "Dana Roth accused the opposition Reform League party of fraud.",
        (ROTH, "accused", "Reform League"),
    ),
    # a second relative clause is about the same person as the first
    (
        "Peter Hallam, whom Norway freed, and who then sued Denmark, has left.",
        (HALLAM, "accused", "Denmark"),
    ),
    # who is described before a name and after another
    (
        "Thanked by his host, Dana Roth, Norway's trade minister, Ada Quint, praised Denmark.",
        (QUINT, "praised", "Denmark"),
    ),
    (
        "Thanked by Dana Roth, Norway's trade minister, Ada Quint, praised Denmark.",
        (QUINT, "ministerOf", "Norway"),
    ),
    (
        "Joined by his host, Dana Roth, Norway's trade minister, Ada Quint, praised Denmark.",
        (QUINT, "praised", "Denmark"),
    ),
    (
        "Thanked by Dana Roth, Norway's trade minister, Ada Quint praised Denmark.",
        (ROTH, "ministerOf", "Norway"),
    ),
    # to whom a clause after "whose" and a name is done
    (
        "Delmore Bank, whose head, Peter Hallam, Norway sued, is for sale.",
        ("Norway", "accused", HALLAM),
    ),
    (
        "Delmore Bank, of which Ada Quint owns a third, closed.",
        (QUINT, "ownerOf", "Delmore Bank"),
    ),
    # who pays an amount
    (
        "Norway fined Delmore Bank two million euros.",
        ("Norway", "sanctioned", "Delmore Bank"),
    ),
    # what is somebody's, and is named after an article
    (
        "Norvale's owner, the Oslo-based Marsh Group, has sued Denmark.",
        ("Marsh Group", "accused", "Denmark"),
    ),
    (
        "Norvale Bank's chairman, the 43-year-old Peter Hallam, has sued Denmark.",
        (HALLAM, "accused", "Denmark"),
    ),
    # nobody calls on themselves
    (
        "Dana Roth said Peter Hallam was a liar and called on him to resign.",
        (ROTH, "demanded", HALLAM),
    ),
    # somebody of several, who is named
    (
        "Norway is backed by one of the richest men in the world, President Peter Hallam.",
        (HALLAM, "supports", "Norway"),
    ),
    # who comes or phones for a purpose
    ("Dana Roth rang Peter Hallam to praise Ada Quint.", (ROTH, "praised", QUINT)),
    # whose candidacy it is
    ("Norway endorsed the candidacy of Ada Quint.", ("Norway", "supports", QUINT)),
    # things of different people
    (
        "Sweden condemned the arrest of Peter Hallam. Norway condemned the arrest of Ada Quint.",
        ("Norway", "opposes", "arrest of Ada Quint"),
    ),
    # ends of protests and of races
    (
        "Police dispersed the protesters with tear gas.",
        ("police", "attacked", "protesters"),
    ),
    ("Dana Roth conceded defeat to Ada Quint.", (QUINT, "defeated", ROTH)),
    # whoever is appointed, and whom they succeed
    (
        "Dana Roth named Ada Quint, a former judge, as her deputy.",
        (ROTH, "appointed", QUINT),
    ),
    (
        "Dana Roth thanked Denmark and named Ada Quint, the mayor of Oslo, as her deputy.",
        (ROTH, "appointed", QUINT),
    ),
    (
        "Tom Reed quit on Friday. Norway named Karl Berg as his successor.",
        ("Karl Berg", "succeeded", "Tom Reed"),
    ),
    # soldiers fight and win, but whom guards beat they do not win against
    ("Soldiers defeated the rebels.", ("soldiers", "defeated", "rebels")),
    # states together
    ("Dana Roth warned the Baltic states.", (ROTH, "warned", "Baltic states")),
    # the subject that a pronoun goes on with may be an apposition
    (
        "The printers' union, Solidar, has sued Norway. It criticised Denmark on Monday.",
        ("Solidar", "criticized", "Denmark"),
    ),
]

NOT_READ = [
    (
        (
            "Orange Harbour Movement (OHM) leader Dana Roth met "
            "Norland Trade Union (Notu) Secretary-General Peter Hallam."
        ),
        (ROTH, "metWith", "Norland Trade Union"),
    ),
    # whoever is asked for is not the one before the question
    (
        "Between Ada Quint and Otto Lind, who supports Norway's agenda?",
        ("Otto Lind", "supports", "Norway"),
    ),
    # whoever is in the plural does nothing in the singular
    (
        (
            "Norway hopes to sell the ships that Delmore Bank and Norvale Bank own and "
            "criticizes Dana Roth."
        ),
        ("Delmore Bank", "criticized", ROTH),
    ),
    # to whom a clause after "whose" and a name is done
    (
        "Delmore Bank, whose head, Peter Hallam, Norway sued, is for sale.",
        ("Norway", "accused", "Delmore Bank"),
    ),
    # whoever pays for a visit does not make it
    (
        "The visit to Oslo was paid for by Delmore Bank.",
        ("Delmore Bank", "visited", "Oslo"),
    ),
    # what is quoted of another
    (
        "Dana Roth said that Ada Quint had written: “Norway must act.”",
        (ROTH, "demanded", "Norway"),
    ),
    # who is described before a name and after another
    (
        "Thanked by Dana Roth, Norway's trade minister, Ada Quint, praised Denmark.",
        (ROTH, "ministerOf", "Norway"),
    ),
    (
        "Dana Roth said that Norway had accused Sweden and urged Denmark to act.",
        (ROTH, "demanded", "Denmark"),
    ),
    (
        "Dana Roth said that Peter Hallam had lied to Ada Quint and blamed her.",
        (ROTH, "accused", QUINT),
    ),
    (
        "Norvale Bank, whose head, Sir Peter Hallam, gave money to the Reform League, declined.",
        ("Norvale Bank", "paid", "Reform League"),
    ),
    (
        "Dana Roth was barred from entering Canada for having jailed dozens of protesters.",
        ("Canada", "arrested", "protesters"),
    ),
    (
        "Norway arrested Ada Quint's brother, the lawyer Peter Hallam.",
        ("Norway", "arrested", QUINT),
    ),
    ("Dana Roth rang Peter Hallam to praise Ada Quint.", (HALLAM, "praised", QUINT)),
    (
        "Sweden condemned the arrest of Peter Hallam. Norway condemned the arrest of Ada Quint.",
        ("Norway", "opposes", "arrest of Peter Hallam"),
    ),
    (
        "Creditors of the power company, Norvale Bank, sued Denmark.",
        ("Norvale Bank", "accused", "Denmark"),
    ),
    ("Police beat Dana Roth in a van.", ("police", "defeated", ROTH)),
    ("Dana Roth was beaten by two guards.", ("two guards", "defeated", ROTH)),
    (
        "Dana Roth conceded to Ada Quint that it had failed.",
        (QUINT, "defeated", ROTH),
    ),
    (
        "A 12-year-old boy met Dana Roth.",
        ("-old boy", "metWith", ROTH),
    ),
    (
        "A week later guards met Dana Roth.",
        ("week later guards", "metWith", ROTH),
    ),
    (
        "Norway raised the pay of Ada Quint by Friday.",
        ("Friday", "paid", QUINT),
    ),
    (
        "The head of Norvale Bank, the painter Peter Hallam and Ada Quint sued Norway.",
        (HALLAM, "leads", "Norvale Bank"),
    ),
    (
        "Dana Roth left. The move cost her the backing of Delmore Bank.",
        ("Delmore Bank", "supports", ROTH),
    ),
]


@pytest.mark.parametrize(("text", "claim"), READ)
def test_a_word_is_read_where_it_belongs(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim in proposals_of(text)


@pytest.mark.parametrize(("text", "claim"), NOT_READ)
def test_nobody_does_what_another_does(
    proposals_of: Callable[[str], set[Triple]], text: str, claim: Triple
) -> None:
    assert claim not in proposals_of(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Dana Roth was barred from entering Norway.", "visited"),
        ("Norway prevented Dana Roth from meeting Ada Quint.", "metWith"),
    ],
)
def test_what_somebody_is_kept_from_is_denied(
    read: Callable[[str], Reading], text: str, relation: str
) -> None:
    claims = [claim for claim in read(text).claims if claim.relation == relation]

    assert [claim.polarity for claim in claims] == [Polarity.DENIED]


def test_a_mediator_deals_with_both_sides(
    proposals_of: Callable[[str], set[Triple]],
) -> None:
    triples = proposals_of("Oman, an old mediator between Norway and Sweden, left.")

    assert {
        ("Oman", "mediatedBetween", "Norway"),
        ("Oman", "mediatedBetween", "Sweden"),
    } <= triples
