// What is visible.

const MANY_PAIRS = 4; // from here on, actors who deal with one other only are listed, not drawn

/** @type {Shown} */
let shown = { nodes: new Set(), edges: [], bundles: new Map(), pairs: [] };

/** @param {ActorNode} node */
function passes(node) {
  if (hiddenActors.has(node.id) || state.out.has(node.id)) return false;
  if (state.focus && !state.focus.has(node.id)) return false;
  return state.guests.has(node.id) || !(state.off.type.has(node.type) || state.off.group.has(groupColour(node)));
}

/** @param {Edge} edge */
function edgePasses(edge) {
  if (isGone(edge) || isOff(edge) || isFolded(edge) || !isSaid(edge) || !(state.whole || isWanted(edge))) return false;
  return passes(nodes[edge.from]) && passes(nodes[edge.to]);
}

/** @param {Edge} edge */
function isOff(edge) {
  if (state.off.relation.has(edge.r) || state.off.manner.has(edge.manner)) return true;
  return Boolean((edge.weak && !state.weak) || (edge.bg && !state.background));
}

/**
 * Whether a relation is folded, such as where somebody belongs, unless the reader looks at it.
 *
 * @param {Edge} edge
 */
function isFolded(edge) {
  if (!edge.geo || state.geography || state.focus || edge.id === state.edge) return false;
  return edge.from !== state.actor && edge.to !== state.actor && !state.read?.includes(edge.id);
}

/**
 * Of a large graph: its backbone, and whatever the reader looks at.
 *
 * @param {Edge} edge
 */
function isWanted(edge) {
  if (inBackbone.has(edge.id) || !isToldAtFirst(edge) || state.focus || edge.id === state.edge) return true;
  return edge.from === state.actor || edge.to === state.actor || Boolean(state.read?.includes(edge.id));
}

function computeShown() {
  const passing = edges.filter(edgePasses);
  const ends = new Set(passing.filter((e) => state.backdrop || !e.bg).flatMap((edge) => [edge.from, edge.to]));
  for (const node of nodes) {
    if (passes(node) && (state.lonely || state.guests.has(node.id) || node.id === state.trail.at(-1))) ends.add(node.id);
  }
  const visible = passing.filter((edge) => ends.has(edge.from) && ends.has(edge.to));
  const pairs = state.pairs || state.focus ? [] : pairsApart(visible);
  for (const edge of pairs) for (const end of [edge.from, edge.to]) ends.delete(end);
  const drawn = visible.filter((edge) => ends.has(edge.from));
  shown = { nodes: ends, edges: drawn, bundles: bundle(drawn), pairs };
  addTalk(shown);
}

/**
 * Relations of two actors who deal with nobody else, if there are many of them beside larger parts: they are listed.
 *
 * @param {Edge[]} visible
 */
function pairsApart(visible) {
  /** @type {Map<number, Set<number>>} */
  const around = new Map();
  for (const { from, to } of visible)
    for (const [one, other] of [[from, to], [to, from]]) around.set(one, (around.get(one) ?? new Set()).add(other));
  /** @param {number} id */
  const partners = (id) => [...(around.get(id) ?? [])].filter((other) => other !== id);
  const looked = new Set([state.actor, ...state.guests, ...(state.edge === null ? [] : [edges[state.edge].from, edges[state.edge].to])]);
  const apart = visible.filter(
    ({ from, to }) => from !== to && partners(from).length === 1 && partners(to).length === 1 && !looked.has(from) && !looked.has(to),
  );
  const count = new Set(apart.map(({ from, to }) => Math.min(from, to))).size;
  return count < MANY_PAIRS || apart.length === visible.length ? [] : apart;
}

/** @param {Edge} edge */
const isQuiet = (edge) => Boolean(edge.bg || edge.relation.quiet);

/**
 * One line for the relations of one family and tone between two actors, instead of many on top of each other.  What
 * only says where somebody is joins a line that says more.
 *
 * @param {Edge[]} visible
 */
function bundle(visible) {
  /** @type {Map<string, Bundle>} */
  const bundles = new Map();
  /** @type {Map<string, Bundle[]>} */
  const pairs = new Map();
  for (const edge of [...visible.filter((e) => !isQuiet(e)), ...visible.filter(isQuiet)]) {
    const [a, b] = edge.from < edge.to ? [edge.from, edge.to] : [edge.to, edge.from];
    const siblings = pairs.get(`${a}|${b}`) || [];
    const tone = toneOf(edge);
    const fuller = isQuiet(edge) && tone === "firm" ? siblings.find((line) => line.tone === "firm") : null;
    const id = [a, b, edge.relation.family, tone].join("|");
    const joined = fuller || bundles.get(id);
    if (joined) joined.edges.push(edge);
    else {
      const line = newBundle(id, edge, siblings);
      siblings.push(line);
      pairs.set(`${a}|${b}`, siblings);
      bundles.set(id, line);
    }
  }
  return bundles;
}

/**
 * @param {string} id
 * @param {Edge} edge the first of the bundle
 * @param {Bundle[]} siblings
 * @returns {Bundle}
 */
function newBundle(id, edge, siblings) {
  return {
    id,
    from: Math.min(edge.from, edge.to),
    to: Math.max(edge.from, edge.to),
    edges: [edge],
    family: edge.relation.family,
    tone: toneOf(edge),
    quiet: isQuiet(edge),
    known: Boolean(edge.bg),
    siblings,
    place: siblings.length,
  };
}

function lit() {
  if (state.read) return new Set(state.read.flatMap((id) => [edges[id].from, edges[id].to]));
  if (state.edge !== null) return new Set([edges[state.edge].from, edges[state.edge].to]);
  const centre = state.actor;
  if (centre === null) return null;
  return new Set([
    centre,
    ...shown.edges.filter((edge) => edge.from === centre || edge.to === centre).flatMap((edge) => [edge.from, edge.to]),
  ]);
}

/** @param {Bundle} found */
function isLit(found) {
  const { read, edge: chosen, actor } = state;
  if (read) return found.edges.some((edge) => read.includes(edge.id));
  if (chosen !== null) return found.edges.some((edge) => samePair(edge, edges[chosen]));
  return actor === null || found.from === actor || found.to === actor;
}

/**
 * @param {Edge} one
 * @param {Edge} other
 */
const samePair = (one, other) =>
  (one.from === other.from && one.to === other.to) || (one.from === other.to && one.to === other.from);
