// Paths between two actors, told with quotes: the shortest, and others that share not all of it.

const PATHS = 3; // that are offered at most

/** @param {number} id */
function startPath(id) {
  state.start = id;
  $("focus").replaceChildren(
    make("span", { class: "clip" }, "Path from ", bdi(nodeName(id)), ": choose the other actor, on the map or by name"),
    button("Cancel", leavePath),
  );
  $("focus").hidden = false;
  if (!narrow.matches) return;
  closePanel();
  fit();
}

function leavePath() {
  state.start = null;
  $("focus").hidden = !state.focus;
}

/**
 * @param {number} start
 * @param {number} end
 * @param {boolean} [isOverPlaces] whether citizenship, seats and places may link two actors
 * @param {number} [place] which of the paths is opened
 */
function showPath(start, end, isOverPlaces = false, place = 0) {
  leavePath();
  stopTelling();
  const paths = pathsBetween(start, end, isOverPlaces);
  const steps = paths[place] ?? [];
  lightPath(steps);
  const heading = make("h2", {}, actorButton(start), " to ", actorButton(end));
  const told = steps.map((edge) => relationSection(edge, sentence(edge.from, edge.r, edge.to, edge), false));
  const words = steps.length ? pathWords(start, steps) : "No chain of visible relations leads from one to the other.";
  const bar = make("div", { class: "bar" }, ...pathButtons(start, end, isOverPlaces, place, paths.length));
  openPanel([bar, heading, make("p", { class: "bundle" }, words), ...told], `path from ${nodeName(start)} to ${nodeName(end)}`);
  const keys = [start, end].map((id) => encodeURIComponent(nodes[id].key)).join("/");
  remember(`path=${keys}${isOverPlaces || place ? `/${Number(isOverPlaces)}/${place}` : ""}`);
}

/** @param {Edge[]} steps */
function lightPath(steps) {
  Object.assign(state, { actor: null, edge: null, read: steps.length ? steps.map((edge) => edge.id) : null });
  for (const id of steps.flatMap((edge) => [edge.from, edge.to])) if (!shown.nodes.has(id)) state.guests.add(id);
  update();
}

/**
 * A button for each path, and one to go over places or not.
 *
 * @param {number} start
 * @param {number} end
 * @param {boolean} isOverPlaces
 * @param {number} place
 * @param {number} count
 */
function pathButtons(start, end, isOverPlaces, place, count) {
  const other = () => showPath(start, end, !isOverPlaces);
  const choices = Array.from({ length: count > 1 ? count : 0 }, (_, i) =>
    button(`Path ${i + 1}`, () => showPath(start, end, isOverPlaces, i), { "aria-pressed": String(i === place) }),
  );
  return [...choices, button("Over places too", other, { "aria-pressed": String(isOverPlaces) })];
}

/**
 * A path in words: "2 steps: A – met with – B – was accused by – C".
 *
 * @param {number} start
 * @param {Edge[]} steps
 */
function pathWords(start, steps) {
  let here = start;
  const parts = steps.map((edge) => {
    const isForward = edge.from === here;
    here = isForward ? edge.to : edge.from;
    return ` – ${isForward ? edge.relation.label : edge.relation.inverse}${mannerNote(edge)} – ${nodeName(here)}`;
  });
  return `${plural(steps.length, "step")}: ${nodeName(start)}${parts.join("")}`;
}

/**
 * Up to three paths, the shortest first, and of those the best founded: each of the others does without some relation of the first.
 *
 * @param {number} start
 * @param {number} end
 * @param {boolean} isOverPlaces
 */
function pathsBetween(start, end, isOverPlaces) {
  const open = new Set(edges.filter((edge) => isOnPaths(edge, isOverPlaces)));
  const first = shortest(start, end, open);
  if (!first) return [];
  const others = first.flatMap((left) => {
    const found = shortest(start, end, new Set([...open].filter((edge) => !samePair(edge, left))));
    return found ? [found] : [];
  });
  /** @param {Edge[]} path */
  const name = (path) => path.map((edge) => edge.id).join();
  const unlike = new Map([first, ...others].map((path) => [name(path), path]));
  return [...unlike.values()].sort((a, b) => a.length - b.length || softness(a) - softness(b)).slice(0, PATHS);
}

/**
 * How many of some relations are not stated as facts.
 *
 * @param {Edge[]} some
 */
const softness = (some) => some.filter(({ manner }) => manner !== "stated").length;

/**
 * Whether a path may go over a relation: one that passes the filters and, unless the reader wants it, joins no two
 * actors by where they belong.
 *
 * @param {Edge} edge
 * @param {boolean} isOverPlaces
 */
function isOnPaths(edge, isOverPlaces) {
  if (edge.manner === "denied" || isGone(edge) || isOff(edge) || !isSaid(edge)) return false;
  const isOfPlace = edge.geo && [edge.from, edge.to].some((id) => nodes[id].type === "Place");
  const isPlain = !isOfPlace && !edge.bg && !edge.relation.quiet;
  return (isOverPlaces || isPlain) && [edge.from, edge.to].every((id) => passes(nodes[id]));
}

/**
 * The relations of a shortest path, whatever their direction; null where none leads there.
 *
 * @param {number} start
 * @param {number} end
 * @param {Set<Edge>} open
 */
function shortest(start, end, open) {
  /** @type {Map<number, [before: number, edge: Edge] | null>} */
  const from = new Map([[start, null]]);
  for (const actor of from.keys()) {
    if (actor === end) break;
    for (const edge of touching[actor].filter((each) => open.has(each)).sort((a, b) => softness([a]) - softness([b]))) {
      const neighbour = edge.from === actor ? edge.to : edge.from;
      if (!from.has(neighbour)) from.set(neighbour, [actor, edge]);
    }
  }
  if (!from.has(end)) return null;
  const steps = [];
  for (let step = from.get(end); step; step = from.get(step[0])) steps.unshift(step[1]);
  return steps;
}
