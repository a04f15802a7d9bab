// A picture as SVG.  Its text is outlines, with the words as labels; letters that have none are text of a fixed length.

/** What XML cannot hold. */
const UNPRINTABLE = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** @param {string} text */
const escaped = (text) =>
  text.replace(UNPRINTABLE, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** @param {Figure} figure */
function svgOf({ title, width, height, paper, map, shapes }) {
  const part = `map-${trimmed(map.top)}`; // another on a page that shows two pictures at once
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<clipPath id="${part}"><rect y="${trimmed(map.top)}" width="${width}" height="${map.height}"/></clipPath>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<g clip-path="url(#${part})">`,
    ...map.shapes.map(element),
    "</g>",
    ...shapes.map(element),
    "</svg>\n",
  ].join("\n");
}

/** @param {number} value */
const trimmed = (value) => String(Number(value.toFixed(2)));

/** @param {Shape} shape */
function element(shape) {
  const { text, at, scale, size = 0, weight, length = 0, d, kind, name } = shape;
  const place = `translate(${at.map(trimmed).join(" ")})${scale === 1 ? "" : ` scale(${Number(scale.toFixed(5))})`}`;
  const look = `transform="${place}" ${paintOf(shape)}`;
  if (text === undefined) return `<path class="${kind ?? "key"}" ${look} d="${d}">${name ? `<title>${escaped(name)}</title>` : ""}</path>`;
  if (d) return `<path class="text" role="img" aria-label="${escaped(text)}" ${look} d="${d}"/>`;
  const font = `font-family="Arial, Helvetica, sans-serif" font-size="${trimmed(size)}" font-weight="${weight}"`;
  return `<text ${font} textLength="${trimmed(length)}" lengthAdjust="spacingAndGlyphs" ${look}>${escaped(text)}</text>`;
}

/** @param {Shape} shape */
function paintOf(shape) {
  const { fill, alpha = 1 } = shape;
  return [`fill="${fill ?? "none"}"`, penOf(shape), alpha < 1 ? `opacity="${trimmed(alpha)}"` : ""].filter(Boolean).join(" ");
}

/** @param {Shape} shape */
function penOf({ text, scale, stroke, width = 0, dashes = [] }) {
  if (!stroke || !width) return "";
  const behind = text === undefined ? "" : ` stroke-linejoin="round" paint-order="stroke"`;
  const gaps = dashes.length ? ` stroke-dasharray="${dashes.map((dash) => trimmed(dash / scale)).join(" ")}"` : "";
  return `stroke="${stroke}" stroke-width="${trimmed(width / scale)}"${behind}${gaps}`;
}
