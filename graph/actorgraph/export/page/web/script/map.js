// How actors and relations are drawn.

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const names = [
    "paper",
    "ink",
    "soft",
    "accent",
    "halo",
    "denied",
    "cross",
    "group-rest",
    "Other",
    ...Object.values(tables.relations).map((r) => r.family),
  ];
  for (let group = 0; group < COLOURED_GROUPS; group += 1) names.push(`group-${group}`);
  for (const name of names)
    colours[name] =
      style.getPropertyValue(`--${name}`).trim() || colours.Other || style.getPropertyValue("--Other").trim();
}

/**
 * The largest communities have a colour of their own; the many small ones share one.
 */
const groups = (() => {
  /** @type {Map<number, number>} */
  const sizes = new Map();
  for (const node of nodes) {
    if (touching[node.id].length && !tables.off.includes(node.type))
      sizes.set(node.group, (sizes.get(node.group) || 0) + 1);
  }
  const largest = [...sizes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .filter(([, size]) => size > 2)
    .slice(0, COLOURED_GROUPS);
  return new Map(largest.map(([group], rank) => [group, `group-${rank}`]));
})();
/** @param {ActorNode} node */
const groupColour = (node) => groups.get(node.group) || "group-rest";

/**
 * A colour that stands back, solid so that no line shows through.
 *
 * @param {string} colour
 */
function pale(colour) {
  /** @param {string} hex */
  const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const paper = parts(colours.paper);
  return `rgb(${parts(colour).map((part, i) => Math.round(0.35 * part + 0.65 * paper[i]))})`;
}

/** @param {ActorNode} node */
const radius = (node) => node.size * Math.sqrt(state.pen);

/**
 * @param {ActorNode} node
 * @param {Set<number> | null} bright
 */
function nodeItem(node, bright) {
  const isBright = !bright || bright.has(node.id),
    colour = isBright ? colours[groupColour(node)] : pale(colours[groupColour(node)]),
    chosen = node.id === state.actor;
  const border = chosen ? colours.ink : isHollow(node.type) ? colour : colours.paper;
  return {
    id: node.id,
    x: node.x,
    y: node.y,
    size: radius(node),
    shape: (SHAPES[node.type] || SHAPES.Other)[0],
    hidden: !shown.nodes.has(node.id),
    color: { background: isHollow(node.type) ? colours.paper : colour, border },
    borderWidth: chosen ? 3.5 : isHollow(node.type) ? 2.5 : state.pen > 2 ? 0 : 1.5,
  };
}

/** @param {Bundle} found */
function edgeItem(found) {
  const crowd = (shown.bundles.size > 400 ? 0.38 : 0.8) * (found.known ? 0.45 : found.quiet ? 0.7 : 1);
  const chosen = state.actor !== null || state.edge !== null || state.read !== null;
  const weight = Math.max(...found.edges.map((edge) => edge.w));
  return {
    id: found.id,
    from: found.from,
    to: found.to,
    dashes: DASHES[found.tone],
    width: Math.min(6, (found.quiet ? 1 : 1.7) + Math.log2(weight) * 0.9) * state.pen,
    color: {
      color: found.tone === "denied" ? colours.denied : colours[found.family],
      opacity: !chosen ? crowd : isLit(found) ? 1 : 0.2,
      inherit: false,
    },
    arrows: { to: arrow(found, found.to), from: arrow(found, found.from) },
    smooth: bend(found),
  };
}

/**
 * @param {Bundle} found
 * @param {number} end
 */
function arrow(found, end) {
  return {
    enabled: found.edges.some((edge) => !edge.relation.symmetric && edge.to === end),
    scaleFactor: 0.55 / Math.sqrt(state.pen),
  };
}

/** @param {Bundle} found */
function bend(found) {
  if (found.siblings.length === 1) return false;
  const side = found.place - (found.siblings.length - 1) / 2;
  return side === 0
    ? false
    : { enabled: true, type: side > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(0.6, Math.abs(side) * 0.22) };
}

const nodeItems = new vis.DataSet(),
  edgeItems = new vis.DataSet();
/** @type {MapNetwork} */
let network;

function refresh() {
  const bright = lit();
  nodeItems.update(nodes.map((node) => nodeItem(node, bright)));
  edgeItems.clear();
  edgeItems.add([...shown.bundles.values()].map(edgeItem));
  $("empty").hidden = shown.nodes.size > 0;
  $("empty").textContent = nodes.length ? "Nothing passes these filters." : "No actors were found in these documents.";
}

function startMap() {
  network = new vis.Network(
    $("canvas"),
    { nodes: nodeItems, edges: edgeItems },
    {
      physics: false,
      layout: { improvedLayout: false },
      autoResize: true,
      nodes: { chosen: false },
      edges: {
        chosen: false,
        selectionWidth: 0,
        hoverWidth: 0,
        arrowStrikethrough: false,
        selfReference: { size: 18 },
      },
      interaction: { hover: true, selectConnectedEdges: false, hideEdgesOnDrag: edges.length > 2500, zoomSpeed: 0.7 },
    },
  );
  network.on("afterDrawing", paint);
  network.on("click", clicked);
  network.on("doubleClick", ({ nodes: [node], event }) => {
    if (node !== undefined && event?.srcEvent.timeStamp !== taken) focusOn(node);
  });
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  network.on("hoverEdge", () => {
    $("canvas").style.cursor = "pointer";
  });
  network.on("blurEdge", () => {
    $("canvas").style.cursor = "";
  });
  network.on("dragging", ({ nodes: moved }) =>
    moved.forEach((id) => Object.assign(nodes[id], network.getPosition(id))),
  );
}

/** The actor that was clicked last, and when and where. */
let lastClick = { node: -1, time: 0, x: 0, y: 0 };
let taken = -1; // the moment of the click that was the second of two

/** @param {MapEvent} event */
function clicked({ nodes: [node], edges: [found], event: { srcEvent } }) {
  if (srcEvent.timeStamp === taken) return;
  const { timeStamp: time, clientX: x, clientY: y } = srcEvent;
  lastClick = { node: node ?? -1, time, x, y };
  if (node !== undefined) selectActor(node);
  else if (found !== undefined) selectBundle(found);
  else clearSelection();
}

/**
 * A second click at once and on the same spot means the actor of the first: the map has moved, or the panel covers it.
 *
 * @param {PointerEvent} event
 */
function secondClick({ timeStamp, clientX, clientY }) {
  const { node, time, x, y } = lastClick;
  if (node < 0 || timeStamp <= time || timeStamp - time > DOUBLE_CLICK) return;
  if (Math.hypot(clientX - x, clientY - y) > SAME_SPOT) return;
  lastClick.node = -1;
  taken = timeStamp;
  focusOn(node);
}

/**
 * What lies under the second click is not meant by it.
 *
 * @param {Event} event
 */
function swallow(event) {
  if (taken < 0 || event.timeStamp - taken > 50) return;
  event.stopPropagation();
  event.preventDefault();
}

/** @param {string} id */
function selectBundle(id) {
  const bundle = shown.bundles.get(id);
  if (bundle) selectEdge(bundle.edges[0].id);
}

/** @param {number | null} node */
function hover(node) {
  state.hover = node;
  $("canvas").style.cursor = node === null ? "" : "pointer";
  network.redraw();
}

/** @param {number[]} [ids] */
function fit(ids = [...shown.nodes]) {
  if (ids.length) travel(framing(ids));
}

/**
 * Move to a view, at once when the page has just opened or the reader wants no motion.
 *
 * @param {View} view
 */
function travel(view) {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches || !$("canvas").dataset.ready;
  network.moveTo({ ...view, animation: isCalm ? false : { duration: 350, easingFunction: "easeInOutQuad" } });
  state.going = view;
  if (isCalm) arrive();
  else network.once("animationFinished", arrive);
  $("canvas").dataset.ready = "yes";
}

function arrive() {
  state.going = null;
  choosePen();
}

const whereabouts = () => state.going || { position: network.getViewPosition(), scale: network.getScale() };

/**
 * The view of some actors, up to a zoom, that leaves room for names at the sides and for what covers the map below.
 *
 * @param {number[]} ids
 * @param {number} [closest]
 * @param {number} [covered]
 */
function framing(ids, closest = 1.5, covered = MARGIN.bottom) {
  const { clientWidth, clientHeight } = $("canvas");
  const [left, right, top, bottom] = [false, true].flatMap((isUpright) => {
    const values = ids.map((id) => (isUpright ? nodes[id].y : nodes[id].x));
    return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  });
  const width = Math.max(60, clientWidth - 2 * Math.min(MARGIN.side, clientWidth * 0.12));
  const above = MARGIN.top + ($("part").hidden ? 0 : $("part").offsetHeight);
  const height = Math.max(60, clientHeight - above - covered);
  const scale = Math.min(closest, width / Math.max(right - left, 1), height / Math.max(bottom - top, 1));
  return {
    position: { x: (left + right) / 2, y: (top + bottom) / 2 + (covered - above) / 2 / scale },
    scale,
  };
}

/** Lines and actors that stay visible in the view just fitted, however large the picture is. */
function choosePen() {
  state.pen = Math.min(3.5, Math.max(1, 0.85 / network.getScale()));
  refresh();
}

/** The picture lies flat, as screens do; on an upright screen it stands up. */
function standUp() {
  if ($("stage").clientHeight > $("stage").clientWidth * 1.2)
    for (const node of nodes) [node.x, node.y] = [node.y, node.x];
}
