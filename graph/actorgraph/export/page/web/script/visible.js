// What is visible.

function passes(node) {
  if (state.focus && !state.focus.has(node.id)) return false;
  return state.guests.has(node.id) || !(state.off.type.has(node.type) || state.off.group.has(groupColour(node)));
}

function edgePasses(edge) {
  if (state.off.relation.has(edge.r) || state.off.manner.has(edge.manner) || (edge.weak && !state.weak)) return false;
  if ((edge.bg && !state.background) || !isSaid(edge) || !(state.whole || isWanted(edge))) return false;
  return passes(nodes[edge.from]) && passes(nodes[edge.to]);
}

/** Of a large graph: its backbone, and whatever the reader looks at. */
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
  shown = { nodes: ends, edges: visible, bundles: bundle(visible) };
}

const isQuiet = (edge) => Boolean(edge.bg || edge.relation.quiet);

/**
 * One line for the relations of one family and tone between two actors, instead of many on top of each other.  What
 * only says where somebody is joins a line that says more.
 */
function bundle(visible) {
  const bundles = new Map(),
    pairs = new Map();
  for (const edge of [...visible.filter((e) => !isQuiet(e)), ...visible.filter(isQuiet)]) {
    const [a, b] = edge.from < edge.to ? [edge.from, edge.to] : [edge.to, edge.from];
    const fuller = pairs.get(`${a}|${b}`)?.find((one) => one.tone === "firm");
    if (fuller && isQuiet(edge) && toneOf(edge) === "firm") {
      fuller.edges.push(edge);
      continue;
    }
    const key = [a, b, edge.relation.family, toneOf(edge)].join("|");
    if (!bundles.has(key)) {
      const siblings = pairs.get(`${a}|${b}`) || [];
      const found = {
        id: key,
        from: a,
        to: b,
        edges: [],
        family: edge.relation.family,
        tone: toneOf(edge),
        quiet: isQuiet(edge),
        known: Boolean(edge.bg),
        siblings,
        place: siblings.length,
      };
      siblings.push(found);
      pairs.set(`${a}|${b}`, siblings);
      bundles.set(key, found);
    }
    bundles.get(key).edges.push(edge);
  }
  return bundles;
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

const isLit = (found) =>
  state.read
    ? found.edges.some((edge) => state.read.includes(edge.id))
    : state.edge !== null
    ? found.edges.some((edge) => samePair(edge, edges[state.edge]))
    : state.actor === null || found.from === state.actor || found.to === state.actor;
const samePair = (one, other) =>
  (one.from === other.from && one.to === other.to) || (one.from === other.to && one.to === other.from);
