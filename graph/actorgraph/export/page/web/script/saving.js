// What can be taken away: the picture as it is seen, in points or in lines, and the visible relations as a table.

/**
 * @param {string} name
 * @param {any[]} content
 * @param {string} type
 */
function save(name, content, type) {
  const address = URL.createObjectURL(new Blob(content, { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function savePicture() {
  const map = $("canvas").querySelector("canvas");
  if (!map) return;
  const picture = make("canvas", { width: map.width, height: map.height });
  const ctx = picture.getContext("2d");
  if (!ctx) return;
  ctx.fillStyle = colours.paper;
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.drawImage(map, 0, 0);
  picture.toBlob((blob) => save("graph.png", [blob], "image/png"), "image/png");
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} tag
 * @param {Record<string, any>} attributes
 * @param {string} [text]
 */
function draw(tag, attributes, text = "") {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

/** The part of the map that is in sight, with the words that stand on it. */
function drawing() {
  const [left, top, right, bottom] = viewed();
  const { clientWidth: width, clientHeight: height } = $("canvas");
  const svg = draw("svg", { xmlns: SVG, width, height, viewBox: [left, top, right - left, bottom - top].join(" ") });
  svg.append(draw("title", {}, document.title));
  svg.append(draw("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: colours.paper }));
  svg.append(...[...shown.bundles.values()].flatMap(drawnLine));
  svg.append(...nodes.filter((node) => shown.nodes.has(node.id)).map(drawnActor));
  svg.append(...[...shown.bundles.values()].filter((found) => isCrossed(found) && isLit(found)).map(drawnCross));
  svg.append(...leaders.map(drawnLeader));
  svg.append(...written.flatMap(drawnWords));
  return svg;
}

const SHARES = Array.from({ length: 13 }, (_, i) => i / 12);

/** @param {Bundle} found */
function drawnLine(found) {
  const points = SHARES.map((share) => pointOn(found, share)).filter(Boolean);
  if (!points.length) return [];
  const { width, color, dashes } = edgeItem(found);
  const path = draw("polyline", {
    points: points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" "),
    fill: "none",
    stroke: color.color,
    "stroke-width": width.toFixed(1),
    "stroke-opacity": color.opacity,
    ...(dashes ? { "stroke-dasharray": dashes.join(" ") } : {}),
  });
  const tips = [found.to, found.from].filter((end) => arrow(found, end).enabled);
  return [path, ...tips.map((end) => drawnTip(found, end, color))];
}

/**
 * An arrow's tip where a line meets the rim of an actor.
 *
 * @param {Bundle} found
 * @param {number} end
 * @param {{ color: string; opacity: number }} look
 */
function drawnTip(found, end, { color, opacity }) {
  const at = nodes[end],
    toward = pointOn(found, end === found.to ? 0.9 : 0.1);
  const length = Math.hypot(toward.x - at.x, toward.y - at.y) || 1;
  const [dx, dy] = [(toward.x - at.x) / length, (toward.y - at.y) / length];
  const [x, y] = [at.x + dx * radius(at), at.y + dy * radius(at)],
    size = 7 * Math.sqrt(state.pen);
  /** @param {1 | -1} side */
  const corner = (side) => [x + dx * size + side * dy * size * 0.45, y + dy * size - side * dx * size * 0.45];
  const points = [[x, y], corner(1), corner(-1)].map((point) => point.map((one) => one.toFixed(1)).join()).join(" ");
  return draw("polygon", { points, fill: color, "fill-opacity": opacity });
}

/**
 * The cross on what is denied or disputed.
 *
 * @param {Bundle} found
 */
function drawnCross(found) {
  const { x, y } = middleOf(found),
    arm = 5;
  return draw("path", {
    class: "cross",
    d: `M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}M${x + arm} ${y - arm}l${-2 * arm} ${2 * arm}`,
    fill: "none",
    stroke: colours.cross,
    "stroke-width": 2.2,
  });
}

/** @param {[Point, Point]} leader */
function drawnLeader([[x1, y1], [x2, y2]]) {
  return draw("line", { x1, y1, x2, y2, stroke: colours.soft, "stroke-width": 1 / network.getScale() });
}

/** @param {ActorNode} node */
function drawnActor(node) {
  const { color, borderWidth } = nodeItem(node, lit());
  const scale = radius(node) / 8;
  return draw("path", {
    class: "actor",
    d: (SHAPES[node.type] || SHAPES.Other)[1],
    transform: `translate(${node.x} ${node.y}) scale(${scale.toFixed(3)}) translate(-9 -9)`,
    fill: color.background,
    stroke: color.border,
    "stroke-width": (borderWidth / scale).toFixed(2),
  });
}

/** @param {Words} words */
function drawnWords({ block, spot: [x, y], colour, alpha }) {
  return block.lines.map((text, i) =>
    draw(
      "text",
      {
        x: x.toFixed(1),
        y: (y + i * block.lead).toFixed(1),
        "text-anchor": "middle",
        "font-family": FONT,
        "font-size": block.size.toFixed(1),
        "font-style": block.style,
        "font-weight": block.weight,
        fill: colour,
        "fill-opacity": alpha,
        stroke: colours.halo,
        "stroke-width": (block.size / 4).toFixed(1),
        "stroke-linejoin": "round",
        "paint-order": "stroke",
      },
      text,
    ),
  );
}

function saveDrawing() {
  network.redraw();
  save("graph.svg", [new XMLSerializer().serializeToString(drawing())], "image/svg+xml");
}

/**
 * A cell that no spreadsheet takes for a formula.
 *
 * @param {string} text
 */
const cell = (text) => `"${(/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** All visible relations as CSV. */
function saveTable() {
  const rows = shown.edges.map((edge) => [
    nodes[edge.from].name,
    edge.relation.label,
    nodes[edge.to].name,
    MANNERS[edge.manner],
    String(edge.n),
    String(edge.w),
    String(edge.p / 100),
    quoteOf(edge),
  ]);
  const head = ["Subject", "Relation", "Object", "Told as", "Claims", "Documents", "Confidence", "Quote"];
  const text = [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
  save("graph.csv", ["\ufeff", text, "\r\n"], "text/csv");
}
