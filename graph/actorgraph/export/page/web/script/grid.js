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
 * @param {number | null} [id] of the actor whose disc it is
 */
function putBox(grid, box, id = null) {
  for (const key of cellsOf(grid, box)) {
    const cell = grid.cells.get(key);
    if (cell) cell.push({ box, id });
    else grid.cells.set(key, [{ box, id }]);
  }
}

/**
 * Whether a box overlaps one of the grid that counts.
 *
 * @param {Grid} grid
 * @param {Box} box
 * @param {(id: number | null) => boolean} [counts]
 */
function meets(grid, box, counts = () => true) {
  for (const key of cellsOf(grid, box))
    for (const one of grid.cells.get(key) ?? []) if (overlap(box, one.box) && counts(one.id)) return true;
  return false;
}

/**
 * The actors whose boxes a box overlaps.
 *
 * @param {Grid} grid
 * @param {Box} box
 */
function held(grid, box) {
  const found = cellsOf(grid, box).flatMap((key) => grid.cells.get(key) ?? []);
  return [...new Set(found.flatMap((one) => (one.id !== null && overlap(box, one.box) ? one.id : [])))];
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
