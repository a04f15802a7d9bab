// What can be taken away: files, and the visible relations as a table.

/**
 * @param {string} name
 * @param {any[]} content
 * @param {string} type
 */
function save(name, content, type) {
  const address = URL.createObjectURL(new Blob(content, { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * A cell that no spreadsheet takes for a formula.
 *
 * @param {string} text
 */
const cell = (text) => `"${(/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** All visible relations as CSV. */
function saveTable() {
  const rows = shown.edges.map((edge) => [
    nodes[edge.from].name,
    edge.relation.label,
    nodes[edge.to].name,
    MANNERS[edge.manner],
    String(edge.n),
    String(edge.w),
    String(edge.p / 100),
    quoteOf(edge),
  ]);
  const head = ["Subject", "Relation", "Object", "Told as", "Claims", "Documents", "Confidence", "Quote"];
  const text = [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
  save("graph.csv", ["\ufeff", text, "\r\n"], "text/csv");
}
