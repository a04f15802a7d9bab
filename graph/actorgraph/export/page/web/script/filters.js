// What a relation must be said by, where, when and how surely.  It stays while one of its claims passes.

const ROWS_OPEN = 8; // of documents and speakers in the legend

/** @param {number} document */
const dateOf = (document) => documents[document].date;
const days = [...new Set(edges.flatMap((edge) => edge.k.map(([document]) => dateOf(document))))].filter(Boolean).sort();

/**
 * Whether some claim of a relation passes; an undated document passes at any time, a relation without claims always.
 *
 * @param {Edge} edge
 */
function isSaid(edge) {
  const { off, since, until, least, day: moment } = state;
  if (moment && !holdsOn(edge, moment)) return false;
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
 * Whether a relation holds on a day of publication; what happens, holds from the day before to the day that tells it.
 *
 * @param {Edge} edge
 * @param {string} date
 */
function holdsOn(edge, date) {
  const before = days[days.indexOf(date) - 1] ?? "";
  return edge.c.some((id) => {
    const { valid_from: from, valid_until: until, status, passages } = claimOf(id);
    const told = passages.length ? dateOf(passageOf(passages[0]).document) : "";
    const start = from ? wholeDate(from, "-01-01") : told;
    if (!start || start > date) return false;
    if (!edge.relation.lasting) return start > before;
    return status !== "former" && (!until || wholeDate(until, "-12-31") >= date);
  });
}

/**
 * A date with the month and day that it lacks.
 *
 * @param {string} date as 2031, 2031-05 or 2031-05-03
 * @param {string} end
 */
const wholeDate = (date, end) => date + end.slice(date.length - 4);

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
  const opener = textButton(`${left} more`, () => opener.replaceWith(...all.slice(ROWS_OPEN).map(row)));
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
  return make("p", { class: "note" }, textButton("All", set(true)), " · ", textButton("None", set(false)));
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
