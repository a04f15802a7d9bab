// Lines of text, and the boxes that they take.

/**
 * A name in one line or two, cut after the second.
 *
 * @param {string} name
 */
function linesOf(name) {
  if (Array.from(name).length <= NAME_LETTERS) return [name];
  const breaks = [...name.slice(0, NAME_LETTERS + 1).matchAll(/[\s-]/g)].map((match) => match.index + 1);
  const middle = Math.max(8, Math.min(name.length / 2, NAME_LETTERS));
  const at = breaks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return at ? [name.slice(0, at).trim(), short(name.slice(at).trim())] : [short(name)];
}

/**
 * Lines of text with the room they take: half their width, their size, and the height of a line.
 *
 * @param {Pick<Room, "scale" | "measure">} room
 * @param {string[]} lines
 * @param {number} pixels height of the letters on the screen
 * @param {boolean} isHeavy
 * @param {string} [style]
 * @returns {Block}
 */
function blockOf({ scale, measure }, lines, pixels, isHeavy, style = "normal") {
  const size = pixels / scale,
    weight = isHeavy ? 600 : 400;
  const half = Math.max(...lines.map((text) => measure(text, pixels, weight, style))) / 2 / scale;
  return { lines, size, weight, style, half, lead: 1.15 * size };
}

/**
 * Where a name may stand: below its actor, above it, to the right, to the left, and leaning below and above; the line its
 * first line stands on.
 *
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {number} gap
 * @returns {Point[]}
 */
function spotsAround({ x, y, rim }, { half, size, lines, lead }, gap) {
  const rest = (lines.length - 1) * lead;
  const reach = rim + gap;
  const [low, high, middle] = [y + reach + size * 0.9, y - reach - size * 0.1 - rest, y + size * 0.35 - rest / 2];
  const lean = Math.max(0, half - reach);
  return [
    [x, low],
    [x, high],
    [x + half + reach, middle],
    [x - half - reach, middle],
    [x + lean, low],
    [x - lean, low],
    [x + lean, high],
    [x - lean, high],
  ];
}

/**
 * @param {number} x
 * @param {number} y
 * @param {Block} block
 * @returns {Box}
 */
function boxOf(x, y, { half, size, lines, lead }) {
  return [x - half, y - size, x + half, y + (lines.length - 1) * lead + size * 0.2];
}

/**
 * @param {Box} one
 * @param {Box} other
 */
const overlap = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
/**
 * The room of the cross on what is denied.
 *
 * @param {{ x: number; y: number }} middle
 * @param {number} scale
 * @returns {Box}
 */
function crossBox({ x, y }, scale) {
  const arm = 6 / Math.max(scale, 0.6);
  return [x - arm, y - arm, x + arm, y + arm];
}
/** @type {(node: ActorNode) => Box} */
const around = (node) => [node.x - radius(node), node.y - radius(node), node.x + radius(node), node.y + radius(node)];
/**
 * @param {Box} box
 * @param {Box} view
 * @param {number} edge
 */
const isWithin = (box, view, edge) =>
  Math.min(box[0] - view[0], box[1] - view[1], view[2] - box[2], view[3] - box[3]) > edge;
/**
 * @param {Box} box
 * @param {Pick<Room, "labels" | "lines" | "discs">} room
 * @param {number | null} [own] the actor of whom the words in it are
 */
const isFree = (box, room, own = null) =>
  !meets(room.labels, box) && !meets(room.lines, box) && !meets(room.discs, box, (id) => id !== own);
