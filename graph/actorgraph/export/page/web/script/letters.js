// Text as outlines, so that a picture looks the same in every program.  LETTERS holds them; where it lacks a letter, the
// text stays text.

const LETTER_UNITS = 500; // of the outlines, to the size of the letters
const WIDE = 0x2e80; // code points from here on are about as wide as high

/**
 * @param {string} text
 * @param {number} weight
 */
const isOutlined = (text, weight) => Array.from(text).every((letter) => letter in LETTERS[weight]);

/** @type {Measure} */
function measureLetters(text, size, weight) {
  const widths = Array.from(text).map((letter) => {
    const [width] = LETTERS[weight][letter] ?? [/** @type {number} */ (letter.codePointAt(0)) < WIDE ? 0.65 * LETTER_UNITS : LETTER_UNITS];
    return width;
  });
  return (widths.reduce((sum, width) => sum + width, 0) * size) / LETTER_UNITS;
}

/**
 * The outline of a text from the beginning of its line, in the letters' units.
 *
 * @param {string} text
 * @param {number} weight
 */
function outlineOf(text, weight) {
  let x = 0;
  let path = "";
  for (const letter of text) {
    path += letterAt(letter, weight, x, 0);
    x += LETTERS[weight][letter][0];
  }
  return path;
}

/**
 * @param {string} letter
 * @param {number} weight
 * @param {number} x
 * @param {number} y
 * @returns {string}
 */
function letterAt(letter, weight, x, y) {
  const [, form] = LETTERS[weight][letter];
  if (typeof form !== "string") return form.map(([part, dx, dy]) => letterAt(part, weight, x + dx, y + dy)).join("");
  // Only the first step of an outline starts from the line; the others follow it.
  return form.replace(/^m(-?\d+)[ ]?(-?\d+)/, (_, left, top) => `M${Number(left) + x} ${Number(top) + y}`);
}

/**
 * Lines of at most some width.
 *
 * @param {string} text
 * @param {number} width
 * @param {number} size
 * @param {number} weight
 */
function wrapped(text, width, size, weight) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = [lines.at(-1), word].filter(Boolean).join(" ");
    if (lines.length && measureLetters(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
