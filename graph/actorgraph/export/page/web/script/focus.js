// Only the surroundings of an actor, one step or two wide, with a trail of those looked at before.

const TRAIL = 5;

/**
 * @param {number} id
 * @param {number} [steps]
 */
function focusOn(id, steps = state.steps) {
  const before = state.trail.indexOf(id);
  state.trail = before < 0 ? [...state.trail, id].slice(-TRAIL) : state.trail.slice(0, before + 1);
  Object.assign(state, { steps, focus: within(id, steps) });
  selectActor(id);
  writeFocus(id);
  fit();
}

/**
 * Actors so many steps away at most; only the first step goes over what is known anyway, which links everything.
 *
 * @param {number} id
 * @param {number} steps
 */
function within(id, steps) {
  let reached = new Set([id]);
  for (let step = 0; step < steps; step += 1) {
    const links = [...reached].flatMap((one) => touching[one]).filter((edge) => !step || !(edge.bg || edge.weak));
    reached = new Set([...reached, ...links.flatMap((edge) => [edge.from, edge.to])]);
  }
  return reached;
}

/**
 * A button to add the neighbours of one actor to the surroundings that are shown, or to fold them again; null where there
 * is nothing to add or fold.
 *
 * @param {number} id
 */
function neighbourButton(id) {
  const inFocus = state.focus ?? new Set();
  const around = [...within(id, 1)];
  if (around.some((one) => !inFocus.has(one)))
    return button("Add its neighbours", () => refocus(id, [...inFocus, ...around]));
  const first = within(state.trail.at(-1) ?? id, state.steps);
  const left = [...inFocus].filter((one) => first.has(one) || !around.includes(one));
  return left.length < inFocus.size ? button("Fold its neighbours", () => refocus(id, left)) : null;
}

/**
 * @param {number} id
 * @param {number[]} around
 */
function refocus(id, around) {
  state.focus = new Set(around);
  selectActor(id);
  fit();
}

/** @param {number} id */
function writeFocus(id) {
  const wide = [1, 2].map((steps) =>
    button(plural(steps, "step"), () => focusOn(id, steps), { "aria-pressed": String(steps === state.steps) }),
  );
  const trail = state.trail.slice(0, -1).flatMap((one) => [textButton(bdi(nodeName(one)), () => focusOn(one)), " › "]);
  $("focus").replaceChildren(
    make("span", { class: "clip" }, "Only around ", ...trail, bdi(nodeName(id))),
    make("span", { class: "switch", role: "group", "aria-label": "How far" }, ...wide),
    button("Back to everything", back),
  );
  $("focus").hidden = false;
}

function leaveFocus() {
  Object.assign(state, { focus: null, trail: [], steps: 1 });
  $("focus").hidden = true;
}

function back() {
  leaveFocus();
  update();
  fit();
}
