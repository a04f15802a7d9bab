// A picture to publish: the part of the map that is seen, with title, subtitle, legend, credit and date around it.  It is
// a list of shapes from the back to the front, which svg.js and pdf.js write.

const SHEET = { side: 28, title: 26, subtitle: 15, small: 12.5, gap: 20 }; // pixels

/**
 * @param {Caption} caption
 * @param {Frame} frame
 * @param {Drawn} [drawn] what is in the frame
 * @returns {Figure}
 */
function figureOf(caption, frame, drawn = { shapes: mapShapes, legend: legendEntries }) {
  useColours(caption.scheme);
  const width = frame.width;
  const head = headingShapes(caption, width);
  const below = head.bottom + frame.height;
  const legend = caption.legend ? legendShapes(drawn.legend(), width, below) : { shapes: [], bottom: below };
  const foot = footShapes(caption, width, legend.bottom);
  return {
    title: caption.title,
    width,
    height: foot.bottom,
    paper: colours.paper,
    map: { top: head.bottom, height: frame.height, shapes: drawn.shapes(frame, head.bottom) },
    shapes: [...head.shapes, ...legend.shapes, ...foot.shapes],
  };
}

/**
 * What stands around a picture unless somebody says otherwise.
 *
 * @param {boolean} [isOfPlaces]
 * @returns {Caption}
 */
function firstCaption(isOfPlaces = false) {
  return {
    title: tables.title,
    subtitle: `${isOfPlaces ? "Where it happened" : "Who deals with whom"}, as told in ${plural(tables.read, "document")}`,
    credit: "Graph: actorgraph",
    date: datesRead(),
    legend: true,
    scheme: "light",
  };
}

/**
 * The picture with which the page opens, of some size.
 *
 * @param {Caption} caption
 * @param {{ width: number; height: number }} size
 */
function firstFigure(caption, { width, height }) {
  computeShown();
  if (caption.places && hasAtlas) return figureOf(caption, { width, height, ...atlasView({ width, height }) }, ATLAS);
  const ids = [...shown.nodes];
  const view = ids.length ? viewOf(ids, { width, height, above: MARGIN.top, below: MARGIN.top }) : { position: { x: 0, y: 0 }, scale: 1 };
  state.pen = penAt(view.scale);
  stood.clear();
  return figureOf(caption, { width, height, ...view });
}

/**
 * @param {Caption} caption
 * @param {number} width
 */
function headingShapes({ title, subtitle }, width) {
  const across = width - 2 * SHEET.side;
  /** @type {Shape[]} */
  const shapes = [];
  let bottom = title || subtitle ? SHEET.side - 6 : 0;
  /** @type {[string, number, number, string][]} */
  const parts = [
    [title, SHEET.title, 600, colours.ink],
    [subtitle, SHEET.subtitle, 400, colours.soft],
  ];
  for (const [text, size, weight, colour] of parts) {
    for (const line of wrapped(text, across, size, weight)) {
      bottom += size * 1.2;
      shapes.push(textShape(line, [SHEET.side, bottom], { size, weight, colour }));
    }
    if (text) bottom += 5;
  }
  return { shapes, bottom: bottom && bottom + 8 };
}

/**
 * Credit at the left, date at the right, or under it where there is no room.
 *
 * @param {Caption} caption
 * @param {number} width
 * @param {number} top
 */
function footShapes({ credit, date }, width, top) {
  const size = SHEET.small,
    across = width - 2 * SHEET.side;
  const look = { size, weight: 400, colour: colours.soft };
  const isOneLine = measureLetters(`${credit}   ${date}`, size, 400) <= across;
  const lines = isOneLine ? wrapped(credit, across, size, 400) : [...wrapped(credit, across, size, 400), ...wrapped(date, across, size, 400)];
  const shapes = lines.map((line, i) => textShape(line, [SHEET.side, top + (i + 1) * size * 1.4], look));
  if (isOneLine && date) {
    const left = width - SHEET.side - measureLetters(date, size, 400);
    shapes.push(textShape(date, [left, top + size * 1.4], look));
  }
  const rows = Math.max(lines.length, isOneLine && date ? 1 : 0);
  return { shapes, bottom: Math.ceil(top + rows * size * 1.4 + (rows ? SHEET.gap : 0)) };
}

/**
 * @param {string} text
 * @param {Point} at beginning of the line
 * @param {{ size: number; weight: number; colour: string; alpha?: number; halo?: boolean }} look
 * @returns {Shape}
 */
function textShape(text, at, { size, weight, colour, alpha = 1, halo = false }) {
  const edge = halo ? { stroke: colours.halo, width: 4 } : {};
  if (!isOutlined(text, weight))
    return { text, at, scale: 1, size, weight, length: measureLetters(text, size, weight), d: "", fill: colour, alpha, ...edge };
  return { text, at, scale: size / LETTER_UNITS, d: outlineOf(text, weight), fill: colour, alpha, ...edge };
}

/**
 * What is seen of the map.
 *
 * @param {Frame} frame
 * @param {number} top
 */
