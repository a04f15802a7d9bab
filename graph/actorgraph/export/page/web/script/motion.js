// A crowded map while it is dragged or zoomed: its lines are plain, since arrows and dashes take most of a frame's time.

/** @param {CanvasRenderingContext2D} ctx */
function paintPlainLines(ctx) {
  const { dragging, zooming } = network.renderer;
  if (!isCrowded() || !(dragging || zooming)) return;
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
