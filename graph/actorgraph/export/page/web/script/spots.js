// Where a name stands: beside its actor, or away from it with a line to it.

const BESIDE = 8; // spots beside an actor
const CLEARANCE = 7; // pixels between a name and the next actor, so that it seems to bear none but its own
// What a spot for a name costs, in pixels of distance from its actor; the cheapest is taken.
const FAR = 120; // pixels at which the distance costs just itself: less nearby, more farther away
const COVERING = 24; // for each pixel in the size of another actor that the name covers
const CROSSING = 250; // for a line to the name that crosses words or other such lines
const PASSING = 8; // for each pixel in the size of an actor that this line passes over
const STEP = 6; // pixels along the line to a name, between the boxes that keep other words off it
const STROKE = 8; // pixels along a line between actors, between the points that names keep off
const POSTLESS = 4; // of these points, which a name rather covers than leave no room for its post
const [STAYS_BESIDE, STAYS_AWAY, CHOOSES] = /** @type {Stage[]} */ ([0, 1, 2]); // the steps in which names are placed

/**
 * Place names in their order, but first those that stay beside their actors where they stood, then those that stay away
 * from them: so a name that has to move drives no other away, and none jumps because another did.
 *
 * @template T
 * @param {T[]} names
 * @param {(name: T, step: Stage) => boolean} place
 */
function placeSteadily(names, place) {
  let left = names;
  for (const step of /** @type {Stage[]} */ ([STAYS_BESIDE, STAYS_AWAY, CHOOSES])) left = left.filter((name) => !place(name, step));
}

/**
 * Where a name stands: beside its node where that is free; one that must stand somewhere else where it is near and covers
 * few.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {boolean} must
 * @param {Stage} step
 * @returns {{ spot: Point | undefined; isAway: boolean }}
 */
function spotOfName(room, anchor, block, must, step) {
  const beside = spotsInside(room, anchor, block);
  const found = step === CHOOSES ? chosenSpot(room, anchor, block, beside, must) : keptSpot(room, anchor, block, beside, must && step === STAYS_AWAY);
  if (found) room.stood.set(anchor.id, found.number);
  else if (step === CHOOSES && !room.isMoving) room.stood.delete(anchor.id);
  return { spot: found?.spot, isAway: Boolean(found?.distance) };
}

/**
 * Where the name stood last, if that is free, or, for a name that must stand, touches no words.  When the map rests, it
 * covers no actors, and comes back from away as soon as a spot beside the actor is free.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {Spot[]} beside
 * @param {boolean} must
 */
function keptSpot(room, anchor, block, beside, must) {
  const isLast = /** @param {Spot} one */ ({ number }) => number === room.stood.get(anchor.id);
  const kept = freeSpot(room, anchor, block, beside.filter(isLast), room.isMoving ? 0 : CLEARANCE / 2);
  if (kept || !must) return kept;
  const last = [...(room.isMoving ? beside : []), ...remoteSpots(room, anchor, block)].find(isLast);
  if (!last || !isClear(room, boxOf(...last.spot, block))) return undefined;
  const back = room.isMoving ? undefined : freeSpot(room, anchor, block, beside, CLEARANCE);
  if (!back) room.squeezed += 1;
  return back ?? last;
}

/**
 * Where the name may stand next; one that cannot stay while the map moves is away until the map rests.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {Spot[]} beside
 * @param {boolean} must
 */
function chosenSpot(room, anchor, block, beside, must) {
  if (room.isMoving && room.stood.has(anchor.id)) return undefined;
  const free = clearestSpot(room, anchor, block, beside) ?? freeSpot(room, anchor, block, beside, 0);
  if (free || !must) return free;
  room.squeezed += 1;
  return squeezedSpot(room, anchor, block, [...beside, ...remoteSpots(room, anchor, block)]);
}

/**
 * The spots beside an actor that are in sight.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @returns {Spot[]}
 */
function spotsInside(room, anchor, block) {
  return spotsAround(anchor, block, 4 / room.scale)
    .map((spot, number) => ({ spot, number, distance: 0 }))
    .filter(({ spot }) => isInside(room, boxOf(...spot, block)));
}

/**
 * The first spot that touches nothing, with a gap of some pixels around the name.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {Spot[]} spots
 * @param {number} gap
 */
const freeSpot = (room, anchor, block, spots, gap) => spots.find(({ spot }) => isFree(widened(boxOf(...spot, block), gap / room.scale), room, anchor.id));

