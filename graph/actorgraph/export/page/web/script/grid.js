// Boxes by the cells of a grid that they touch, so that a box is compared with those close to it only.

const CELL = 64; // pixels on the screen

/**
 * @param {number} scale
 * @param {Box[]} boxes
 * @returns {Grid}
 */
function gridOf(scale, boxes) {
  const grid = { cell: CELL / scale, cells: new Map() };
  for (const box of boxes) putBox(grid, box);
  return grid;
}

/**
 * @param {Grid} grid
 * @param {Box} box
 * @param {ActorNode | null} [node] whose disc it is
 */
function putBox(grid, box, node = null) {
  for (const key of cellsOf(grid, box)) {
    const cell = grid.cells.get(key);
    if (cell) cell.push({ box, node });
    else grid.cells.set(key, [{ box, node }]);
  }
}

/**
 * Whether a box overlaps one of the grid that counts.
 *
 * @param {Grid} grid
 * @param {Box} box
 * @param {(node: ActorNode | null) => boolean} [counts]
 */
function meets(grid, box, counts = () => true) {
  for (const key of cellsOf(grid, box))
    for (const held of grid.cells.get(key) ?? []) if (overlap(box, held.box) && counts(held.node)) return true;
  return false;
}

/**
 * @param {Grid} grid
 * @param {Box} box
 */
function cellsOf({ cell }, box) {
  const [left, top, right, bottom] = box.map((side) => Math.floor(side / cell));
  const keys = [];
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) keys.push(x * 2 ** 20 + y);
  return keys;
}
