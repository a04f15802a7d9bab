// The panel: an actor in words, or a relation with its claims and their proof.

function openPanel(content, title) {
  const close = make(
    "button",
    { type: "button", class: "close", "aria-label": "Close details", onclick: clearSelection },
    "Close",
  );
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

/** Move what is chosen, with what it touches, to the part of the map that the panel leaves. */
function reveal() {
  network.setSize("100%", "100%");
  const ends = [...lit()];
  const around = ends.flatMap((id) => touching[id].flatMap((edge) => [edge.from, edge.to]));
  const near = [...new Set([...ends, ...around])].filter((id) => shown.nodes.has(id));
  const covered = narrow.matches ? $("panel").offsetHeight + MARGIN.side : MARGIN.bottom;
  travel(framing(state.edge !== null && near.length <= CLOSE_BY ? near : ends, CLOSER, covered));
}

function actorPanel(node) {
  const bar = make(
    "div",
    { class: "bar" },
    state.focus
      ? make("button", { type: "button", onclick: back }, "Back to everything")
      : make("button", { type: "button", onclick: () => focusOn(node.id) }, "Show only its neighbours"),
    make("button", { type: "button", onclick: () => startPath(node.id) }, "Path to…"),
  );
  const kind = make(
    "p",
    { class: "kind" },
    glyph(node.type, colours[groupColour(node)]),
    [spaced(node.sub || node.type), postOf(node)].filter(Boolean).join(" · "),
  );
  const relations = touching[node.id].filter((edge) => !edge.weak || state.weak);
  relations.sort((a, b) => isQuiet(a) - isQuiet(b));
  return [
    bar,
    kind,
    make("h2", {}, bdi(node.name)),
    ...actorFacts(node),
    make("h3", {}, relations.length ? plural(relations.length, "relation") : "No relations"),
    make("ul", { class: "said" }, ...relations.map((edge) => said(edge, node))),
  ];
}

/** The post that a person is said to hold, in the words of the text; empty if none. */
function postOf(node) {
  const held = touching[node.id].find(
    (edge) => edge.from === node.id && nodes[edge.to].type === "Role" && edge.manner === "stated" && !edge.weak,
  );
  return held ? nodes[held.to].name : "";
}

const spaced = (name) => name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);

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
  if (rest) facts.push(make("p", { class: "facts" }, rest.charAt(0).toUpperCase() + rest.slice(1)));
  return facts;
}

/** A relation in words from the side of one of its actors. */
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

function tag(edge) {
  const words = [
    edge.manner === "stated" ? "" : MANNERS[edge.manner].toLowerCase(),
    edge.weak ? "uncertain reading" : "",
  ].filter(Boolean);
  return words.length ? make("span", { class: "tag" }, ` (${words.join(", ")})`) : null;
}

function edgePanel(chosen) {
  const all = touching[chosen.from]
    .filter((edge) => samePair(edge, chosen))
    .sort((a, b) => (b === chosen) - (a === chosen));
  const claims = all.reduce((sum, edge) => sum + edge.n, 0);
  const documents = new Set(
    all.flatMap((edge) => edge.c.flatMap((id) => tables.claims[id][3].map((passage) => tables.passages[passage][0]))),
  );
  const cut = all.some((edge) => edge.n > edge.c.length) ? "at least " : "";
  const reading = proofs().has(chosen.id)
    ? make("button", { type: "button", onclick: () => readOf(chosen.id) }, "Read in the article")
    : null;
  return [
    make("div", { class: "bar" }, reading),
    all.length > 1 ? pairHeading(chosen) : soleHeading(chosen),
    make("p", { class: "bundle" }, `${plural(claims, "claim")} from ${cut}${plural(documents.size, "document")}`),
    ...all.map((edge) =>
      relationSection(edge, all.length > 1 ? sentence(edge.from, edge.r, edge.to, tag(edge)) : null, edge === chosen),
    ),
  ];
}

