// A picture as PDF, one page of its size: outlines only, so that it prints the same everywhere.

const POINTS = 0.75; // of print, to a pixel

/**
 * "" where a text has no outlines.
 *
 * @param {Figure} figure
 */
function pdfOf({ title, width, height, paper, map, shapes }) {
  const all = [...map.shapes, ...shapes];
  if (all.some(({ text, d }) => text?.trim() && !d)) return "";
  const alphas = [...new Set(all.map(({ alpha = 1 }) => alpha))];
  const drawn = [
    `${POINTS} 0 0 ${-POINTS} 0 ${height * POINTS} cm`,
    `${inks(paper)} rg 0 0 ${width} ${height} re f`,
    `q 0 ${trimmed(map.top)} ${width} ${map.height} re W n`,
    ...map.shapes.map((shape) => strokes(shape, alphas)),
    "Q",
    ...shapes.map((shape) => strokes(shape, alphas)),
  ].join("\n");
  const states = alphas.map((alpha, i) => `/A${i} << /ca ${alpha} /CA ${alpha} >>`).join(" ");
  return pdfFile([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width * POINTS} ${height * POINTS}] /Contents 4 0 R /Resources << /ExtGState << ${states} >> >> >>`,
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    `<< /Title ${utf16(title)} /Creator (actorgraph) >>`,
  ]);
}

/**
 * The objects with the table of their places; every character is one byte.
 *
 * @param {string[]} objects the first is the catalogue, the last the information
 */
function pdfFile(objects) {
  const bodies = ["%PDF-1.4\n", ...objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`)];
  let place = 0;
  const ends = bodies.map(({ length }) => (place += length));
  const rows = ends.slice(0, -1).map((end) => `${String(end).padStart(10, "0")} 00000 n \n`);
  const count = bodies.length;
  return [
    ...bodies,
    `xref\n0 ${count}\n0000000000 65535 f \n`,
    ...rows,
    `trailer\n<< /Size ${count} /Root 1 0 R /Info ${objects.length} 0 R >>\n`,
    `startxref\n${place}\n%%EOF\n`,
  ].join("");
}

/**
 * @param {Shape} shape
 * @param {number[]} alphas
 */
function strokes(shape, alphas) {
  const { text, at: [x, y], scale, d, fill, alpha = 1 } = shape;
  if (!d) return "";
  const path = pdfPath(d);
  const pen = pdfPen(shape);
  const line = pen && `${pen}\n${path}S`;
  const area = fill ? `${inks(fill)} rg\n${path}f` : "";
  // The edge of letters lies behind them, that of actors on them.
  const parts = text === undefined ? [area, line] : [line, area];
  const size = Number(scale.toFixed(5));
  return [`q /A${alphas.indexOf(alpha)} gs ${size} 0 0 ${size} ${trimmed(x)} ${trimmed(y)} cm`, ...parts, "Q"].join("\n");
}

/** @param {Shape} shape */
function pdfPen({ text, scale, stroke, width = 0, dashes = [] }) {
  if (!stroke || !width) return "";
  const gaps = dashes.map((dash) => trimmed(dash / scale)).join(" ");
  return `${inks(stroke)} RG ${trimmed(width / scale)} w [${gaps}] 0 d ${text === undefined ? 0 : 1} j`;
}

/**
 * Steps of a path in the words of PDF, which knows neither relative steps nor quadratic curves.
 *
 * @param {string} d
 */
function pdfPath(d) {
  let here = /** @type {Point} */ ([0, 0]),
    start = here,
    path = "";
  for (const [, step, text] of d.matchAll(/([mMlqz])([^mMlqz]*)/g)) {
    const values = (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const [words, end] = PDF_STEPS[step](here, values, start);
    path += `${words}\n`;
    here = end;
    if (step === "m" || step === "M") start = here;
  }
  return path;
}

/**
 * Each step in the words of PDF, and where it ends.
 *
 * @type {Record<string, (here: Point, values: number[], start: Point) => [words: string, end: Point]>}
 */
const PDF_STEPS = {
  M: (_, [x, y]) => [`${numbers(x, y)} m`, [x, y]],
  m: ([x, y], [dx, dy]) => [`${numbers(x + dx, y + dy)} m`, [x + dx, y + dy]],
  l: ([x, y], [dx, dy]) => [`${numbers(x + dx, y + dy)} l`, [x + dx, y + dy]],
  q: ([x, y], [a, b, dx, dy]) => [
    `${numbers(x + (2 * a) / 3, y + (2 * b) / 3, x + (2 * a + dx) / 3, y + (2 * b + dy) / 3, x + dx, y + dy)} c`,
    [x + dx, y + dy],
  ],
  z: (_, __, start) => ["h", start],
};

/**
 * Shares of red, green and blue.
 *
 * @param {string} hex as in #2f57d0
 */
const inks = (hex) => [1, 3, 5].map((at) => (parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3)).join(" ");

/** @param {string} text */
const utf16 = (text) => `<FEFF${Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("")}>`;
