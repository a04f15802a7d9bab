// The map of the world on the screen: drawn as in a picture, moved by pointer, wheel, touch and buttons.

/** @type {View | null} */
let roamed = null; // where the reader has moved it; all places are in sight until then
/** @type {Map<number, Point>} */
const pointers = new Map();
const CLOSEST_ATLAS = 6; // pixels for a tenth of a degree: coasts and borders are no finer
let hasMoved = false; // since a pointer went down: what follows is no click

const atlasSize = () => ({ width: $("places").clientWidth, height: $("places").clientHeight });

/**
 * @param {{ width: number; height: number }} size
 * @returns {View}
 */
const roamedTo = (size) => roamed ?? atlasView(size);

/** @param {string} svg */
const elementOf = (svg) => document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);

function writeAtlas() {
  const size = atlasSize();
  if (!size.width) return;
  const map = { top: 0, height: size.height, shapes: atlasShapes({ ...size, ...roamedTo(size) }, 0) };
  const drawn = elementOf(svgOf({ title: "", width: size.width, height: size.height, paper: colours.paper, map, shapes: [] }));
  drawn.setAttribute("role", "group");
  drawn.setAttribute("aria-label", "Places on a map of the world");
  const discs = [...drawn.querySelectorAll("path.actor")];
  placeMarks().forEach((mark, i) => makeButton(discs[i], mark));
  const focused = document.activeElement?.closest("#places path")?.getAttribute("data-id");
  $("places").replaceChildren(drawn);
  if (focused) /** @type {SVGElement | null} */ ($("places").querySelector(`[data-id="${focused}"]`))?.focus();
}

/**
 * @param {Element} disc
 * @param {{ node: ActorNode; edges: Edge[] }} mark
 */
function makeButton(disc, { node, edges: found }) {
  const words = `${node.name}: ${localWords({ node, edges: found })}`;
  for (const [name, value] of Object.entries({ role: "button", tabindex: "0", "data-id": String(node.id), "aria-label": words })) disc.setAttribute(name, value);
}

/** @param {number} factor */
function zoomAtlas(factor) {
  const { width, height } = atlasSize();
  zoomAt(factor, [width / 2, height / 2]);
  writeAtlas();
}

/**
 * What lies under a point of the screen stays there.
 *
 * @param {number} factor
 * @param {Point} point
 */
function zoomAt(factor, [x, y]) {
  const { width, height } = atlasSize();
  const { position, scale: before } = roamedTo({ width, height });
  const scale = Math.min(CLOSEST_ATLAS, Math.max(0.08, before * factor));
  const stretch = 1 / before - 1 / scale;
  roamed = { position: { x: position.x + (x - width / 2) * stretch, y: position.y + (y - height / 2) * stretch }, scale };
}

/** What draws the map once more when it rests, as names find new places only then. */
let settling = 0;

function moveAtlas() {
  state.isRoaming = true;
  writeAtlas();
  state.isRoaming = false;
  clearTimeout(settling);
  settling = window.setTimeout(settleAtlas, PAUSE);
}

/** Not under a pointer that is down, which would lose what it is on. */
function settleAtlas() {
  if (pointers.size) settling = window.setTimeout(settleAtlas, PAUSE);
  else writeAtlas();
}

function fitAtlas() {
  roamed = null;
  stoodOnAtlas.clear();
  writeAtlas();
}

/** @param {PointerEvent} event */
const pixelOf = ({ clientX, clientY }) => {
  const { left, top } = $("places").getBoundingClientRect();
  return /** @type {Point} */ ([clientX - left, clientY - top]);
};

/** @param {PointerEvent} event */
function roam(event) {
  const before = pointers.get(event.pointerId);
  if (!before) return;
  const now = pixelOf(event);
  const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
  pointers.set(event.pointerId, now);
  if (other) {
    hasMoved = true;
    zoomAt(apart(now, other) / (apart(before, other) || 1), midway(now, other));
    moveAtlas();
    return;
  }
  const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
  hasMoved ||= Math.abs(dx) + Math.abs(dy) > 2;
  if (hasMoved) roamBy(dx, dy);
}

/**
 * @param {number} dx pixels
 * @param {number} dy
 */
function roamBy(dx, dy) {
  const { position, scale } = roamedTo(atlasSize());
  roamed = { position: { x: position.x - dx / scale, y: position.y - dy / scale }, scale };
  moveAtlas();
}

/** @type {(one: Point, other: Point) => number} */
const apart = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]);
/** @type {(one: Point, other: Point) => Point} */
const midway = (one, other) => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];

/** @param {Event} event */
function chooseOnAtlas(event) {
  const place = event.target instanceof Element ? event.target.closest("[data-id]") : null;
  if (place) {
    selectActor(Number(place.getAttribute("data-id")));
    revealOnAtlas(Number(place.getAttribute("data-id")));
  } else if (!hasMoved) clearSelection();
}

/**
 * Move a place to the middle of what the panel leaves of a narrow screen.
 *
 * @param {number} id
 */
function revealOnAtlas(id) {
  const { at } = nodes[id];
  if (!narrow.matches || !at) return;
  const { scale } = roamedTo(atlasSize());
  roamed = { position: { x: at[0], y: at[1] + $("panel").offsetHeight / 2 / scale }, scale };
  writeAtlas();
}

function listenToAtlas() {
  $("places").addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomAt(Math.exp(-event.deltaY / 400), pixelOf(/** @type {any} */ (event)));
    moveAtlas();
  });
  $("places").addEventListener("pointerdown", (event) => {
    hasMoved = pointers.size > 0;
    pointers.set(event.pointerId, pixelOf(event));
  });
  addEventListener("pointermove", roam);
  for (const end of ["pointerup", "pointercancel"])
    addEventListener(end, (event) => pointers.delete(/** @type {PointerEvent} */ (event).pointerId));
  $("places").addEventListener("click", chooseOnAtlas);
  $("places").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    chooseOnAtlas(event);
  });
  new ResizeObserver(() => state.view === "places" && writeAtlas()).observe($("places"));
}
