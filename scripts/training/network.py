"""The network: a small pretrained encoder, told how each piece is written; heads for names, pairs and attribution."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from actorgraph.extraction.learned.encoding import Shape
from training.corpora import SCHEMES, TYPES
from training.examples import PARTS

HEADS, WIDTH, HIDDEN = 4, 64, 256
#: Distances between two mentions, in pieces, at which another class of distance begins.
DISTANCES = (1, 2, 4, 8, 16, 32, 64, 128)


class PairHead(nn.Module):
    """Scores of every relation, and of being the same actor, for pairs of mentions.

    A pair is seen through its two mentions, their types, their distance, and the words that both attend to: the
    attention of the pair is the product of the two mentions' own, as in localised context pooling (Zhou et al. 2021,
    ATLOP), but learned for the purpose.
    """

    def __init__(self, size: int, relations: int) -> None:
        super().__init__()
        self.subject = nn.Linear(size, HIDDEN)
        self.object = nn.Linear(size, HIDDEN)
        self.subject_query = nn.Linear(size, HEADS * WIDTH)
        self.object_query = nn.Linear(size, HEADS * WIDTH)
        self.key = nn.Linear(size, HEADS * WIDTH)
        self.value = nn.Linear(size, HIDDEN)
        self.distance = nn.Embedding(2 * len(DISTANCES) + 2, HIDDEN)
        self.subject_type = nn.Embedding(len(TYPES) + 1, HIDDEN)
        self.object_type = nn.Embedding(len(TYPES) + 1, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN)
        self.middle = nn.Linear(2 * HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, relations + 1)
        self.drop = nn.Dropout(0.1)
        self.register_buffer("steps", torch.tensor(DISTANCES), persistent=False)
        nn.init.constant_(self.out.bias, -4.0)

    def forward(
        self, hidden: Tensor, spans: Tensor, types: Tensor, pairs: Tensor
    ) -> Tensor:
        """Logits [pairs, relations + 1]; of [pieces, size], [mentions, 2], [mentions] and [pairs, 2]."""
        place = torch.arange(hidden.shape[0], device=hidden.device)
        inside = (place >= spans[:, :1]) & (place < spans[:, 1:])
        weights = inside.to(hidden.dtype)
        mentions = (weights / weights.sum(1, keepdim=True)) @ hidden
        left, right = pairs[:, 0], pairs[:, 1]
        subject, object_ = self.subject(mentions)[left], self.object(mentions)[right]
        gap = spans[right, 0] - spans[left, 0]
        step = (gap.abs().unsqueeze(1) >= self.steps).sum(1)
        distance = torch.where(gap < 0, step + len(DISTANCES) + 1, step)
        context = self.context(hidden, mentions, left, right)
        sum_ = subject + object_ + context + self.distance(distance)
        sum_ = sum_ + self.subject_type(types[left]) + self.object_type(types[right])
        both = torch.cat(
            [
                nn.functional.gelu(self.norm(sum_)),
                torch.tanh(subject + context) * torch.tanh(object_),
            ],
            1,
        )
        return self.out(self.drop(nn.functional.gelu(self.middle(self.drop(both)))))

    def context(
        self, hidden: Tensor, mentions: Tensor, left: Tensor, right: Tensor
    ) -> Tensor:
        """What both mentions of each pair attend to: [pairs, HIDDEN]."""
        keys = self.key(hidden).view(-1, HEADS, WIDTH)
        values = self.value(hidden).view(-1, HEADS, HIDDEN // HEADS)
        scale = WIDTH**-0.5
        of_subject = (
            torch.einsum(
                "mhd,thd->mht",
                self.subject_query(mentions).view(-1, HEADS, WIDTH),
                keys,
            )
            * scale
        )
        of_object = (
            torch.einsum(
                "mhd,thd->mht", self.object_query(mentions).view(-1, HEADS, WIDTH), keys
            )
            * scale
        )
        attention = torch.softmax(of_subject[left] + of_object[right], -1)
        return torch.einsum("pht,thd->phd", attention, values).flatten(1)


class Network(nn.Module):
    """Encoder and heads.  ``tags`` has a head for each way of annotating names, ``parts`` tags who says what."""

    def __init__(self, encoder: Path, relations: int) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(encoder, add_pooling_layer=False)
        # Words that no article has keep their place among those that some have.
        self.encoder.embeddings.word_embeddings.requires_grad_(requires_grad=False)
        size = self.encoder.config.hidden_size
        self.shape = nn.Embedding(len(Shape), size)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.tags = nn.ModuleDict(
            {
                name: nn.Linear(size, 1 + 2 * len(TYPES))
                for name in sorted(set(SCHEMES.values()))
            }
        )
        self.parts = nn.Linear(size, 3 * len(PARTS))
        self.pairs = PairHead(size, relations)
        self.drop = nn.Dropout(0.1)

    def encode(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """Vectors [windows, pieces, size]."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        return self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
