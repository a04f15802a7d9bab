// The panel: an actor in words, or a relation with its claims and their proof.

const CLOSE_BY = 30; // actors around a relation that are shown with it
const CLOSER = 1.05; // zoom at most when something is chosen, so that its surroundings stay in sight

/**
 * @param {any[]} content
 * @param {string} title
 */
function openPanel(content, title) {
  const close = button("Close", clearSelection, { class: "close", "aria-label": "Close details" });
  content[0].append(close);
  state.camera ||= whereabouts();
  $("panel").replaceChildren(...content);
  $("panel").hidden = false;
  $("panel").scrollTop = 0;
  $("legend").classList.remove("open");
  $("filters").setAttribute("aria-expanded", "false");
  $("spoken").textContent = `Details of ${short(title, 120)}`;
  reveal();
}

function closePanel() {
  $("panel").hidden = true;
  network.setSize("100%", "100%");
  if (state.camera) travel(state.camera);
  state.camera = null;
}

/** Move what is chosen, with what it touches, to the part of the map that the panel leaves; all, if nothing is. */
function reveal() {
  network.setSize("100%", "100%");
  const ends = [...(lit() ?? [])];
  if (!ends.length) {
    fit();
    return;
  }
  const around = ends.flatMap((id) => touching[id].flatMap((edge) => [edge.from, edge.to]));
  const near = [...new Set([...ends, ...around])].filter((id) => shown.nodes.has(id));
  travel(framing(state.edge !== null && near.length <= CLOSE_BY ? near : ends, CLOSER));
}

/** @param {ActorNode} node */
function actorPanel(node) {
  const bar = make(
    "div",
    { class: "bar" },
    state.focus
      ? button("Back to everything", back)
      : button("Only neighbours", () => focusOn(node.id)),
    state.focus ? neighbourButton(node.id) : null,
    button("Path to …", () => startPath(node.id)),
  );
  const kind = make(
    "p",
    { class: "kind" },
    glyph(node.type, colours[groupColour(node)]),
    [spaced(node.sub || node.type), postOf(node)].filter(Boolean).join(" · "),
  );
  const relations = relationsOf(node);
  relations.sort((a, b) => Number(isQuiet(a)) - Number(isQuiet(b)));
  return [
    bar,
    kind,
    make("h2", {}, bdi(node.name)),
    ...actorFacts(node),
    make("h3", {}, relations.length ? plural(relations.length, "relation") : "No relations"),
    make("ul", { class: "said" }, ...relations.map((edge) => said(edge, node))),
    ...speechSection(node),
    judgeActor(node),
  ];
}

/**
 * The relations of an actor that are told of it.
 *
 * @param {ActorNode} node
 */
const relationsOf = (node) => touching[node.id].filter((edge) => (!edge.weak || state.weak) && !isGone(edge));

/** @param {ActorNode} node */
function actorFacts(node) {
  const facts = [];
  if (node.aliases.length)
    facts.push(
      make(
        "p",
        { class: "facts" },
        "Also called ",
        ...node.aliases.flatMap((alias, i) => (i ? [", ", bdi(alias)] : [bdi(alias)])),
      ),
    );
  const counts = [
    node.mentions && `named ${number(node.mentions)} times`,
    node.documents && `in ${plural(node.documents, "document")}`,
  ]
    .filter(Boolean)
    .join(" ");
  const identity = node.wikidata ? `Wikidata ${node.wikidata}` : "";
  const rest = [counts.replace("named 1 times", "named once"), identity].filter(Boolean).join(" · ");
  if (rest) facts.push(make("p", { class: "facts" }, capitalised(rest)));
  for (const note of node.notes) facts.push(make("p", { class: "facts" }, "Note: ", bdi(note)));
  return facts;
}

/**
 * A relation in words from the side of one of its actors.
 *
 * @param {Edge} edge
 * @param {ActorNode} from
 */
