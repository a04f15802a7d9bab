// Places on a map of the world: where somebody was, what was attacked, who has a seat there, what took place.  The map is
// drawn on the plane of tables.world; a picture of it is a list of shapes, as figure.js has them.

const DISC = { least: 5, step: 3.4, largest: 30 }; // radii in pixels: of the smallest, for the root of each relation
const NARROWEST = 480; // of the plane, 48 degrees: a single city is seen with its surroundings, and coasts are no finer
const PLACE_WORDS = 40; // up to here places have under their names what happened there
const CIRCLE = "m1 0q0 .41-.29 .71q-.3 .29-.71 .29q-.41 0-.71-.29q-.29-.3-.29-.71q0-.41 .29-.71q.3-.29 .71-.29q.41 0 .71 .29q.29 .3 .29 .71z";

/** Whether the gazetteer knows where some actor is. */
const hasAtlas = tables.world !== null;
/** @type {Map<number, number>} */
const stoodOnAtlas = new Map();

/**
 * Whether a relation says that something is or happens at a place, rather than to whom the place belongs.
 *
 * @param {Edge} edge
 */
function isLocal(edge) {
  const ends = [nodes[edge.from], nodes[edge.to]];
  if (edge.bg || !ends.some(({ at }) => at)) return false;
  const [{ type }, { sub }] = ends;
  if (edge.relation.quiet) return type !== "Place" && !(type === "Person" && sub === "Country");
  return !edge.relation.lasting;
}

/** @param {Edge} edge */
const isSeenLocally = (edge) =>
  isLocal(edge) && !isGone(edge) && !isOff(edge) && isSaid(edge) && passes(nodes[edge.from]) && passes(nodes[edge.to]);

/** The places that the map shows, those with the most relations first. */
function placeMarks() {
  /** @type {Map<number, Edge[]>} */
  const local = new Map();
  for (const edge of edges.filter(isSeenLocally))
    for (const id of new Set([edge.from, edge.to])) if (nodes[id].at) local.set(id, [...(local.get(id) ?? []), edge]);
  const marks = [...local].map(([id, found]) => ({ node: nodes[id], spot: /** @type {Point} */ (nodes[id].at), edges: found }));
  return marks.sort((a, b) => b.edges.length - a.edges.length || a.node.id - b.node.id);
}

/**
 * @param {{ edges: Edge[] }} mark
 * @param {number} width of the map: on a narrow one discs are smaller
 */
const discOf = ({ edges: found }, width) =>
  Math.min(DISC.largest, DISC.least + DISC.step * Math.sqrt(found.length - 1)) * Math.min(1, 0.4 + width / 1500);

/**
 * The view of all places that the map shows; of all countries if there are none.
 *
 * @param {{ width: number; height: number }} size
 * @returns {View}
 */
function atlasView({ width, height }) {
  const spots = placeMarks().map(({ spot }) => spot);
  if (!spots.length) spots.push([-1500, -900], [1700, 700]);
  const [left, right] = extremes(spots.map(([x]) => x)),
    [top, bottom] = extremes(spots.map(([, y]) => y));
  const side = Math.min(110, width * 0.2);
  const scale = Math.min((width - 2 * side) / Math.max(right - left, NARROWEST), (height - 160) / Math.max(bottom - top, NARROWEST / 2));
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale };
}

/**
 * @param {Frame} frame
 * @param {number} top
 * @returns {Shape[]}
 */
function atlasShapes({ width, height, position, scale }, top) {
  /** @type {(spot: Point) => Point} */
  const at = ([x, y]) => [(x - position.x) * scale + width / 2, (y - position.y) * scale + height / 2 + top];
  const marks = placeMarks().map((mark) => ({ ...mark, middle: at(mark.spot), disc: discOf(mark, width) }));
  const { land, borders } = tables.world ?? { land: "", borders: "" };
  return [
    { at: at([0, 0]), scale, d: land, kind: "land", fill: colours.line },
    { at: at([0, 0]), scale, d: borders, kind: "land", stroke: colours.paper, width: 1 },
    ...journeys(marks),
    ...marks.flatMap(discShapes),
    ...atlasWords(marks, [0, top, width, top + height]),
  ];
}

/**
 * Lines between two places of which one did something to the other.
 *
 * @param {Mark[]} marks
 * @returns {Shape[]}
 */
function journeys(marks) {
  const byId = new Map(marks.map((mark) => [mark.node.id, mark]));
  /** @type {Map<string, Shape[]>} */
  const lines = new Map();
  for (const edge of new Set(marks.flatMap(({ edges: found }) => found))) {
    const [start, end] = [byId.get(edge.from), byId.get(edge.to)];
    if (start && end && start !== end) lines.set(`${edge.from} ${edge.to} ${edge.relation.family}`, journeyShapes(start, end, edge));
  }
  return [...lines.values()].flat();
}

/**
 * A bowed line, with a tip at the rim of the disc where it ends.
 *
 * @param {Mark} start
 * @param {Mark} end
 * @param {Edge} edge
 * @returns {Shape[]}
 */
