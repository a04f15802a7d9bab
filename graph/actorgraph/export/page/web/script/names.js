// Names on the map: as many as fit without touching, the most named first; then what the lines say, then posts, and
// last the names of what is not chosen.

let written = []; // all words that stand on the map now, for the drawing of it

function paint(ctx) {
  written = [];
  const scale = network.getScale();
  const view = viewed(),
    isInView = ({ x, y }) => overlap([x, y, x, y], view);
  const seen = labelled().filter(isInView);
  const room = { labels: covered(), discs: seen.filter((node) => radius(node) * scale > SPECK), view, named: [] };
  const bright = lit(),
    isBright = (node) => !bright || bright.has(node.id);
  ctx.textAlign = "center";
  ctx.lineJoin = "round";
  paintCrosses(ctx, scale);
  paintNames(ctx, scale, room, seen.filter(isBright), true);
  paintWords(ctx, scale, room, isInView);
  if (bright || shown.bundles.size <= FEW_LINES) paintPosts(ctx, scale, room);
  if (bright)
    paintNames(ctx, scale, room, seen.filter((node) => !isBright(node)), false);
}

function paintNames(ctx, scale, room, some, isBright) {
  const limit = ($("canvas").clientWidth * $("canvas").clientHeight) / PIXELS_PER_NAME;
  for (const node of some.slice(0, NAMES_TRIED)) {
    if (room.named.length >= limit) break;
    paintName(ctx, node, scale, room, isBright);
  }
}

/** The part of the picture that is in sight: left, top, right, bottom. */
function viewed() {
  const { clientWidth, clientHeight } = $("canvas");
  const low = network.DOMtoCanvas({ x: 0, y: 0 });
  const high = network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return [low.x, low.y, high.x, high.y];
}

/** What lies over the map: the buttons, and the note that only a part is shown. */
function covered() {
  const origin = $("canvas").getBoundingClientRect();
  return [...document.querySelectorAll(".zoom, .focus:not([hidden])")].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const low = network.DOMtoCanvas({ x: left - origin.left, y: top - origin.top });
    const high = network.DOMtoCanvas({ x: right - origin.left, y: bottom - origin.top });
    return [low.x, low.y, high.x, high.y];
  });
}

/** Actors in the order in which their names are tried: what is chosen and hovered over, what is lit, the others. */
function labelled() {
  const bright = lit(),
    first = [state.actor, state.hover];
  const rank = (node) => (first.includes(node.id) ? 0 : !bright || bright.has(node.id) ? 1 : 2);
  return nodes.filter((node) => shown.nodes.has(node.id)).sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}

/** A name in one line or two, cut after the second. */
function linesOf(name) {
  if (Array.from(name).length <= NAME_LETTERS) return [name];
  const breaks = [...name.slice(0, NAME_LETTERS + 1).matchAll(/[\s-]/g)].map((match) => match.index + 1);
  const middle = Math.max(8, Math.min(name.length / 2, NAME_LETTERS));
  const at = breaks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return at ? [name.slice(0, at).trim(), short(name.slice(at).trim())] : [short(name)];
}

function paintName(ctx, node, scale, room, isBright) {
  const importance = (node.size - SMALLEST) / (LARGEST - SMALLEST);
  const isChosen = node.id === state.hover || node.id === state.actor;
  const block = blockOf(ctx, linesOf(node.name), (12 + 4 * importance) / scale, importance > 0.3 || isChosen);
  const spots = spotsAround(node, block, 4 / scale);
  const isInside = ([x, y]) => isWithin(boxOf(x, y, block), room.view, 6 / scale);
  const isFreeAt = ([x, y]) => isFree(boxOf(x, y, block), room, node);
  const large = room.discs.filter((other) => 2 * other.size > node.size && other !== node);
  const isLegibleAt = ([x, y]) => isFree(boxOf(x, y, block), { labels: room.labels, discs: large });
  const inside = spots.filter(isInside);
  const spot =
    inside.find(isFreeAt) || (importance > 0.5 && isBright && inside.find(isLegibleAt)) || (isChosen && spots[0]);
  if (!spot) return;
  ctx.globalAlpha = isBright ? 1 : 0.55;
  write(ctx, block, spot, colours.ink, room, scale);
  ctx.globalAlpha = 1;
  room.named.push({ node, block, spot, isAbove: spot === spots[1] });
}

/** Lines of text with the room they take: half their width, their size, and the height of a line. */
function blockOf(ctx, lines, size, isHeavy, style = "normal") {
  const weight = isHeavy ? 600 : 400,
    font = `${style} ${weight} ${size}px ${FONT}`;
  ctx.font = font;
  const half = Math.max(...lines.map((text) => ctx.measureText(text).width)) / 2;
  return { lines, size, weight, style, font, half, lead: 1.15 * size };
}

