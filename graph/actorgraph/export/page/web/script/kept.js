// What the reader made of the page beside decisions: a story, places of actors, the caption of pictures.  It is kept in the
// browser, and in a page that is saved with it.

const KEPT_PAGE = `actorgraph.page:${location.pathname}`;

/** The page as it was read, before the script changed it. */
const asOpened = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));

/** @type {Kept} */
let kept = { story: [], places: {}, caption: {}, out: [], notes: {}, decisions: [] };

/** @param {Partial<Kept>} change */
function keep(change) {
  kept = { ...kept, ...change };
  try {
    window.localStorage.setItem(KEPT_PAGE, JSON.stringify(kept));
  } catch {
    // A frame may be refused a store; the page can still be saved.
  }
}

/** Take up what this browser keeps, or else what came with the page. */
function recallKept() {
  const texts = [storedText(KEPT_PAGE), $("kept")?.textContent];
  const found = texts.map(parsed).find((value) => value);
  if (found) kept = soundKept(found);
}

/** @param {string} key */
function storedText(key) {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string | null | undefined} text
 * @returns {any} null if it is not JSON
 */
function parsed(text) {
  try {
    return JSON.parse(text || "null");
  } catch {
    return null;
  }
}

/**
 * Only what has the right form and is about something here.
 *
 * @param {any} found
 * @returns {Kept}
 */
function soundKept({ story, places, caption, out, notes, decisions: made }) {
  const steps = Array.isArray(story) ? story : [];
  const spots = Object.entries(places ?? {}).filter(([key, spot]) => byKey.has(key) && isPoint(spot));
  const texts = Object.entries(caption ?? {}).filter(([, value]) => ["string", "boolean"].includes(typeof value));
  return {
    story: steps.filter((step) => step && typeof step.text === "string" && edgeOf(step)),
    places: Object.fromEntries(spots),
    caption: Object.fromEntries(texts),
    out: Array.isArray(out) ? out.filter((key) => byKey.has(key)) : [],
    notes: Object.fromEntries(Object.entries(notes ?? {}).filter(([id, note]) => claimNumbers.has(id) && typeof note === "string")),
    decisions: Array.isArray(made) ? made : [],
  };
}

/** @param {any} spot */
const isPoint = (spot) => Array.isArray(spot) && spot.length === 2 && spot.every(Number.isFinite);

/** Save the page as it was read, with all that was made of it. */
function savePage() {
  const page = /** @type {HTMLElement} */ (asOpened.cloneNode(true));
  const holder = page.querySelector("#kept");
  // As in the page's data, no sign may end the element that holds it.
  if (holder) holder.textContent = JSON.stringify({ ...kept, decisions }).replaceAll("<", "\\u003c");
  save("graph.html", ['<!DOCTYPE html>\n<html lang="en">', page.getHTML(), "</html>\n"], "text/html");
}
