"""The pieces of text on a page of a PDF, with their places, and whether a reader sees them.

``pypdf`` parses the file and knows its fonts; this module follows the operators that place text,
as sections 8 and 9 of ISO 32000 describe them, since columns, running heads and hidden text can
only be recognised by place, size and colour.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from actorgraph.documents.pdf_damage import check_sum, dereference
from actorgraph.documents.pdf_fonts import FontCache, decode_codes
from actorgraph.documents.pdf_geometry import IDENTITY, Matrix, PageBox, Run, unit_box
from actorgraph.documents.pdf_graphics import Canvas
from actorgraph.errors import DocumentError

if TYPE_CHECKING:
    from pypdf import PageObject

#: Ways of rendering text that leave no mark.
INVISIBLE_MODES = (3, 7)
#: Why such text is left out; that of a scan is read.
INVISIBLE = "invisible"
#: Size of letters, in units of the page, below which nobody can read them.
SMALLEST = 1.5
#: Forms that a page may use, and how deep in each other.
MOST_FORMS = 2_000
DEEPEST_FORM = 12


def draw_page(page: PageObject) -> Canvas:
    """Follow the operators of a page.

    Raises:
        DocumentError: if it uses more forms than a page needs.
        Exception: whatever pypdf raises if the page is damaged.
    """
    crop = page.cropbox
    edges = map(float, (crop.left, crop.bottom, crop.right, crop.top))
    box = PageBox(*edges)
    canvas = _TextCanvas(box, page.pdf)
    has_contents = page.get("/Contents") is not None
    if has_contents:
        canvas.follow(page["/Contents"], page.get("/Resources"))
    return canvas


class _TextCanvas(Canvas):
    """Follows operators and collects text."""

    def __init__(self, box: PageBox, pdf: Any) -> None:  # noqa: ANN401  untyped in pypdf
        super().__init__(box)
        self._pdf = pdf
        self._resources: Any = {}
        self._fonts = FontCache()
        self._text = self._line = IDENTITY
        self._forms = self._depth = 0

    def follow(self, stream: Any, resources: Any) -> None:  # noqa: ANN401
        """Follow the operators in a stream."""
        from pypdf.generic import ContentStream

        outer, self._resources = self._resources, dereference(resources) or {}
        content = dereference(stream)
        for part in content if isinstance(content, list) else [content]:
            check_sum(part)
        operations = ContentStream(content, self._pdf, "bytes").operations
        for operands, operator in operations:
            action = _ACTIONS.get(operator)
            if action is not None:
                action(self, operands)
        self._resources = outer

    def _resource(self, kind: str, name: Any) -> Any:  # noqa: ANN401
        resources = dereference(self._resources.get(kind)) or {}
        return dereference(resources.get(name))

    # Resources

    def set_font(self, operands: list[Any]) -> None:
        name, size = operands
        resource = self._resource("/Font", name)
        font = self._fonts.get(resource)
        self.change(font=font, size=float(size))

    def choose_colours(self, operands: list[Any]) -> None:
        """Set the colour space: by its name, or that of a resource, whose kind comes first."""
        name = operands[0]
        space = self._resource("/ColorSpace", name) or name
        if isinstance(space, list):
            space = space[0]
        self.set_colours(str(space))

    def set_extended(self, operands: list[Any]) -> None:
        name = operands[0]
        values = self._resource("/ExtGState", name) or {}
        if "/ca" in values:
            opacity = float(values["/ca"])
            self.change(opacity=opacity)
        is_masked = values.get("/SMask", "/None") != "/None"
        is_blended = values.get("/BM", "/Normal") != "/Normal"
        if is_masked or is_blended:
            self.change(is_opaque=False)

    def draw(self, operands: list[Any]) -> None:
        """Draw a picture, or follow the operators of a form."""
        drawn = self._resource("/XObject", operands[0])
        if drawn is None:
            return
        if drawn.get("/Subtype") == "/Image":
            self.pictures.append(unit_box(self.state.matrix))
        elif self._depth < DEEPEST_FORM:
            self._follow_form(drawn)

    def _follow_form(self, form: Any) -> None:  # noqa: ANN401
        self._forms += 1
        if self._forms > MOST_FORMS:
            raise DocumentError(f"a page is made of more than {MOST_FORMS:,} forms")
        self._depth += 1
        state = self.state
        stack = self.stack
        self.stack = []
        if "/Matrix" in form:
            matrix = list(form["/Matrix"])
            self.concatenate(matrix)
        resources = form.get("/Resources") or self._resources
        self.follow(form, resources)
        self.state = state
        self.stack = stack
        self._depth -= 1

    # Text

    def begin_text(self, _operands: list[Any]) -> None:
        self._line = IDENTITY
        self._text = IDENTITY

    def move(self, operands: list[Any]) -> None:
        x, y = map(float, operands[:2])
        self._line = self._line.moved(x, y)
        self._text = self._line

    def move_with_leading(self, operands: list[Any]) -> None:
        down = operands[1:]
        self.set_number("leading", down, -1)
        self.move(operands)

    def place(self, operands: list[Any]) -> None:
        numbers = map(float, operands[:6])
        self._line = Matrix(*numbers)
        self._text = self._line

    def next_line(self, _operands: list[Any]) -> None:
        leading = self.state.leading
        self.move([0, -leading])

    def show(self, operands: list[Any]) -> None:
        text = operands[0]
        self._write(text)

    def show_on_next_line(self, operands: list[Any]) -> None:
        self.next_line(operands)
        self._write(operands[-1])

    def show_with_spaces(self, operands: list[Any]) -> None:
        self.set_number("word_space", operands[:1])
        self.set_number("letter_space", operands[1:2])
        self.show_on_next_line(operands)

    def show_pieces(self, operands: list[Any]) -> None:
        """Show the strings of an array; its numbers move what follows back."""
        state = self.state
        pieces = operands[0]
        for piece in pieces:
            if isinstance(piece, (str, bytes)):
                self._write(piece)
            else:
                back = float(piece) / 1000 * state.size
                shift = -back * state.stretch
                self._text = self._text.moved(shift, 0)

    def _write(self, raw: str | bytes) -> None:
        state = self.state
        font = state.font
        if font is None:
            return
        codes, text = decode_codes(raw, font)
        width = font.get_text_width(codes) / 1000 * state.size
        width += self._spacing(codes, raw)
        raised = self._text.moved(0, state.rise)
        start = raised.after(state.matrix)
        self._text = self._text.moved(width * state.stretch, 0)
        end = self._text.after(state.matrix)
        if start.is_upright:
            size = abs(state.size) * start.height
            run = Run(start.e, end.e, start.f, size, text)
            hiding = self._hiding(run)
            self.runs.append(replace(run, hiding=hiding))

    def _spacing(self, codes: str, raw: str | bytes) -> float:
        """Return how much letter and word spacing widen a piece of text."""
        state = self.state
        letter_spacing = len(codes) * state.letter_space
        is_of_single_bytes = len(codes) == len(raw)
        if not is_of_single_bytes:
            return letter_spacing
        spaces = codes.count(" ")
        return letter_spacing + spaces * state.word_space

    def _hiding(self, run: Run) -> str:
        """Return why no reader sees a piece of text, or nothing."""
        state = self.state
        if state.mode in INVISIBLE_MODES or state.opacity == 0:
            return INVISIBLE
        if run.size < SMALLEST:
            return "too small to see"
        if not self.box.contains(*run.middle):
            return "outside of the page"
        if state.is_white and not self.is_on_ground(*run.middle):
            return "white on white"
        return ""


_Action = Callable[[_TextCanvas, list[Any]], None]


def _setting(name: str, scale: float = 1) -> _Action:
    return lambda canvas, operands: canvas.set_number(name, operands, scale)


def _each(operators: str, action: _Action) -> dict[bytes, _Action]:
    return dict.fromkeys(operators.encode().split(), action)


#: Operator → what it does; all others change nothing that matters to text.
_ACTIONS: dict[bytes, _Action] = {
    **_each("q", Canvas.save),
    **_each("Q", Canvas.restore),
    **_each("cm", Canvas.concatenate),
    **_each("cs", _TextCanvas.choose_colours),
    **_each("g rg k", Canvas.set_plain_fill),
    **_each("sc scn", Canvas.set_fill),
    **_each("re", Canvas.rectangle),
    **_each("m l c v y", Canvas.go_on),
    **_each("W W*", Canvas.clip),
    **_each("f F f* B B* b b*", Canvas.fill),
    **_each("n S s", Canvas.end_path),
    **_each("sh", Canvas.shade),
    **_each("gs", _TextCanvas.set_extended),
    **_each("Do", _TextCanvas.draw),
    **_each("BT", _TextCanvas.begin_text),
    **_each("Tf", _TextCanvas.set_font),
    **_each("Tc", _setting("letter_space")),
    **_each("Tw", _setting("word_space")),
    **_each("Tz", _setting("stretch", 0.01)),
    **_each("TL", _setting("leading")),
    **_each("Ts", _setting("rise")),
    **_each("Tr", Canvas.set_mode),
    **_each("Td", _TextCanvas.move),
    **_each("TD", _TextCanvas.move_with_leading),
    **_each("Tm", _TextCanvas.place),
    **_each("T*", _TextCanvas.next_line),
    **_each("Tj", _TextCanvas.show),
    **_each("'", _TextCanvas.show_on_next_line),
    **_each('"', _TextCanvas.show_with_spaces),
    **_each("TJ", _TextCanvas.show_pieces),
}
