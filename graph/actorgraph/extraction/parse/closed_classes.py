"""Closed classes of words that several files of the reading look for.

The words are in ``ontology/english/grammar``.  A class that only one file needs is named there.
"""

from __future__ import annotations

from actorgraph.grammar import grammar_words

#: "*the* bank".
DEFINITE = grammar_words("definite article")
#: The article of what a possessive makes definite: "*the bank's* chairman".
DEFINITE_ARTICLE = min(DEFINITE)
#: Begins a description of something new: "*a* nurse".
INDEFINITE = grammar_words("indefinite article")
ARTICLES = DEFINITE | INDEFINITE
#: Before a description of a body in the text: "*the* party", "*this* party".
DEFINITE_DETERMINERS = grammar_words("definite determiner")
#: Before a description of someone in the text: "*the* man", "*that* man".
POINTING_DETERMINERS = grammar_words("determiner of something in the text")
#: Before a description of someone or something new: "*a* man", "*another* bill".
NEW_DETERMINERS = grammar_words("determiner of something new")
#: Nouns for people who are someone's: "their *lawyer*".
COMPANIONS = grammar_words("noun for somebody's companion")
#: Articles, prepositions, auxiliaries: words that name nothing.
FUNCTION_WORDS = grammar_words("function word")
#: Begins a clause that is an argument: "said *that* Marsh left".
COMPLEMENTIZERS = grammar_words("complementizer")
#: Before an indirect question, whose answer is open: "did not say *whether* Roth will go".
OF_QUESTION = grammar_words("conjunction of an indirect question")
#: Whose people do not belong to a person: "*its* chairman".
NEUTER_POSSESSIVES = grammar_words("neuter possessive")
#: "refused *to* go".
INFINITIVE_MARKERS = grammar_words("infinitive marker")
#: "Roth*'s* aide".
POSSESSIVE_ENDINGS = grammar_words("possessive ending")
#: "Norland, Borduria *and* Sylvania".
LIST_ENDS = grammar_words("word that ends a list")
#: Before what may never come true: "*if* accused by Marsh, …".
CONDITIONS = grammar_words("conjunction of a condition")
#: Before what is so whatever the governing word says: "*because*", "*despite*".
REASONS = grammar_words("conjunction of a cause or a contrast")
#: Introduces what comes before or after: "*after*", "*when*".
OF_TIME = grammar_words("word before a time")
#: Introduces who does the same as the subject: "*along* with Marsh".
OF_COMPANY = grammar_words("adverb of company")
#: The end of a description by age, as tokens: "the 56-*year-old*".
AGED = grammar_words("end of an age")
#: Ask or reproach: "the union *should* act", "insisted that Roth *should* go".
OUGHT = grammar_words("modal verb of a reproach")
#: "did *not* go".
VERB_NEGATIONS = grammar_words("negation of a verb")
#: Forms of the auxiliary of the perfect: "*has* acted", "should *have* acted".
PERFECT_FORMS = grammar_words("auxiliary of the perfect")
#: Its dictionary form; a verb with it is about the past: "*has* met".
PERFECT = grammar_words("verb of the perfect")
#: The copula alone: "Roth *is* a Democrat".
BEING = grammar_words("verb of being")
#: Before what is not there, or does not happen: "*without* saying".
LACKING = grammar_words("preposition of a lack")
#: Before a whole, or what an act concerns: "head *of* the bank", "arrest *of* Roth".
OF_WHOLE = grammar_words("preposition of a whole")
#: The most usual preposition between a post and its body.
OF = min(OF_WHOLE)
#: Before who acts: "was accused *by* Marsh", "protests *by* drivers".
BEFORE_AGENT = grammar_words("preposition before an agent")
#: Before who gives what another receives: "criticism *from* Marsh".
BEFORE_GIVER = grammar_words("preposition before a giver")
#: Before who does the same to the subject: "talked *with* Roth".
BEFORE_PARTNER = grammar_words("preposition before a partner")
#: Before both sides of an event: "the battle *between* Norland and Borduria".
BEFORE_PARTIES = grammar_words("preposition before both parties")
#: Before the end of a state: "led the bank *until* 2019".
BEFORE_END = grammar_words("preposition before a last day")
#: Before a role or a name: "served *as* head", "known *as* the Lions".
BEFORE_PREDICATE = grammar_words("preposition before a predicate")
#: Before a role that is taken up: "promoted *to* head".
BEFORE_NEW_ROLE = grammar_words("preposition before a new role")
#: Before the old holder of a role: "took over *from* Marsh".
BEFORE_PREDECESSOR = grammar_words("preposition before a predecessor")
#: Before the new holder of a role: "handed the chair *to* Roth".
BEFORE_SUCCESSOR = grammar_words("preposition before a successor")
#: Before the name of a place: "flew *to* Lisbon".
PLACE_PREPOSITIONS = grammar_words("preposition before a place")
#: Before the place of an act: "arrested Roth *in* Easthaven".
AT_PLACE = grammar_words("preposition before the place of an act")
#: Before an event, a place or a body, often of another word: "the funeral of Roth *at* the Abbey".
AT_PLACE_OR_BODY = grammar_words("preposition of a place or an affiliation")
#: Before what someone is called: "dismissed *as* nonsense", "quoted *as* saying".
OF_CHARACTER = grammar_words("preposition of a characterization")
#: Before what someone comes or runs for: "came *for* talks", "ran *for* president".
OF_PURPOSE = grammar_words("preposition of a purpose")
#: Before where someone is from: "a student *from* Bergen".
OF_ORIGIN = grammar_words("preposition of an origin")
#: "ten *euros*".
CURRENCIES = grammar_words("noun for a currency")
#: Verbs that move a person from one body to another: "*poached* Roth from Norvale".
CHANGING_BODIES = grammar_words("verb of changing bodies")
#: Before where someone goes: "fled *to* Norland", "defected *to* the Reform League".
BEFORE_GOAL = grammar_words("preposition before a goal")
#: Before an event at which someone does something: "said *at* the summit".
AT_EVENT = grammar_words("preposition of attendance")
#: "the Bordurian *capital*".
CAPITALS = grammar_words("noun for a capital")
#: "the *country*".
COUNTRY_NOUNS = grammar_words("noun for a country")
#: "the *province*".
REGION_NOUNS = grammar_words("noun for a region")
#: "the *town*".
TOWN_NOUNS = grammar_words("noun for a town")
#: The office itself: "her *post* as head".
OFFICES = grammar_words("noun for an office")
#: Who won something: "the Oscar *winner*".
HONOURED = grammar_words("noun for somebody honoured")
#: Nouns for people that say too little to be a title: "the *woman*".
NO_TITLES = grammar_words("noun that is no title")
#: Before a role that is lost: "the *sacked* minister".
LOST = grammar_words("participle of a lost role")
#: Posts with a field after "for": "*minister* for trade".
WITH_FIELD = grammar_words("post for a field")
#: Makes an infinitive a fact: "the *first* minister to visit Oslo".
FULFILLED = grammar_words("adjective before a fact")
#: "Minister Roth *gave up* her post".
LEAVING_OFFICE = grammar_words("verb before an office that is left")
#: "Minister Roth *resigned*".
LEAVING_ROLE = grammar_words("verb of leaving a role")
#: "Minister Roth was *forced out*".
REMOVING = grammar_words("verb of removing from a role")
#: By which someone is called something: "*described* as the head of the clan".
DESCRIPTIONS = grammar_words("verb of a description")
#: By which someone is said to be one of a kind: "*named* as a member of the gang".
NAMING = grammar_words("verb of naming a member")
#: Verbs by which someone is called something: "*called* Marsh a liar".
CALLING = grammar_words("verb of calling")
#: Of those who think that someone is something: "*seen* as the head of the clan".
OPINIONS = grammar_words("verb of an opinion")
#: Nouns of events in which opponents meet: "final", "election".
CONTESTS = grammar_words("noun of a contest")
#: One of those that "of" names: "*one* of the largest newspapers".
ONE_OF_SEVERAL = grammar_words("pronoun of one of several")
#: Bodies that have members: "the Farmers' *Union*", "an *alliance* of countries".
BODIES_OF_MEMBERS = grammar_words("noun for a body of members")
#: Nouns after the name of a body that say what it is: "the Brightwater *union*".
BODY_KINDS = grammar_words("noun for a kind of body")
#: The same of bodies that are called by their names alone: "the NPA *news agency*".
NAMED_BODY_KINDS = grammar_words("noun after the name of a body of that kind")
#: Words of the longest of these.
LONGEST_KIND = 2
#: Between a place and what contains it: "Oslo *in* Norland".
BEFORE_CONTAINER = grammar_words("words before a containing place")
#: Whoever has the same office elsewhere: "her Danish *counterpart*".
COUNTERPARTS = grammar_words("noun for a counterpart")
#: Of the parties before a politician's seat: "*R*-Texas".
PARTY_LETTERS = grammar_words("letter of a party")

#: Labels of those who ask and answer without a name: "*Q*: …", "*Reporter*: …".
SPEAKER_LABELS = grammar_words("label of a speaker without a name")
#: The names of each day of the week from Monday, and of each month, full or abbreviated.
DAY_NAMES = tuple(grammar_words(f"weekday {number}") for number in range(1, 8))
MONTH_NAMES = tuple(grammar_words(f"month {number}") for number in range(1, 13))
WEEKDAYS = frozenset[str]().union(*DAY_NAMES)

#: Of one or the other: "Roth *or* Marsh".
ALTERNATIVE = grammar_words("conjunction of alternatives")
#: Those who play together: "the *team*".
TEAMS = grammar_words("noun for a team")
#: What a candidate does for a post: "*run* for president".
RUNNING = grammar_words("verb of a candidate")
