// Choosing an actor or a relation.

function update() {
  computeShown();
  refresh();
  writeCounts();
  writeView();
  writeAddressSoon();
}

/** @param {number} named */
function selectActor(named) {
  const id = rootOf(named);
  if (state.start !== null && state.start !== id) {
    showPath(state.start, id);
    return;
  }
  stopTelling();
  Object.assign(state, { actor: id, edge: null });
  if (!shown.nodes.has(id)) {
    state.guests.add(id);
    if (state.focus && !state.focus.has(id)) leaveFocus();
  }
  update();
  openPanel(actorPanel(nodes[id]), nodes[id].name);
  remember(`actor=${encodeURIComponent(nodes[id].key)}`);
}

/** @param {number} id */
function selectEdge(id) {
  const edge = edges[id];
  Object.assign(state, { actor: null, edge: id });
  for (const end of [edge.from, edge.to]) if (!shown.nodes.has(end)) state.guests.add(end);
  update();
  openPanel(edgePanel(edge), `${nodeName(edge.from)} and ${nodeName(edge.to)}`);
  if (state.article !== null) turnTo(id);
  remember(`relation=${[nodes[edge.from].key, edge.r, nodes[edge.to].key].map(encodeURIComponent).join("/")}`);
}

/** @param {number} id */
const nodeName = (id) => short(nodes[id].name, 60);

function clearSelection() {
  stopTelling();
  Object.assign(state, { actor: null, edge: null, read: null });
  if (state.start !== null) leavePath();
  remember("");
  update();
  closePanel();
}
