// Names on the map: as many as fit without touching, the most named first; then what the lines say, then posts, and
// last the names of what is not chosen.

/** @type {Words[]} */
let written = []; // all words that stand on the map now, for the drawing of it

/** @type {[Point, Point][]} */
let leaders = []; // lines from actors to names that stand away from them

/** @param {CanvasRenderingContext2D} ctx */
function paint(ctx) {
  written = [];
  leaders = [];
  const scale = network.getScale();
  const view = viewed(),
    isInView = /** @param {{ x: number; y: number }} point */ ({ x, y }) => overlap([x, y, x, y], view);
  const seen = labelled().filter(isInView);
  /** @type {Room} */
  const room = { labels: covered(), discs: seen.filter((node) => radius(node) * scale > SPECK), view, named: [] };
  const bright = lit(),
    isBright = /** @param {ActorNode} node */ (node) => !bright || bright.has(node.id);
  ctx.textAlign = "center";
  ctx.lineJoin = "round";
  paintCrosses(ctx, scale);
  paintNames(ctx, scale, room, seen.filter(isBright), true);
  paintWords(ctx, scale, room, isInView);
  if (bright || shown.bundles.size <= FEW_CAPTIONS) paintPosts(ctx, scale, room);
  if (bright)
    paintNames(ctx, scale, room, seen.filter((node) => !isBright(node)), false);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} scale
 * @param {Room} room
 * @param {ActorNode[]} some
 * @param {boolean} isBright
 */
function paintNames(ctx, scale, room, some, isBright) {
  const limit = ($("canvas").clientWidth * $("canvas").clientHeight) / PIXELS_PER_NAME;
  some.slice(0, NAMES_TRIED).forEach((node, place) => {
    if (room.named.length < limit) paintName(ctx, node, scale, room, isBright, isBright && place < LEADING);
  });
}

/** The part of the picture that is in sight. */
function viewed() {
  const { clientWidth, clientHeight } = $("canvas");
  return onMap(0, 0, clientWidth, clientHeight);
}

/**
 * A box of pixels on the screen as a box of the picture.
 *
 * @param {number} left
 * @param {number} top
 * @param {number} right
 * @param {number} bottom
 * @returns {Box}
 */
function onMap(left, top, right, bottom) {
  const low = network.DOMtoCanvas({ x: left, y: top });
  const high = network.DOMtoCanvas({ x: right, y: bottom });
  return [low.x, low.y, high.x, high.y];
}

/** What lies over the map: the buttons, and the note that only a part is shown. */
function covered() {
  const origin = $("canvas").getBoundingClientRect();
  return [...document.querySelectorAll(".zoom, .scope:not([hidden]), .focus:not([hidden])")].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return onMap(left - origin.left, top - origin.top, right - origin.left, bottom - origin.top);
  });
}

/** Actors in the order in which their names are tried: what is chosen and hovered over, what is lit, the others. */
function labelled() {
  const bright = lit(),
    first = [state.actor, state.hover];
  /** @param {ActorNode} node */
  const rank = (node) => (first.includes(node.id) ? 0 : !bright || bright.has(node.id) ? 1 : 2);
  return nodes.filter((node) => shown.nodes.has(node.id)).sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}

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
 * @param {CanvasRenderingContext2D} ctx
 * @param {ActorNode} node
 * @param {number} scale
 * @param {Room} room
 * @param {boolean} isBright
 * @param {boolean} isLeading whether the name must stand somewhere
 */
function paintName(ctx, node, scale, room, isBright, isLeading) {
  const importance = importanceOf(node);
  const isChosen = node.id === state.hover || node.id === state.actor;
  const block = blockOf(ctx, linesOf(node.name), (12 + 4 * importance) / scale, importance > 0.3 || isChosen);
  const { spot, isAway } = placeName(node, block, scale, room, isBright, isLeading);
  const place = spot || (isChosen && spotsAround(node, block, 4 / scale)[0]);
  if (!place) return;
  ctx.globalAlpha = isBright ? 1 : 0.55;
  if (isAway) paintLeader(ctx, node, boxOf(...place, block), scale);
  write(ctx, block, place, colours.ink, room, scale);
  ctx.globalAlpha = 1;
  room.named.push({ node, block, spot: place, isAbove: isAway || place[1] < node.y - radius(node) });
}

/** @param {ActorNode} node */
const importanceOf = (node) => (node.size - SMALLEST) / (LARGEST - SMALLEST);

/**
 * Where a name may stand: beside its node, else over small ones if it matters, else away from it if it must stand.
 *
 * @param {ActorNode} node
 * @param {Block} block
 * @param {number} scale
 * @param {Room} room
 * @param {boolean} isBright
 * @param {boolean} isLeading
 * @returns {{ spot: Point | null | undefined; isAway: boolean }}
 */
