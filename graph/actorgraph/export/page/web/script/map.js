// The map: what vis-network draws, and what clicks on it do.

const DOUBLE_CLICK = 500; // milliseconds between its two clicks at most
const SAME_SPOT = 8; // pixels between them at most
const narrow = matchMedia("(width <= 760px)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const useScreenColours = () => useColours(dark.matches ? "dark" : "light");
const nodeItems = new vis.DataSet(),
  edgeItems = new vis.DataSet();
/** @type {MapNetwork} */
let network;

function refresh() {
  const bright = lit();
  nodeItems.update(nodes.map((node) => nodeItem(node, bright)));
  // The map draws what it knows to be in sight, and of an actor that was hidden it does not know where it is.
  for (const id of shown.nodes) network.body.nodes[id].updateBoundingBox();
  edgeItems.clear();
  edgeItems.add([...shown.bundles.values()].map(edgeItem));
  const isPlain = isCrowded();
  network.renderer.setOptions({ hideEdgesOnDrag: isPlain, hideEdgesOnZoom: isPlain });
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
      interaction: { hover: true, selectConnectedEdges: false, zoomSpeed: 0.7 },
    },
  );
  network.on("beforeDrawing", paintPlainLines);
  network.on("afterDrawing", paint);
  // Without physics the map draws itself at every step of a drag; once a frame is enough.
  network.off("startSimulation");
  network.on("startSimulation", redrawSoon);
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
  // The map tells of a drag before it moves the actor.
  network.on("dragging", ({ nodes: [moved] }) => moved !== undefined && queueMicrotask(() => drag(moved)));
  network.on("dragEnd", ({ nodes: [moved] }) => {
    if (moved === undefined) return;
    drag(moved);
    keepPlaces(dragged(moved));
  });
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
 * What lies under the second click is not meant by it, nor the panel that a tap on the map has just opened under the finger.
 *
 * @param {Event} event
 */
function swallow(event) {
  const isSecond = taken >= 0 && event.timeStamp - taken <= 50;
  const isOfTap = event.timeStamp - lastClick.time <= 50 && event.target instanceof Element && !$("canvas").contains(event.target);
  if (!isSecond && !isOfTap) return;
  event.stopPropagation();
  event.preventDefault();
}

/** @param {string} id */
function selectBundle(id) {
  const bundle = shown.bundles.get(id);
  if (bundle?.family === TALK) selectActor(bundle.edges[0].from);
  else if (bundle) selectEdge(bundle.edges[0].id);
}

/** Draw in the next frame, however often this is asked for before it. */
const redrawSoon = () => network.body.emitter.emit("_requestRedraw");

/** @param {number | null} node */
function hover(node) {
  state.hover = node;
  $("canvas").style.cursor = node === null ? "" : "pointer";
  redrawSoon();
}

/**
 * The view of some actors that leaves room for what covers the map: bars above, on a narrow screen the panel below and a
 * story that is told above, on a wide one that story below.
 *
 * @param {number[]} ids
 * @param {number} [closest]
 */
function framing(ids, closest) {
  const { clientWidth: width, clientHeight: height } = $("canvas");
  /** @type {(id: string) => number} */
  const heightOf = (id) => $(id).offsetHeight; // 0 while it is hidden
  const told = heightOf("telling"),
    panel = narrow.matches ? heightOf("panel") : 0;
  const above = MARGIN.top + heightOf("part") + heightOf("focus") + (narrow.matches ? told : 0);
  const below = panel ? panel + MARGIN.top : MARGIN.bottom;
  return viewOf(ids, { width, height, above, below: below + (narrow.matches ? 0 : told), closest });
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
  stood.clear(); // a view that was asked for looks the same however it was reached
  choosePen();
}

const whereabouts = () => state.going || { position: network.getViewPosition(), scale: network.getScale() };

/** Lines and actors that stay visible in the view just fitted, however large the picture is. */
function choosePen() {
  state.pen = penAt(network.getScale());
  refresh();
}
