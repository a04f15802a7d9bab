// Small pieces of the page: text enters through textContent only.

const $ = (id) => document.getElementById(id);

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (name === "line") element.style.borderTopColor = value;
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

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
  path.setAttribute("stroke-width", isHollow(type) ? 2 : 0);
  picture.append(path);
  return picture;
}

function line(tone, colour) {
  const picture = glyph("Person", colour);
  picture.firstChild.setAttribute(
    "d",
    tone === "denied" || tone === "disputed" ? "M0 9h18M6 6l6 6M12 6l-6 6" : "M0 9h18",
  );
  picture.firstChild.setAttribute("fill", "none");
  picture.firstChild.setAttribute("stroke-width", "2");
  if (tone === "dashed") picture.firstChild.setAttribute("stroke-dasharray", "5 3");
  if (tone === "dotted") picture.firstChild.setAttribute("stroke-dasharray", "2 3");
  return picture;
}

const isHollow = (type) => type === "Time" || type === "Other";
const bdi = (text) => {
  const element = make("bdi", { dir: "auto" });
  element.textContent = text;
  return element;
};
const number = (count) => count.toLocaleString("en-GB");
const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many || `${one}s`}`;
const nameOf = (id) => (id < nodes.length ? nodes[id].name : tables.names[id - nodes.length]);
const toneOf = (edge) => TONES[edge.manner] || "dashed";

function short(name, limit = NAME_LETTERS) {
  const letters = Array.from(name.slice(0, 4 * limit));
  return letters.length > limit
    ? `${letters
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`
    : name;
}

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
  return [date && Number(date), months[month - 1], year].filter(Boolean).join(" ");
}

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
