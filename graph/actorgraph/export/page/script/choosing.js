// Choosing an actor or a relation, and the address that leads back to it.

function update() {
  computeShown();
  refresh();
  writeCounts();
  if (state.view === "table") writeTable();
}

function selectActor(id) {
  if (state.start !== null && state.start !== id) {
    showPath(state.start, id);
    return;
  }
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
  if (state.article !== null) turnTo(id);
  remember(`relation=${[nodes[edge.from].key, edge.r, nodes[edge.to].key].map(encodeURIComponent).join("/")}`);
}

const nodeName = (id) => short(nodes[id].name, 60);

function clearSelection() {
  Object.assign(state, { actor: null, edge: null, read: null });
  if (state.start !== null) leavePath();
  remember("");
  update();
  closePanel();
}

function focusOn(id) {
  state.focus = new Set([id, ...touching[id].flatMap((edge) => [edge.from, edge.to])]);
  selectActor(id);
  $("focus").replaceChildren(
    make("span", { class: "clip" }, "Only around ", bdi(nodeName(id))),
    make("button", { type: "button", onclick: back }, "Back to everything"),
  );
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
  if (location.protocol === "about:") return; // within a notebook the page has no address
  if (location.hash.slice(1) !== fragment)
    history.replaceState(null, "", `${location.pathname}${location.search}${fragment ? `#${fragment}` : ""}`);
}

/** Open what the address names: #actor=KEY or #relation=SUBJECT/RELATION/OBJECT. */
function recall() {
  const [kind, value = ""] = location.hash.slice(1).split("=");
  let keys;
  try {
    keys = value.split("/").map(decodeURIComponent);
  } catch {
    return;
  }
  if (kind === "actor" && byKey.has(keys[0])) selectActor(byKey.get(keys[0]).id);
  const found =
    kind === "relation" &&
    edges.find((edge) => nodes[edge.from].key === keys[0] && edge.r === keys[1] && nodes[edge.to].key === keys[2]);
  if (found) selectEdge(found.id);
}
