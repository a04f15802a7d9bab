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
  const room = emptyRoom({ scale, view, covered, measure });
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
const emptyRoom = ({ scale, view, covered, measure }) =>
  ({ scale, view, measure, labels: gridOf(scale, covered), discs: gridOf(scale, []), named: [], words: [], leaders: [], squeezed: 0 });

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
  const limit = Math.max(LEADING, pixelsOf(room) / PIXELS_PER_NAME);
  some.slice(0, NAMES_TRIED).forEach((node, place) => {
    if (room.named.length < limit) placeName(room, node, isBright, isBright && isLeading(room, place));
  });
}

/** @type {(room: Room) => number} */
const pixelsOf = ({ view: [left, top, right, bottom], scale }) => (right - left) * (bottom - top) * scale ** 2;
/**
 * Whether a name must stand somewhere: one of the first, while not too many on so small a map found no free room.
 *
 * @param {Room} room
 * @param {number} place
 */
const isLeading = (room, place) => place < LEADING && room.squeezed < pixelsOf(room) / PIXELS_PER_LEADER;

/**
 * @param {Room} room
 * @param {ActorNode} node
 * @param {boolean} isBright
 * @param {boolean} must whether the name must stand somewhere
 */
function placeName(room, node, isBright, must) {
  const importance = importanceOf(node);
  const isLookedAt = node.id === state.hover || node.id === state.actor;
  const block = blockOf(room, linesOf(node.name), 12 + 4 * importance, importance > 0.3 || isLookedAt);
  const anchor = { ...node, rim: radius(node) };
  const { spot, isAway } = spotOfName(room, anchor, block, must);
  const place = spot || (isLookedAt && spotsAround(anchor, block, 4 / room.scale)[0]);
  if (!place) return;
  if (isAway) lead(room, leaderOf(anchor, boxOf(...place, block)));
  write(room, block, place, colours.ink, isBright ? 1 : 0.55);
  room.named.push({ node, block, spot: place, isAbove: isAway || place[1] < node.y - radius(node) });
}

/**
 * @param {Room} room
 * @param {[Point, Point]} line from an actor to its name
 */
function lead(room, line) {
  room.leaders.push(line);
  for (const step of stepsOf(line, room.scale)) putBox(room.labels, step);
}

/** @param {ActorNode} node */
const importanceOf = (node) => (node.size - SMALLEST) / (LARGEST - SMALLEST);

/**
 * Where a name may stand: beside its node where that is free; one that must stand somewhere else where it is near and
 * covers few.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {boolean} must
 * @returns {{ spot: Point | undefined; isAway: boolean }}
 */
function spotOfName(room, anchor, block, must) {
  const beside = spotsAround(anchor, block, 4 / room.scale).filter((spot) => isInside(room, boxOf(...spot, block)));
  /** @param {number} gap */
  const free = (gap) => beside.find((spot) => isFree(widened(boxOf(...spot, block), gap / room.scale), room, anchor.id));
  const spot = free(CLEARANCE) || free(0);
  if (spot || !must) return { spot, isAway: false };
  room.squeezed += 1;
  return nearSpot(room, anchor, block, beside);
}

/** @type {(room: Room, box: Box) => boolean} */
const isInside = ({ view, scale }, box) => isWithin(box, view, 6 / scale);

/**
 * Of the places that touch no words the best: near, over few actors, and with a line to it that crosses no words.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {Point[]} beside
 * @returns {{ spot: Point | undefined; isAway: boolean }}
 */
function nearSpot(room, anchor, block, beside) {
  const spots = [...beside.map((spot) => ({ spot, distance: 0 })), ...remoteSpots(room, anchor, block)];
  let best = { cost: Infinity, isAway: false, spot: /** @type {Point | undefined} */ (undefined) };
  for (const { spot, distance } of spots) {
    if (distance >= best.cost) break;
    const isAway = distance > 0,
      box = boxOf(...spot, block),
      wide = isAway ? widened(box, CLEARANCE / room.scale) : box;
    if (meets(room.labels, wide) || !isInside(room, box)) continue;
    const covered = held(room.discs, wide).reduce((sum, id) => sum + (id === anchor.id ? 0 : nodes[id].size), 0);
    const isCrossing = isAway && stepsOf(leaderOf(anchor, box), room.scale).some((step) => meets(room.labels, step));
    const cost = distance + COVERING * covered + (isCrossing ? CROSSING : 0);
    if (cost < best.cost) best = { cost, isAway, spot };
  }
  return best;
}

/**
 * The boxes along a line, so that no words stand on it.
 *
 * @param {[Point, Point]} line
 * @param {number} scale
 * @returns {Box[]}
 */
function stepsOf([[x, y], [toX, toY]], scale) {
  const count = Math.ceil((Math.hypot(toX - x, toY - y) * scale) / STEP);
  return Array.from({ length: count }, (_, i) => {
    const [atX, atY] = [x + ((toX - x) * i) / count, y + ((toY - y) * i) / count];
    return widened([atX, atY, atX, atY], 1 / scale);
  });
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
 * @param {Anchor} anchor
 * @param {Block} block
 * @returns {{ spot: Point; distance: number }[]}
 */
function remoteSpots({ scale, view }, { x, y, rim }, { half, size }) {
  const angles = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8);
  const farthest = Math.max(FAR_ENOUGH, (view[2] - view[0]) * scale * FARTHEST);
  const distances = [22, 40, 60, 84, 112, 144, 180, 220, 270, 330].filter((distance) => distance < farthest);
  return distances.flatMap((distance) =>
    angles.map((angle) => {
      const reach = rim + distance / scale;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      return { spot: /** @type {Point} */ ([x + dx * (reach + half * Math.abs(dx)), y + dy * reach + size * 0.35]), distance };
    }),
  );
}

/**
 * The line from an actor to a name that found no room beside it.
 *
 * @param {Anchor} anchor
 * @param {Box} box
 * @returns {[Point, Point]}
 */
function leaderOf({ x, y, rim }, [left, top, right, bottom]) {
  const toX = Math.min(Math.max(x, left), right),
    toY = Math.min(Math.max(y, top), bottom);
  const share = rim / (Math.hypot(toX - x, toY - y) || 1);
  return [
    [x + (toX - x) * share, y + (toY - y) * share],
    [toX, toY],
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
    if (isFree(boxOf(...under, small), room, node.id))
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
