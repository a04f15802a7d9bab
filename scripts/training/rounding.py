"""Weights as the encoder ships them: rounded to 8 bits, each output of a layer by its own scale."""

from __future__ import annotations

import torch
from torch import nn

#: The largest weight of a layer's output is this many steps: onnxruntime's reduced range of 8 bits,
#: which products on processors without VNNI do not overflow.
STEPS = 64


def round_weights(encoder: nn.Module) -> None:
    """Round the weights of all linear layers to the values that 8 bits will hold.

    What is fitted to the encoder afterwards sees it as the product does. Rounding again changes
    nothing.
    """
    for layer in encoder.modules():
        if isinstance(layer, nn.Linear):
            weights = layer.weight.data
            largest = weights.abs().amax(1, keepdim=True)
            step = largest.clamp(min=torch.finfo(weights.dtype).tiny) / STEPS
            layer.weight.data = (weights / step).round() * step
