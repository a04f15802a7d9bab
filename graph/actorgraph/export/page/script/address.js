// The address of the view: what is chosen, then the filters that differ from those that the page opens with.
//
//   #actor=KEY&around=KEY/2&since=2025-03-13&least=70&off.manner=denied,planned
//   #relation=SUBJECT/RELATION/OBJECT

const atFirst = Object.fromEntries(Object.entries(state.off).map(([kind, values]) => [kind, [...values].join()]));

function remember(selection) {
  state.selection = selection;
  writeAddress();
}

function writeAddress() {
  if (!state.ready || location.protocol === "about:") return; // within a notebook the page has no address
  const fragment = [state.selection, ...filterParts()].filter(Boolean).join("&");
  if (location.hash.slice(1) !== fragment)
    history.replaceState(null, "", `${location.pathname}${location.search}${fragment ? `#${fragment}` : ""}`);
}

function filterParts() {
  const centre = state.trail.at(-1);
  const off = Object.entries(state.off).filter(([kind, values]) => [...values].join() !== atFirst[kind]);
  return [
    state.focus && centre !== undefined && `around=${encodeURIComponent(nodes[centre].key)}/${state.steps}`,
    state.since && `since=${state.since}`,
    state.until && `until=${state.until}`,
    state.least && `least=${state.least}`,
    ...off.map(([kind, values]) => `off.${kind}=${[...values].map(encodeURIComponent).join()}`),
  ].filter(Boolean);
}

/** Show what the address names; what it names and the page lacks is passed over. */
function recall() {
  const parts = new Map();
  try {
    for (const part of location.hash.slice(1).split("&")) {
      const [name, value = ""] = part.split("=");
      parts.set(name, value.split(/[/,]/).map(decodeURIComponent));
    }
  } catch {
    state.ready = true;
    return;
  }
  recallFilters(parts);
  const [centre, steps] = parts.get("around") || [];
  if (byKey.has(centre)) focusOn(byKey.get(centre).id, steps === "2" ? 2 : 1);
  recallSelection(parts);
  state.ready = true;
}

function recallFilters(parts) {
  const first = (name) => parts.get(name)?.[0];
  const isDay = (text) => days.includes(text);
  state.since = [first("since")].find(isDay) || null;
  state.until = [first("until")].find(isDay) || null;
  state.least = Math.min(95, Math.max(0, Math.round(Number(first("least")) / 5) * 5)) || 0;
  for (const [kind, values] of Object.entries(state.off)) {
    if (!parts.has(`off.${kind}`)) continue;
    values.clear();
    for (const value of parts.get(`off.${kind}`).filter(Boolean))
      values.add(kind === "document" || kind === "speaker" ? Number(value) : value);
  }
  if (parts.size > 1 || !parts.has("")) {
    writeLegend();
    update();
  }
}

function recallSelection(parts) {
  const [subject, relation, object] = parts.get("relation") || [];
  const found = edges.find(
    (edge) => nodes[edge.from].key === subject && edge.r === relation && nodes[edge.to].key === object,
  );
  const [actor] = parts.get("actor") || [];
  if (found) selectEdge(found.id);
  else if (byKey.has(actor)) selectActor(byKey.get(actor).id);
}
