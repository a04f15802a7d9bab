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
  if (rest) facts.push(make("p", { class: "facts" }, capitalised(rest)));
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
  const shownClaims = all.flatMap((edge) => edge.c.map(claimOf));
  const sources = new Set(shownClaims.flatMap(({ passages }) => passages.map((id) => passageOf(id).document)));
  const cut = all.some((edge) => edge.n > edge.c.length) ? "at least " : "";
  const reading = proofs().has(chosen.id)
    ? make("button", { type: "button", onclick: () => readOf(chosen.id) }, "Read in the article")
    : null;
  return [
    make("div", { class: "bar" }, reading),
    all.length > 1 ? pairHeading(chosen) : soleHeading(chosen),
    make("p", { class: "bundle" }, `${plural(claims, "claim")} from ${cut}${plural(sources.size, "document")}`),
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
  const claim = claimOf(id);
  const isDerived = claim.premises.length > 0 && depth < PREMISE_DEPTH;
  const more = isDerived ? 0 : claim.more;
  return make(
    "div",
    { class: "claim" },
    ...(isDerived ? [premiseList(claim.premises, depth)] : claim.passages.map(passageBlock)),
    more ? make("p", { class: "more" }, `and ${plural(more, "more passage", "more passages")}`) : null,
    sourceLine(claim, depth, isDerived),
    make("p", { class: "how" }, `${manner(claim, isDerived)}. ${capitalised(sureness(claim.confidence))}.`),
    claim.method ? make("p", { class: "how" }, "How it was read: ", bdi(claim.method)) : null,
  );
}

/** Who says so and in which document; a premise repeats it only where it may differ. */
function sourceLine({ passages, said_by: speaker }, depth, isDerived) {
  if (!passages.length || (depth && speaker < 0 && tables.read <= 1)) return null;
  const opening = isDerived ? "Read in " : "According to the document ";
  const who = speaker < 0 ? [opening] : ["According to ", bdi(short(nameOf(speaker), 80)), ", in "];
  return make("p", { class: "who" }, ...who, ...documentWords(documents[passageOf(passages[0]).document]));
}

/** How a claim is stated: "Affirmed, alleged", "Denied", "Affirmed, stated as fact, current, from 2031". */
function manner({ reservations, status, valid_from: from, valid_until: until, method }, isDerived) {
  if (tables.background.includes(method)) return "Known anyway, not said here";
  const words = [...reservations];
  if (!words.includes("denied")) words.unshift("affirmed");
  if (!reservations.length && !isDerived) words.push("stated as fact");
  if (status && !words.includes(status)) words.push(status);
  const time = [from && `from ${day(from)}`, until && `until ${day(until)}`].filter(Boolean).join(" ");
  return capitalised([...words, time].filter(Boolean).join(", "));
}

const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function premiseList(premises, depth) {
  const items = premises.map((id) => {
    const { subject, relation, object } = claimOf(id);
    return make("li", {}, sentence(subject, relation, object, null), claimBlock(id, depth + 1));
  });
  const opening = make("p", { class: "how" }, "Not said in so many words; it follows from:");
  return make("div", {}, opening, make("ul", { class: "premises" }, ...items));
}

function passageBlock(id) {
  const { before, quote, after } = passageOf(id);
  return make("blockquote", { dir: "auto" }, before, make("mark", {}, quote), after);
}

function documentWords({ title, name, date, url }) {
  const words = [
    bdi(title ? `“${title}”` : name),
    date ? `, ${day(date)}` : "",
    title && name !== title ? " · " : "",
    title && name !== title ? bdi(name) : "",
  ];
  return /^https?:\/\//i.test(url) ? [...words, " · ", bdi(url)] : words;
}
