// Where words stand: as many names as fit without touching, the most named first; then posts, then what the lines say,
// and last the names of what is not chosen.  The map and saved pictures place words alike.

const FEW_LINES = 70; // up to here every line on the map carries its words
const FEW_CAPTIONS = 150; // up to here actors have their posts or places under their names
const PIXELS_PER_NAME = 8000; // of the map, so that names do not cover it
const SPECK = 1.5; // pixels; actors drawn no larger may lie under a name
const NARROW = 500; // pixels: a map on which letters are smaller, and names may stand on lines
const LARGE_ENOUGH = 200000; // pixels, as on a telephone: a map with room for any number of names away from their actors
const PIXELS_PER_LEADER = 18000; // of a smaller map for each such name, so that the lines to them do not cover it
const NAMES_TRIED = 200; // the most central in view

/**
 * Beside which side of its actor each name of the map stood last, or how far away: the number of its spot.
 *
 * @type {Map<number, number>}
 */
const stood = new Map();

/**
 * @param {Sheet} sheet
 * @returns {Room}
 */
function placeWords(sheet) {
  const { scale, view } = sheet;
  const isInView = /** @param {{ x: number; y: number }} point */ ({ x, y }) => overlap([x, y, x, y], view);
  const seen = labelled().filter(isInView);
  const discs = seen.filter((node) => radius(node) * scale > SPECK);
  const room = emptyRoom(sheet);
  if (shown.bundles.size <= FEW_CAPTIONS && !isNarrow(sheet))
    for (const box of strokeBoxes([...shown.bundles.values()], scale)) putBox(room.strokes, box);
  for (const node of discs) putBox(room.discs, around(node), node.id);
  for (const found of crossed()) putBox(room.labels, crossBox(middleOf(found), scale));
  const bright = lit(),
    isBright = /** @param {ActorNode} node */ (node) => !bright || bright.has(node.id);
  placeNames(room, seen.filter(isBright), true);
  if (bright || shown.bundles.size <= FEW_CAPTIONS) placePosts(room);
  placeLineWords(room, isInView);
  if (bright)
    placeNames(room, seen.filter((node) => !isBright(node)), false);
  return room;
}

/** @type {(sheet: Sheet) => Room} */
const emptyRoom = ({ covered, ...sheet }) =>
  ({ ...sheet, pixels: pixelsFree(sheet, covered), labels: gridOf(sheet.scale, covered), discs: gridOf(sheet.scale, []), lines: gridOf(sheet.scale, []), strokes: gridOf(sheet.scale, []), named: [], words: [], leaders: [], squeezed: 0 });

/** Actors in the order in which their names are tried: what is chosen and hovered over, what is lit, the others. */
function labelled() {
  const bright = lit(),
    first = [state.actor, state.hover];
  /** @param {ActorNode} node */
  const rank = (node) => (first.includes(node.id) ? 0 : !bright || bright.has(node.id) ? 1 : 2);
  return nodes.filter((node) => shown.nodes.has(node.id)).sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}

/**
 * @param {Room} room
 * @param {ActorNode[]} some
 * @param {boolean} isBright
 */
function placeNames(room, some, isBright) {
  const limit = Math.max(LEADING, room.pixels / PIXELS_PER_NAME);
  const leading = new Set([...some.slice(0, LEADING), ...headsOf(some)]);
  const isHurried = room.isMoving && isCrowded();
  const others = some.slice(0, NAMES_TRIED).filter((node) => !leading.has(node) && (!isHurried || room.stood.has(node.id)));
  placeSteadily([...leading].map((node) => measuredName(room, node)), (name, step) => {
    const must = isBright && isRoomy(room);
    return (must || room.named.length < limit) && placeName(room, name, { isBright, must, step });
  });
  placeSteadily(others.map((node) => measuredName(room, node)), (name, step) => room.named.length < limit && placeName(room, name, { isBright, must: false, step }));
}

/**
 * The first of each community that has a colour, so that the colour tells what it stands for.
 *
 * @param {ActorNode[]} some
 */
const headsOf = (some) => [...groups.keys()].flatMap((group) => some.find((node) => node.group === group) ?? []);

/** @type {(box: Box) => number} */
const areaOf = ([left, top, right, bottom]) => Math.max(0, right - left) * Math.max(0, bottom - top);
/**
 * How many pixels of the map nothing lies over.
 *
 * @param {Pick<Sheet, "view" | "scale">} sheet
 * @param {Box[]} covered
 */
function pixelsFree({ view: [left, top, right, bottom], scale }, covered) {
  const hidden = covered.map(([x, y, toX, toY]) => areaOf([Math.max(x, left), Math.max(y, top), Math.min(toX, right), Math.min(toY, bottom)]));
  return hidden.reduce((free, area) => free - area, areaOf([left, top, right, bottom])) * scale ** 2;
}