function placeName(node, block, scale, room, isBright, isLeading) {
  const mayCover = isLeading || (isBright && importanceOf(node) > 0.5);
  /** @param {Point} spot */
  const isInside = ([x, y]) => isWithin(boxOf(x, y, block), room.view, 6 / scale);
  const large = room.discs.filter((other) => 2 * other.size > node.size && other !== node);
  const spots = spotsAround(node, block, 4 / scale).filter(isInside);
  const beside = spots.find(([x, y]) => isFree(boxOf(x, y, block), room, node));
  const close = beside || (mayCover && spots.find(([x, y]) => isFree(boxOf(x, y, block), { labels: room.labels, discs: large })));
  if (close || !isLeading) return { spot: close || null, isAway: false };
  const gap = 7 / scale; // so that no other actor seems to bear the name
  /** @param {Point} spot */
  const isApart = ([x, y]) => {
    const [left, top, right, bottom] = boxOf(x, y, block);
    return isFree([left - gap, top - gap, right + gap, bottom + gap], room);
  };
  return { spot: remoteSpots(node, block, scale).filter(isInside).find(isApart), isAway: true };
}

/**
 * Places of a name away from its node, the nearest first.
 *
 * @param {ActorNode} node
 * @param {Block} block
 * @param {number} scale
 * @returns {Point[]}
 */
function remoteSpots(node, { half, size }, scale) {
  const angles = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8);
  const farthest = $("canvas").clientWidth * FARTHEST;
  const distances = [22, 40, 60, 84, 112, 144, 180, 220, 270, 330].filter((distance) => distance < farthest);
  return distances.flatMap((distance) =>
    angles.map((angle) => {
      const reach = radius(node) + distance / scale;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      return /** @type {Point} */ ([node.x + dx * (reach + half * Math.abs(dx)), node.y + dy * reach + size * 0.35]);
    }),
  );
}

/**
 * The line from an actor to a name that found no room beside it.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {ActorNode} node
 * @param {Box} box
 * @param {number} scale
 */
function paintLeader(ctx, node, [left, top, right, bottom], scale) {
  const x = Math.min(Math.max(node.x, left), right),
    y = Math.min(Math.max(node.y, top), bottom);
  const length = Math.hypot(x - node.x, y - node.y) || 1;
  const rim = radius(node) / length;
  const start = /** @type {Point} */ ([node.x + (x - node.x) * rim, node.y + (y - node.y) * rim]);
  leaders.push([start, [x, y]]);
  ctx.beginPath();
  ctx.moveTo(...start);
  ctx.lineTo(x, y);
  ctx.strokeStyle = colours.soft;
  ctx.lineWidth = 1 / scale;
  ctx.stroke();
}

/**
 * Lines of text with the room they take: half their width, their size, and the height of a line.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {string[]} lines
 * @param {number} size
 * @param {boolean} isHeavy
 * @param {string} [style]
 */
function blockOf(ctx, lines, size, isHeavy, style = "normal") {
  const weight = isHeavy ? 600 : 400,
    font = `${style} ${weight} ${size}px ${FONT}`;
  ctx.font = font;
  const half = Math.max(...lines.map((text) => ctx.measureText(text).width)) / 2;
  return { lines, size, weight, style, font, half, lead: 1.15 * size };
}

/**
 * Where a name may stand: below its node, above it, to the right, to the left; the line its first line stands on.
 *
 * @param {ActorNode} node
 * @param {Block} block
 * @param {number} gap
 * @returns {Point[]}
 */
function spotsAround(node, { half, size, lines, lead }, gap) {
  const reach = radius(node) + gap,
    rest = (lines.length - 1) * lead;
  return [
    [node.x, node.y + reach + size * 0.9],
    [node.x, node.y - reach - size * 0.1 - rest],
    [node.x + half + reach, node.y + size * 0.35 - rest / 2],
    [node.x - half - reach, node.y + size * 0.35 - rest / 2],
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
 */
const isFree = (box, room, own = null) =>
  !room.labels.some((other) => overlap(box, other)) &&
  !room.discs.some((node) => node !== own && overlap(box, around(node)));

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Block} block
 * @param {Point} spot
 * @param {string} colour
 * @param {Room} room
 * @param {number} scale
 */
function write(ctx, block, [x, y], colour, room, scale) {
  const [left, top, right, bottom] = boxOf(x, y, block);
  room.labels.push([left - 5 / scale, top, right + 5 / scale, bottom]);
  written.push({ block, spot: [x, y], colour, alpha: ctx.globalAlpha });
  ctx.font = block.font;
  ctx.strokeStyle = colours.halo;
  ctx.lineWidth = 4 / scale;
  ctx.fillStyle = colour;
  block.lines.forEach((text, i) => ctx.strokeText(text, x, y + i * block.lead));
  block.lines.forEach((text, i) => ctx.fillText(text, x, y + i * block.lead));
}
