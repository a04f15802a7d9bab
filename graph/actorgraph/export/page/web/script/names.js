// What is painted over the actors and lines of the map: words, the leaders of names, crosses.

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** What stands on the map now. */
/** @type {Pick<Room, "words" | "leaders">} */
let written = { words: [], leaders: [] };

/** @param {CanvasRenderingContext2D} ctx */
function paint(ctx) {
  const scale = network.getScale();
  ctx.textAlign = "center";
  ctx.lineJoin = "round";
  for (const found of crossed()) paintCross(ctx, middleOf(found), scale);
  written = placeWords({ scale, view: viewed(), covered: covered(), measure: measureOn(ctx), stood, isMoving: isMoving() || isUnderWay() });
  ctx.globalAlpha = LEADER_ALPHA;
  for (const leader of written.leaders) paintLine(ctx, leader, colours.soft, 1 / scale);
  ctx.globalAlpha = 1;
  for (const one of written.words) paintWords(ctx, one, scale);
  paintLasso(ctx, scale);
}

/**
 * @param {{ size: number; weight: number; style: string }} look
 */
const fontOf = ({ size, weight, style }) => `${style} ${weight} ${size}px ${FONT}`;

/** @type {Map<string, number>} */
const widths = new Map();

/**
 * @param {CanvasRenderingContext2D} ctx
 * @returns {Measure}
 */
function measureOn(ctx) {
  return (text, size, weight, style = "normal") => {
    const font = fontOf({ size, weight, style }),
      key = `${font} ${text}`;
    if (!widths.has(key)) {
      ctx.font = font;
      widths.set(key, ctx.measureText(text).width);
    }
    return widths.get(key) ?? 0;
  };
}

/** The part of the picture that is in sight. */
function viewed() {
  const { clientWidth, clientHeight } = $("canvas");
  return onMap(0, 0, clientWidth, clientHeight);
}

/**
 * A box of pixels on the screen as a box of the picture.
 *
 * @param {number} left
 * @param {number} top
 * @param {number} right
 * @param {number} bottom
 * @returns {Box}
 */
function onMap(left, top, right, bottom) {
  const low = network.DOMtoCanvas({ x: left, y: top });
  const high = network.DOMtoCanvas({ x: right, y: bottom });
  return [low.x, low.y, high.x, high.y];
}

/** What lies over the map: the buttons, the note that only a part is shown, on a narrow screen the panel. */
function covered() {
  const origin = $("canvas").getBoundingClientRect();
  return [...document.querySelectorAll(".zoom, .scope:not([hidden]), .pairs:not([hidden]), .focus:not([hidden]), .telling:not([hidden]), .whole:not([hidden]), .panel:not([hidden])")].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return onMap(left - origin.left, top - origin.top, right - origin.left, bottom - origin.top);
  });
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {[Point, Point]} ends
 * @param {string} colour
 * @param {number} width
 */
function paintLine(ctx, [start, end], colour, width) {
  ctx.beginPath();
  ctx.moveTo(...start);
  ctx.lineTo(...end);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ x: number; y: number }} middle
 * @param {number} scale
 */
function paintCross(ctx, { x, y }, scale) {
  const arm = 5 / Math.max(scale, 0.6);
  for (const [colour, width] of /** @type {[string, number][]} */ ([[colours.halo, 5], [colours.cross, 2.2]])) {
    paintLine(ctx, [[x - arm, y - arm], [x + arm, y + arm]], colour, width / Math.max(scale, 0.6));
    paintLine(ctx, [[x + arm, y - arm], [x - arm, y + arm]], colour, width / Math.max(scale, 0.6));
  }
}

/**
 * Words in the pixels of the screen, so that the browser draws each letter once however the map is zoomed.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {Words} words
 * @param {number} scale
 */
function paintWords(ctx, { block, spot: [x, y], colour, alpha }, scale) {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(1 / scale, 1 / scale);
  ctx.globalAlpha = alpha;
  ctx.font = fontOf({ ...block, size: Number((block.size * scale).toFixed(2)) });
  ctx.strokeStyle = colours.halo;
  ctx.lineWidth = 4;
  ctx.fillStyle = colour;
  block.lines.forEach((text, i) => ctx.strokeText(text, 0, i * block.lead * scale));
  block.lines.forEach((text, i) => ctx.fillText(text, 0, i * block.lead * scale));
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} scale
 */
function paintLasso(ctx, scale) {
  if (lasso.length < 2) return;
  ctx.beginPath();
  for (const [x, y] of lasso) {
    const at = network.DOMtoCanvas({ x, y });
    ctx.lineTo(at.x, at.y);
  }
  ctx.closePath();
  ctx.strokeStyle = colours.accent;
  ctx.lineWidth = 1.5 / scale;
  ctx.setLineDash([6 / scale, 4 / scale]);
  ctx.stroke();
  ctx.setLineDash([]);
}
