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
 * Text that no spreadsheet takes for a formula.
 *
 * @param {string} text
 */
const safe = (text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

/** @param {string} text */
const cell = (text) => `"${safe(text).replaceAll('"', '""')}"`;

/** All visible relations as CSV. */
function saveTable() {
  const text = tableTexts().map((row) => row.map(cell).join(",")).join("\r\n");
  save("graph.csv", ["\ufeff", text, "\r\n"], "text/csv");
}
