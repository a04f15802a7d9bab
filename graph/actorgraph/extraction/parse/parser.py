"""The parser: a spaCy pipeline, cut down to what is used and run on a faster kernel.

The tagger, the dependency parser and the named-entity recogniser are kept; the rest is dropped.
Matrix products go through OpenBLAS instead of blis, which gives the same annotations in two thirds
of the time.  Lemmas are looked up in the pipeline's own tables, once per word form instead of once
per token.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from actorgraph.errors import UsageError
from actorgraph.extraction.parse.datelines import datelines
from actorgraph.extraction.parse.long_words import LongWordTokenizer
from actorgraph.extraction.parse.repairs import mend_trees
from actorgraph.extraction.parse.repairs.apposed_appointees import attach_appointees
from actorgraph.extraction.parse.repairs.lost_possessives import attach_possessors
from actorgraph.extraction.parse.repairs.lost_stops import lost_stops
from actorgraph.extraction.parse.repairs.misread_words import mend_words
from actorgraph.extraction.parse.repairs.names_in_turn import attach_names_in_turn
from actorgraph.grammar import grammar_words
from actorgraph.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline.lemmatizer import Lemmatizer
    from spacy.tokens import Doc, Token

#: Pipeline components that nothing here reads.
UNUSED = ("lemmatizer", "attribute_ruler", "senter", "textcat", "entity_linker")

#: Components that are left out where only the lemmatizer is loaded.
NOT_LEMMATIZING = ("tok2vec", "tagger", "parser", "ner", "attribute_ruler", "senter")

REQUIRED = frozenset({"tagger", "parser", "ner"})

#: First letters of Penn Treebank tags → the word class that the lemma tables use.
WORD_CLASSES = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV", "M": "AUX"}

#: Word classes of the lemma tables that list every word.
LISTED_CLASSES = ("NOUN", "VERB", "ADJ", "ADV")

#: Tags of words that are their own dictionary form.
BASE_FORMS = frozenset({"VB", "VBP", "NN", "NNP", "JJ", "RB"})

#: Forms of the present that are no dictionary form: "*are*".
IRREGULAR = grammar_words("irregular present")

#: Words that the tokenizer would split in two, taking the first half for a name: "co-founded".
UNSPLIT = grammar_words("word that is not split")

#: Prefixes that leave a verb's forms as they are: "*re*appointed".
REPETITIONS = tuple(sorted(grammar_words("prefix of repetition")))
#: Letters of the shortest verb form that can have such a prefix.
SHORTEST_STEM = 5

#: What the library writes for a word that begins a sentence, and for one that begins none.
_STARTS, _GOES_ON = 1, -1

#: A dash between two years, at which the tokenizer splits, as it does at a hyphen: "1920–2001".
YEAR_DASH = r"(?<=\d{4})[–—](?=\d{4})"

#: A hyphen after an abbreviation, at which it does not split by itself: "U.S.-backed".
ABBREVIATION_HYPHEN = r"(?<=[A-Z]\.)-(?=[A-Za-z])"

#: A quotation mark that no space divides from the words around it, and the punctuation before it:
#: "“It rains,”the mayor said".
TIGHT_QUOTATION = (r"(?<=\w)[,.?!:;](?=[\"“”]\w)", r"(?<=[\w,.?!:;])[\"“”](?=\w)")

#: The same of a mark that may also be an apostrophe: "Roth:‘We are ready’".
TIGHT_SINGLE_QUOTATION = (r"(?<=\w):(?=[‘']\w)", r"(?<=:)[‘'](?=\w)")

#: Name of the component that ends sentences at line breaks.
LINES = "actorgraph_lines"
#: Name of the component that mends trees in which a word depends on the wrong one.
TREES = "actorgraph_trees"


class Parser:
    """Parses texts and looks up lemmas.

    Args:
        pipeline: Name of an installed spaCy pipeline with a tagger, a parser and an entity
            recogniser.

    Raises:
        UsageError: if the pipeline is not installed, or lacks a component.
    """

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self.pipeline = pipeline
        self._language = _load(pipeline)
        _keep_together(self._language, UNSPLIT)
        _split_within_words(self._language)
        self._language.tokenizer = LongWordTokenizer(self._language.tokenizer)
        self._lemmatizer = _load_lemmatizer(pipeline, self._language)
        self._lemmas: dict[tuple[str, str], str] = {}
        self._words = _listed_words(self._lemmatizer)

    @property
    def version(self) -> str:
        """Name and version of the pipeline, on which a reading depends."""
        return f"{self.pipeline} {self._language.meta['version']}"

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Parse texts in order.  A line break always ends a sentence."""
        for doc in self._language.pipe(texts, batch_size=16):
            attach_possessors(doc)
            attach_appointees(doc)
            attach_names_in_turn(doc)
            mend_words(doc, self._is_verb)
            yield doc

    def _is_verb(self, word: str) -> bool:
        return "VERB" in self.word_classes(word)

    def word_classes(self, word: str) -> frozenset[str]:
        """Return the classes under which the lemma tables list a word in small letters."""
        classes = []
        for class_, words in self._words.items():
            lemma = self._look_up(word, class_)
            if word in words or lemma in words:
                classes.append(class_)
        return frozenset(classes)

    def lemma(self, token: Token) -> str:
        """Return the dictionary form of a token, in lower case."""
        word: str = token.lower_
        tag: str = token.tag_
        if tag in BASE_FORMS and word not in IRREGULAR:
            return word
        word_class = WORD_CLASSES.get(tag[:1], "X")
        key = (word, word_class)
        if key not in self._lemmas:
            self._lemmas[key] = self._look_up(word, word_class)
        return self._lemmas[key]

    def _look_up(self, word: str, word_class: str) -> str:
        from spacy.tokens import Doc

        prefix, hyphen, last = word.rpartition("-")
        doc = Doc(self._language.vocab, words=[last or word], pos=[word_class])
        forms = self._lemmatizer.rule_lemmatize(doc[0])
        # "reappointed" is not listed, so that its forms are guesses; "appointed" is
        stem = _without_repetition(last) if len(forms) > 1 else ""
        if stem:
            repeated = last.removesuffix(stem)
            return prefix + hyphen + repeated + self._look_up(stem, word_class)
        # "hoped" is a form of "hope", not of "hop", which would double its p
        return prefix + hyphen + max(forms, key=len).lower()


