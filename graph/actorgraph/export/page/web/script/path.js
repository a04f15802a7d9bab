// The shortest path between two actors, told with quotes.

/** @param {number} id */
function startPath(id) {
  state.start = id;
  $("focus").replaceChildren(
    make("span", { class: "clip" }, "Path from ", bdi(nodeName(id)), ": choose the other actor, on the map or by name"),
    make("button", { type: "button", onclick: leavePath }, "Cancel"),
  );
  $("focus").hidden = false;
  if (narrow.matches) closePanel();
}

function leavePath() {
  state.start = null;
  $("focus").hidden = !state.focus;
}

/**
 * @param {number} start
 * @param {number} end
 */
function showPath(start, end) {
  leavePath();
  const steps = shortest(start, end);
  Object.assign(state, { actor: null, edge: null, read: steps ? steps.map((edge) => edge.id) : null });
  update();
  const heading = make("h2", {}, actorButton(start), " to ", actorButton(end));
  const told = steps
    ? steps.map((edge) => relationSection(edge, sentence(edge.from, edge.r, edge.to, tag(edge)), false))
    : [make("p", { class: "facts" }, "No chain of visible relations leads from one to the other.")];
  const count = make("p", { class: "bundle" }, steps ? plural(steps.length, "step") : "");
  openPanel([make("div", { class: "bar" }), heading, count, ...told], `path from ${nodeName(start)} to ${nodeName(end)}`);
}

/**
 * The visible relations of a shortest path, whatever their direction; null where none leads there.
 *
 * @param {number} start
 * @param {number} end
 */
function shortest(start, end) {
  const open = new Set(shown.edges.filter((edge) => edge.manner !== "denied"));
  /** @type {Map<number, [before: number, edge: Edge] | null>} */
  const from = new Map([[start, null]]);
  for (const actor of from.keys()) {
    if (actor === end) break;
    for (const edge of touching[actor].filter((each) => open.has(each))) {
      const neighbour = edge.from === actor ? edge.to : edge.from;
      if (!from.has(neighbour)) from.set(neighbour, [actor, edge]);
    }
  }
  if (!from.has(end)) return null;
  const steps = [];
  for (let step = from.get(end); step; step = from.get(step[0])) steps.unshift(step[1]);
  return steps;
}
