// How actors and lines look: colours, shapes, widths.  The map and saved pictures draw the same.

const MANY_LINES = 400; // from here on lines are faint, and plain while the map moves

/** Colours of the scheme in use. */
/** @type {Record<string, string>} */
const colours = {};

/** @param {Scheme} scheme */
function useColours(scheme) {
  const palette = PALETTE[scheme];
  Object.assign(colours, palette);
  for (const { family } of Object.values(tables.relations)) colours[family] = palette[family] ?? palette.Other;
}

/** How many communities have a colour of their own. */
const COLOURED_GROUPS = Object.keys(PALETTE.light).filter((name) => /^group-\d+$/.test(name)).length;

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
  const mixed = parts(colour).map((part, i) => Math.round(0.35 * part + 0.65 * paper[i]));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** @param {ActorNode} node */
const radius = (node) => node.size * Math.sqrt(state.pen);

/**
 * @param {ActorNode} node
 * @param {Set<number> | null} bright
 */
function nodeItem(node, bright) {
  const plain = colours[groupColour(node)];
  const colour = !bright || bright.has(node.id) ? plain : pale(plain);
  return {
    id: node.id,
    x: node.x,
    y: node.y,
    size: radius(node),
    shape: (SHAPES[node.type] || SHAPES.Other)[0],
    hidden: !shown.nodes.has(node.id),
    color: { background: isHollow(node.type) ? colours.paper : colour, border: borderOf(node, colour) },
    borderWidth: isChosen(node) ? 3.5 : isHollow(node.type) ? 2.5 : state.pen > 2 ? 0 : 1.5,
  };
}

/** @param {ActorNode} node */
const isChosen = ({ id }) => id === state.actor || state.chosen.has(id);

/**
 * @param {ActorNode} node
 * @param {string} colour
 */
function borderOf(node, colour) {
  if (isChosen(node)) return colours.ink;
  return isHollow(node.type) ? colour : colours.paper;
}

/** @param {Bundle} found */
function edgeItem(found) {
  return {
    id: found.id,
    from: found.from,
    to: found.to,
    dashes: DASHES[found.tone],
    width: widthOf(found) * state.pen,
    color: {
      color: found.tone === "denied" ? colours.denied : colours[found.family],
      opacity: opacityOf(found),
      inherit: false,
    },
    arrows: { to: arrow(found, found.to), from: arrow(found, found.from) },
    smooth: bend(found),
  };
}

/** @param {Bundle} found */
function widthOf(found) {
  const weight = Math.max(...found.edges.map((edge) => edge.w));
  return Math.min(6, (found.quiet ? 1 : 1.7) + Math.log2(weight) * 0.9) + (flashes(found) ? 3 : 0);
}

const isCrowded = () => shown.bundles.size > MANY_LINES;

/** @param {Bundle} found */
function opacityOf(found) {
  if (flashes(found)) return 1;
  if (state.actor !== null || state.edge !== null || state.read !== null) return isLit(found) ? 1 : 0.2;
  return (isCrowded() ? 0.38 : 0.8) * (found.known ? 0.45 : found.quiet || state.day !== null ? 0.7 : 1);
}

/**
 * Whether a line is what happens on the day that is shown.
 *
 * @param {Bundle} found
 */
const flashes = (found) => state.day !== null && found.edges.some((edge) => !edge.relation.lasting);

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

/**
 * Lines and actors stay visible however small the picture is.
 *
 * @param {number} scale
 */
const penAt = (scale) => Math.min(3.5, Math.max(1, 0.85 / scale));

/**
 * The view of some actors, up to a zoom, with room for names at the sides.
 *
 * @param {number[]} ids
 * @param {{ width: number; height: number; above: number; below: number; closest?: number }} sheet in pixels
 * @returns {View}
 */
function viewOf(ids, { width, height, above, below, closest = 1.5 }) {
  const [left, right] = extremes(ids.map((id) => nodes[id].x));
  const [top, bottom] = extremes(ids.map((id) => nodes[id].y));
  const across = Math.max(60, width - 2 * Math.min(MARGIN.side, width * 0.06));
  const down = Math.max(60, height - above - below);
  const scale = Math.min(closest, across / Math.max(right - left, 1), down / Math.max(bottom - top, 1));
  return {
    position: { x: (left + right) / 2, y: (top + bottom) / 2 + (below - above) / 2 / scale },
    scale,
  };
}

/** @param {number[]} values */
const extremes = (values) => [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];

/**
 * A point of a line, by its share of the way; null on a line from an actor to itself.
 *
 * @param {Bundle} found
 * @param {number} share
 */
function pointOn(found, share) {
  if (found.from === found.to) return null;
  const from = nodes[found.from],
    to = nodes[found.to],
    via = viaOf(found),
    back = 1 - share;
  /** @param {"x" | "y"} axis */
  const at = (axis) => back * back * from[axis] + 2 * back * share * via[axis] + share * share * to[axis];
  return { x: at("x"), y: at("y") };
}

/**
 * The control point of a line's curve; the middle if it is straight.
 *
 * @param {Bundle} found
 */
function viaOf(found) {
  const from = nodes[found.from],
    to = nodes[found.to],
    curve = bend(found);
  if (!curve) return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const turn = (curve.roundness * Math.PI) / 2;
  const angle = Math.atan2(to.y - from.y, to.x - from.x) + (curve.type === "curvedCW" ? -turn : turn);
  const reach = Math.hypot(to.x - from.x, to.y - from.y) * (0.5 + curve.roundness / 2);
  return { x: from.x + reach * Math.cos(angle), y: from.y + reach * Math.sin(angle) };
}

/** @param {Bundle} found */
const middleOf = (found) => /** @type {{ x: number; y: number }} */ (pointOn(found, 0.5));

/** @param {Bundle} found */
const isCrossed = (found) => found.tone === "denied" || found.tone === "disputed";
/** @param {Bundle} found */
const inkOf = (found) => (found.tone === "denied" ? colours.denied : colours[found.family]);

/** The bundles that a cross marks as denied or disputed. */
const crossed = () => [...shown.bundles.values()].filter((found) => found.from !== found.to && isCrossed(found) && isLit(found));
