// Small pieces of the page: text enters through textContent only.

/**
 * An element of the template.
 *
 * @template {string} Id
 * @param {Id} id
 * @returns {ElementOf<Id>}
 */
const $ = (id) => /** @type {any} */ (document.getElementById(id));

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null)} children
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (name === "line") element.style.borderTopColor = value;
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/**
 * A button.
 *
 * @param {Node | string} words
 * @param {() => void} act what a click does
 * @param {Record<string, any>} [attributes]
 */
const button = (words, act, attributes = {}) => make("button", { type: "button", ...attributes, onclick: act }, words);

/**
 * A button that looks like text.
 *
 * @param {Node | string} words
 * @param {() => void} act
 */
const textButton = (words, act) => button(words, act, { class: "plain" });

/**
 * @param {string} type
 * @param {string} colour
 */
function glyph(type, colour) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  for (const [name, value] of [
    ["viewBox", "0 0 18 18"],
    ["class", "glyph"],
    ["aria-hidden", "true"],
  ])
    picture.setAttribute(name, value);
  path.setAttribute("d", (SHAPES[type] || SHAPES.Other)[1]);
  path.setAttribute("fill", isHollow(type) ? "none" : colour);
  path.setAttribute("stroke", colour);
  path.setAttribute("stroke-width", isHollow(type) ? "2" : "0");
  picture.append(path);
  return picture;
}

/**
 * @param {Tone | undefined} tone
 * @param {string} colour
 */
function line(tone, colour) {
  const picture = glyph("Person", colour);
  const [path] = picture.children;
  path.setAttribute("d", tone === "denied" || tone === "disputed" ? "M0 9h18M6 6l6 6M12 6l-6 6" : "M0 9h18");
  path.setAttribute("fill", "none");
  path.setAttribute("stroke-width", "2");
  if (tone === "dashed") path.setAttribute("stroke-dasharray", "5 3");
  if (tone === "dotted") path.setAttribute("stroke-dasharray", "2 3");
  return picture;
}

/** @param {string} type */
const isHollow = (type) => type === "Time" || type === "Other";
/** @param {string} text */
const bdi = (text) => {
  const element = make("bdi", { dir: "auto" });
  element.textContent = text;
  return element;
};
/** @param {number} count */
const number = (count) => count.toLocaleString("en-GB");
/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many || `${one}s`}`;
/** @param {number} id */
const nameOf = (id) => (id < nodes.length ? nodes[id].name : tables.names[id - nodes.length]);
/** @param {Edge} edge */
const toneOf = (edge) => TONES[edge.manner] || "dashed";

/**
 * @param {string} name
 * @param {number} [limit]
 */
function short(name, limit = NAME_LETTERS) {
  const letters = Array.from(name.slice(0, 4 * limit));
  return letters.length > limit
    ? `${letters
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`
    : name;
}

/** @param {string} iso */
function day(iso) {
  const [year, month, date] = iso.split("-");
  const months = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ];
  return [date && Number(date), months[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** The days of publication of the documents; "" if none is dated. */
function datesRead() {
  const [first, last] = tables.dates;
  return first ? span(first, last) : "";
}

/** The days of what is shown. */
function datesShown() {
  if (state.day) return day(state.day);
  const [first, last] = tables.dates;
  return first ? span(state.since ?? first, state.until ?? last) : "";
}

/**
 * @param {string} first
 * @param {string} last
 */
const span = (first, last) => (first === last ? day(first) : `${day(first)} to ${day(last)}`);

/** @param {number} percent */
function sureness(percent) {
  const words =
    percent >= 90
      ? "very likely read right"
      : percent >= 75
        ? "likely read right"
        : percent >= 50
          ? "more likely right than not"
          : "doubtful";
  return `${words} (${percent}\u00a0%)`;
}

/**
 * How often each key occurs, the most frequent first.
 *
 * @param {any[]} items
 * @param {(item: any) => any} key
 */
function tally(items, key) {
  const counts = new Map();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
