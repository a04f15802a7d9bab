// The address of the view: what is chosen, then the filters that differ from those that the page opens with.
//
//   #actor=KEY&around=KEY/2&since=2025-03-13&least=70&off.manner=denied,planned&weak=1
//   #relation=SUBJECT/RELATION/OBJECT
//
// Documents and speakers go by name and key, since their numbers change with every build.

const FLAGS = ["weak", "background", "backdrop", "lonely", "whole"];
const REST = 300; // milliseconds after the last change, since browsers refuse to rewrite an address without end
const OWN = { document: (id) => documents[id].name, speaker: (id) => nodes[id]?.key ?? nameOf(id) };
const named = (kind) => [...state.off[kind]].map((value) => (value === -1 ? "-" : (OWN[kind] || String)(value))).sort();
const atFirst = {
  off: Object.fromEntries(Object.keys(state.off).map((kind) => [kind, [...state.off[kind]]])),
  told: Object.fromEntries(Object.keys(state.off).map((kind) => [kind, named(kind).join()])),
  flags: Object.fromEntries(FLAGS.map((flag) => [flag, state[flag]])),
};
let resting = 0;

function remember(selection) {
  state.selection = selection;
  writeAddress();
}

/** For what changes many times in a moment, such as a slider. */
function writeAddressSoon() {
  clearTimeout(resting);
  resting = setTimeout(writeAddress, REST);
}

function writeAddress() {
  clearTimeout(resting);
  if (!state.ready || location.protocol === "about:") return; // within a notebook the page has no address
  const fragment = [state.selection, ...filterParts()].filter(Boolean).join("&");
  if (location.hash.slice(1) !== fragment)
    history.replaceState(null, "", `${location.pathname}${location.search}${fragment ? `#${fragment}` : ""}`);
}

function filterParts() {
  const centre = state.trail.at(-1);
  const off = Object.keys(state.off).map((kind) => [kind, named(kind)]);
  return [
    state.focus && centre !== undefined && `around=${encodeURIComponent(nodes[centre].key)}/${state.steps}`,
    state.since && `since=${state.since}`,
    state.until && `until=${state.until}`,
    state.least && `least=${state.least}`,
    ...off.map(([kind, values]) => values.join() !== atFirst.told[kind] && `off.${kind}=${values.map(encodeURIComponent).join()}`),
    ...FLAGS.map((flag) => state[flag] !== atFirst.flags[flag] && `${flag}=${Number(state[flag])}`),
  ].filter(Boolean);
}

/** What the address names, part by part; nothing of one that is no address of this page. */
function addressed() {
  const parts = new Map();
  try {
    for (const part of location.hash.slice(1).split("&")) {
      const [name, value = ""] = part.split("=");
      parts.set(name, value.split(/[/,]/).map(decodeURIComponent));
    }
  } catch {
    parts.clear();
  }
  return parts;
}

/** Show what the address names, and nothing of what was shown before; what the page lacks is passed over. */
function recall() {
  const parts = addressed();
  recallFilters(parts);
  Object.assign(state, { actor: null, edge: null, selection: "" });
  leaveFocus();
  if (!$("panel").hidden) closePanel();
  writeLegend();
  update();
  recallChoice(parts);
}

function recallChoice(parts) {
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
  for (const flag of FLAGS) state[flag] = parts.has(flag) ? first(flag) === "1" : atFirst.flags[flag];
  for (const kind of Object.keys(state.off)) {
    const told = parts.get(`off.${kind}`)?.filter(Boolean);
    state.off[kind] = new Set(told ? told.flatMap((value) => known(kind, value)) : atFirst.off[kind]);
  }
}

/** The numbers of documents of a name, or of a speaker with a key; other values are what they are called. */
function known(kind, value) {
  if (!OWN[kind]) return [value];
  if (value === "-") return [-1];
  return counted(kind === "document" ? 0 : 1).map(([id]) => id).filter((id) => id >= 0 && OWN[kind](id) === value);
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