function mapShapes({ width, height, position, scale }, top) {
  const [across, down] = [width / scale / 2, height / scale / 2];
  /** @type {Box} */
  const view = [position.x - across, position.y - down, position.x + across, position.y + down];
  /** @type {Plot} */
  const plot = { scale, at: ({ x, y }) => [(x - view[0]) * scale, (y - view[1]) * scale + top] };
  const { words, leaders } = placeWords({ scale, view, covered: [], measure: measureLetters, stood: new Map(stood), isMoving: false });
  const bright = lit();
  return [
    ...[...shown.bundles.values()].flatMap((found) => lineShapes(found, plot)),
    ...nodes.filter((node) => shown.nodes.has(node.id)).map((node) => actorShape(node, bright, plot)),
    ...crossed().map((found) => crossShape(plot.at(middleOf(found)), scale)),
    ...leaders.map(([[x1, y1], [x2, y2]]) => leaderShape(plot.at({ x: x1, y: y1 }), plot.at({ x: x2, y: y2 }))),
    ...words.flatMap((one) => wordShapes(one, plot)),
  ];
}

/**
 * A line, with tips where it has a direction.
 *
 * @param {Bundle} found
 * @param {Plot} plot
 * @returns {Shape[]}
 */
function lineShapes(found, { scale, at }) {
  const { width, color, dashes } = edgeItem(found);
  const look = { stroke: color.color, width: width * scale, alpha: color.opacity, dashes: dashes || [] };
  const [x, y] = at(nodes[found.from]);
  if (found.from === found.to) {
    const size = radius(nodes[found.from]) * scale;
    return [{ at: [x - size, y - 2 * size], scale: size / 9, d: SHAPES.Person[1], kind: "line", ...look }];
  }
  const [viaX, viaY] = at(viaOf(found)),
    [toX, toY] = at(nodes[found.to]);
  const d = `m0 0q${numbers(viaX - x, viaY - y, toX - x, toY - y)}`;
  const tips = [found.to, found.from].filter((end) => arrow(found, end).enabled);
  return [{ at: [x, y], scale: 1, d, kind: "line", ...look }, ...tips.map((end) => tipShape(found, end, color, { scale, at }))];
}

/**
 * An arrow's tip where a line meets the rim of an actor.
 *
 * @param {Bundle} found
 * @param {number} end
 * @param {{ color: string; opacity: number }} look
 * @param {Plot} plot
 * @returns {Shape}
 */
function tipShape(found, end, { color, opacity }, { scale, at }) {
  const actor = nodes[end],
    toward = /** @type {{ x: number; y: number }} */ (pointOn(found, end === found.to ? 0.9 : 0.1));
  const length = Math.hypot(toward.x - actor.x, toward.y - actor.y) || 1;
  const [dx, dy] = [(toward.x - actor.x) / length, (toward.y - actor.y) / length];
  const size = 7 * Math.sqrt(state.pen) * scale;
  const rim = { x: actor.x + dx * radius(actor), y: actor.y + dy * radius(actor) };
  const d = `m0 0l${numbers(size * (dx + dy * 0.45), size * (dy - dx * 0.45))}l${numbers(-size * dy * 0.9, size * dx * 0.9)}z`;
  return { at: at(rim), scale: 1, d, kind: "tip", fill: color, alpha: opacity };
}

/** @param {...number} values */
const numbers = (...values) => values.map((value) => String(Number(value.toFixed(1)))).join(" ");

/**
 * @param {ActorNode} node
 * @param {Set<number> | null} bright
 * @param {Plot} plot
 * @returns {Shape}
 */
function actorShape(node, bright, { scale, at }) {
  const { color, borderWidth } = nodeItem(node, bright);
  const size = (radius(node) * scale) / 8,
    [x, y] = at(node);
  const [, d] = SHAPES[node.type] || SHAPES.Other;
  return {
    at: [x - 9 * size, y - 9 * size],
    scale: size,
    d,
    kind: "actor",
    name: `${node.name} (${spaced(node.sub || node.type)})`,
    fill: color.background,
    stroke: color.border,
    width: borderWidth * scale,
  };
}

/**
 * The cross on what is denied or disputed, smaller on a picture that is small.
 *
 * @param {Point} middle
 * @param {number} scale
 * @returns {Shape}
 */
const crossShape = (middle, scale) => ({
  at: middle,
  scale: scale / Math.max(scale, 0.6),
  d: "m-5-5l10 10m0-10l-10 10",
  kind: "cross",
  stroke: colours.cross,
  width: (2.2 * scale) / Math.max(scale, 0.6),
});

/**
 * @param {Point} start
 * @param {Point} end
 * @returns {Shape}
 */
const leaderShape = ([x, y], [toX, toY]) => ({
  at: [x, y],
  scale: 1,
  d: `m0 0l${numbers(toX - x, toY - y)}`,
  kind: "leader",
  stroke: colours.soft,
  width: 1,
  alpha: LEADER_ALPHA,
});

/**
 * @param {Words} words
 * @param {Plot} plot
 */
function wordShapes({ block, spot: [x, y], colour, alpha }, { scale, at }) {
  const look = { size: block.size * scale, weight: block.weight, colour, alpha, halo: true };
  return block.lines.map((line, i) => {
    const [middle, base] = at({ x, y: y + i * block.lead });
    return textShape(line, [middle - measureLetters(line, look.size, look.weight) / 2, base], look);
  });
}
