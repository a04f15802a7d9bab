// The table: the same relations for those who read rather than look, sorted as they like.

/**
 * @typedef {object} Column
 * @property {string} name
 * @property {(edge: Edge) => string | number} value
 * @property {boolean} [isNumber]
 */

/** @type {Column[]} */
const COLUMNS = [
  { name: "Subject", value: (edge) => nodes[edge.from].name },
  { name: "Relation", value: (edge) => edge.relation.label },
  { name: "Object", value: (edge) => nodes[edge.to].name },
  { name: "Told as", value: (edge) => (edge.bg ? "Known anyway" : MANNERS[edge.manner]) },
  { name: "Documents", value: (edge) => edge.w, isNumber: true },
  { name: "Claims", value: (edge) => edge.n, isNumber: true },
  { name: "First day", value: firstDay },
  { name: "Confidence", value: (edge) => edge.p, isNumber: true },
  { name: "Quote", value: (edge) => quoteOf(edge) },
];
/** Which column sorts, and whether from the end; null as the page got them. */
/** @type {{ column: Column; isDown: boolean } | null} */
let sorting = null;

/** @param {Edge} edge */
function firstDay(edge) {
  const dates = edge.k.map(([document]) => dateOf(document)).filter(Boolean);
  return dates.sort()[0] ?? "";
}

/** All that passes the filters, whether drawn or listed; what no article says comes last. */
function tableEdges() {
  const found = [...shown.edges, ...shown.pairs];
  const all = [...found.filter((edge) => !edge.bg), ...found.filter((edge) => edge.bg)];
  if (!sorting) return all;
  const { column, isDown } = sorting;
  const keyed = all.map((edge) => ({ edge, key: column.value(edge) }));
  /**
   * @param {string | number} a
   * @param {string | number} b
   */
  const compare = (a, b) => (typeof a === "number" ? a - Number(b) : a.localeCompare(String(b)));
  keyed.sort((a, b) => (isDown ? -1 : 1) * compare(a.key, b.key));
  return keyed.map(({ edge }) => edge);
}

function writeTable() {
  const all = tableEdges();
  const visible = all.slice(0, state.rows);
  const order = sorting ? "" : ", most widely reported first";
  const caption = make("caption", {}, `${plural(all.length, "relation")}${order}. A relation opens its claims. `);
  const bar = make("p", { class: "table-bar" }, button("Copy", copyTable), button("Save as CSV", saveTable));
  const head = make("thead", {}, make("tr", {}, ...COLUMNS.map(columnHead)));
  const table = make("table", { class: days.length ? null : "undated" }, caption, head, make("tbody", {}, ...visible.map(tableRow)));
  const left = all.length - visible.length;
  const showMore = () => {
    state.rows += ROWS;
    writeTable();
  };
  const more = button(`Show ${number(Math.min(ROWS, left))} more of ${number(left)}`, showMore, { hidden: left === 0 });
  $("table").replaceChildren(bar, table, more);
}

/** @param {Column} column */
function columnHead(column) {
  const isSorting = sorting?.column === column;
  const sort = () => {
    sorting = { column, isDown: isSorting ? !sorting?.isDown : Boolean(column.isNumber) };
    writeTable();
    /** @type {HTMLElement} */ ($("table").querySelectorAll("th button")[COLUMNS.indexOf(column)]).focus();
  };
  if (!isSorting) return make("th", { scope: "col" }, textButton(column.name, sort));
  const [arrow, order] = sorting?.isDown ? ["↓", "descending"] : ["↑", "ascending"];
  return make("th", { scope: "col", "aria-sort": order }, textButton(`${column.name} ${arrow}`, sort));
}

/**
 * The first quote of a relation's best claim; empty if it has none.
 *
 * @param {Edge} edge
 */
function quoteOf(edge) {
  if (!edge.c.length) return "";
  const { passages } = claimOf(edge.c[0]);
  return passages.length ? passageOf(passages[0]).quote : "";
}

/** @param {Edge} edge */
function tableRow(edge) {
  const opener = textButton(edge.relation.label, () => selectEdge(edge.id));
  return make("tr", {}, ...COLUMNS.map((column) => tableCell(column, edge, opener)));
}

/**
 * @param {Column} column
 * @param {Edge} edge
 * @param {HTMLElement} button
 */
function tableCell({ name, value, isNumber }, edge, button) {
  const content = value(edge);
  if (name === "Relation") return make("td", {}, button, edge.weak ? tag(edge) : null);
  if (name === "Quote") {
    const quote = make("span", { class: "fold", dir: "auto" });
    quote.textContent = String(content);
    return make("td", { class: "quote" }, quote);
  }
  const text = name === "First day" ? day(String(content)) : name === "Confidence" ? `${content}\u00a0%` : short(String(content), 60);
  return make("td", { class: isNumber ? "number" : name === "First day" ? "day" : null, "data-name": name }, bdi(text));
}

/** The table as text: a head, then a row for each relation. */
function tableTexts() {
  const rows = tableEdges().map((edge) => COLUMNS.map(({ name, value }) => (name === "Confidence" ? String(edge.p / 100) : String(value(edge)))));
  return [COLUMNS.map(({ name }) => name), ...rows];
}

/** For a spreadsheet: columns are parted by tabs. */
async function copyTable() {
  const lines = tableTexts().map((row) => row.map((text) => safe(text.replace(/\s+/g, " "))).join("\t"));
  let isCopied = true;
  await navigator.clipboard.writeText(lines.join("\n")).catch(() => {
    isCopied = false;
  });
  $("spoken").textContent = isCopied ? `Copied ${plural(lines.length - 1, "relation")}` : "The browser refused to copy; save it as CSV instead";
}

const VIEWS = ["map", "places", "table"];

function writeView() {
  if (state.view === "table") writeTable();
  if (state.view === "places") writeAtlas();
}

/** @param {string} view */
function showView(view) {
  state.view = view;
  for (const name of VIEWS) $(`${name}-view`).setAttribute("aria-pressed", String(name === view));
  for (const name of ["places", "table"]) $(name).hidden = view !== name;
  $("stage").classList.toggle("placed", view === "places");
  writeView();
  writeCounts();
  writeAddressSoon();
}

const showMap = () => showView("map");