/**
 * Whether a name may stand away from its actor: while not too many on so small a map found no free room.
 *
 * @param {Room} room
 */
const isRoomy = (room) => room.pixels > LARGE_ENOUGH || room.squeezed < room.pixels / PIXELS_PER_LEADER;

/** @type {(node: ActorNode) => boolean} */
const isLookedAt = ({ id }) => id === state.hover || id === state.actor;

/**
 * @param {Room} room
 * @param {ActorNode} node
 * @returns {Name}
 */
function measuredName(room, node) {
  const importance = importanceOf(node);
  const block = blockOf(room, linesOf(node.name), lettersOf(room, importance), importance > 0.3 || isLookedAt(node));
  return { node, anchor: { ...node, rim: radius(node) }, block };
}

/**
 * @param {Room} room
 * @param {Name} name
 * @param {{ isBright: boolean; must: boolean; step: Stage }} how whether the name must stand somewhere
 * @returns {boolean} whether it stands somewhere
 */
function placeName(room, { node, anchor, block }, { isBright, must, step }) {
  const { spot, isAway } = spotOfName(room, anchor, block, must, step);
  const place = spot || (step === CHOOSES && isLookedAt(node) && spotsAround(anchor, block, 4 / room.scale)[0]);
  if (!place) return false;
  if (isAway) lead(room, leaderOf(anchor, boxOf(...place, block)));
  write(room, block, place, colours.ink, isBright ? 1 : 0.55);
  room.named.push({ node, block, spot: place, isAbove: isAway || place[1] < node.y - anchor.rim });
  return true;
}

/**
 * @param {Room} room
 * @param {[Point, Point]} line from an actor to its name
 */
function lead(room, line) {
  room.leaders.push(line);
  for (const step of stepsOf(line, room.scale)) putBox(room.lines, step);
}

/** @type {(sheet: Pick<Sheet, "view" | "scale">) => boolean} */
const isNarrow = ({ view, scale }) => (view[2] - view[0]) * scale < NARROW;

/**
 * The height of the letters of a name, in pixels: less where the map is narrow.
 *
 * @param {Room} room
 * @param {number} importance
 */
const lettersOf = (room, importance) => (isNarrow(room) ? 11 + 3 * importance : 12 + 4 * importance);

/** @param {ActorNode} node */
const importanceOf = (node) => (node.size - SMALLEST) / (LARGEST - SMALLEST);

/**
 * What the lines say, where the picture has few lines or something is chosen.
 *
 * @param {Room} room
 * @param {(point: { x: number; y: number }) => boolean} isInView
 */
function placeLineWords(room, isInView) {
  const isAbout = state.actor !== null || state.edge !== null;
  if (shown.bundles.size > FEW_LINES && !isAbout) return;
  const found = [...shown.bundles.values()].filter((one) => (isAbout ? isLit(one) : !one.known));
  for (const one of found.sort((a, b) => Number(a.quiet) - Number(b.quiet))) {
    const middle = pointOn(one, 0.5);
    if (middle && isInView(middle)) placeLineWord(room, one);
  }
}

/**
 * @param {Room} room
 * @param {Bundle} found
 */
function placeLineWord(room, found) {
  const block = blockOf(room, [wordsOf(found)], 11.5, false, "italic");
  const sinks = isCrossed(found) ? [1.6, -0.9] : [0.35, -0.4, 1.1];
  const points = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].flatMap((share) => pointOn(found, share) ?? []);
  const spots = sinks.flatMap((sink) => points.map(({ x, y }) => /** @type {Point} */ ([x, y + sink * block.size])));
  const spot = spots.find((one) => isInside(room, boxOf(...one, block)) && isFree(boxOf(...one, block), room));
  if (spot) write(room, block, spot, inkOf(found));
}

/**
 * Under a name, in small letters, the post that the person holds.
 *
 * @param {Room} room
 */
function placePosts(room) {
  for (const { node, block, spot, isAbove } of room.named) {
    const post = isAbove ? "" : captionOf(node);
    if (!post) continue;
    const small = blockOf(room, linesOf(post), 11, false);
    /** @type {Point} */
    const under = [spot[0], spot[1] + block.lines.length * block.lead];
    const box = boxOf(...under, small);
    if (isInside(room, box) && isFree(box, room, node.id))
      write(room, small, under, colours.soft);
  }
}

/**
 * @param {Room} room
 * @param {Block} block
 * @param {Point} spot
 * @param {string} colour
 * @param {number} [alpha]
 */
function write(room, block, spot, colour, alpha = 1) {
  const [left, top, right, bottom] = boxOf(...spot, block);
  const gap = 5 / room.scale;
  putBox(room.labels, [left - gap, top, right + gap, bottom]);
  room.words.push({ block, spot, colour, alpha });
}
