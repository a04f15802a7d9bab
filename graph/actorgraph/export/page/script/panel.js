// The panel: an actor in words, or a relation with its claims and their proof.

function openPanel(content, title) {
  const close = make(
    "button",
    { type: "button", class: "close", "aria-label": "Close details", onclick: clearSelection },
    "Close",
  );
  content[0].append(close);
  $("panel").replaceChildren(...content);
  $("panel").hidden = false;
  $("panel").scrollTop = 0;
  $("legend").classList.remove("open");
  $("filters").setAttribute("aria-expanded", "false");
  $("spoken").textContent = `Details of ${short(title, 120)}`;
  reveal();
}

/** On a small screen the panel lies over the map: move what is chosen to the part that stays in sight. */
function reveal() {
  if (!narrow.matches) return;
  const ids = state.edge !== null ? [edges[state.edge].from, edges[state.edge].to] : [state.actor];
  const sum = ids.reduce(
    (total, id) => ({ x: total.x + nodes[id].x / ids.length, y: total.y + nodes[id].y / ids.length }),
    { x: 0, y: 0 },
  );
  network.moveTo({
    position: sum,
    scale: Math.max(network.getScale(), 0.7),
    offset: { x: 0, y: -$("panel").offsetHeight / 2 },
  });
}

function actorPanel(node) {
  const bar = make(
    "div",
    { class: "bar" },
    state.focus
      ? make("button", { type: "button", onclick: back }, "Back to everything")
      : make("button", { type: "button", onclick: () => focusOn(node.id) }, "Show only its neighbours"),
  );
  const kind = make(
    "p",
    { class: "kind" },
    glyph(node.type, colours[groupColour(node)]),
    spaced(node.sub || node.type),
  );
  const relations = touching[node.id].filter((edge) => !edge.weak || state.weak);
  return [
    bar,
    kind,
    make("h2", {}, bdi(node.name)),
    ...actorFacts(node),
    make("h3", {}, relations.length ? plural(relations.length, "relation") : "No relations"),
    make("ul", { class: "said" }, ...relations.map((edge) => said(edge, node))),
  ];
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
  return [
    make("div", { class: "bar" }),
    make("h2", {}, actorButton(chosen.from), ...(chosen.from === chosen.to ? [] : [" and ", actorButton(chosen.to)])),
    make("p", { class: "bundle" }, `${plural(claims, "claim")} from ${cut}${plural(documents.size, "document")}`),
    ...all.map((edge) => relationSection(edge, all.length > 1 && edge === chosen)),
  ];
}

function actorButton(id) {
  if (id >= nodes.length) return bdi(nameOf(id));
  return make("button", { type: "button", class: "plain", onclick: () => selectActor(id) }, bdi(nameOf(id)));
}

function relationSection(edge, chosen) {
  const more = edge.n - edge.c.length;
  return make(
    "section",
    { class: chosen ? "relation chosen" : "relation", line: colours[edge.relation.family] },
    sentence(edge.from, edge.r, edge.to, tag(edge)),
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
  const block = make(
    "div",
    { class: "claim" },
    ...passages.map(passageBlock),
    left ? make("p", { class: "more" }, `and ${plural(left, "more passage", "more passages")}`) : null,
  );
  const source = passages.length ? tables.documents[tables.passages[passages[0]][0]] : null;
  const who =
    speaker < 0 ? ["According to the document "] : ["According to ", bdi(short(nameOf(speaker), 80)), ", in "];
  if (source) block.append(make("p", { class: "who" }, ...who, ...documentWords(source)));
  const time = [from && `from ${day(from)}`, until && `until ${day(until)}`].filter(Boolean).join(" ");
  const put = [
    denied ? "Denied" : "Affirmed",
    MANNERS[modality] && modality !== "asserted" ? modality : "stated as fact",
    status,
    time,
  ]
    .filter(Boolean)
    .join(", ");
  block.append(make("p", { class: "how" }, `${put}. ${sureness(percent).replace(/^./, (c) => c.toUpperCase())}.`));
  if (method) block.append(make("p", { class: "how" }, "How it was read: ", bdi(method)));
  if (premises.length && depth < PREMISE_DEPTH) block.append(premiseList(premises, depth));
  return block;
}

function premiseList(premises, depth) {
  const items = premises.map((id) =>
    make("li", {}, sentence(...tables.claims[id].slice(0, 3), null), claimBlock(id, depth + 1)),
  );
  return make("div", {}, make("p", { class: "how" }, "It follows from:"), make("ul", { class: "premises" }, ...items));
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
