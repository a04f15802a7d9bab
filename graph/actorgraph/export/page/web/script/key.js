// The legend of a picture: only what is in it, in rows as wide as the picture.

/**
 * @param {{ mark: Shape[]; words: string }[]} entries
 * @param {number} width
 * @param {number} top
 */
function legendShapes(entries, width, top) {
  const size = SHEET.small,
    room = width - 2 * SHEET.side,
    lead = size * 1.7;
  /** @type {Shape[]} */
  const shapes = [];
  let x = 0,
    y = top + lead;
  for (const { mark, words } of entries) {
    const indent = mark.length ? 24 : 0;
    const lines = wrapped(words, room - indent, size, 400);
    const length = indent + Math.max(...lines.map((line) => measureLetters(line, size, 400)));
    if (x && x + length > room) {
      x = 0;
      y += lead;
    }
    const left = SHEET.side + x;
    shapes.push(...mark.map((shape) => ({ ...shape, at: /** @type {Point} */ ([left, y - 13]) })));
    shapes.push(...lines.map((line, i) => textShape(line, [left + indent, y + i * lead], { size, weight: 400, colour: colours.ink })));
    x += length + SHEET.gap;
    y += (lines.length - 1) * lead;
  }
  return { shapes, bottom: shapes.length ? y + size : top };
}

/** What the legend explains: lines by kind, ways of saying, shapes of actors, colours of communities. */
function legendEntries() {
  const bundles = [...shown.bundles.values()];
  const families = tally(bundles.filter(({ tone }) => tone !== "denied"), ({ family }) => family);
  const tones = tally(bundles, ({ tone }) => tone).filter(([tone]) => tone !== "firm");
  const actors = nodes.filter((node) => shown.nodes.has(node.id));
  const types = tally(actors, (node) => node.type);
  return [
    ...families.map(([family]) => ({ mark: lineMark("firm", colours[family]), words: family })),
    ...tones.map(([tone]) => ({ mark: lineMark(tone, colours.soft), words: toneWords(tone, bundles) })),
    ...types.map(([type]) => ({ mark: [actorMark(type, colours.soft)], words: PLURALS[type] || type })),
    ...headsOf(actors).map((node) => ({ mark: [actorMark("Person", colours[groupColour(node)])], words: `Around ${short(node.name, 40)}` })),
    ...leftOut(),
  ];
}

/** What is listed on the page instead of drawn. */
function leftOut() {
  const count = new Set(shown.pairs.map(({ from, to }) => Math.min(from, to))).size;
  return count ? [{ mark: [], words: `Not drawn: ${plural(count, "pair")} of actors who deal with nobody else` }] : [];
}

/**
 * The ways of saying that a kind of line stands for.
 *
 * @param {Tone} tone
 * @param {Bundle[]} bundles
 */
function toneWords(tone, bundles) {
  const manners = tally(bundles.filter((found) => found.tone === tone).flatMap((found) => found.edges), (edge) => edge.manner);
  return capitalised(manners.map(([manner]) => MANNERS[manner].toLowerCase()).join(", "));
}

/**
 * @param {Tone} tone
 * @param {string} colour
 * @returns {Shape[]}
 */
function lineMark(tone, colour) {
  /** @type {Shape} */
  const stroke = { at: [0, 0], scale: 1, d: "m0 9l18 0", stroke: colour, width: 2, dashes: DASHES[tone] || [] };
  const isCross = tone === "denied" || tone === "disputed";
  return isCross ? [stroke, { at: [0, 0], scale: 1, d: "m5 5l8 8m0-8l-8 8", stroke: colours.cross, width: 2 }] : [stroke];
}

/**
 * @param {string} type
 * @param {string} colour
 * @returns {Shape}
 */
function actorMark(type, colour) {
  const d = (SHAPES[type] || SHAPES.Other)[1];
  return isHollow(type) ? { at: [0, 0], scale: 1, d, stroke: colour, width: 2 } : { at: [0, 0], scale: 1, d, fill: colour };
}
