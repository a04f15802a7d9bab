// The claims behind a relation, each with its proof.

const PREMISE_DEPTH = 5;

/**
 * A row of `tables.claims`; the names are those of actorgraph/columns.py.
 *
 * @typedef {object} ClaimRecord
 * @property {number} subject
 * @property {string} relation
 * @property {number} object
 * @property {string} status
 * @property {number} said_by number of who says so, -1 if it is the document itself
 * @property {string} valid_from
 * @property {string} valid_until
 * @property {number} confidence in per cent
 * @property {string} method
 * @property {string} trigger
 * @property {number[]} passages
 * @property {number} more number of passages left out
 * @property {string[]} reservations
 * @property {number[]} premises
 */

/**
 * @param {number} id
 * @param {number} depth
 * @returns {HTMLElement}
 */
function claimBlock(id, depth) {
  const claim = claimOf(id);
  const isDerived = claim.premises.length > 0 && depth < PREMISE_DEPTH;
  const more = isDerived ? 0 : claim.more;
  return make(
    "div",
    { class: isTakenOut(id, depth) ? "claim rejected" : "claim" },
    ...(isDerived ? [premiseList(claim.premises, depth)] : claim.passages.map((passage) => passageBlock(passage, claim.trigger))),
    more ? make("p", { class: "more" }, `and ${plural(more, "more passage", "more passages")}`) : null,
    sourceLine(claim, depth, isDerived),
    make("p", { class: "how" }, `${manner(claim, isDerived)}. ${capitalised(sureness(claim.confidence))}.`),
    claim.method ? make("p", { class: "how" }, "How it was read: ", bdi(claim.method)) : null,
    noteOn(id),
    depth ? null : judgeClaim(id),
  );
}

/**
 * Whether a claim no longer stands in what was read.
 *
 * @param {number} id
 * @param {number} depth
 */
const isTakenOut = (id, depth) => judgedClaims.get(id)?.verdict === "rejected" && !depth;

/**
 * Who says so and in which document; a premise repeats it only where it may differ.
 *
 * @param {ClaimRecord} claim
 * @param {number} depth
 * @param {boolean} isDerived
 */
function sourceLine({ passages, said_by: speaker }, depth, isDerived) {
  if (!passages.length || (depth && speaker < 0 && tables.read <= 1)) return null;
  const opening = isDerived ? "Read in " : "According to the document ";
  const who = speaker < 0 ? [opening] : ["According to ", bdi(short(nameOf(speaker), 80)), ", in "];
  return make("p", { class: "who" }, ...who, ...documentWords(documents[passageOf(passages[0]).document]));
}

/**
 * How a claim is stated: "Affirmed, alleged", "Denied", "Affirmed, stated as fact, current, from 2031".
 *
 * @param {ClaimRecord} claim
 * @param {boolean} isDerived
 */
function manner({ reservations, status, valid_from: from, valid_until: until, method }, isDerived) {
  if (tables.background.includes(method)) return "Known anyway, not said here";
  const words = [...reservations];
  if (!words.includes("denied")) words.unshift("affirmed");
  if (!reservations.length && !isDerived) words.push("stated as fact");
  if (status && !words.includes(status)) words.push(status);
  return capitalised([...words, validityWords(from, until)].filter(Boolean).join(", "));
}

/**
 * @param {string} from
 * @param {string} until
 */
function validityWords(from, until) {
  if (from && from === until) return `${isWholeDay(from) ? "on" : "in"} ${day(from)}`;
  return [from && `from ${day(from)}`, until && `until ${day(until)}`].filter(Boolean).join(" ");
}

/**
 * Whether a date names a day, not only a month or a year.
 *
 * @param {string} iso
 */
const isWholeDay = (iso) => iso.split("-").length === 3;

/**
 * @param {number[]} premises
 * @param {number} depth
 */
function premiseList(premises, depth) {
  const items = premises.map((id) => {
    const { subject, relation, object } = claimOf(id);
    return make("li", {}, sentence(subject, relation, object, null), claimBlock(id, depth + 1));
  });
  const opening = make("p", { class: "how" }, "Not said in so many words; it follows from:");
  return make("div", {}, opening, make("ul", { class: "premises" }, ...items));
}

/**
 * A passage with its quote marked, and in the quote the words that express the relation.
 *
 * @param {number} id
 * @param {string} trigger
 */
function passageBlock(id, trigger) {
  const { before, quote, after } = passageOf(id);
  const at = trigger ? quote.indexOf(trigger) : -1;
  const end = at + trigger.length;
  const words =
    at < 0 ? [quote] : [quote.slice(0, at), make("b", { class: "trigger" }, trigger), quote.slice(end)];
  return make("blockquote", { dir: "auto" }, before, make("mark", {}, ...words), after);
}

/** @param {DocumentRecord} source */
function documentWords({ title, name, date, url, copy_of: original }) {
  const words = [
    bdi(title ? `“${title}”` : name),
    date ? `, ${day(date)}` : "",
    title && name !== title ? " · " : "",
    title && name !== title ? bdi(name) : "",
    ...(original ? [", a near-copy of ", bdi(original)] : []),
  ];
  return /^https?:\/\//i.test(url) ? [...words, " · ", bdi(url)] : words;
}