def _without_repetition(word: str) -> str:
    """Return a word without its prefix; empty if it has none.

    >>> _without_repetition("reappointed"), _without_repetition("hoped")
    ('appointed', '')
    """
    for prefix in REPETITIONS:
        stem = word.removeprefix(prefix)
        if stem != word and len(stem) >= SHORTEST_STEM:
            return stem
    return ""


def _load(pipeline: str) -> Language:
    """Load a pipeline without the unused components, ending sentences at line breaks."""
    import spacy
    from spacy.language import Language

    if not Language.has_factory(LINES):
        Language.component(LINES, func=_end_sentences_at_lines)
        Language.component(TREES, func=mend_trees)
    try:
        nlp = spacy.load(pipeline, exclude=UNUSED)
    except OSError as error:
        raise UsageError(
            f"the spaCy pipeline {pipeline!r} is not installed: pip install it, or choose another"
        ) from error
    missing = REQUIRED - set(nlp.pipe_names)
    if missing:
        raise UsageError(
            f"the spaCy pipeline {pipeline!r} has no {', '.join(sorted(missing))}: choose another"
        )
    nlp.add_pipe(LINES, before="parser")
    nlp.add_pipe(TREES, after="parser")
    _use_openblas(nlp)
    return nlp


def _keep_together(nlp: Language, words: Iterable[str]) -> None:
    """Stop the tokenizer from splitting some words, also where they begin with a capital."""
    tokenizer: Any = nlp.tokenizer
    for word in sorted(words):
        for spelling in (word, word[0].upper() + word[1:]):
            tokenizer.add_special_case(spelling, [{"ORTH": spelling}])


def _split_within_words(nlp: Language) -> None:
    """Let the tokenizer split "1920–2001", "U.S.-backed", and at tight quotation marks."""
    from spacy.util import compile_infix_regex

    tokenizer: Any = nlp.tokenizer
    defaults = nlp.Defaults.infixes or ()
    added = (YEAR_DASH, ABBREVIATION_HYPHEN, *TIGHT_QUOTATION, *TIGHT_SINGLE_QUOTATION)
    infixes = [*defaults, *added]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _load_lemmatizer(pipeline: str, nlp: Language) -> Lemmatizer:
    """Load the lemmatizer of a pipeline, with tables that are fast to search."""
    import spacy

    full = spacy.load(pipeline, vocab=nlp.vocab, exclude=NOT_LEMMATIZING)
    lemmatizer = cast("Lemmatizer", full.get_pipe("lemmatizer"))
    _index_lemmas(lemmatizer)
    return lemmatizer


def _index_lemmas(lemmatizer: Lemmatizer) -> None:
    """Turn the lists of lemmas (up to 57,528 words) into sets; only membership is asked."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for word_class in list(index):
        index[word_class] = frozenset(index[word_class])


def _listed_words(lemmatizer: Lemmatizer) -> dict[str, frozenset[str]]:
    """Return the words of the lemma tables by their class."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    return {class_: index.get(class_.lower(), frozenset()) for class_ in LISTED_CLASSES}


def _end_sentences_at_lines(doc: Doc) -> Doc:
    """Start a sentence after each line break, dateline and lost full stop, and none within a name.

    "met Col. *Roth*" is one sentence.
    """
    # All at once: for each word, the library would look whether any has been parsed.
    starts = doc.to_array(["SENT_START"]).astype("int64")
    for before in doc[:-1]:
        if "\n" in before.text:
            starts[before.i + 1] = _STARTS
        elif before.lower_ in UNSPLIT and before.text.endswith("."):
            starts[before.i + 1] = _GOES_ON
    for dateline in datelines(doc):
        starts[dateline.stop] = _STARTS
    for i in lost_stops(doc):
        starts[i] = _STARTS
    column: Any = starts.astype("uint64")  # as the library wants it, −1 also
    return doc.from_array(["SENT_START"], column)


def _use_openblas(nlp: Language) -> None:
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        if hasattr(component, "model"):
            for node in component.model.walk():
                node.ops = ops
