"""The network: a small pretrained encoder that also sees the case of each piece, and three heads.

The heads are for names, for parts of attributions, and for pairs of mentions.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from actorgraph.extraction.learned.encoding import Shape
from training.corpora import SCHEMES, TYPES
from training.dependency_paths import MentionTree, rows_at
from training.examples import PARTS

if TYPE_CHECKING:
    from transformers import PreTrainedModel

HEADS, WIDTH, HIDDEN = 4, 64, 256
DROPOUT = 0.1
#: Distances between two mentions, in pieces, at which the next class of distance begins.
DISTANCES = (1, 2, 4, 8, 16, 32, 64, 128)
#: Bias of a relation's log-odds before training: hardly any pair is related.
INITIAL_BIAS = -4.0
#: Less than any logit.
LOWEST = -1e4


class PairHead(nn.Module):
    """Scores of every relation, and of coreference, for pairs of mentions.

    A pair is represented by its two mentions, their types, their distance, the words that both
    attend to, and their places in the dependency tree. The attention of the pair is the product of
    the two mentions' own attention, as in localised context pooling (Zhou et al. 2021, ATLOP), but
    learned for the purpose. Of the tree, the piece that governs each mention is seen, the mean of
    the path from one to the other, and the highest piece of it, often the verb that joins both.
    """

    def __init__(self, size: int, relations: int) -> None:
        super().__init__()
        self.subject = nn.Linear(size, HIDDEN)
        self.object = nn.Linear(size, HIDDEN)
        self.subject_query = nn.Linear(size, HEADS * WIDTH)
        self.object_query = nn.Linear(size, HEADS * WIDTH)
        self.key = nn.Linear(size, HEADS * WIDTH)
        self.value = nn.Linear(size, HIDDEN)
        self.above_subject = nn.Linear(size, HIDDEN)
        self.above_object = nn.Linear(size, HIDDEN)
        self.path = nn.Linear(size, HIDDEN)
        self.apex = nn.Linear(size, HIDDEN)
        self.distance = nn.Embedding(2 * len(DISTANCES) + 2, HIDDEN)
        self.subject_type = nn.Embedding(len(TYPES) + 1, HIDDEN)
        self.object_type = nn.Embedding(len(TYPES) + 1, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN)
        self.middle = nn.Linear(2 * HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, relations + 1)
        self.drop = nn.Dropout(DROPOUT)
        self.coreference: nn.ModuleList | None = None
        self.register_buffer("steps", torch.tensor(DISTANCES), persistent=False)
        nn.init.constant_(self.out.bias, INITIAL_BIAS)

    def forward(
        self,
        hidden: Tensor,
        mask: Tensor,
        governors: Tensor,
        spans: Tensor,
        types: Tensor,
        pairs: Tensor,
    ) -> Tensor:
        """Return the logits of pairs.

        Args:
            hidden: [windows, pieces, size], the vectors of windows.
            mask: [windows, pieces], 1 for a piece, 0 for padding.
            governors: [windows, pieces], number of the piece that governs each.
            spans: [windows, mentions, 2], in pieces.
            types: [windows, mentions], index in ``TYPES``, or one more where the type is hidden.
            pairs: [windows, pairs, 2], indices of mentions.

        Returns:
            [windows, pairs, relations + 1]; the last is that of coreference.
        """
        inside = is_inside(hidden, spans)
        mentions = mean_vectors(hidden, inside)
        tree = MentionTree(governors, inside)
        governing = rows_at(hidden, rows_at(governors, tree.roots))
        left, right = pairs[..., 0], pairs[..., 1]
        subjects = self.subject(mentions) + self.above_subject(governing)
        objects = self.object(mentions) + self.above_object(governing)
        subject, object_ = rows_at(subjects, left), rows_at(objects, right)
        starts = spans[..., :1]
        gap = (rows_at(starts, right) - rows_at(starts, left)).squeeze(-1)
        context = self.context(hidden, mask, mentions, left, right)
        combined = subject + object_ + context
        combined = combined + self.between(hidden, tree, pairs)
        combined = combined + self.distance(self.distance_class(gap))
        types = types[..., None]
        combined = combined + self.subject_type(rows_at(types, left).squeeze(-1))
        combined = combined + self.object_type(rows_at(types, right).squeeze(-1))
        total = nn.functional.gelu(self.norm(combined))
        product = torch.tanh(subject + context) * torch.tanh(object_)
        both = self.drop(torch.cat([total, product], -1))
        logits = self._last(self.middle, self.out, both)
        if self.coreference is None:
            return logits
        middle, out = self.coreference
        of_same = self._last(middle, out, both)
        return torch.cat([logits[..., :-1], of_same[..., -1:]], -1)

    def _last(self, middle: nn.Module, out: nn.Module, both: Tensor) -> Tensor:
        return out(self.drop(nn.functional.gelu(middle(both))))

    def keep_coreference(self) -> None:
        """Go on scoring coreference as now, however ``middle`` and ``out`` change."""
        self.coreference = copy.deepcopy(nn.ModuleList([self.middle, self.out]))

    def distance_class(self, gap: Tensor) -> Tensor:
        """Return the class of each signed distance, in pieces: backward classes come last."""
        step = (gap.abs().unsqueeze(-1) >= self.steps).sum(-1)
        return torch.where(gap < 0, step + len(DISTANCES) + 1, step)

    def between(self, hidden: Tensor, tree: MentionTree, pairs: Tensor) -> Tensor:
        """Return what lies between both mentions in the tree, [windows, pairs, HIDDEN]."""
        path, apexes = tree.paths(pairs)
        path = path.to(hidden.dtype)
        mean = path / path.sum(-1, keepdim=True).clamp(min=1)
        return mean @ self.path(hidden) + rows_at(self.apex(hidden), apexes)

    def context(
        self,
        hidden: Tensor,
        mask: Tensor,
        mentions: Tensor,
        left: Tensor,
        right: Tensor,
    ) -> Tensor:
        """Return what both mentions of each pair attend to, [windows, pairs, HIDDEN]."""
        keys = self.key(hidden).unflatten(-1, (HEADS, WIDTH))
        values = self.value(hidden).unflatten(-1, (HEADS, HIDDEN // HEADS))
        of_subject = attention_logits(self.subject_query(mentions), keys)
        of_object = attention_logits(self.object_query(mentions), keys)
        logits = rows_at(of_subject, left) + rows_at(of_object, right)
        padding = (1.0 - mask.to(logits.dtype)) * LOWEST
        attention = torch.softmax(logits + padding[:, None, None], -1)
        return torch.einsum("bpht,bthd->bphd", attention, values).flatten(-2)


def is_inside(hidden: Tensor, spans: Tensor) -> Tensor:
    """Return whether each piece is within each span, [windows, mentions, pieces]."""
    place = torch.arange(hidden.shape[1], device=hidden.device)
    return (place >= spans[..., :1]) & (place < spans[..., 1:])


def mean_vectors(hidden: Tensor, inside: Tensor) -> Tensor:
    """Return the mean vector of the pieces of each span, [windows, mentions, size]."""
    weights = inside.to(hidden.dtype)
    return (weights / weights.sum(-1, keepdim=True)) @ hidden


def attention_logits(queries: Tensor, keys: Tensor) -> Tensor:
    """Return how much each mention attends to each piece, [windows, mentions, HEADS, pieces]."""
    by_head = queries.unflatten(-1, (HEADS, WIDTH))
    return torch.einsum("bmhd,bthd->bmht", by_head, keys) * WIDTH**-0.5


class ReadingNetwork(nn.Module):
    """Encoder and heads.

    Attributes:
        tags: A head for each way of annotating names.
        parts: Tags the parts of attributions.
        pairs: Scores pairs of mentions.
    """

    def __init__(self, encoder: PreTrainedModel, relations: int) -> None:
        super().__init__()
        self.encoder = encoder
        # Words that no article has must keep their distance to those that some have.
        words = encoder.get_input_embeddings()
        words.requires_grad_(requires_grad=False)
        size = self.encoder.config.hidden_size
        self.shape = nn.Embedding(len(Shape), size)
        nn.init.normal_(self.shape.weight, std=0.02)
        tags = 1 + 2 * len(TYPES)
        schemes = sorted(set(SCHEMES.values()))
        self.tags = nn.ModuleDict({name: nn.Linear(size, tags) for name in schemes})
        self.parts = nn.Linear(size, 3 * len(PARTS))
        self.pairs = PairHead(size, relations)
        self.drop = nn.Dropout(DROPOUT)

    def encode(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return the vectors of windows, [windows, pieces, size]."""
        words = self.encoder.get_input_embeddings()(ids)
        inputs = words + self.shape(shapes)
        output = self.encoder(inputs_embeds=inputs, attention_mask=mask)
        return output.last_hidden_state
