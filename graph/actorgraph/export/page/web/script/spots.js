// Where a name stands: beside its actor, or away from it with a line to it.

/**
 * Where a name may stand: beside its node where that is free; one that must stand somewhere else where it is near and
 * covers few.  It stays where it stood while that is free, so that names do not jump when the map moves.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {boolean} must
 * @returns {{ spot: Point | undefined; isAway: boolean }}
 */
function spotOfName(room, anchor, block, must) {
  const beside = spotsInside(room, anchor, block);
  let found = freeSpot(room, anchor, block, beside);
  if (!found && must) {
    room.squeezed += 1;
    found = squeezedSpot(room, anchor, block, [...beside, ...remoteSpots(room, anchor, block)]);
  }
  if (found) room.stood.set(anchor.id, found.number);
  else room.stood.delete(anchor.id);
  return { spot: found?.spot, isAway: Boolean(found?.distance) };
}

/**
 * The spots beside an actor that are in sight, first the one where its name stood last.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @returns {Spot[]}
 */
function spotsInside(room, anchor, block) {
  const last = room.stood.get(anchor.id);
  return spotsAround(anchor, block, 4 / room.scale)
    .map((spot, number) => ({ spot, number, distance: 0 }))
    .filter(({ spot }) => isInside(room, boxOf(...spot, block)))
    .sort((a, b) => Number(b.number === last) - Number(a.number === last));
}

/**
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {Spot[]} beside
 */
function freeSpot(room, anchor, block, beside) {
  /** @type {(spots: Spot[], gap: number) => Spot | undefined} */
  const free = (spots, gap) => spots.find(({ spot }) => isFree(widened(boxOf(...spot, block), gap / room.scale), room, anchor.id));
  const last = beside.slice(0, 1).filter(({ number }) => number === room.stood.get(anchor.id));
  return free(last, CLEARANCE / 2) ?? free(beside, CLEARANCE) ?? free(beside, 0);
}

/** @type {(room: Room, box: Box) => boolean} */
const isInside = ({ view, scale }, box) => isWithin(box, view, 6 / scale);
/** @type {(room: Room, box: Box) => boolean} */
const isClear = (room, box) => isInside(room, box) && !meets(room.labels, box);

/**
 * Where no spot beside the actor is free: where the name stood last, if that is away from the actor and touches no words;
 * or else the best that touches none, near, over few actors and no line to a name, and with a line to it that crosses
 * neither words nor other such lines.
 *
 * @param {Room} room
 * @param {Anchor} anchor
 * @param {Block} block
 * @param {Spot[]} spots the nearest first
 */
function squeezedSpot(room, anchor, block, spots) {
  const last = spots.find(({ number, distance }) => distance && number === room.stood.get(anchor.id));
  if (last && isClear(room, boxOf(...last.spot, block))) return last;
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