/**
 * Of the spots that touch nothing, with a gap, the first of those that lie on lines the least; above an actor there is no
 * room for its post.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {Spot[]} spots
 */
function clearestSpot(room, anchor, block, spots) {
  let least = Infinity,
    best = /** @type {Spot | undefined} */ (undefined);
  for (let left = spots, found; least > 0 && (found = freeSpot(room, anchor, block, left, CLEARANCE)); left = left.slice(left.indexOf(found) + 1)) {
    const isPostless = room.strokes.cells.size && found.spot[1] < anchor.y - anchor.rim && captionOf(nodes[anchor.id]);
    const cost = held(room.strokes, [boxOf(...found.spot, block)]).size + (isPostless ? POSTLESS : 0);
    if (cost < least) [least, best] = [cost, found];
  }
  return best;
}

/** @type {(room: Room, box: Box) => boolean} */
const isInside = ({ view, scale }, box) => isWithin(box, view, 6 / scale);
/** @type {(room: Room, box: Box) => boolean} */
const isClear = (room, box) => isInside(room, box) && !meets(room.labels, box);

/**
 * Where no spot beside the actor is free: the best that touches no words, near, over few actors and no line to a name, and
 * with a line to it that crosses neither words nor other such lines.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {Spot[]} spots the nearest first
 */
function squeezedSpot(room, anchor, block, spots) {
  let least = Infinity,
    best = /** @type {Spot | undefined} */ (undefined);
  for (const one of spots) {
    if (farness(one.distance) >= least) break;
    const cost = costOf(room, anchor, block, one, least);
    if (cost < least) [least, best] = [cost, one];
  }
  return best;
}

/** @param {number} distance */
const farness = (distance) => distance ** 2 / FAR;

/**
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {Spot} spot
 * @param {number} most what is not less than this need not be known
 */
function costOf(room, anchor, block, { spot, distance }, most) {
  const box = boxOf(...spot, block),
    wide = distance ? widened(box, CLEARANCE / room.scale) : box;
  if (meets(room.labels, wide) || !isInside(room, box)) return Infinity;
  const cost = farness(distance) + (meets(room.lines, wide) ? CROSSING : 0) + COVERING * pixelsHeld(room, [wide], anchor.id);
  return distance && cost < most ? cost + costOfLine(room, anchor, box) : cost;
}

/**
 * What a line to a name costs if it crosses words, other such lines or actors.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Box} box
 */
function costOfLine(room, anchor, box) {
  const steps = stepsOf(leaderOf(anchor, box), room.scale);
  return ([room.labels, room.lines].some((grid) => meetsAny(grid, steps)) ? CROSSING : 0) + PASSING * pixelsHeld(room, steps, anchor.id);
}

/**
 * The sizes on the screen of the actors that lie in boxes.
 *
 * @param {Room} room
 * @param {Box[]} boxes
 * @param {number} own the actor that does not count
 */
function pixelsHeld({ discs, scale }, boxes, own) {
  const others = [...held(discs, boxes)].filter(({ id }) => id !== own);
  return others.reduce((sum, { box: [left, , right] }) => sum + ((right - left) / 2) * scale, 0);
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
 * Lines between actors as boxes, so that names stand beside them rather than on them.
 *
 * @param {Bundle[]} bundles
 * @param {number} scale
 */
function strokeBoxes(bundles, scale) {
  return bundles.flatMap((found) => {
    const [from, to] = [nodes[found.from], nodes[found.to]];
    const count = Math.ceil((Math.hypot(to.x - from.x, to.y - from.y) * scale) / STROKE);
    return Array.from({ length: count }, (_, i) => {
      const { x, y } = pointOn(found, (i + 0.5) / count) ?? from;
      return /** @type {Box} */ ([x, y, x, y]);
    });
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
 * @returns {Spot[]}
 */
function remoteSpots({ scale }, { x, y, rim }, { half, size }) {
  const angles = Array.from({ length: 16 }, (_, i) => (i * Math.PI) / 8);
  const distances = [22, 40, 60, 84, 112, 144, 180, 220, 270, 330, 400];
  return distances.flatMap((distance, ring) =>
    angles.map((angle, turn) => {
      const reach = rim + distance / scale;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const spot = /** @type {Point} */ ([x + dx * (reach + half * Math.abs(dx)), y + dy * reach + size * 0.35]);
      return { spot, distance, number: BESIDE + ring * angles.length + turn };
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
