// The data, and what is chosen.

const { nodes, edges, tables } = payload;

/**
 * A row as a record: the payload names the columns of each table once.
 *
 * @param {TableName} table
 * @param {number} id
 * @returns {any}
 */
function record(table, id) {
  const row = tables[table][id];
  return Object.fromEntries(tables.columns[table].map((name, place) => [name, row[place]]));
}

/** @type {DocumentRecord[]} */
const documents = tables.documents.map((_, id) => record("documents", id));
/** @type {ArticleRecord[]} */
const articles = tables.articles.map((_, id) => record("articles", id));
/** What each actor said. */
/** @type {WordsRecord[][]} */
const spoken = nodes.map(() => []);
tables.words.forEach((_, id) => {
  const words = record("words", id);
  spoken[words.speaker].push(words);
});
/** @type {(id: number) => ClaimRecord} */
const claimOf = (id) => record("claims", id);
/** @type {(id: number) => PassageRecord} */
const passageOf = (id) => record("passages", id);
/** @type {Record<string, [shape: string, path: string]>} */
const SHAPES = {
  Person: [
    "dot",
    "m9 2q2.9 0 4.95 2.05q2.05 2.05 2.05 4.95q0 2.9-2.05 4.95q-2.05 2.05-4.95 2.05q-2.9 0-4.95-2.05q-2.05-2.05-2.05-4.95q0-2.9 2.05-4.95q2.05-2.05 4.95-2.05z",
  ],
  Organization: ["square", "m3 3l12 0l0 12l-12 0z"],
  Place: ["triangle", "m9 2l8 14l-16 0z"],
  Group: ["hexagon", "m5 2l8 0l4 7l-4 7l-8 0l-4-7z"],
  Event: ["star", "m9 1l2.3 5.4l5.7 .5l-4.3 3.9l1.3 5.7l-5-3l-5 3l1.3-5.7l-4.3-3.9l5.7-.5z"],
  Role: ["diamond", "m9 1l8 8l-8 8l-8-8z"],
  Work: ["triangleDown", "m9 16l-8-14l16 0z"],
  Time: ["diamond", "m9 1l8 8l-8 8l-8-8z"],
  Other: ["square", "m3 3l12 0l0 12l-12 0z"],
};
/** @type {Record<string, string>} */
const PLURALS = {
  Person: "People",
  Organization: "Organisations",
  Place: "Places",
  Group: "Groups",
  Event: "Events",
  Role: "Posts",
  Work: "Works",
  Time: "Times",
  Other: "Others",
};
/** @type {Record<string, string>} */
const MANNERS = {
  stated: "Stated as fact",
  disputed: "Both affirmed and denied",
  denied: "Denied",
  planned: "Planned",
  possible: "Possible",
  alleged: "Alleged",
  attributed: "Said by somebody",
  demanded: "Demanded",
  designate: "To come",
  former: "No longer",
};
/** @type {Record<string, Tone>} */
const TONES = { stated: "firm", disputed: "disputed", denied: "denied", former: "dotted" };
/** @type {Record<Tone, number[] | false>} */
const DASHES = { firm: false, disputed: false, denied: [3, 4], dotted: [2, 5], dashed: [8, 6] };
const { smallest: SMALLEST, largest: LARGEST, letters: NAME_LETTERS } = tables.look;
const LEADING = 20; // names that always stand on the map, if need be away from their actor with a line to it
const LEADER_ALPHA = 0.6; // of these lines, so that none seems to be a relation
const MARGIN = { side: 70, top: 40, bottom: 84 }; // pixels around the picture
const ROWS = 150; // of the table, added at a time
const LINE_LETTERS = 36; // of the relations that are written on a line

const byKey = new Map(nodes.map((node) => [node.key, node]));
/** @type {Edge[][]} */
const touching = nodes.map(() => []);
edges.forEach((edge, id) => {
  Object.assign(edge, { id, manner: tables.manners[edge.m], relation: tables.relations[edge.r] });
  touching[edge.from].push(edge);
  if (edge.to !== edge.from) touching[edge.to].push(edge);
});
const inBackbone = new Set(tables.backbone);
/** @param {ActorNode} node */
const isOffAtFirst = (node) => tables.off.includes(node.type);
/** @param {Edge} edge */
const isToldAtFirst = (edge) =>
  !edge.bg && !edge.weak && !edge.geo && ![edge.from, edge.to].some((id) => isOffAtFirst(nodes[id]));
/** @type {State} */
const state = {
  off: {
    type: new Set(tables.off),
    group: new Set(),
    relation: new Set(),
    manner: new Set(),
    document: new Set(),
    speaker: new Set(),
  },
  since: null, // days of publication, as in 2025-03-13
  until: null,
  day: null, // of publication, to show what holds on it
  least: 0, // confidence in per cent
  weak: false,
  background: true, // lines that no text says, between actors that are there anyway
  backdrop: !edges.some(isToldAtFirst), // actors that nothing else relates
  lonely: false,
  talk: false, // who speaks about whom
  geography: false, // what says nothing of how actors deal with each other: mostly where they belong
  whole: !tables.backbone.length, // not only the backbone of a large graph
  pairs: false, // actors who deal with one other only, on the map too
  guests: new Set(),
  out: new Set(), // actors that the reader left out of the view
  chosen: new Set(), // several actors, to be moved, arranged or left out
  focus: null, // the actors around the last of the trail
  trail: [],
  steps: 1,
  actor: null,
  edge: null,
  isSelecting: false, // whether a drag selects, also without Shift
  read: null, // relations that the passage under the pointer proves
  article: null, // the one that is read beside the map
  step: null, // of the story that is told
  start: null, // of the path whose end is to be chosen
  hover: null,
  view: "map",
  camera: null, // where the map was before the panel opened
  going: null, // where it is on its way to
  isRoaming: false, // whether the map of places is
  rows: ROWS,
  pen: 1,
  selection: "", // as the address names it
  ready: false, // whether the address has been read
};