function journeyShapes({ middle: [x, y] }, { middle: [toX, toY], disc }, edge) {
  const { relation } = edge;
  const [dx, dy] = [toX - x, toY - y];
  const via = [dx / 2 + dy * 0.18, dy / 2 - dx * 0.18];
  const length = Math.hypot(dx - via[0], dy - via[1]) || 1;
  const [ux, uy] = [(dx - via[0]) / length, (dy - via[1]) / length];
  const look = { stroke: colours[relation.family], width: 2, alpha: 0.8, dashes: DASHES[toneOf(edge)] || [] };
  /** @type {Shape} */
  const line = { at: [x, y], scale: 1, d: `m0 0q${numbers(...via, dx - ux * disc, dy - uy * disc)}`, kind: "line", ...look };
  const back = `l${numbers(-9 * ux + 4 * uy, -9 * uy - 4 * ux)}l${numbers(-8 * uy, 8 * ux)}z`;
  return relation.symmetric ? [line] : [line, { at: [toX - ux * disc, toY - uy * disc], scale: 1, d: `m0 0${back}`, kind: "tip", fill: look.stroke }];
}

/**
 * Discs in each other, as large as there are relations of each family; hollow where none is stated as fact.
 *
 * @param {Mark} mark
 * @returns {Shape[]}
 */
function discShapes({ node, middle, disc, edges: found }) {
  let left = found.length;
  return tally(found, (edge) => edge.relation.family).map(([family, count], i) => {
    const size = disc * Math.sqrt(left / found.length);
    left -= count;
    const outer = i ? {} : { name: `${node.name}: ${localWords({ node, edges: found })}` };
    const isFirm = found.some((edge) => edge.relation.family === family && toneOf(edge) === "firm");
    const rim = isChosen(node) && !i ? { stroke: colours.ink, width: 3.5 } : { stroke: isFirm ? colours.paper : colours[family], width: 1.5 };
    return { at: middle, scale: size, d: CIRCLE, kind: i ? "part" : "actor", fill: isFirm ? colours[family] : colours.paper, ...rim, ...outer };
  });
}

/**
 * @param {string} words
 * @param {Edge} edge
 */
const withManner = (words, { manner }) => (manner === "stated" ? words : `${words}, ${MANNERS[manner].toLowerCase()}`);

/** @param {Edge} edge */
const statedWords = (edge) => withManner(edge.relation.label, edge);

/**
 * What happened at a place, by relation and how it is said: by or to whom, or how often.
 *
 * @param {{ node: ActorNode; edges: Edge[] }} mark
 */
function localWords({ node, edges: found }) {
  /** @param {Edge} edge */
  const withWhom = (edge) => {
    const { label, quiet } = edge.relation;
    const other = nodes[edge.to === node.id ? edge.from : edge.to].name;
    return withManner(quiet ? other : edge.to === node.id ? `${other} ${label}` : `${label} ${other}`, edge);
  };
  /** @param {string} words */
  const alike = (words) => /** @type {Edge} */ (found.find((edge) => statedWords(edge) === words));
  return tally(found, statedWords).map(([words, count]) => (count > 1 ? `${words} (${count})` : withWhom(alike(words)))).join(", ");
}

/**
 * Names beside their discs, or with a line to them, those with the most relations first; below them what happened there.
 *
 * @param {Mark[]} marks
 * @param {Box} view
 * @returns {Shape[]}
 */
function atlasWords(marks, view) {
  const room = emptyRoom({ scale: 1, view, covered: [], measure: measureLetters, stood: stoodOnAtlas, isMoving: state.isRoaming });
  for (const { node, middle: [x, y], disc } of marks) putBox(room.discs, [x - disc, y - disc, x + disc, y + disc], node.id);
  const places = new Map(marks.map((mark, place) => [mark, place]));
  placeSteadily(marks, (mark, step) => placePlace(room, mark, { must: Number(places.get(mark)) < LEADING && isRoomy(room), isTold: marks.length <= PLACE_WORDS, step }));
  return [...room.leaders.map(([start, end]) => leaderShape(start, end)), ...room.words.flatMap((one) => wordShapes(one, { scale: 1, at: ({ x, y }) => [x, y] }))];
}

/**
 * @param {Room} room
 * @param {Mark} mark
 * @param {{ must: boolean; isTold: boolean; step: Stage }} how whether the name must stand somewhere, and whether there is
 *   room for what happened
 */
function placePlace(room, mark, { must, isTold, step }) {
  const { node, middle: [x, y], disc } = mark;
  const anchor = { id: node.id, x, y, rim: disc },
    block = blockOf(room, linesOf(node.name), 13, true);
  const { spot, isAway } = spotOfName(room, anchor, block, must, step);
  if (!spot) return false;
  if (isAway) lead(room, leaderOf(anchor, boxOf(...spot, block)));
  write(room, block, spot, colours.ink);
  const below = blockOf(room, [short(localWords(mark), LINE_LETTERS)], 11, false);
  /** @type {Point} */
  const under = [spot[0], spot[1] + block.lines.length * block.lead];
  const box = boxOf(...under, below);
  if (isTold && isInside(room, box) && isFree(box, room)) write(room, below, under, colours.soft);
  return true;
}

/** What the legend of a picture of places explains. */
function atlasLegend() {
  const found = [...new Set(placeMarks().flatMap((mark) => mark.edges))];
  const families = tally(found, (edge) => edge.relation.family);
  const nowhere = nodes.filter((node) => node.type === "Place" && !node.at && touching[node.id].some((edge) => !isGone(edge))).length;
  return [
    ...families.map(([family]) => ({ mark: [actorMark("Person", colours[family])], words: family })),
    { mark: [], words: "Larger: more relations. Hollow: not stated as fact. Countries are in their middle; borders as in Natural Earth, Crimea as the UN has it" },
    ...(nowhere ? [{ mark: [], words: `Not on the map: ${plural(nowhere, "place")} that the gazetteer does not know` }] : []),
  ];
}

/** @type {Drawn} */
const ATLAS = { shapes: atlasShapes, legend: atlasLegend };