function said(edge, from) {
  const outward = edge.from === from.id,
    other = nodes[outward ? edge.to : edge.from];
  const text = make(
    "button",
    { type: "button", class: "plain", onclick: () => selectEdge(edge.id) },
    make("span", { class: "verb" }, outward ? edge.relation.label : edge.relation.inverse),
    " ",
    bdi(short(other.name, 60)),
    tag(edge),
  );
  const swatch = make("span", { class: "swatch", line: colours[edge.relation.family], "aria-hidden": "true" });
  return make("li", {}, swatch, text, make("span", { class: "count" }, plural(edge.n, "claim")));
}

/** @param {Edge} edge */
function tag(edge) {
  const words = [
    edge.manner === "stated" ? "" : MANNERS[edge.manner].toLowerCase(),
    edge.weak ? "uncertain reading" : "",
  ].filter(Boolean);
  return words.length ? make("span", { class: "tag" }, ` (${words.join(", ")})`) : null;
}

/** @param {Edge} chosen */
function edgePanel(chosen) {
  const all = touching[chosen.from]
    .filter((edge) => samePair(edge, chosen) && !isGone(edge))
    .sort((a, b) => Number(b === chosen) - Number(a === chosen));
  const claims = all.reduce((sum, edge) => sum + edge.n, 0);
  const shownClaims = all.flatMap((edge) => edge.c.map(claimOf));
  const sources = new Set(shownClaims.flatMap(({ passages }) => passages.map((id) => passageOf(id).document)));
  const cut = all.some((edge) => edge.n > edge.c.length) ? "at least " : "";
  const proven = readableOf(chosen);
  const reading = proven === undefined ? null : button("Read in the article", () => readOf(proven));
  return [
    make("div", { class: "bar" }, reading, storyButton(chosen)),
    all.length > 1 ? pairHeading(chosen) : soleHeading(chosen),
    make("p", { class: "bundle" }, `${plural(claims, "claim")} from ${cut}${plural(sources.size, "document")}`),
    ...all.map((edge) =>
      relationSection(edge, all.length > 1 ? sentence(edge.from, edge.r, edge.to, edge) : null, edge === chosen),
    ),
  ];
}

/** @param {Edge} pair */
function pairHeading({ from, to }) {
  return make("h2", {}, actorButton(from), ...(from === to ? [] : [" and ", actorButton(to)]));
}

/**
 * The only relation of two actors is their heading.
 *
 * @param {Edge} edge
 */
function soleHeading(edge) {
  const verb = make("span", { class: "verb" }, verbOf(edge.relation, edge.manner));
  return make("h2", {}, actorButton(edge.from), " ", verb, " ", actorButton(edge.to), tag(edge));
}

/** @param {number} id */
function actorButton(id) {
  if (id >= nodes.length) return bdi(nameOf(id));
  return textButton(bdi(nameOf(id)), () => selectActor(id));
}

/**
 * @param {Edge} edge
 * @param {Node | null} heading
 * @param {boolean} chosen
 */
function relationSection(edge, heading, chosen) {
  const more = edge.n - edge.c.length;
  return make(
    "section",
    { class: chosen ? "relation chosen" : "relation", line: colours[edge.relation.family] },
    heading,
    ...edge.c.map((id) => claimBlock(id, 0)),
    more > 0 ? make("p", { class: "more" }, `and ${number(more)} more`) : null,
    edge.n > 1 ? judgeEdge(edge) : null,
  );
}

/**
 * @param {number} subject
 * @param {string} relation
 * @param {number} object
 * @param {Edge | null} edge how it is told, if it has an edge
 */
function sentence(subject, relation, object, edge) {
  const found = tables.relations[relation];
  const words = make("span", { class: "verb" }, found ? verbOf(found, edge?.manner) : relation);
  return make(
    "p",
    { class: "sentence" },
    bdi(short(nameOf(subject), 60)),
    " ",
    words,
    " ",
    bdi(short(nameOf(object), 60)),
    edge && tag(edge),
  );
}
