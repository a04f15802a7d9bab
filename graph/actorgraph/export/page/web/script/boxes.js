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
  const half = Math.max(...lines.map((text) => measure(text, size, weight, style))) / 2;
  return { lines, size, weight, style, half, lead: 1.15 * size };
}

/**
 * Where a name may stand: below its node, above it, to the right, to the left; the line its first line stands on.
 *
 * @param {ActorNode} node
 * @param {Block} block
 * @param {number} gap
 * @returns {Point[]}
 */
const spotsAround = (node, block, gap) => spotsBeside(node, block, radius(node) + gap);

/**
 * The same around any point, at some distance from it.
 *
 * @param {{ x: number; y: number }} point
 * @param {Block} block
 * @param {number} reach
 * @returns {Point[]}
 */
function spotsBeside({ x, y }, { half, size, lines, lead }, reach) {
  const rest = (lines.length - 1) * lead;
  return [
    [x, y + reach + size * 0.9],
    [x, y - reach - size * 0.1 - rest],
    [x + half + reach, y + size * 0.35 - rest / 2],
    [x - half - reach, y + size * 0.35 - rest / 2],
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
 * @param {Pick<Room, "labels" | "discs">} room
 * @param {ActorNode | null} [own]
 * @param {number} [small] size of the largest discs that may be covered
 */
const isFree = (box, room, own = null, small = 0) =>
  !meets(room.labels, box) && !meets(room.discs, box, (node) => node !== own && node !== null && node.size > small);
