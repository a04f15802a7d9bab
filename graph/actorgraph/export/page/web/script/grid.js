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
  const one = { box, id };
  for (const key of cellsOf(grid, box)) {
    const cell = grid.cells.get(key);
    if (cell) cell.push(one);
    else grid.cells.set(key, [one]);
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

/** @type {(grid: Grid, boxes: Box[]) => boolean} */
const meetsAny = (grid, boxes) => boxes.some((box) => meets(grid, box));

/**
 * What of the grid some boxes overlap.
 *
 * @param {Grid} grid
 * @param {Box[]} boxes
 */
function held(grid, boxes) {
  const found = boxes.flatMap((box) => cellsOf(grid, box).flatMap((key) => (grid.cells.get(key) ?? []).filter((one) => overlap(box, one.box))));
  return new Set(found);
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
