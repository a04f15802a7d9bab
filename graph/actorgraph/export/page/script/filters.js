// What a relation must be said by, where, when and how surely.  It stays while one of its claims passes.

const dateOf = (document) => tables.documents[document][2];
const days = [...new Set(edges.flatMap((edge) => edge.k.map(([document]) => dateOf(document))))].filter(Boolean).sort();

/** Whether some claim of a relation passes; an undated document passes at any time, a relation without claims always. */
function isSaid(edge) {
  const { off, since, until, least } = state;
  if (!edge.k.length) return true;
  return edge.k.some(([document, speaker, percent]) => {
    const date = dateOf(document);
    return (
      percent >= least &&
      !off.document.has(document) &&
      !off.speaker.has(speaker) &&
      (!date || ((!since || date >= since) && (!until || date <= until)))
    );
  });
}

/** How many relations each document, or each speaker, has a claim about. */
function counted(part) {
  const counts = new Map();
  for (const edge of edges)
    for (const value of new Set(edge.k.map((saying) => saying[part]))) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

function documentRows() {
  const rows = counted(0).map(([id, count]) => {
    const [title, name, date] = tables.documents[id];
    const words = make("span", { title: [title || name, date && day(date)].filter(Boolean).join(", ") });
    words.append(bdi(short(title || name, 60)));
    return filterRow("document", id, words, count);
  });
  return rows.length > 1 ? [everyOrNone("document", counted(0)), ...shortened(rows)] : [];
}

function speakerRows() {
  const rows = counted(1).map(([id, count]) =>
    filterRow("speaker", id, id < 0 ? "The articles themselves" : bdi(short(nameOf(id), 40)), count),
  );
  return rows.length > 1 ? [everyOrNone("speaker", counted(1)), ...shortened(rows)] : [];
}

function filterRow(kind, id, words, count) {
  return legendRow([words], count, null, !state.off[kind].has(id), (on) => toggle(state.off[kind], [id], on));
}

/** Two buttons, so that one of many needs no clearing of all others by hand. */
function everyOrNone(kind, all) {
  const set = (on) => () => {
    toggle(state.off[kind], all.map(([id]) => id), on);
    writeLegend();
    update();
  };
  return make(
    "p",
    { class: "note" },
    make("button", { type: "button", class: "plain", onclick: set(true) }, "All"),
    " · ",
    make("button", { type: "button", class: "plain", onclick: set(false) }, "None"),
  );
}

/** The first rows, and a button for the rest. */
function shortened(rows) {
  if (rows.length <= ROWS_OPEN) return rows;
  const rest = make("div", { hidden: true }, ...rows.slice(ROWS_OPEN));
  const opener = make("button", { type: "button", class: "plain", "aria-expanded": "false" }, `${rows.length - ROWS_OPEN} more`);
  opener.addEventListener("click", () => {
    rest.hidden = false;
    opener.remove();
  });
  return [...rows.slice(0, ROWS_OPEN), opener, rest];
}

function timeRows() {
  if (days.length < 2) return [];
  const last = days.length - 1;
  const words = make("output", {});
  const slider = (name, at) => {
    const input = make("input", { type: "range", min: 0, max: last, "aria-label": name });
    input.value = at;
    input.addEventListener("input", () => {
      const [low, high] = [...input.parentElement.querySelectorAll("input")].map((one) => Number(one.value));
      state.since = Math.min(low, high) > 0 ? days[Math.min(low, high)] : null;
      state.until = Math.max(low, high) < last ? days[Math.max(low, high)] : null;
      tell();
      update();
    });
    return input;
  };
  const tell = () => {
    words.textContent = `${day(state.since || days[0])} to ${day(state.until || days[last])}`;
  };
  tell();
  const at = (date, other) => (date ? days.indexOf(date) : other);
  return [
    make("div", { class: "slider" }, slider("Earliest day", at(state.since, 0)), slider("Latest day", at(state.until, last))),
    words,
  ];
}

function surenessRow() {
  if (!edges.some((edge) => edge.k.length)) return [];
  const words = make("output", {});
  const input = make("input", { type: "range", min: 0, max: 95, step: 5, "aria-label": "Least confidence in per cent" });
  input.value = state.least;
  const tell = () => {
    words.textContent = state.least ? `at least ${state.least}\u00a0%` : "any";
  };
  input.addEventListener("input", () => {
    state.least = Number(input.value);
    tell();
    update();
  });
  tell();
  return [make("div", { class: "slider" }, input), words];
}
