// Search by any name, accents and case aside.

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
  return nodes
    .map((node) => ({ node, rank: Math.min(score(searchable[node.id]), words?.[node.id].includes(wanted) ? 3 : 9) }))
    .filter(({ node, rank }) => rank < 9 && !hiddenActors.has(node.id))
    .sort((a, b) => a.rank - b.rank || a.node.id - b.node.id)
    .slice(0, 12)
    .map(({ node }) => node);
}

/** @type {ActorNode[]} */
let hits = [];
let active = 0; // among the hits

function closeSearch() {
  $("found").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
  $("search").removeAttribute("aria-activedescendant");
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
  if (!hits.length) list.append(make("li", { class: "none" }, "No actor of this name"));
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

/** @param {ActorNode} node */
function hitNote(node) {
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
  input.addEventListener("blur", () => setTimeout(closeSearch, 150));
  input.addEventListener("keydown", steerSearch);
}
