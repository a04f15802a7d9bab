// The address of the view: what is chosen, then the filters that differ from those that the page opens with.
//
//   #actor=KEY&around=KEY/2&since=2025-03-13&least=70&off.manner=denied,planned&weak=1
//   #relation=SUBJECT/RELATION/OBJECT
//   #path=ACTOR/ACTOR/1/0  between two actors, over places too, the first of several
//   #view=places  or table, instead of the map
//   #story=2&embed  the second step of the story, without what is around the map
//
// Documents and speakers go by name and key, since their numbers change with every build.

/** @type {FilterKind[]} */
const KINDS = ["type", "group", "relation", "manner", "document", "speaker"];
/** @type {Flag[]} */
const FLAGS = ["talk", "pairs", "weak", "background", "backdrop", "lonely", "whole", "geography"];
const REST = 300; // milliseconds after the last change, since browsers refuse to rewrite an address without end
/** @type {Partial<Record<FilterKind, (id: number) => string>>} */
const OWN = { document: (id) => documents[id].name, speaker: (id) => nodes[id]?.key ?? nameOf(id) };
/** @param {FilterKind} kind */
const named = (kind) => [...state.off[kind]].map((value) => (value === -1 ? "-" : (OWN[kind] || String)(value))).sort();
const atFirst = {
  off: Object.fromEntries(KINDS.map((kind) => [kind, [...state.off[kind]]])),
  named: Object.fromEntries(KINDS.map((kind) => [kind, named(kind).join()])),
  flags: Object.fromEntries(FLAGS.map((flag) => [flag, state[flag]])),
};
let resting = 0;

/**
 * Keep what is chosen in the address; Back leads to what was chosen before.
 *
 * @param {string} selection
 */
function remember(selection) {
  const isNew = state.selection !== selection && !isEmbedded();
  state.selection = selection;
  writeAddress(isNew);
}

/** For what changes many times in a moment, such as a slider. */
function writeAddressSoon() {
  clearTimeout(resting);
  resting = setTimeout(() => writeAddress(), REST);
}

/** @param {boolean} [isNew] whether Back leads here */
function writeAddress(isNew = false) {
  clearTimeout(resting);
  if (!state.ready || location.protocol === "about:") return; // within a notebook the page has no address
  const fragment = [state.selection, state.view !== "map" && `view=${state.view}`, ...filterParts()].filter(Boolean).join("&");
  if (location.hash.slice(1) === fragment) return;
  const address = `${location.pathname}${location.search}${fragment ? `#${fragment}` : ""}`;
  if (isNew) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

function filterParts() {
  const centre = state.trail.at(-1);
  return [
    state.focus && centre !== undefined && `around=${encodeURIComponent(nodes[centre].key)}/${state.steps}`,
    state.since && `since=${state.since}`,
    state.until && `until=${state.until}`,
    state.day && `day=${state.day}`,
    state.least && `least=${state.least}`,
    ...KINDS.map(offPart),
    isEmbedded() && "embed",
    ...FLAGS.map((flag) => state[flag] !== atFirst.flags[flag] && `${flag}=${Number(state[flag])}`),
  ].filter(Boolean);
}

/**
 * The part of the address for what is left out, false if that is what the page opens with.
 *
 * @param {FilterKind} kind
 */
function offPart(kind) {
  const values = named(kind);
  return values.join() !== atFirst.named[kind] && `off.${kind}=${values.map(encodeURIComponent).join()}`;
}

/** What the address names, part by part; nothing of one that is no address of this page. */
function addressed() {
  /** @type {Map<string, string[]>} */
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
  Object.assign(state, { actor: null, edge: null, read: null, selection: "" });
  leaveFocus();
  if (!$("panel").hidden) closePanel();
  writeLegend();
  writeTime();
  update();
  recallChoice(parts);
}

/** @param {Map<string, string[]>} parts */
function recallChoice(parts) {
  const [centre, steps] = parts.get("around") || [];
  const around = byKey.get(centre);
  if (around) focusOn(around.id, steps === "2" ? 2 : 1);
  const [view] = parts.get("view") ?? [];
  showView(view === "table" || (view === "places" && hasAtlas) ? view : "map");
  recallSelection(parts);
  state.ready = true;
}

/** Whether the page is a part of another, `?embed` or `#embed`, and shows the map without what is around it. */
const isEmbedded = () => new URLSearchParams(location.search).has("embed") || addressed().has("embed");

function embed() {
  const isPart = isEmbedded();
  document.body.classList.toggle("embed", isPart);
  $("whole").hidden = !isPart;
  const fragment = location.hash.slice(1).split("&").filter((part) => part && part !== "embed").join("&");
  const href = `${location.pathname}${fragment ? `#${fragment}` : ""}`;
  if (isPart) $("whole").replaceChildren(make("a", { href, target: "_blank", rel: "noopener" }, "Open the whole graph"));
}

/** @param {Map<string, string[]>} parts */
function recallFilters(parts) {
  /** @param {string} name */
  const first = (name) => parts.get(name)?.[0];
  /** @param {string} name */
  const dayOf = (name) => days.find((date) => date === first(name)) || null;
  state.since = dayOf("since");
  state.until = dayOf("until");
  state.day = dayOf("day");
  state.least = Math.min(95, Math.max(0, Math.round(Number(first("least")) / 5) * 5)) || 0;
  for (const flag of FLAGS) state[flag] = parts.has(flag) ? first(flag) === "1" : atFirst.flags[flag];
  for (const kind of KINDS) {
    const values = parts.get(`off.${kind}`)?.filter(Boolean);
    state.off[kind] = new Set(values ? values.flatMap((value) => valuesOf(kind, value)) : atFirst.off[kind]);
  }
}

/**
 * The numbers of documents of a name, or of a speaker with a key; other values are what they are called.
 *
 * @param {FilterKind} kind
 * @param {string} value
 */
function valuesOf(kind, value) {
  const nameIt = OWN[kind];
  if (!nameIt) return [value];
  if (value === "-") return [-1];
  const ids = counted(kind === "document" ? 0 : 1).map(([id]) => id);
  return ids.filter((id) => id >= 0 && nameIt(id) === value);
}

/** @param {Map<string, string[]>} parts */
function recallSelection(parts) {
  const step = Number(parts.get("story")?.[0]);
  const edge = edgeNamed(parts.get("relation") ?? []);
  const actor = byKey.get(parts.get("actor")?.[0] ?? "");
  if (step) tell(step - 1);
  else if (parts.has("path")) recallPath(parts.get("path") ?? []);
  else if (edge) selectEdge(edge.id);
  else if (actor) selectActor(actor.id);
}

/** @param {string[]} keys of the path's ends, whether it is over places, and which it is */
function recallPath([start, end, isOverPlaces, place]) {
  const [one, other] = [byKey.get(start), byKey.get(end)];
  if (one && other) showPath(one.id, other.id, isOverPlaces === "1", Number(place) || 0);
}

/** @param {string[]} keys */
function edgeNamed([left, relation, right]) {
  return edgeOf({ left, relation, right });
}
