// Search by any name, accents and case aside; where none fits, by names that are spelt alike.

const ALIKE = 0.6; // of the pairs of letters in two names, as it takes to offer one for the other
const MOST_HITS = 12;

/** @param {string} text */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
/** @type {string[][]} */
let searchable = [];

/** What the search goes through, since names change. */
function indexNames() {
  context = null;
  searchable = nodes.map((node) => [node.name, ...node.aliases].map((name) => folded(name.slice(0, 200))));
}

/** What is said of an actor or by it, searched behind the names: the post held, the words spoken. */
/** @type {string[] | null} */
let context = null;

function contexts() {
  context ??= nodes.map((node) => {
    const quotes = spoken[node.id].flatMap(({ passages }) => passages.map((id) => passageOf(id).quote));
    return folded([postOf(node), ...quotes].join(" \n "));
  });
  return context;
}

/** @param {string} query */
function matches(query) {
  const wanted = folded(query.trim());
  if (!wanted) return [];
  /** @param {string[]} names */
  const score = (names) =>
    Math.min(
      ...names.map((name) =>
        name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : name.includes(wanted) ? 2 : 9,
      ),
    );
  const words = wanted.length < 4 ? null : contexts();
  const found = nodes
    .map((node) => ({ node, rank: Math.min(score(searchable[node.id]), words?.[node.id].includes(wanted) ? 3 : 9) }))
    .filter(({ node, rank }) => rank < 9 && !hiddenActors.has(node.id))
    .sort((a, b) => a.rank - b.rank || a.node.id - b.node.id)
    .slice(0, MOST_HITS)
    .map(({ node }) => node);
  return found.length || wanted.length < 4 ? found : spelt(wanted);
}

/**
 * Actors with a name, or a part of one, that is spelt almost as what is wanted.
 *
 * @param {string} wanted
 */
function spelt(wanted) {
  /** @param {string[]} names */
  const score = (names) => Math.max(...names.flatMap((name) => [name, ...name.split(" ")]).map((name) => likeness(name, wanted)));
  return nodes
    .map((node) => ({ node, alike: score(searchable[node.id]) }))
    .filter(({ node, alike }) => alike >= ALIKE && !hiddenActors.has(node.id))
    .sort((a, b) => b.alike - a.alike || a.node.id - b.node.id)
    .slice(0, MOST_HITS)
    .map(({ node }) => node);
}

/** @param {string} text */
const lettersPaired = (text) => new Set(Array.from(text).map((letter, i, all) => letter + (all[i + 1] ?? " ")));

/**
 * The share of the pairs of letters in two words that both have (Dice's coefficient).
 *
 * @param {string} one
 * @param {string} other
 */
function likeness(one, other) {
  const [some, others] = [lettersPaired(one), lettersPaired(other)];
  return (2 * [...some].filter((pair) => others.has(pair)).length) / (some.size + others.size || 1);
}

/** @type {ActorNode[]} */
let hits = [];
let active = 0; // among the hits

function closeSearch() {
  $("found").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
  $("search").removeAttribute("aria-activedescendant");
}

function closeUnlessTyping() {
  if (document.activeElement !== $("search")) closeSearch();
}

/** @param {ActorNode} node */
function takeHit(node) {
  closeSearch();
  $("search").value = "";
  showMap();
  selectActor(node.id);
}

function showHits() {
  const input = $("search");
  const list = $("found");
  list.replaceChildren(...hits.map(hitItem));
  if (!hits.length) list.append(make("li", { class: "none" }, "No name, post or quote is like this"));
  list.hidden = !input.value.trim();
  input.setAttribute("aria-expanded", String(!list.hidden));
  if (hits.length) input.setAttribute("aria-activedescendant", `found-${active}`);
  else input.removeAttribute("aria-activedescendant");
}

/**
 * @param {ActorNode} node
 * @param {number} place among the hits
 */
function hitItem(node, place) {
  const isActive = String(place === active);
  return make(
    "li",
    { role: "option", id: `found-${place}`, "aria-selected": isActive, onclick: () => takeHit(node) },
    glyph(node.type, colours[groupColour(node)]),
    make("span", { class: "clip" }, bdi(short(node.name, 60))),
    make("small", {}, hitNote(node)),
  );
}

/**
 * Why an actor was found that is called otherwise, or else how much is told of it.
 *
 * @param {ActorNode} node
 */
function hitNote(node) {
  const wanted = folded($("search").value.trim());
  const isLike = /** @param {string} text */ (text) => folded(text).includes(wanted);
  if (!isLike(node.name)) {
    const other = [...node.aliases, postOf(node)].find(isLike);
    if (other) return bdi(short(other, 30));
    if (contexts()[node.id].includes(wanted)) return "in a quote";
  }
  const relations = relationsOf(node).length;
  return relations || !spoken[node.id].length
    ? plural(relations, "relation")
    : plural(spoken[node.id].length, "quotation");
}

/** @param {KeyboardEvent} event */
function steerSearch(event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const step = event.key === "ArrowDown" ? 1 : hits.length - 1;
    active = hits.length ? (active + step) % hits.length : 0;
    showHits();
    event.preventDefault();
  } else if (event.key === "Enter" && hits[active]) takeHit(hits[active]);
  else if (event.key === "Escape" && !$("found").hidden) {
    closeSearch();
    event.stopPropagation();
  }
}

function startSearch() {
  const input = $("search");
  input.addEventListener("input", () => {
    hits = matches(input.value);
    active = 0;
    showHits();
  });
  input.addEventListener("blur", () => setTimeout(closeUnlessTyping, 150)); // a click on a hit comes after it
  input.addEventListener("keydown", steerSearch);
}
