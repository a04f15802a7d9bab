// What stands on and beside the lines of the map: words, crosses, and the posts under names.

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} scale
 * @param {Room} room
 * @param {(point: { x: number; y: number }) => boolean} isInView
 */
function paintWords(ctx, scale, room, isInView) {
  const isChosen = state.actor !== null || state.edge !== null;
  if (shown.bundles.size > FEW_LINES && !isChosen) return;
  const found = [...shown.bundles.values()].filter((one) => (isChosen ? isLit(one) : !one.known));
  for (const one of found.sort((a, b) => Number(a.quiet) - Number(b.quiet))) {
    const middle = pointOn(one, 0.5);
    if (middle && isInView(middle)) paintWord(ctx, one, scale, room);
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Bundle} found
 * @param {number} scale
 * @param {Room} room
 */
function paintWord(ctx, found, scale, room) {
  const block = blockOf(ctx, [wordsOf(found)], 11.5 / scale, false, "italic");
  const sinks = isCrossed(found) ? [1.6, -0.9] : [0.35, -0.4, 1.1];
  const points = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].map((share) => pointOn(found, share));
  const spots = sinks.flatMap((sink) => points.map(({ x, y }) => /** @type {Point} */ ([x, y + sink * block.size])));
  const spot = spots.find(([x, y]) => isFree(boxOf(x, y, block), room));
  if (spot) write(ctx, block, spot, inkOf(found), room, scale);
}

/** @param {Bundle} found */
const isCrossed = (found) => found.tone === "denied" || found.tone === "disputed";
/** @param {Bundle} found */
const inkOf = (found) => (found.tone === "denied" ? colours.denied : colours[found.family]);

/** @param {Bundle} found */
function wordsOf(found) {
  const labels = [...new Set(found.edges.map((edge) => edge.relation.label))];
  const more = labels.length === 1 ? "" : ` +${labels.length - 1}`;
  const how = found.tone === "firm" || isCrossed(found) ? "" : ` (${MANNERS[found.edges[0].manner].toLowerCase()})`;
  return labels[0] + more + how;
}

/**
 * Under a name, in small letters, the post that the person holds.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} scale
 * @param {Room} room
 */
function paintPosts(ctx, scale, room) {
  for (const { node, block, spot, isAbove } of room.named) {
    const post = isAbove ? "" : captionOf(node);
    if (!post) continue;
    const small = blockOf(ctx, [short(post)], 11 / scale, false);
    /** @type {Point} */
    const under = [spot[0], spot[1] + block.lines.length * block.lead];
    if (isFree(boxOf(...under, small), { labels: room.labels, discs: room.discs }, node))
      write(ctx, small, under, colours.soft, room, scale);
  }
}

/**
 * @param {Bundle} found
 * @param {number} share
 */
function pointOn(found, share) {
  const drawn = network.body.edges[found.id];
  return drawn && drawn.connected && found.from !== found.to ? drawn.edgeType.getPoint(share) : null;
}

/** @param {Bundle} found */
const middleOf = (found) => pointOn(found, 0.5);

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} scale
 */
function paintCrosses(ctx, scale) {
  const arm = 5 / Math.max(scale, 0.6);
  for (const found of shown.bundles.values()) {
    const middle = isCrossed(found) && isLit(found) ? middleOf(found) : null;
    if (!middle) continue;
    for (const { colour, width } of [
      { colour: colours.halo, width: 5 },
      { colour: colours.cross, width: 2.2 },
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
