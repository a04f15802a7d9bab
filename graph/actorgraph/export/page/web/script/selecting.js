// Several actors at once: chosen by clicks or a lasso with Shift, then moved, arranged, left out or put back.

const CLICK = 5; // pixels that a pointer moves at most in a click
/** @type {Point[]} */
let lasso = [];

/** @param {PointerEvent} event */
function startLasso(event) {
  if (!event.shiftKey && !state.isSelecting) return;
  event.stopPropagation();
  event.preventDefault();
  lasso = [pointOf(event)];
  $("canvas").setPointerCapture(event.pointerId);
}

/** @param {PointerEvent} event */
function drawLasso(event) {
  if (!lasso.length) return;
  event.stopPropagation();
  lasso.push(pointOf(event));
  network.redraw();
}

/** @param {PointerEvent} event */
function endLasso(event) {
  if (!lasso.length) return;
  event.stopPropagation();
  const [[x, y]] = lasso;
  const reach = Math.max(...lasso.map(([toX, toY]) => Math.hypot(toX - x, toY - y)));
  const hits = reach <= CLICK ? [network.getNodeAt({ x, y })].filter((id) => id !== undefined) : insideOf(lasso);
  lasso = [];
  choose(hits, reach <= CLICK);
}

/**
 * @param {PointerEvent} event
 * @returns {Point}
 */
function pointOf({ clientX, clientY }) {
  const { left, top } = $("canvas").getBoundingClientRect();
  return [clientX - left, clientY - top];
}

/**
 * Visible actors inside a closed line, by the even-odd rule.
 *
 * @param {Point[]} ring in pixels
 */
function insideOf(ring) {
  return [...shown.nodes].filter((id) => {
    const { x, y } = network.canvasToDOM(nodes[id]);
    let isInside = false;
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
    });
    return isInside;
  });
}

/**
 * @param {number[]} ids
 * @param {boolean} [isToggle]
 */
function choose(ids, isToggle = false) {
  for (const id of ids)
    if (isToggle && state.chosen.has(id)) state.chosen.delete(id);
    else state.chosen.add(id);
  writeChoice();
  refresh();
}

/** For those who have no Shift key. */
function toggleSelecting() {
  state.isSelecting = !state.isSelecting;
  $("select").setAttribute("aria-pressed", String(state.isSelecting));
}

function chooseNone() {
  state.chosen.clear();
  if (state.isSelecting) toggleSelecting();
  writeChoice();
  refresh();
}

function writeChoice() {
  const count = state.chosen.size;
  $("choice").hidden = !count;
  $("choice").replaceChildren(
    make("span", {}, `${plural(count, "actor")} selected`),
    button("Circle", () => arrange(onCircle)),
    button("Row", () => arrange(onRow)),
    button("Put back", putBack),
    button("Leave out", leaveOut),
    button("Done", chooseNone),
  );
}

/** @param {(count: number, gap: number) => Point[]} form places around the origin */
function arrange(form) {
  const ids = [...state.chosen].sort((a, b) => a - b);
  /** @param {"x" | "y"} axis */
  const middle = (axis) => ids.reduce((sum, id) => sum + nodes[id][axis], 0) / ids.length;
  const [x, y] = [middle("x"), middle("y")];
  const gap = Math.max(...ids.map((id) => 2 * radius(nodes[id]))) + 60;
  form(ids.length, gap).forEach(([dx, dy], i) => Object.assign(nodes[ids[i]], { x: x + dx, y: y + dy }));
  keepPlaces(ids);
}

/** @type {(count: number, gap: number) => Point[]} */
const onCircle = (count, gap) => {
  const reach = Math.max(gap, (count * gap) / (2 * Math.PI));
  return Array.from({ length: count }, (_, i) => [reach * Math.cos((2 * Math.PI * i) / count), reach * Math.sin((2 * Math.PI * i) / count)]);
};

/** @type {(count: number, gap: number) => Point[]} */
const onRow = (count, gap) => Array.from({ length: count }, (_, i) => [(i - (count - 1) / 2) * 2 * gap, 0]);

function putBack() {
  const ids = [...state.chosen];
  for (const id of ids) Object.assign(nodes[id], placesAtFirst[id]);
  const gone = new Set(ids.map((id) => nodes[id].key));
  keep({ places: Object.fromEntries(Object.entries(kept.places).filter(([key]) => !gone.has(key))) });
  refresh();
}

function leaveOut() {
  for (const id of state.chosen) state.out.add(id);
  keep({ out: [...state.out].map((id) => nodes[id].key) });
  state.chosen.clear();
  writeChoice();
  writeLegend();
  clearSelection();
}
