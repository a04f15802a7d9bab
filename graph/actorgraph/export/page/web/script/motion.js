// The map while it is dragged or zoomed: names stay where they are, or are away until it rests.  Of a crowded one the lines
// are plain, since arrows and dashes take most of a frame's time, and few names are new.

const PAUSE = 150; // milliseconds without a move, until names are placed anew
const isMoving = () => network.renderer.dragging || network.renderer.zooming;

/** Where the map was when it was drawn last, and what draws it once more when it rests. */
let drawnAt = "",
  rest = 0;

/** Whether the map has moved since it was drawn last, by whatever means. */
function isUnderWay() {
  const { x, y } = network.getViewPosition();
  const now = [x, y, network.getScale()].join(" ");
  if (now === drawnAt) return false;
  drawnAt = now;
  clearTimeout(rest);
  rest = window.setTimeout(() => network.redraw(), PAUSE);
  return true;
}

/** @param {CanvasRenderingContext2D} ctx */
function paintPlainLines(ctx) {
  if (!isCrowded() || !isMoving()) return;
  for (const found of shown.bundles.values()) paintPlainLine(ctx, found);
  ctx.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Bundle} found
 */
function paintPlainLine(ctx, found) {
  const from = nodes[found.from],
    to = nodes[found.to],
    via = viaOf(found);
  ctx.globalAlpha = opacityOf(found);
  ctx.strokeStyle = inkOf(found);
  ctx.lineWidth = widthOf(found) * state.pen;
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.quadraticCurveTo(via.x, via.y, to.x, to.y);
  ctx.stroke();
}
