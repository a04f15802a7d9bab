// Names on the map: as many as fit without touching, the most central first.

function paint(ctx) {
  const scale = network.getScale();
  const view = viewed(),
    isInView = ({ x, y }) => overlap([x, y, x, y], view);
  const room = { labels: [], discs: labelled().filter(isInView), view };
  const limit = ($("canvas").clientWidth * $("canvas").clientHeight) / PIXELS_PER_NAME;
  ctx.textAlign = "center";
  ctx.lineJoin = "round";
  paintCrosses(ctx, scale);
  for (const node of room.discs.slice(0, NAMES_TRIED)) {
    if (room.labels.length >= limit) break;
    paintName(ctx, node, scale, room);
  }
  paintWords(ctx, scale, room, isInView);
}

/** The part of the picture that is in sight: left, top, right, bottom. */
function viewed() {
  const { clientWidth, clientHeight } = $("canvas");
  const low = network.DOMtoCanvas({ x: 0, y: 0 });
  const high = network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return [low.x, low.y, high.x, high.y];
}

function labelled() {
  const bright = lit(),
    first = [state.actor, state.hover].filter((id) => id !== null).map((id) => nodes[id]);
  const others = nodes.filter(
    (node) => shown.nodes.has(node.id) && (!bright || bright.has(node.id)) && !first.includes(node),
  );
  return first.filter((node) => shown.nodes.has(node.id)).concat(others);
}

function paintName(ctx, node, scale, room) {
  const importance = (node.size - 7) / 23;
  const size = (12 + 4 * importance) / scale;
  const isChosen = node.id === state.hover || node.id === state.actor;
  const text = short(node.name, node.id === state.hover ? 2 * NAME_LETTERS : NAME_LETTERS);
  ctx.font = `${importance > 0.3 || isChosen ? 600 : 400} ${size}px ${FONT}`;
  const half = ctx.measureText(text).width / 2;
  const spots = spotsAround(node, half, size, 4 / scale);
  const isFreeAt = ([x, y]) => isWithin(x - half, x + half, room.view) && isFree(boxOf(x, y, half, size), room, node);
  const isLegibleAt = ([x, y]) => isFree(boxOf(x, y, half, size), { labels: room.labels, discs: [] });
  const spot = spots.find(isFreeAt) || (importance > 0.5 && spots.find(isLegibleAt)) || (isChosen && spots[0]);
  if (spot) write(ctx, text, spot[0], spot[1], half, size, colours.ink, room, scale);
}

/** Where a name may stand: below its node, above it, to the right, to the left. */
function spotsAround(node, half, size, gap) {
  const reach = radius(node) + gap;
  return [
    [node.x, node.y + reach + size * 0.9],
    [node.x, node.y - reach - size * 0.1],
    [node.x + half + reach, node.y + size * 0.35],
    [node.x - half - reach, node.y + size * 0.35],
  ];
}

function paintWords(ctx, scale, room, isInView) {
  const isChosen = state.actor !== null || state.edge !== null;
  if (shown.bundles.size > FEW_EDGES && !isChosen) return;
  const size = 11.5 / scale;
  ctx.font = `italic 400 ${size}px ${FONT}`;
  for (const found of shown.bundles.values()) {
    const middle = isChosen && !isLit(found) ? null : pointOn(found, 0.5);
    if (middle && isInView(middle)) paintWord(ctx, found, size, room, scale);
  }
}

function paintWord(ctx, found, size, room, scale) {
  const text = wordsOf(found);
  const half = ctx.measureText(text).width / 2;
  const sink = size * (isCrossed(found) ? 1.6 : 0.35);
  const spots = [0.5, 0.36, 0.64].map((share) => pointOn(found, share));
  const spot = spots.find(({ x, y }) => isFree(boxOf(x, y + sink, half, size), room));
  if (spot) write(ctx, text, spot.x, spot.y + sink, half, size, inkOf(found), room, scale);
}

const isCrossed = (found) => found.tone === "denied" || found.tone === "disputed";
const inkOf = (found) => (found.tone === "denied" ? colours.denied : colours[found.family]);

function wordsOf(found) {
  const labels = [...new Set(found.edges.map((edge) => edge.relation.label))];
  return labels.length === 1 ? labels[0] : `${labels[0]} +${labels.length - 1}`;
}

const boxOf = (x, y, half, size) => [x - half, y - size, x + half, y + size * 0.3];
const overlap = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
const around = (node) => [node.x - radius(node), node.y - radius(node), node.x + radius(node), node.y + radius(node)];
const isWithin = (left, right, view) => left > view[0] && right < view[2];
const isFree = (box, room, own = null) =>
  !room.labels.some((other) => overlap(box, other)) &&
  !room.discs.some((node) => node !== own && overlap(box, around(node)));

function write(ctx, text, x, y, half, size, colour, room, scale) {
  room.labels.push(boxOf(x, y, half + 2 / scale, size));
  ctx.strokeStyle = colours.halo;
  ctx.lineWidth = 4 / scale;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
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
