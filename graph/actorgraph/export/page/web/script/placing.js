// Where words stand: as many names as fit without touching, the most named first; then posts, then what the lines say,
// and last the names of what is not chosen.  The map and saved pictures place words alike.

/**
 * @param {Sheet} sheet
 * @returns {Room}
 */
function placeWords({ scale, view, covered, measure }) {
  const isInView = /** @param {{ x: number; y: number }} point */ ({ x, y }) => overlap([x, y, x, y], view);
  const seen = labelled().filter(isInView);
  const discs = seen.filter((node) => radius(node) * scale > SPECK);
  /** @type {Room} */
  const room = { scale, view, measure, labels: gridOf(scale, covered), discs: gridOf(scale, []), named: [], words: [], leaders: [] };
  for (const node of discs) putBox(room.discs, around(node), node);
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
  const [left, top, right, bottom] = room.view;
  const pixels = (right - left) * (bottom - top) * room.scale ** 2;
  const leading = Math.min(LEADING, pixels / PIXELS_PER_LEADER);
  const limit = Math.max(leading, pixels / PIXELS_PER_NAME);
  some.slice(0, NAMES_TRIED).forEach((node, place) => {
    if (room.named.length < limit) placeName(room, node, isBright, isBright && place < leading);
  });
}

/**
 * @param {Room} room
 * @param {ActorNode} node
 * @param {boolean} isBright
 * @param {boolean} isLeading whether the name must stand somewhere
 */
function placeName(room, node, isBright, isLeading) {
  const importance = importanceOf(node);
  const isLookedAt = node.id === state.hover || node.id === state.actor;
  const block = blockOf(room, linesOf(node.name), 12 + 4 * importance, importance > 0.3 || isLookedAt);
  const { spot, isAway } = spotOfName(room, node, block, isBright, isLeading);
  const place = spot || (isLookedAt && spotsAround(node, block, 4 / room.scale)[0]);
  if (!place) return;
  if (isAway) room.leaders.push(leaderOf(node, boxOf(...place, block)));
  write(room, block, place, colours.ink, isBright ? 1 : 0.55);
  room.named.push({ node, block, spot: place, isAbove: isAway || place[1] < node.y - radius(node) });
}

/** @param {ActorNode} node */
const importanceOf = (node) => (node.size - SMALLEST) / (LARGEST - SMALLEST);

/**
 * Where a name may stand: beside its node, else over small ones if it matters, else away from it if it must stand.
 *
 * @param {Room} room
 * @param {ActorNode} node
 * @param {Block} block
 * @param {boolean} isBright
 * @param {boolean} isLeading
 * @returns {{ spot: Point | undefined; isAway: boolean }}
 */
function spotOfName(room, node, block, isBright, isLeading) {
  const mayCover = isLeading || (isBright && importanceOf(node) > 0.5);
  /** @param {Point} spot */
  const isInside = ([x, y]) => isWithin(boxOf(x, y, block), room.view, 6 / room.scale);
  const spots = spotsAround(node, block, 4 / room.scale).filter(isInside);
  /** @type {(gap: number, small?: number) => Point | undefined} */
  const beside = (gap, small) => spots.find((spot) => isFree(widened(boxOf(...spot, block), gap / room.scale), room, node, small));
  const close = beside(CLEARANCE) || beside(0) || (mayCover ? beside(0, node.size / 2) : undefined);
  if (close || !isLeading) return { spot: close, isAway: false };
  return { spot: spotAway(room, node, block, isInside), isAway: true };
}

/**
 * Where a name stands that must stand somewhere: rather over actors than nowhere, and over small ones first.
 *
 * @param {Room} room
 * @param {ActorNode} node
 * @param {Block} block
 * @param {(spot: Point) => boolean} isInside
 * @returns {Point | undefined}
 */
function spotAway(room, node, block, isInside) {
  const remote = remoteSpots(room, node, block).filter(isInside);
  for (const small of [0, node.size / 2, LARGEST]) {
    const spot = remote.find((one) => isFree(widened(boxOf(...one, block), CLEARANCE / room.scale), room, null, small));
    if (spot) return spot;
  }
  return undefined;
}

/**
 * A box with a gap around it, so that no other actor seems to bear the name.
 *
 * @param {Box} box
 * @param {number} gap
 * @returns {Box}
 */
const widened = ([left, top, right, bottom], gap) => [left - gap, top - gap, right + gap, bottom + gap];

/**
 * Places of a name away from its node, the nearest first.
 *
 * @param {Room} room
 * @param {ActorNode} node
 * @param {Block} block
 * @returns {Point[]}
 */
function remoteSpots({ scale, view }, node, { half, size }) {
  const angles = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8);
  const farthest = Math.max(FAR_ENOUGH, (view[2] - view[0]) * scale * FARTHEST);
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
 * @param {ActorNode} node
 * @param {Box} box
 * @returns {[Point, Point]}
 */
function leaderOf(node, [left, top, right, bottom]) {
  const x = Math.min(Math.max(node.x, left), right),
    y = Math.min(Math.max(node.y, top), bottom);
  const rim = radius(node) / (Math.hypot(x - node.x, y - node.y) || 1);
  return [
    [node.x + (x - node.x) * rim, node.y + (y - node.y) * rim],
    [x, y],
  ];
}

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
  const spot = spots.find(([x, y]) => isFree(boxOf(x, y, block), room));
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
    if (isFree(boxOf(...under, small), { labels: room.labels, discs: room.discs }, node))
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
