"""Train the learned reader, and write what the product ships.

    scripts/train DATA --out FOLDER --fold K [--device cuda] [--threads N]
    scripts/train DATA --out FOLDER --mean

DATA holds annotated articles as JSON lines, one file a set, with ``relations.json`` in the folder
above; a set that it lacks is said and left out. First a general
network is fitted to all sets but those of news articles; then training continues with these, but
for those of fold K. Run again, each continues from its last checkpoint in FOLDER. Of the general
sets, fold 0 is left out. The fold of an article depends on a hash of its id.

What ships is the mean of the weights of the five networks, which together have seen all news
articles (Wortsman et al. 2022, Model soups): ``--mean``.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from actorgraph.extraction.learned.token_tree import token_tree
from actorgraph.extraction.parse.parser import Parser
from training.annotated_facts import HAPPENINGS
from training.bystanders import with_bystanders
from training.corpora import (
    FOLDS,
    NEWS,
    UNSEEN,
    AnnotatedArticle,
    fold_of,
    news_ids,
    read_corpus,
    read_records,
)
from training.examples import Example, examples
from training.fitting import Plan, fit
from training.head_fitting import fit_head
from training.neural_network import ReadingNetwork
from training.onnx_export import export
from training.pretrained import load_pretrained
from training.relation_table import RelationTable
from training.rounding import round_weights
from training.seen_mentions import with_seen_mentions

if TYPE_CHECKING:
    from tokenizers import Tokenizer

GENERAL = (
    "knowledgenet",
    "conll04",
    "redocred",
    "crossre-news",
    "crossre-politics",
    "gum",
    "polnear",
    *HAPPENINGS,
    "closereading3",
)
#: Sets that mark only actors that are related, and what adds the others.
WITH_ADDED_MENTIONS = {
    "knowledgenet": with_bystanders,
    "closereading2": with_seen_mentions,
    "closereading3": with_seen_mentions,
}

#: Sports results, pieces of words without a name, and pairs without an opinion teach little for
#: their time.
GENERAL_PLAN = Plan(
    passes=10,
    shares={
        "redocred": 0.7,
        "crossre-news": 0.4,
        "gum": 0.5,
        "polnear": 0.15,
        "events-dse": 0.5,
        "closereading3": 0.6,
    },
)
#: A small part of the general sets is repeated, so that the network does not forget it.
NEWS_PLAN = Plan(
    passes=20,
    shares={
        "knowledgenet": 0.12,
        "conll04": 0.1,
        "redocred": 0.06,
        "crossre-news": 0.04,
        "crossre-politics": 0.1,
        "gum": 0.05,
        "polnear": 0.03,
        "events-cameo": 0.3,
        "events-dse": 0.06,
        "events-gsr": 0.5,
        "events-rams": 0.3,
        "events-re3d": 0.3,
        "events-wikievents": 0.2,
        "closereading3": 0.6,
    },
)


def main() -> int:
    """Train and export."""
    options = parse_arguments()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    relations = RelationTable.load(options.data.parent / "relations.json")
    pretrained = load_pretrained(all_texts(options.data))

    def read(names: Iterable[str], is_kept: Callable[[str], bool]) -> list[Example]:
        tokenizer = pretrained.tokenizer
        return read_examples(options.data, names, tokenizer, relations, is_kept)

    of_news = news_ids(options.data)
    general = read(GENERAL, lambda id_: id_ not in of_news and fold_of(id_) != UNSEEN)
    examples = [*general, *read(NEWS, lambda id_: fold_of(id_) != options.fold)]
    torch.manual_seed(GENERAL_PLAN.seed)
    network = ReadingNetwork(pretrained.encoder, len(relations.terms))
    name = "news" if options.mean else f"news-{options.fold}"
    network = network.to(options.device)
    if options.mean:
        network.load_state_dict(mean_weights(options.out))
    else:
        fit(network, general, GENERAL_PLAN, options.out / "general.pt", log)
        fit(network, examples, NEWS_PLAN, options.out / f"{name}.pt", log)
    round_weights(network.encoder)
    fit_head(network, examples, relations, log)
    export(network, pretrained.description, relations, examples, options.out / name)
    return 0


def mean_weights(folder: Path) -> dict[str, Tensor]:
    """Return the mean of the weights of the networks of all folds."""
    mean: dict[str, Tensor] = {}
    for fold in range(FOLDS):
        checkpoint = torch.load(folder / f"news-{fold}.pt", map_location="cpu")
        for name, weights in checkpoint["network"].items():
            mean[name] = mean.get(name, 0) + weights.float() / FOLDS
    return mean


def parse_arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(
        prog="scripts/train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("data", type=Path, help="folder of annotated articles, .jsonl")
    add("--out", type=Path, required=True, help="folder of checkpoints and results")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--fold", type=int, choices=range(FOLDS), help="fold to leave out")
    way.add_argument("--mean", action="store_true", help="write the mean of the folds")
    add("--device", default="cpu", help="where torch learns: cpu, the default, or cuda")
    add("--threads", type=int, default=2, help="threads of torch; default 2")
    return parser.parse_args()


def log(line: str) -> None:
    """Print a line of progress at once."""
    print(line, flush=True)


def all_texts(folder: Path) -> Iterator[str]:
    """Yield the texts of all sets: the vocabulary is what they need."""
    for path in sorted(folder.glob("*.jsonl")):
        for record in read_records(path):
            yield record["text"]


def read_examples(
    folder: Path,
    names: Iterable[str],
    tokenizer: Tokenizer,
    relations: RelationTable,
    is_kept: Callable[[str], bool],
) -> list[Example]:
    """Return the examples of some sets; ``is_kept`` chooses articles by their ids."""
    kept: list[Example] = []
    parser = Parser()
    for name in names:
        articles = read_articles(folder / f"{name}.jsonl", relations, is_kept)
        docs = parser.parse(article.text for article in articles)
        for article, doc in zip(articles, docs, strict=True):
            kept += examples(article, token_tree(doc), tokenizer, relations)
    return kept


def read_articles(
    path: Path, relations: RelationTable, is_kept: Callable[[str], bool]
) -> list[AnnotatedArticle]:
    """Return the articles of a set, with the mentions that it leaves out; none without a file."""
    if not path.exists():
        log(f"{path} does not exist: trained without it")
        return []
    corpus = read_corpus(path, relations)
    kept = (article for article in corpus if is_kept(article.id))
    with_all_mentions = WITH_ADDED_MENTIONS.get(path.stem, iter)
    return list(with_all_mentions(kept))


if __name__ == "__main__":
    raise SystemExit(main())
