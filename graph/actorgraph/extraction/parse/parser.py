"""The parser: a spaCy pipeline, cut down to what is used and run on a faster kernel.

The tagger, the dependency parser and the named-entity recogniser are kept; the rest is dropped.  Matrix products go
through OpenBLAS instead of blis, which gives the same annotations in two thirds of the time.  Lemmas are looked up in
the pipeline's own tables, once per word form, instead of once per token.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from actorgraph.errors import UsageError
from actorgraph.extraction.parse.datelines import datelines
from actorgraph.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline.lemmatizer import Lemmatizer
    from spacy.tokens import Doc, Token

#: Pipeline components that nothing here reads.
UNUSED = ("lemmatizer", "attribute_ruler", "senter", "textcat", "entity_linker")

#: First letters of Penn Treebank tags → the word class that the lemma tables know.
WORD_CLASSES = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV", "M": "AUX"}


#: Words that the tokenizer cuts in two, so that their first half is taken for a name.
UNCUT = (
    *("co-found", "co-founds", "co-founded", "co-founding"),
    *("co-CEO", "co-CEOs", "co-chair", "co-chairs", "co-leader"),
    *("ft.", "mt."),
)

#: Tags of words that are their own dictionary form.
BASE_FORMS = frozenset({"VB", "VBP", "NN", "NNP", "JJ", "RB"})


class Parser:
    """Parses texts and looks up lemmas.

    Args:
        pipeline: Name of an installed spaCy pipeline with a tagger, a parser and an entity recogniser.

    Raises:
        UsageError: if it is not installed.
    """

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self.pipeline = pipeline
        self._language = _load(pipeline)
        self._lemmatizer = _lemmatizer(pipeline, self._language)
        self._lemmas: dict[tuple[str, str], str] = {}

    @property
    def version(self) -> str:
        """Name and version of the pipeline, which are part of what makes a reading reproducible."""
        return f"{self.pipeline} {self._language.meta['version']}"

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Parse texts in order.  A line break always ends a sentence."""
        return self._language.pipe(texts, batch_size=16)

    def lemma(self, token: Token) -> str:
        """Lower-case dictionary form of a token."""
        if token.tag_ in BASE_FORMS:
            return str(token.lower_)
        key = (token.lower_, WORD_CLASSES.get(token.tag_[:1], "X"))
        if key not in self._lemmas:
            self._lemmas[key] = self._look_up(*key)
        return self._lemmas[key]

    def _look_up(self, word: str, word_class: str) -> str:
        from spacy.tokens import Doc

        prefix, hyphen, last = word.rpartition("-")
        doc = Doc(self._language.vocab, words=[last or word], pos=[word_class])
        forms = self._lemmatizer.rule_lemmatize(doc[0])
        form = max(
            forms, key=len
        ).lower()  # "hoped" is of "hope", not of "hop", which would double its p
        return prefix + hyphen + form


def _load(pipeline: str) -> Language:
    import spacy
    from spacy.language import Language

    if not Language.has_factory("actorgraph_lines"):
        Language.component("actorgraph_lines", func=_end_sentences_at_lines)
    try:
        nlp = spacy.load(pipeline, exclude=UNUSED)
    except OSError as error:
        raise UsageError(
            f"the spaCy pipeline {pipeline!r} is not installed: pip install it, or choose another"
        ) from error
    missing = {"tagger", "parser", "ner"} - set(nlp.pipe_names)
    if missing:
        raise UsageError(
            f"the spaCy pipeline {pipeline!r} has no {', '.join(sorted(missing))}: choose another"
        )
    nlp.add_pipe("actorgraph_lines", before="parser")
    tokenizer: Any = nlp.tokenizer
    for word in UNCUT:
        for spelled in (word, word[0].upper() + word[1:]):
            tokenizer.add_special_case(spelled, [{"ORTH": spelled}])
    _use_openblas(nlp)
    return nlp


def _lemmatizer(pipeline: str, nlp: Language) -> Lemmatizer:
    import spacy

    full = spacy.load(
        pipeline,
        vocab=nlp.vocab,
        exclude=["tok2vec", "tagger", "parser", "ner", "attribute_ruler", "senter"],
    )
    return cast("Lemmatizer", full.get_pipe("lemmatizer"))


def _end_sentences_at_lines(doc: Doc) -> Doc:
    """No sentence goes over a line break, or begins with its dateline."""
    for token in doc[1:]:
        if "\n" in doc[token.i - 1].text:
            token.is_sent_start = True
    for dateline in datelines(doc):
        doc[dateline.stop].is_sent_start = True
    return doc


def _use_openblas(nlp: Language) -> None:
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        if hasattr(component, "model"):
            for node in component.model.walk():
                node.ops = ops