/** Where a name may stand: below its node, above it, to the right, to the left; the line its first line stands on. */
function spotsAround(node, { half, size, lines, lead }, gap) {
  const reach = radius(node) + gap,
    rest = (lines.length - 1) * lead;
  return [
    [node.x, node.y + reach + size * 0.9],
    [node.x, node.y - reach - size * 0.1 - rest],
    [node.x + half + reach, node.y + size * 0.35 - rest / 2],
    [node.x - half - reach, node.y + size * 0.35 - rest / 2],
  ];
}

function paintWords(ctx, scale, room, isInView) {
  const isChosen = state.actor !== null || state.edge !== null;
  if (shown.bundles.size > FEW_LINES && !isChosen) return;
  const found = [...shown.bundles.values()].filter((one) => (isChosen ? isLit(one) : !one.known));
  for (const one of found.sort((a, b) => a.quiet - b.quiet)) {
    const middle = pointOn(one, 0.5);
    if (middle && isInView(middle)) paintWord(ctx, one, scale, room);
  }
}

function paintWord(ctx, found, scale, room) {
  const block = blockOf(ctx, [wordsOf(found)], 11.5 / scale, false, "italic");
  const sinks = isCrossed(found) ? [1.6, -0.9] : [0.35, -0.4, 1.1];
  const points = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((share) => pointOn(found, share));
  const spots = sinks.flatMap((sink) => points.map(({ x, y }) => [x, y + sink * block.size]));
  const spot = spots.find(([x, y]) => isFree(boxOf(x, y, block), room));
  if (spot) write(ctx, block, spot, inkOf(found), room, scale);
}

const isCrossed = (found) => found.tone === "denied" || found.tone === "disputed";
const inkOf = (found) => (found.tone === "denied" ? colours.denied : colours[found.family]);

function wordsOf(found) {
  const labels = [...new Set(found.edges.map((edge) => edge.relation.label))];
  const more = labels.length === 1 ? "" : ` +${labels.length - 1}`;
  const how = found.tone === "firm" || isCrossed(found) ? "" : ` (${MANNERS[found.edges[0].manner].toLowerCase()})`;
  return labels[0] + more + how;
}

/** Under a name, in small letters, the post that the person holds. */
function paintPosts(ctx, scale, room) {
  for (const { node, block, spot, isAbove } of room.named) {
    const post = isAbove ? "" : postOf(node);
    if (!post) continue;
    const small = blockOf(ctx, [short(post)], 11 / scale, false);
    const under = [spot[0], spot[1] + block.lines.length * block.lead];
    if (isFree(boxOf(...under, small), { labels: room.labels, discs: room.discs }, node))
      write(ctx, small, under, colours.soft, room, scale);
  }
}

function boxOf(x, y, { half, size, lines, lead }) {
  return [x - half, y - size, x + half, y + (lines.length - 1) * lead + size * 0.2];
}

const overlap = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
const around = (node) => [node.x - radius(node), node.y - radius(node), node.x + radius(node), node.y + radius(node)];
const isWithin = (box, view, edge) =>
  Math.min(box[0] - view[0], box[1] - view[1], view[2] - box[2], view[3] - box[3]) > edge;
const isFree = (box, room, own = null) =>
  !room.labels.some((other) => overlap(box, other)) &&
  !room.discs.some((node) => node !== own && overlap(box, around(node)));

function write(ctx, block, [x, y], colour, room, scale) {
  const [left, top, right, bottom] = boxOf(x, y, block);
  room.labels.push([left - 5 / scale, top, right + 5 / scale, bottom]);
  written.push({ block, spot: [x, y], colour, alpha: ctx.globalAlpha });
  ctx.font = block.font;
  ctx.strokeStyle = colours.halo;
  ctx.lineWidth = 4 / scale;
  ctx.fillStyle = colour;
  block.lines.forEach((text, i) => ctx.strokeText(text, x, y + i * block.lead));
  block.lines.forEach((text, i) => ctx.fillText(text, x, y + i * block.lead));
}

function pointOn(found, share) {
  const drawn = network.body.edges[found.id];
  return drawn && drawn.connected && found.from !== found.to ? drawn.edgeType.getPoint(share) : null;
}

const middleOf = (found) => pointOn(found, 0.5);

function paintCrosses(ctx, scale) {
  const arm = 5 / Math.max(scale, 0.6);
  for (const found of shown.bundles.values()) {
    const middle = isCrossed(found) && isLit(found) ? middleOf(found) : null;
    if (!middle) continue;
    for (const [colour, width] of [
      [colours.halo, 5],
      [colours.cross, 2.2],
    ]) {
      ctx.beginPath();
      ctx.moveTo(middle.x - arm, middle.y - arm);
      ctx.lineTo(middle.x + arm, middle.y + arm);
      ctx.moveTo(middle.x + arm, middle.y - arm);
      ctx.lineTo(middle.x - arm, middle.y + arm);
      ctx.strokeStyle = colour;
      ctx.lineWidth = width / Math.max(scale, 0.6);
      ctx.stroke();
    }
  }
}
