"""What the operators of a PDF page set and draw: its graphics state, shapes and pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING, Any

from actorgraph.documents.pdf_geometry import IDENTITY, Matrix, PageBox, Run, unit_box

if TYPE_CHECKING:
    from pypdf.generic._font import Font

#: Components of a colour (0–1) above which it is white.
WHITE = 0.97
#: Spaces of such colours.
LIGHT = (
    "/DeviceGray",
    "/DeviceRGB",
    "/DeviceCMYK",
    "/CalGray",
    "/CalRGB",
    "/ICCBased",
)
EVERYWHERE = PageBox(-inf, -inf, inf, inf)
#: Filled rectangles that may cover text before them; with more, a page is a drawing.
MOST_COVERS = 500


@dataclass(frozen=True)
class GraphicsState:
    """What ``q`` saves and ``Q`` restores; lengths are in units of the text.

    Attributes:
        is_light: Whether colours are given by their light, or by inks of press, not by names.
        clip: Where what is drawn is seen.
        is_plain: Whether it is filled with a colour, not with a pattern.
        is_opaque: Whether what is filled covers all of its shape, as far as is known.
    """

    matrix: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    is_white: bool = False
    is_light: bool = True
    opacity: float = 1.0
    clip: PageBox = EVERYWHERE
    is_plain: bool = True
    is_opaque: bool = True


class Canvas:
    """A page while it is drawn.

    Attributes:
        box: The visible part of the page.
        state: The graphics state.
        runs: The text so far, in the order of the file.
        pictures: Where there are pictures.
    """

    def __init__(self, box: PageBox) -> None:
        self.box = box
        self.state = GraphicsState()
        self.runs: list[Run] = []
        self.pictures: list[PageBox] = []
        self.stack: list[GraphicsState] = []
        self._rectangles: list[PageBox] = []
        self._points: list[tuple[float, float]] = []
        self._grounds: list[PageBox] = []
        self._covers = 0

    def is_on_ground(self, x: float, y: float) -> bool:
        """Whether there is a dark shape or a picture behind a point."""
        grounds = (*self._grounds, *self.pictures)
        return any(ground.contains(x, y) for ground in grounds)

    # Operators

    def save(self, _operands: list[Any]) -> None:
        """Save the state."""
        self.stack.append(self.state)

    def change(self, **values: Any) -> None:
        """Set fields of the state."""
        self.state = replace(self.state, **values)

    def restore(self, _operands: list[Any]) -> None:
        """Restore the state that was saved last."""
        if self.stack:
            self.state = self.stack.pop()

    def concatenate(self, operands: list[Any]) -> None:
        """Transform what follows."""
        numbers = map(float, operands[:6])
        matrix = Matrix(*numbers)
        self.change(matrix=matrix.after(self.state.matrix))

    def set_number(self, name: str, operands: list[Any], scale: float = 1) -> None:
        """Set a field of the state to the first operand times a scale."""
        number = float(operands[0])
        self.change(**{name: number * scale})

    def set_mode(self, operands: list[Any]) -> None:
        """Set how text is rendered."""
        mode = int(operands[0])
        self.change(mode=mode)

    def set_colours(self, space: str) -> None:
        """Set how colours are given, by the name of a colour space."""
        is_light = space in LIGHT
        self.change(is_white=False, is_light=is_light)

    def set_plain_fill(self, operands: list[Any]) -> None:
        """Set a colour by its light or inks."""
        self.change(is_light=True)
        self.set_fill(operands)

    def set_fill(self, operands: list[Any]) -> None:
        """Note whether a colour is white: of one or three parts of light, or four of ink."""
        parts = [float(part) for part in operands if isinstance(part, (int, float))]
        is_plain = len(parts) == len(operands)
        self.change(is_white=self._is_white(parts), is_plain=is_plain)

    def _is_white(self, parts: list[float]) -> bool:
        if not parts or not self.state.is_light:
            return False
        is_ink = len(parts) == 4
        if is_ink:
            return 1 - max(parts) > WHITE
        return min(parts) > WHITE

    def clip(self, _operands: list[Any]) -> None:
        """Show what follows only within the path, which is well known only if it is a box."""
        is_box = len(self._rectangles) == 1 and not self._points
        if is_box:
            box = self._rectangles[0]
            self.change(clip=box.within(self.state.clip))
        else:
            self.change(is_opaque=False)

    def rectangle(self, operands: list[Any]) -> None:
        """Add a rectangle to the path."""
        x, y, width, height = map(float, operands)
        corner = self.state.matrix.moved(x, y)
        box = unit_box(corner, width, height)
        self._rectangles.append(box)

    def go_on(self, operands: list[Any]) -> None:
        """Add a line or a curve to the path; only its end matters here."""
        x, y = map(float, operands[-2:])
        end = self.state.matrix.point(x, y)
        self._points.append(end)

    def end_path(self, _operands: list[Any]) -> None:
        """Forget the path."""
        self._rectangles = []
        self._points = []

    def fill(self, operands: list[Any]) -> None:
        """Fill the path: dark shapes show white text, and rectangles cover what was before."""
        state = self.state
        if not state.is_white:
            self._grounds += self._rectangles
            if self._points:
                ground = PageBox.around(self._points)
                self._grounds.append(ground)
        is_covering = state.is_opaque and state.is_plain and state.opacity == 1
        if is_covering and self.runs:
            for box in self._rectangles:
                self._cover(box.within(state.clip))
        self.end_path(operands)

    def shade(self, _operands: list[Any]) -> None:
        """Fill an area that only the clipping path knows with shades."""
        self._grounds.append(self.box)

    def _cover(self, box: PageBox) -> None:
        self._covers += 1
        if self._covers > MOST_COVERS:
            return
        for index, run in enumerate(self.runs):
            if run.hiding:
                continue
            if box.contains(*run.middle):
                self.runs[index] = replace(run, hiding="covered by a shape")
