// Where the reader put actors.  Places are kept as on a flat screen, so that they fit an upright one too.

let isUpright = false;
/** @type {{ x: number; y: number }[]} */
let placesAtFirst = [];

/** The picture lies flat, as screens do; on an upright screen it stands up. */
function placeActors() {
  isUpright = $("stage").clientHeight > $("stage").clientWidth * 1.2;
  placesAtFirst = nodes.map(({ x, y }) => (isUpright ? { x: y, y: x } : { x, y }));
  nodes.forEach((node, id) => Object.assign(node, placesAtFirst[id]));
  for (const [key, [x, y]] of Object.entries(kept.places)) Object.assign(byKey.get(key) ?? {}, isUpright ? { x: y, y: x } : { x, y });
  state.out = new Set(kept.out.map((key) => byKey.get(key)?.id ?? -1));
}

/** @param {number[]} ids */
function keepPlaces(ids) {
  const moved = ids.map((id) => {
    const { key, x, y } = nodes[id];
    return [key, (isUpright ? [y, x] : [x, y]).map(Math.round)];
  });
  keep({ places: { ...kept.places, ...Object.fromEntries(moved) } });
  const bright = lit();
  nodeItems.update(ids.map((id) => nodeItem(nodes[id], bright)));
  network.redraw(); // for the next frame, since lines end where the tips of the last one were
}

/**
 * Move what is dragged, and with it all that is chosen.
 *
 * @param {number} id
 */
function drag(id) {
  const { x, y } = network.getPosition(id);
  const [dx, dy] = [x - nodes[id].x, y - nodes[id].y];
  for (const moved of dragged(id)) {
    const node = nodes[moved];
    Object.assign(node, { x: node.x + dx, y: node.y + dy });
    if (moved !== id) network.moveNode(moved, node.x, node.y);
  }
}

/** @param {number} id */
const dragged = (id) => (state.chosen.has(id) ? [...state.chosen] : [id]);
