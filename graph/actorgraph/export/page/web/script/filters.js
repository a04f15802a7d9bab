// What a relation must be said by, where, when and how surely.  It stays while one of its claims passes.

/** @param {number} document */
const dateOf = (document) => documents[document].date;
const days = [...new Set(edges.flatMap((edge) => edge.k.map(([document]) => dateOf(document))))].filter(Boolean).sort();

/**
 * Whether some claim of a relation passes; an undated document passes at any time, a relation without claims always.
 *
 * @param {Edge} edge
 */
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

/**
 * How many relations each document, or each speaker, has a claim about.
 *
 * @param {0 | 1} part
 */
function counted(part) {
  const counts = new Map();
  for (const edge of edges)
    for (const value of new Set(edge.k.map((saying) => saying[part]))) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
}

function documentRows() {
  return choices("document", counted(0), (id) => {
    const { title, name, date } = documents[id];
    return make("span", { title: [title || name, date && day(date)].filter(Boolean).join(", ") }, bdi(short(title || name, 60)));
  });
}

function speakerRows() {
  return choices("speaker", counted(1), (id) => (id < 0 ? "The articles themselves" : bdi(short(nameOf(id), 40))));
}

/**
 * A row for each document or speaker; those behind the first few are made when they are asked for.
 *
 * @param {FilterKind} kind
 * @param {[number, number][]} all
 * @param {(id: number) => Node | string} words
 */
function choices(kind, all, words) {
  if (all.length < 2) return [];
  /** @param {[id: number, count: number]} choice */
  const row = ([id, count]) =>
    legendRow([words(id)], count, null, !state.off[kind].has(id), (on) => toggle(state.off[kind], [id], on));
  const left = all.length - ROWS_OPEN;
  const opener = make("button", { type: "button", class: "plain" }, `${left} more`);
  opener.addEventListener("click", () => opener.replaceWith(...all.slice(ROWS_OPEN).map(row)));
  return [everyOrNone(kind, all), ...all.slice(0, ROWS_OPEN).map(row), ...(left > 0 ? [opener] : [])];
}

/**
 * Two buttons, so that one of many needs no clearing of all others by hand.
 *
 * @param {FilterKind} kind
 * @param {[number, number][]} all
 */
function everyOrNone(kind, all) {
  /** @param {boolean} on */
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

function timeRows() {
  if (days.length < 2) return [];
  const last = days.length - 1;
  const words = make("output", {});
  const sliders = ["Earliest day", "Latest day"].map((name) =>
    make("input", { type: "range", min: 0, max: last, "aria-label": name }),
  );
  sliders[0].value = String(state.since ? days.indexOf(state.since) : 0);
  sliders[1].value = String(state.until ? days.indexOf(state.until) : last);
  const showDays = () => {
    words.textContent = `${day(state.since || days[0])} to ${day(state.until || days[last])}`;
  };
  const slide = () => {
    const [low, high] = sliders.map((slider) => Number(slider.value)).sort((a, b) => a - b);
    state.since = low > 0 ? days[low] : null;
    state.until = high < last ? days[high] : null;
    showDays();
    update();
  };
  for (const slider of sliders) slider.addEventListener("input", slide);
  showDays();
  return [make("div", { class: "slider" }, ...sliders), words];
}

function surenessRow() {
  if (!edges.some((edge) => edge.k.length)) return [];
  const words = make("output", {});
  const input = make("input", { type: "range", min: 0, max: 95, step: 5, "aria-label": "Least confidence in per cent" });
  input.value = String(state.least);
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