function pairHeading({ from, to }) {
  return make("h2", {}, actorButton(from), ...(from === to ? [] : [" and ", actorButton(to)]));
}

/** The only relation of two actors is their heading. */
function soleHeading(edge) {
  const verb = make("span", { class: "verb" }, edge.relation.label);
  return make("h2", {}, actorButton(edge.from), " ", verb, " ", actorButton(edge.to), tag(edge));
}

function actorButton(id) {
  if (id >= nodes.length) return bdi(nameOf(id));
  return make("button", { type: "button", class: "plain", onclick: () => selectActor(id) }, bdi(nameOf(id)));
}

function relationSection(edge, heading, chosen) {
  const more = edge.n - edge.c.length;
  return make(
    "section",
    { class: chosen ? "relation chosen" : "relation", line: colours[edge.relation.family] },
    heading,
    ...edge.c.map((id) => claimBlock(id, 0)),
    more > 0 ? make("p", { class: "more" }, `and ${number(more)} more`) : null,
  );
}

function sentence(subject, relation, object, extra) {
  const words = make(
    "span",
    { class: "verb" },
    tables.relations[relation] ? tables.relations[relation].label : relation,
  );
  return make(
    "p",
    { class: "sentence" },
    bdi(short(nameOf(subject), 60)),
    " ",
    words,
    " ",
    bdi(short(nameOf(object), 60)),
    extra,
  );
}

function claimBlock(id, depth) {
  const [, , , passages, left, speaker, modality, denied, status, percent, method, from, until, premises] =
    tables.claims[id];
  const isDerived = premises.length > 0 && depth < PREMISE_DEPTH;
  const block = make(
    "div",
    { class: "claim" },
    ...(isDerived ? [premiseList(premises, depth)] : passages.map(passageBlock)),
    left && !isDerived ? make("p", { class: "more" }, `and ${plural(left, "more passage", "more passages")}`) : null,
  );
  const source = passages.length ? tables.documents[tables.passages[passages[0]][0]] : null;
  const opening = isDerived ? "Read in " : "According to the document ";
  const who = speaker < 0 ? [opening] : ["According to ", bdi(short(nameOf(speaker), 80)), ", in "];
  if (source && (!depth || speaker >= 0 || tables.read > 1))
    block.append(make("p", { class: "who" }, ...who, ...documentWords(source)));
  const time = [from && `from ${day(from)}`, until && `until ${day(until)}`].filter(Boolean).join(" ");
  const put = [
    denied ? "Denied" : "Affirmed",
    MANNERS[modality] && modality !== "asserted" ? modality : isDerived ? "" : "stated as fact",
    status,
    time,
  ]
    .filter(Boolean)
    .join(", ");
  const known = tables.background.includes(method) ? "Known anyway, not said here" : put;
  block.append(make("p", { class: "how" }, `${known}. ${sureness(percent).replace(/^./, (c) => c.toUpperCase())}.`));
  if (method) block.append(make("p", { class: "how" }, "How it was read: ", bdi(method)));
  return block;
}

function premiseList(premises, depth) {
  const items = premises.map((id) =>
    make("li", {}, sentence(...tables.claims[id].slice(0, 3), null), claimBlock(id, depth + 1)),
  );
  const opening = make("p", { class: "how" }, "Not said in so many words; it follows from:");
  return make("div", {}, opening, make("ul", { class: "premises" }, ...items));
}

function passageBlock(id) {
  const [, before, quote, after] = tables.passages[id];
  return make("blockquote", { dir: "auto" }, before, make("mark", {}, quote), after);
}

function documentWords([title, name, date, url]) {
  const words = [
    bdi(title ? `“${title}”` : name),
    date ? `, ${day(date)}` : "",
    title && name !== title ? " · " : "",
    title && name !== title ? bdi(name) : "",
  ];
  return /^https?:\/\//i.test(url) ? [...words, " · ", bdi(url)] : words;
}
