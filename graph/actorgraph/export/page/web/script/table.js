// The table: the same relations for those who read rather than look.

function writeTable() {
  const head = make(
    "tr",
    {},
    ...["Subject", "Relation", "Object", "Quote"].map((name) => make("th", { scope: "col" }, name)),
  );
  const visible = shown.edges.slice(0, state.rows);
  const table = make(
    "table",
    {},
    make(
      "caption",
      {},
      `${plural(shown.edges.length, "relation")}, most widely reported first. A relation opens its claims.`,
    ),
    make("thead", {}, head),
    make("tbody", {}, ...visible.map(tableRow)),
  );
  const left = shown.edges.length - visible.length;
  const more =
    left > 0
      ? make(
          "button",
          {
            type: "button",
            onclick: () => {
              state.rows += ROWS;
              writeTable();
            },
          },
          `Show ${number(Math.min(ROWS, left))} more of ${number(left)}`,
        )
      : "";
  $("table").replaceChildren(table, more);
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
  const quote = make("span", { class: "fold", dir: "auto" });
  quote.textContent = quoteOf(edge);
  const button = make(
    "button",
    { type: "button", class: "plain", onclick: () => selectEdge(edge.id) },
    edge.relation.label,
  );
  return make(
    "tr",
    {},
    make("td", {}, bdi(short(nodes[edge.from].name, 60))),
    make("td", {}, button, tag(edge)),
    make("td", {}, bdi(short(nodes[edge.to].name, 60))),
    make("td", {}, quote),
  );
}

/** @param {string} view */
function showView(view) {
  state.view = view;
  for (const name of ["map", "table"]) $(`${name}-view`).setAttribute("aria-pressed", String(name === view));
  $("table").hidden = view !== "table";
  if (view === "table") writeTable();
}

const showMap = () => showView("map");
