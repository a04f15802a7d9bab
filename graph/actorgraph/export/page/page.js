"use strict";
(() => {
  // ---- the data -----------------------------------------------------------------------------------------------------
  const { nodes, edges, tables } = JSON.parse(document.getElementById("data").textContent);
  const SHAPES = {
    Person: ["dot", "M9 2a7 7 0 1 0 .01 0z"], Organization: ["square", "M3 3h12v12H3z"], Place: ["triangle", "M9 2l8 14H1z"],
    Group: ["hexagon", "M5 2h8l4 7-4 7H5L1 9z"], Event: ["star", "M9 1l2.3 5.4 5.7.5-4.300 3.900 1.300 5.700L9 13.500 4 16.500l1.300-5.700L1 6.900l5.700-.5z"],
    Role: ["diamond", "M9 1l8 8-8 8-8-8z"], Work: ["triangleDown", "M9 16L1 2h16z"], Time: ["diamond", "M9 1l8 8-8 8-8-8z"], Other: ["square", "M3 3h12v12H3z"],
  };
  const PLURALS = {
    Person: "People", Organization: "Organisations", Place: "Places", Group: "Groups", Event: "Events", Role: "Posts", Work: "Works",
    Time: "Times", Other: "Others",
  };
  const MANNERS = {
    stated: "Stated as fact", disputed: "Both affirmed and denied", denied: "Denied", planned: "Planned", possible: "Possible",
    alleged: "Alleged", demanded: "Demanded", designate: "To come", former: "No longer",
  };
  const TONES = { stated: "firm", disputed: "disputed", denied: "denied", former: "dotted" };
  const DASHES = { firm: false, disputed: false, denied: [3, 4], dotted: [2, 5], dashed: [8, 6] };
  const COLOURED_GROUPS = 8;
  const NAME_LETTERS = 26;          // of a name on the map; the panel has it whole
  const FEW_EDGES = 45;             // up to here every line on the map carries its words
  const LABELS_AT_MOST = 170;       // names painted at once
  const ROWS = 150;                 // of the table, added at a time
  const PREMISE_DEPTH = 5;
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const touching = nodes.map(() => []);
  edges.forEach((edge, id) => {
    Object.assign(edge, { id, manner: tables.manners[edge.m], relation: tables.relations[edge.r] });
    touching[edge.from].push(edge);
    if (edge.to !== edge.from) touching[edge.to].push(edge);
  });
  const state = {
    off: { type: new Set(tables.off), group: new Set(), relation: new Set(), manner: new Set() },
    weak: false, lonely: false, guests: new Set(), focus: null, actor: null, edge: null, hover: null, view: "map", rows: ROWS, pen: 1,
  };
  const colours = {};
  let shown = { nodes: new Set(), edges: [], bundles: new Map() };

  // ---- small pieces of the page: text enters through textContent only ---------------------------------------------------
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
    for (const [name, value] of [["viewBox", "0 0 18 18"], ["class", "glyph"], ["aria-hidden", "true"]]) picture.setAttribute(name, value);
    path.setAttribute("d", (SHAPES[type] || SHAPES.Other)[1]);
    path.setAttribute("fill", isHollow(type) ? "none" : colour);
    path.setAttribute("stroke", colour);
    path.setAttribute("stroke-width", isHollow(type) ? 2 : 0);
    picture.append(path);
    return picture;
  }

  function line(tone, colour) {
    const picture = glyph("Person", colour);
    picture.firstChild.setAttribute("d", tone === "denied" || tone === "disputed" ? "M0 9h18M6 6l6 6M12 6l-6 6" : "M0 9h18");
    picture.firstChild.setAttribute("fill", "none");
    picture.firstChild.setAttribute("stroke-width", "2");
    if (tone === "dashed") picture.firstChild.setAttribute("stroke-dasharray", "5 3");
    if (tone === "dotted") picture.firstChild.setAttribute("stroke-dasharray", "2 3");
    return picture;
  }

  const isHollow = (type) => type === "Time" || type === "Other";
  const bdi = (text) => { const element = make("bdi", { dir: "auto" }); element.textContent = text; return element; };
  const number = (count) => count.toLocaleString("en-GB");
  const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many || `${one}s`}`;
  const nameOf = (id) => (id < nodes.length ? nodes[id].name : tables.names[id - nodes.length]);
  const toneOf = (edge) => TONES[edge.manner] || "dashed";

  function short(name, limit = NAME_LETTERS) {
    const letters = Array.from(name.slice(0, 4 * limit));
    return letters.length > limit ? `${letters.slice(0, limit - 1).join("").trimEnd()}…` : name;
  }

  function day(iso) {
    const [year, month, date] = iso.split("-");
    const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    return [date && Number(date), months[month - 1], year].filter(Boolean).join(" ");
  }

  function sureness(percent) {
    const words = percent >= 90 ? "very likely read right" : percent >= 75 ? "likely read right" : percent >= 50 ? "more likely right than not" : "doubtful";
    return `${words} (${percent} %)`;
  }

  // ---- what is visible --------------------------------------------------------------------------------------------------
  function passes(node) {
    if (state.focus && !state.focus.has(node.id)) return false;
    return state.guests.has(node.id) || !(state.off.type.has(node.type) || state.off.group.has(groupColour(node)));
  }

  function edgePasses(edge) {
    if (state.off.relation.has(edge.r) || state.off.manner.has(edge.manner) || (edge.weak && !state.weak)) return false;
    return passes(nodes[edge.from]) && passes(nodes[edge.to]);
  }

  function computeShown() {
    const visible = edges.filter(edgePasses);
    const ends = new Set(visible.flatMap((edge) => [edge.from, edge.to]));
    for (const node of nodes) {
      if (passes(node) && (state.lonely || state.guests.has(node.id) || (state.focus && state.focus.has(node.id)))) ends.add(node.id);
    }
    shown = { nodes: ends, edges: visible, bundles: bundle(visible) };
  }

  /** One line for the relations of one family and tone between two actors, instead of many on top of each other. */
  function bundle(visible) {
    const bundles = new Map(), pairs = new Map();
    for (const edge of visible) {
      const [a, b] = edge.from < edge.to ? [edge.from, edge.to] : [edge.to, edge.from];
      const key = [a, b, edge.relation.family, toneOf(edge)].join("|");
      if (!bundles.has(key)) {
        const siblings = pairs.get(`${a}|${b}`) || [];
        const found = { id: key, from: a, to: b, edges: [], family: edge.relation.family, tone: toneOf(edge), siblings, place: siblings.length };
        siblings.push(found);
        pairs.set(`${a}|${b}`, siblings);
        bundles.set(key, found);
      }
      bundles.get(key).edges.push(edge);
    }
    return bundles;
  }

  function lit() {
    if (state.edge !== null) return new Set([edges[state.edge].from, edges[state.edge].to]);
    const centre = state.actor;
    if (centre === null) return null;
    return new Set([centre, ...shown.edges.filter((edge) => edge.from === centre || edge.to === centre).flatMap((edge) => [edge.from, edge.to])]);
  }

  const isLit = (found) => (state.edge !== null ? found.edges.some((edge) => samePair(edge, edges[state.edge]))
    : state.actor === null || found.from === state.actor || found.to === state.actor);
  const samePair = (one, other) => (one.from === other.from && one.to === other.to) || (one.from === other.to && one.to === other.from);

  // ---- how it is drawn --------------------------------------------------------------------------------------------------
  function readColours() {
    const style = getComputedStyle(document.documentElement);
    const names = ["paper", "ink", "soft", "accent", "halo", "denied", "cross", "group-rest", "Other", ...Object.values(tables.relations).map((r) => r.family)];
    for (let group = 0; group < COLOURED_GROUPS; group += 1) names.push(`group-${group}`);
    for (const name of names) colours[name] = style.getPropertyValue(`--${name}`).trim() || colours.Other || style.getPropertyValue("--Other").trim();
  }

  /** The largest communities have a colour of their own; the many small ones share one. */
  const groups = (() => {
    const sizes = new Map();
    for (const node of nodes) {
      if (touching[node.id].length && !tables.off.includes(node.type)) sizes.set(node.group, (sizes.get(node.group) || 0) + 1);
    }
    const largest = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).filter(([, size]) => size > 2).slice(0, COLOURED_GROUPS);
    return new Map(largest.map(([group], rank) => [group, `group-${rank}`]));
  })();
  const groupColour = (node) => groups.get(node.group) || "group-rest";

  function nodeItem(node, bright) {
    const colour = colours[groupColour(node)], chosen = node.id === state.actor;
    const border = chosen ? colours.ink : isHollow(node.type) ? colour : colours.paper;
    return {
      id: node.id, x: node.x, y: node.y, size: node.size, shape: (SHAPES[node.type] || SHAPES.Other)[0],
      hidden: !shown.nodes.has(node.id), opacity: !bright || bright.has(node.id) ? 1 : 0.13,
      color: { background: isHollow(node.type) ? colours.paper : colour, border }, borderWidth: chosen ? 3.5 : isHollow(node.type) ? 2.5 : 1.5,
    };
  }

  function edgeItem(found) {
    const crowd = shown.bundles.size > 400 ? 0.38 : 0.72;
    const chosen = state.actor !== null || state.edge !== null;
    const weight = Math.max(...found.edges.map((edge) => edge.w));
    return {
      id: found.id, from: found.from, to: found.to, dashes: DASHES[found.tone], width: Math.min(6, 1.3 + Math.log2(weight) * 0.9) * state.pen,
      color: { color: found.tone === "denied" ? colours.denied : colours[found.family], opacity: !chosen ? crowd : isLit(found) ? 1 : 0.07, inherit: false },
      arrows: { to: arrow(found, found.to), from: arrow(found, found.from) }, smooth: bend(found),
    };
  }

  function arrow(found, end) {
    return { enabled: found.edges.some((edge) => !edge.relation.symmetric && edge.to === end), scaleFactor: 0.55 / Math.sqrt(state.pen) };
  }

  function bend(found) {
    if (found.siblings.length === 1) return false;
    const side = found.place - (found.siblings.length - 1) / 2;
    return side === 0 ? false : { enabled: true, type: side > 0 ? "curvedCW" : "curvedCCW", roundness: Math.min(0.6, Math.abs(side) * 0.22) };
  }

  const nodeItems = new vis.DataSet(), edgeItems = new vis.DataSet();
  let network = null;

  function refresh() {
    const bright = lit();
    nodeItems.update(nodes.map((node) => nodeItem(node, bright)));
    edgeItems.clear();
    edgeItems.add([...shown.bundles.values()].map(edgeItem));
    $("empty").hidden = shown.nodes.size > 0;
    $("empty").textContent = nodes.length ? "Nothing passes these filters." : "No actors were found in these documents.";
  }

  function startMap() {
    network = new vis.Network($("canvas"), { nodes: nodeItems, edges: edgeItems }, {
      physics: false, layout: { improvedLayout: false }, autoResize: true,
      nodes: { chosen: false }, edges: { chosen: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false, selfReference: { size: 18 } },
      interaction: { hover: true, selectConnectedEdges: false, hideEdgesOnDrag: edges.length > 2500, zoomSpeed: 0.7 },
    });
    network.on("afterDrawing", paint);
    network.on("click", ({ nodes: [node], edges: [found] }) => {
      if (node !== undefined) selectActor(node);
      else if (found !== undefined) selectEdge(shown.bundles.get(found).edges[0].id);
      else clearSelection();
    });
    network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && focusOn(node));
    network.on("hoverNode", ({ node }) => hover(node));
    network.on("blurNode", () => hover(null));
    network.on("hoverEdge", () => { $("canvas").style.cursor = "pointer"; });
    network.on("blurEdge", () => { $("canvas").style.cursor = ""; });
    network.on("dragging", ({ nodes: moved }) => moved.forEach((id) => Object.assign(nodes[id], network.getPosition(id))));
  }

  function hover(node) {
    state.hover = node;
    $("canvas").style.cursor = node === null ? "" : "pointer";
    network.redraw();
  }

  function fit(ids = [...shown.nodes]) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || !$("canvas").dataset.ready;
    if (ids.length) network.fit({ nodes: ids, maxZoomLevel: 1.5, animation: calm ? false : { duration: 350, easingFunction: "easeInOutQuad" } });
    $("canvas").dataset.ready = "yes";
  }

  /** Lines that stay visible in the opening view, however large the picture is. */
  function choosePen() {
    state.pen = Math.min(3.5, Math.max(1, 0.85 / network.getScale()));
    refresh();
  }

  // ---- names on the map: as many as fit without touching, the most central first -----------------------------------------
  function paint(ctx) {
    const scale = network.getScale(), canvas = $("canvas"), named = labelled();
    const taken = named.map((node) => [node.x - node.size, node.y - node.size, node.x + node.size, node.y + node.size, node]);
    const [low, high] = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: canvas.clientWidth, y: canvas.clientHeight })];
    const inView = (x, y) => x > low.x && x < high.x && y > low.y && y < high.y;
    ctx.textAlign = "center";
    ctx.lineJoin = "round";
    paintCrosses(ctx, scale);
    for (const node of named) {
      if (taken.length >= named.length + LABELS_AT_MOST) break;
      if (inView(node.x, node.y)) paintName(ctx, node, scale, taken);
    }
    paintWords(ctx, scale, taken, inView);
  }

  function labelled() {
    const bright = lit(), first = [state.actor, state.hover].filter((id) => id !== null).map((id) => nodes[id]);
    const others = nodes.filter((node) => shown.nodes.has(node.id) && (!bright || bright.has(node.id)) && !first.includes(node));
    return first.filter((node) => shown.nodes.has(node.id)).concat(others);
  }

  function paintName(ctx, node, scale, taken) {
    const importance = (node.size - 7) / 23;
    const size = (12 + 4 * importance) / scale, isChosen = node.id === state.hover || node.id === state.actor;
    const text = short(node.name, node.id === state.hover ? 2 * NAME_LETTERS : NAME_LETTERS);
    ctx.font = `${importance > 0.3 || node.id === state.actor ? 600 : 400} ${size}px ${FONT}`;
    const half = ctx.measureText(text).width / 2, reach = node.size + 5 / scale;
    const spots = [[0, reach + size * 0.9], [0, -reach - size * 0.1], [half + reach, size * 0.35], [-half - reach, size * 0.35]];
    const [dx, dy] = spots.find(([x, y]) => isFree(boxOf(node.x + x, node.y + y, half, size), taken, node)) || (isChosen ? spots[0] : []);
    if (dx !== undefined) write(ctx, text, node.x + dx, node.y + dy, half, size, colours.ink, taken, scale);
  }

  function paintWords(ctx, scale, taken, inView) {
    const all = shown.bundles.size <= FEW_EDGES, chosen = state.actor !== null || state.edge !== null;
    if (!all && !chosen) return;
    const size = 11.5 / scale;
    ctx.font = `italic 400 ${size}px ${FONT}`;
    for (const found of shown.bundles.values()) {
      const middle = chosen && !isLit(found) ? null : middleOf(found);
      if (!middle || !inView(middle.x, middle.y)) continue;
      const crossed = found.tone === "denied" || found.tone === "disputed";
      const text = wordsOf(found), half = ctx.measureText(text).width / 2, y = middle.y + size * (crossed ? 1.6 : 0.35);
      if (state.edge !== null || isFree(boxOf(middle.x, y, half, size), taken)) write(ctx, text, middle.x, y, half, size, inkOf(found), taken, scale);
    }
  }

  const inkOf = (found) => (found.tone === "denied" ? colours.denied : colours[found.family]);

  function wordsOf(found) {
    const labels = [...new Set(found.edges.map((edge) => edge.relation.label))];
    return labels.length === 1 ? labels[0] : `${labels[0]} +${labels.length - 1}`;
  }

  const boxOf = (x, y, half, size) => [x - half, y - size, x + half, y + size * 0.3];
  const overlap = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
  const isFree = (box, taken, own) => !taken.some((other) => other[4] !== own && overlap(box, other));

  function write(ctx, text, x, y, half, size, colour, taken, scale) {
    taken.push(boxOf(x, y, half + 2 / scale, size));
    ctx.strokeStyle = colours.halo;
    ctx.lineWidth = 4 / scale;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
  }

  function middleOf(found) {
    const drawn = network.body.edges[found.id];
    return drawn && drawn.connected && found.from !== found.to ? drawn.edgeType.getPoint(0.5) : null;
  }

  function paintCrosses(ctx, scale) {
    const arm = 5 / Math.max(scale, 0.6);
    for (const found of shown.bundles.values()) {
      const middle = (found.tone === "denied" || found.tone === "disputed") && isLit(found) ? middleOf(found) : null;
      if (!middle) continue;
      for (const [colour, width] of [[colours.halo, 5], [colours.cross, 2.2]]) {
        ctx.beginPath();
        ctx.moveTo(middle.x - arm, middle.y - arm);
        ctx.lineTo(middle.x + arm, middle.y + arm);
        ctx.moveTo(middle.x + arm, middle.y - arm);
        ctx.lineTo(middle.x - arm, middle.y + arm);
        ctx.strokeStyle = colour;
        ctx.lineWidth = width / Math.max(scale, 0.6);
        ctx.stroke();
      }
    }
  }

  // ---- choosing -----------------------------------------------------------------------------------------------------------
  function update() {
    computeShown();
    refresh();
    writeCounts();
    if (state.view === "table") writeTable();
  }

  function selectActor(id) {
    Object.assign(state, { actor: id, edge: null });
    if (!shown.nodes.has(id)) {
      state.guests.add(id);
      if (state.focus && !state.focus.has(id)) leaveFocus();
    }
    update();
    openPanel(actorPanel(nodes[id]), nodes[id].name);
    remember(`actor=${encodeURIComponent(nodes[id].key)}`);
  }

  function selectEdge(id) {
    const edge = edges[id];
    Object.assign(state, { actor: null, edge: id });
    for (const end of [edge.from, edge.to]) if (!shown.nodes.has(end)) state.guests.add(end);
    update();
    openPanel(edgePanel(edge), `${nodeName(edge.from)} and ${nodeName(edge.to)}`);
    remember(`relation=${[nodes[edge.from].key, edge.r, nodes[edge.to].key].map(encodeURIComponent).join("/")}`);
  }

  const nodeName = (id) => short(nodes[id].name, 60);

  function clearSelection() {
    Object.assign(state, { actor: null, edge: null });
    $("panel").hidden = true;
    remember("");
    update();
  }

  function focusOn(id) {
    state.focus = new Set([id, ...touching[id].flatMap((edge) => [edge.from, edge.to])]);
    selectActor(id);
    $("focus").replaceChildren(make("span", { class: "clip" }, "Only around ", bdi(nodeName(id))), make("button", { type: "button", onclick: back }, "Back to everything"));
    $("focus").hidden = false;
    fit();
  }

  function leaveFocus() {
    state.focus = null;
    $("focus").hidden = true;
  }

  function back() {
    leaveFocus();
    update();
    fit();
  }

  function remember(fragment) {
    if (location.hash.slice(1) !== fragment) history.replaceState(null, "", `${location.pathname}${location.search}${fragment ? `#${fragment}` : ""}`);
  }

  /** Open what the address names: #actor=KEY or #relation=SUBJECT/RELATION/OBJECT. */
  function recall() {
    const [kind, value = ""] = location.hash.slice(1).split("=");
    let keys;
    try { keys = value.split("/").map(decodeURIComponent); } catch { return; }
    if (kind === "actor" && byKey.has(keys[0])) selectActor(byKey.get(keys[0]).id);
    const found = kind === "relation" && edges.find((edge) => nodes[edge.from].key === keys[0] && edge.r === keys[1] && nodes[edge.to].key === keys[2]);
    if (found) selectEdge(found.id);
  }

  // ---- the panel ------------------------------------------------------------------------------------------------------------
  function openPanel(content, title) {
    const close = make("button", { type: "button", class: "close", "aria-label": "Close details", onclick: clearSelection }, "Close");
    content[0].append(close);
    $("panel").replaceChildren(...content);
    $("panel").hidden = false;
    $("panel").scrollTop = 0;
    $("legend").classList.remove("open");
    $("filters").setAttribute("aria-expanded", "false");
    $("spoken").textContent = `Details of ${short(title, 120)}`;
  }

  function actorPanel(node) {
    const bar = make("div", { class: "bar" }, state.focus ? make("button", { type: "button", onclick: back }, "Back to everything")
      : make("button", { type: "button", onclick: () => focusOn(node.id) }, "Show only its neighbours"));
    const kind = make("p", { class: "kind" }, glyph(node.type, colours[groupColour(node)]), spaced(node.sub || node.type));
    const relations = touching[node.id].filter((edge) => !edge.weak || state.weak);
    return [bar, kind, make("h2", {}, bdi(node.name)), ...actorFacts(node),
      make("h3", {}, relations.length ? plural(relations.length, "relation") : "No relations"), make("ul", { class: "said" }, ...relations.map((edge) => said(edge, node)))];
  }

  const spaced = (name) => name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);

  function actorFacts(node) {
    const facts = [];
    if (node.aliases.length) facts.push(make("p", { class: "facts" }, "Also called ", ...node.aliases.flatMap((alias, i) => (i ? [", ", bdi(alias)] : [bdi(alias)]))));
    const counts = [node.mentions && `named ${number(node.mentions)} times`, node.documents && `in ${plural(node.documents, "document")}`].filter(Boolean).join(" ");
    const identity = node.wikidata ? `Wikidata ${node.wikidata}` : "";
    const rest = [counts.replace("named 1 times", "named once"), identity].filter(Boolean).join(" · ");
    if (rest) facts.push(make("p", { class: "facts" }, rest.charAt(0).toUpperCase() + rest.slice(1)));
    return facts;
  }

  /** A relation in words from the side of one of its actors. */
  function said(edge, from) {
    const outward = edge.from === from.id, other = nodes[outward ? edge.to : edge.from];
    const text = make("button", { type: "button", class: "plain", onclick: () => selectEdge(edge.id) },
      make("span", { class: "verb" }, outward ? edge.relation.label : edge.relation.inverse), " ", bdi(short(other.name, 60)), tag(edge));
    const swatch = make("span", { class: "swatch", line: colours[edge.relation.family], "aria-hidden": "true" });
    return make("li", {}, swatch, text, make("span", { class: "count" }, plural(edge.n, "claim")));
  }

  function tag(edge) {
    const words = [edge.manner === "stated" ? "" : MANNERS[edge.manner].toLowerCase(), edge.weak ? "uncertain reading" : ""].filter(Boolean);
    return words.length ? make("span", { class: "tag" }, ` (${words.join(", ")})`) : null;
  }

  function edgePanel(chosen) {
    const all = touching[chosen.from].filter((edge) => samePair(edge, chosen)).sort((a, b) => (b === chosen) - (a === chosen));
    const claims = all.reduce((sum, edge) => sum + edge.n, 0);
    const documents = new Set(all.flatMap((edge) => edge.c.flatMap((id) => tables.claims[id][3].map((passage) => tables.passages[passage][0]))));
    const cut = all.some((edge) => edge.n > edge.c.length) ? "at least " : "";
    return [make("div", { class: "bar" }),
      make("h2", {}, actorButton(chosen.from), ...(chosen.from === chosen.to ? [] : [" and ", actorButton(chosen.to)])),
      make("p", { class: "bundle" }, `${plural(claims, "claim")} from ${cut}${plural(documents.size, "document")}`), ...all.map((edge) => relationSection(edge, all.length > 1 && edge === chosen))];
  }

  function actorButton(id) {
    if (id >= nodes.length) return bdi(nameOf(id));
    return make("button", { type: "button", class: "plain", onclick: () => selectActor(id) }, bdi(nameOf(id)));
  }

  function relationSection(edge, chosen) {
    const more = edge.n - edge.c.length;
    return make("section", { class: chosen ? "relation chosen" : "relation", line: colours[edge.relation.family] },
      sentence(edge.from, edge.r, edge.to, tag(edge)), ...edge.c.map((id) => claimBlock(id, 0)), more > 0 ? make("p", { class: "more" }, `and ${number(more)} more`) : null);
  }

  function sentence(subject, relation, object, extra) {
    const words = make("span", { class: "verb" }, tables.relations[relation] ? tables.relations[relation].label : relation);
    return make("p", { class: "sentence" }, bdi(short(nameOf(subject), 60)), " ", words, " ", bdi(short(nameOf(object), 60)), extra);
  }

  function claimBlock(id, depth) {
    const [, , , passages, left, speaker, modality, denied, status, percent, method, from, until, premises] = tables.claims[id];
    const block = make("div", { class: "claim" }, ...passages.map(passageBlock), left ? make("p", { class: "more" }, `and ${plural(left, "more passage", "more passages")}`) : null);
    const source = passages.length ? tables.documents[tables.passages[passages[0]][0]] : null;
    block.append(make("p", { class: "who" }, ...(speaker < 0 ? ["According to the document"] : ["According to ", bdi(short(nameOf(speaker), 80))]), ...(source ? [", in ", ...documentWords(source)] : [])));
    const time = [from && `from ${day(from)}`, until && `until ${day(until)}`].filter(Boolean).join(" ");
    const put = [denied ? "Denied" : "Affirmed", MANNERS[modality] && modality !== "asserted" ? modality : "stated as fact", status, time].filter(Boolean).join(", ");
    block.append(make("p", { class: "how" }, `${put}. ${sureness(percent).replace(/^./, (c) => c.toUpperCase())}.`));
    if (method) block.append(make("p", { class: "how" }, "How it was read: ", bdi(method)));
    if (premises.length && depth < PREMISE_DEPTH) block.append(premiseList(premises, depth));
    return block;
  }

  function premiseList(premises, depth) {
    const items = premises.map((id) => make("li", {}, sentence(...tables.claims[id].slice(0, 3), null), claimBlock(id, depth + 1)));
    return make("div", {}, make("p", { class: "how" }, "It follows from:"), make("ul", { class: "premises" }, ...items));
  }

  function passageBlock(id) {
    const [, before, quote, after] = tables.passages[id];
    return make("blockquote", { dir: "auto" }, before, make("mark", {}, quote), after);
  }

  function documentWords([title, name, date, url]) {
    const words = [bdi(title ? `“${title}”` : name), date ? `, ${day(date)}` : "", title && name !== title ? " · " : "", title && name !== title ? bdi(name) : ""];
    return /^https?:\/\//i.test(url) ? [...words, " · ", bdi(url)] : words;
  }

  // ---- the legend, which is the filter ----------------------------------------------------------------------------------------
  function legendRow(words, count, mark, isOn, change, extra) {
    const box = make("input", { type: "checkbox" });
    box.checked = isOn;
    box.addEventListener("change", () => { change(box.checked); state.guests.clear(); update(); });
    return make("div", { class: "row" }, make("label", {}, box, mark, make("span", { class: "clip" }, ...words)), make("span", { class: "count" }, number(count)), extra || null);
  }

  function toggle(set, values, on) {
    for (const value of values) if (on) set.delete(value); else set.add(value);
  }

  function tally(items, key) {
    const counts = new Map();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }

  function section(title, note, rows) {
    return rows.length ? make("section", {}, make("h2", {}, title), note ? make("p", { class: "note" }, note) : null, ...rows) : null;
  }

  function writeLegend() {
    const related = nodes.filter((node) => touching[node.id].length);
    const types = tally(related, (node) => node.type).map(([type, count]) => legendRow([PLURALS[type] || type], count, glyph(type, colours.soft),
      !state.off.type.has(type), (on) => toggle(state.off.type, [type], on)));
    const communities = tally(related.filter((node) => !tables.off.includes(node.type)), groupColour).sort((a, b) => (a[0] === "group-rest") - (b[0] === "group-rest")).map(([group, count]) => {
      const words = group === "group-rest" ? ["Smaller communities"] : ["Around ", bdi(short(related.find((node) => groupColour(node) === group && !tables.off.includes(node.type)).name, 24))];
      const dot = make("span", { class: "dot", "aria-hidden": "true" });
      dot.style.background = colours[group];
      return legendRow(words, count, dot, !state.off.group.has(group), (on) => toggle(state.off.group, [group], on));
    });
    const manners = tally(edges.filter((edge) => !edge.weak), (edge) => edge.manner).map(([manner, count]) => legendRow([MANNERS[manner]], count,
      line(TONES[manner] || "dashed", colours.soft), !state.off.manner.has(manner), (on) => toggle(state.off.manner, [manner], on)));
    $("legend").replaceChildren(...[section("Relations", null, families()), section("Actors", "Larger: more central in the network.", types),
      section("Communities", "Actors who are close to one another share a colour.", communities), section("How it is said", null, manners), section("Also show", null, extras())].filter(Boolean));
  }

  function families() {
    return tally(edges, (edge) => edge.relation.family).map(([family, count]) => {
      const own = edges.filter((edge) => edge.relation.family === family);
      const relations = tally(own, (edge) => edge.r), names = relations.map(([name]) => name);
      const inner = make("div", { class: "inner", hidden: true });
      const fill = () => inner.replaceChildren(...relations.map(([name, size]) => legendRow([tables.relations[name].label], size, null,
        !state.off.relation.has(name), (on) => { toggle(state.off.relation, [name], on); outer.querySelector("input").checked = !names.every((n) => state.off.relation.has(n)); })));
      const opener = make("button", { type: "button", class: "opener", "aria-expanded": "false", "aria-label": `Relations of ${family}` }, "›");
      opener.addEventListener("click", () => { inner.hidden = !inner.hidden; opener.setAttribute("aria-expanded", String(!inner.hidden)); });
      const outer = legendRow([family], count, line("firm", colours[family]), !names.every((n) => state.off.relation.has(n)), (on) => { toggle(state.off.relation, names, on); fill(); }, opener);
      fill();
      return make("div", {}, outer, inner);
    });
  }

  function extras() {
    const weak = edges.filter((edge) => edge.weak).length, lonely = nodes.filter((node) => !touching[node.id].length).length;
    return [weak ? legendRow(["Uncertain readings, below the threshold"], weak, null, state.weak, (on) => { state.weak = on; }) : null,
      lonely ? legendRow(["Actors without relations"], lonely, null, state.lonely, (on) => { state.lonely = on; }) : null].filter(Boolean);
  }

  function writeCounts() {
    const all = plural(shown.nodes.size, "actor"), relations = plural(shown.edges.length, "relation");
    const [first, last] = tables.dates;
    const dates = first ? ` · ${first === last ? day(first) : `${day(first)} to ${day(last)}`}` : "";
    const hidden = nodes.length - shown.nodes.size;
    $("counts").textContent = `${all} and ${relations} from ${plural(tables.read, "document")}${dates}${hidden > 0 ? ` · ${number(hidden)} more actors not shown` : ""}`;
  }

  // ---- search -----------------------------------------------------------------------------------------------------------------
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const searchable = nodes.map((node) => [node.name, ...node.aliases].map((name) => folded(name.slice(0, 200))));

  function matches(query) {
    const wanted = folded(query.trim());
    if (!wanted) return [];
    const score = (names) => Math.min(...names.map((name) => (name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : name.includes(wanted) ? 2 : 9)));
    return nodes.map((node) => [score(searchable[node.id]), node]).filter(([rank]) => rank < 9).sort((a, b) => a[0] - b[0] || a[1].id - b[1].id).slice(0, 12).map(([, node]) => node);
  }

  function startSearch() {
    const input = $("search"), list = $("found");
    let found = [], active = 0;
    const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const take = (node) => { close(); input.value = ""; showMap(); selectActor(node.id); fit([...lit()]); };
    const show = () => {
      list.replaceChildren(...found.map((node, i) => make("li", { role: "option", id: `found-${i}`, "aria-selected": String(i === active), onclick: () => take(node) },
        glyph(node.type, colours[groupColour(node)]), make("span", { class: "clip" }, bdi(short(node.name, 60))), make("small", {}, plural(touching[node.id].length, "relation")))));
      if (!found.length) list.append(make("li", { class: "none" }, "No actor of this name"));
      list.hidden = !input.value.trim();
      input.setAttribute("aria-expanded", String(!list.hidden));
      if (found.length) input.setAttribute("aria-activedescendant", `found-${active}`); else input.removeAttribute("aria-activedescendant");
    };
    input.addEventListener("input", () => { found = matches(input.value); active = 0; show(); });
    input.addEventListener("blur", () => setTimeout(close, 150));
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        active = found.length ? (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length : 0;
        show();
        event.preventDefault();
      } else if (event.key === "Enter" && found[active]) take(found[active]);
      else if (event.key === "Escape") { close(); event.stopPropagation(); }
    });
  }

  // ---- the table: the same relations for those who read rather than look -----------------------------------------------------------
  function writeTable() {
    const head = make("tr", {}, ...["Subject", "Relation", "Object", "Quote"].map((name) => make("th", { scope: "col" }, name)));
    const visible = shown.edges.slice(0, state.rows);
    const table = make("table", {}, make("caption", {}, `${plural(shown.edges.length, "relation")}, most widely reported first. A relation opens its claims.`),
      make("thead", {}, head), make("tbody", {}, ...visible.map(tableRow)));
    const left = shown.edges.length - visible.length;
    const more = left > 0 ? make("button", { type: "button", onclick: () => { state.rows += ROWS; writeTable(); } }, `Show ${number(Math.min(ROWS, left))} more of ${number(left)}`) : "";
    $("table").replaceChildren(table, more);
  }

  function tableRow(edge) {
    const claim = tables.claims[edge.c[0]], passage = claim && claim[3].length ? tables.passages[claim[3][0]] : null;
    const quote = make("span", { class: "fold", dir: "auto" });
    quote.textContent = passage ? passage[2] : "";
    const button = make("button", { type: "button", class: "plain", onclick: () => selectEdge(edge.id) }, edge.relation.label);
    return make("tr", {}, make("td", {}, bdi(short(nodes[edge.from].name, 60))), make("td", {}, button, tag(edge)), make("td", {}, bdi(short(nodes[edge.to].name, 60))), make("td", {}, quote));
  }

  function showView(view) {
    state.view = view;
    for (const name of ["map", "table"]) $(`${name}-view`).setAttribute("aria-pressed", String(name === view));
    $("table").hidden = view !== "table";
    $("save").hidden = view === "table";
    if (view === "table") writeTable();
  }

  const showMap = () => showView("map");

  // ---- start --------------------------------------------------------------------------------------------------------------------
  function savePicture() {
    const map = $("canvas").querySelector("canvas"), picture = make("canvas", { width: map.width, height: map.height }), ctx = picture.getContext("2d");
    ctx.fillStyle = colours.paper;
    ctx.fillRect(0, 0, picture.width, picture.height);
    ctx.drawImage(map, 0, 0);
    make("a", { href: picture.toDataURL("image/png"), download: "graph.png" }).click();
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: { duration: 180, easingFunction: "easeOutQuad" } });
  }

  function toggleLegend() {
    const open = $("legend").classList.toggle("open");
    $("filters").setAttribute("aria-expanded", String(open));
  }

  function listen() {
    const actions = { "map-view": showMap, "table-view": () => showView("table"), save: savePicture, filters: toggleLegend, "zoom-in": () => zoom(1.35), "zoom-out": () => zoom(1 / 1.35), "zoom-fit": () => fit() };
    for (const [id, action] of Object.entries(actions)) $(id).addEventListener("click", action);
    addEventListener("hashchange", recall);
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !$("panel").hidden) clearSelection();
      if (event.key === "/" && !/INPUT|TEXTAREA/.test(event.target.tagName)) { $("search").focus(); event.preventDefault(); }
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColours(); writeLegend(); refresh(); });
  }

  readColours();
  computeShown();
  startMap();
  writeLegend();
  update();
  startSearch();
  listen();
  fit();
  choosePen();
  recall();
  window.actorgraph = Object.freeze({ network, nodes, edges, bundles: () => [...shown.bundles.values()], middleOf });
})();
