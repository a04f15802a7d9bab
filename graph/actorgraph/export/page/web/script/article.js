// The article beside the map: who is named in it, and which passage proves which relation.

const HOVERED_AT_MOST = 1500; // actors of a map that follows the pointer over the text

/** Relation → the first article that proves it. */
/** @type {Map<number, number> | null} */
let places = null;

function proofs() {
  places ??= firstProofs();
  return places;
}

function firstProofs() {
  /** @type {Map<number, number>} */
  const first = new Map();
  articles.forEach(({ pieces }, article) => {
    for (const [, , relations] of pieces) for (const id of relations) if (!first.has(id)) first.set(id, article);
  });
  return first;
}

/**
 * A relation that a passage of an article proves: the given one or, where it follows from others, one of these.
 *
 * @param {Edge} edge
 */
function readableOf(edge) {
  if (proofs().has(edge.id)) return edge.id;
  const premises = new Set(edge.c.flatMap((id) => claimOf(id).premises));
  return edges.find((other) => proofs().has(other.id) && other.c.some((id) => premises.has(id)))?.id;
}

function listArticles() {
  $("articles").replaceChildren(
    ...articles.map(({ title, date, relations }, id) =>
      make(
        "option",
        { value: id },
        `${short(title, 70)}${date ? `, ${day(date)}` : ""} (${plural(relations, "relation")})`,
      ),
    ),
  );
  $("read").hidden = !articles.length;
}

function toggleArticle() {
  if (state.article !== null) closeArticle();
  else {
    const proven = state.edge === null ? undefined : readableOf(edges[state.edge]);
    if (proven === undefined) openArticle(0);
    else readOf(proven);
  }
}

/** @param {number} id */
function openArticle(id) {
  $("article").hidden = false;
  document.body.classList.add("reading");
  $("read").setAttribute("aria-pressed", "true");
  writeArticle(id);
}

function closeArticle() {
  state.article = null;
  $("article").hidden = true;
  document.body.classList.remove("reading");
  $("read").setAttribute("aria-pressed", "false");
  light(null);
}

/** @param {number} id */
function writeArticle(id) {
  const { title, name, date, pieces } = articles[id];
  state.article = id;
  $("articles").value = String(id);
  const { heading, prose } = headed(title, pieces);
  const body = pieces.length
    ? make("p", { class: "prose" }, ...prose.map(pieceOf))
    : make("p", { class: "note" }, "This text is left out: the page holds those with the most relations only.");
  const facts = [...(name === title ? [] : [bdi(name)]), ...(date ? [day(date)] : [])];
  $("text").replaceChildren(
    make("h2", {}, ...(heading.length ? heading.map(pieceOf) : [bdi(title)])),
    make("p", { class: "note" }, ...facts.flatMap((fact, i) => (i ? [" · ", fact] : [fact]))),
    body,
  );
  $("text").scrollTop = 0;
}

/**
 * The pieces of the title that a text begins with, none if it begins otherwise, and those of the rest.
 *
 * @param {string} title
 * @param {Piece[]} pieces
 */
function headed(title, pieces) {
  const text = pieces.map(([words]) => words).join("");
  if (!text.trimStart().startsWith(title)) return { heading: [], prose: pieces };
  let left = text.length - text.trimStart().length + title.length;
  /** @type {Piece[]} */
  const heading = [];
  /** @type {Piece[]} */
  const prose = [];
  for (const [words, actor, relations] of pieces) {
    const isPlain = actor < 0 && !relations.length;
    const cut = left > 0 && !isPlain ? words.length : Math.max(0, left);
    if (cut) heading.push([words.slice(0, cut), actor, relations]);
    const rest = prose.length || !isPlain ? words.slice(cut) : words.slice(cut).trimStart();
    if (rest) prose.push([rest, actor, relations]);
    left -= words.length;
  }
  return { heading, prose };
}

/** @param {Piece} piece */
function pieceOf([text, actor, relations]) {
  if (!text.trim() || (actor < 0 && !relations.length)) return document.createTextNode(text);
  const choose = () => (relations.length ? selectEdge(relations[0]) : selectActor(actor));
  const kinds = [relations.length ? "proof" : "", actor >= 0 ? "named" : ""].filter(Boolean).join(" ");
  const piece = make("span", { class: kinds, role: "button", tabindex: "0", onclick: choose });
  piece.textContent = text;
  Object.assign(piece, { relations });
  piece.addEventListener("keydown", (event) => {
    if (event.key === "Enter") choose();
  });
  if (relations.length && nodes.length <= HOVERED_AT_MOST) {
    piece.addEventListener("mouseenter", () => light(relations));
    piece.addEventListener("mouseleave", () => light(null));
  }
  return piece;
}

/**
 * Let the relations stand out that a passage proves.
 *
 * @param {number[] | null} relations
 */
function light(relations) {
  if (!relations && !state.read) return;
  state.read = relations;
  refresh();
}

/** @param {number} id */
function readOf(id) {
  openArticle(proofs().get(id) ?? 0);
  turnTo(id);
}

/**
 * Show the passage that proves a relation.
 *
 * @param {number} id
 */
function turnTo(id) {
  const article = proofs().get(id);
  if (article === undefined) return;
  const proving = () => {
    const pieces = /** @type {PieceElement[]} */ ([...$("text").querySelectorAll(".proof")]);
    return pieces.filter((piece) => piece.relations.includes(id));
  };
  if (!proving().length) writeArticle(article);
  const found = proving();
  for (const piece of $("text").querySelectorAll(".here")) piece.classList.remove("here");
  for (const piece of found) piece.classList.add("here");
  found[0]?.scrollIntoView({ block: narrow.matches ? "start" : "center" }); // above the panel
}
