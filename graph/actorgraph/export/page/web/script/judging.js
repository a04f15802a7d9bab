// What the reader decides about actors and claims: applied at once, kept in the browser, undone and redone, and saved as
// a file that `actorgraph judge` takes in.

const KEPT = `actorgraph.decisions:${location.pathname}`;
/** @type {Decision[]} */
let decisions = [];
/** @type {Decision[]} */
let undone = [];
/** Actors and relations as the page got them. */
const asRead = nodes.map(({ name, type, sub, aliases, notes }) => ({ name, type, sub, aliases, notes }));
const weakAsRead = edges.map(({ weak }) => weak);
/** @type {Set<number>} */
let hiddenActors = new Set();
/** @type {Set<number>} */
let goneEdges = new Set();
/** Claim → what was decided last. */
/** @type {Map<number, Decision>} */
let judgedClaims = new Map();
const claimNumbers = new Map(tables.ids.map((id, place) => [id, place]));

/** @param {Edge} edge */
const isGone = (edge) => goneEdges.has(edge.id) || hiddenActors.has(edge.from) || hiddenActors.has(edge.to);

/**
 * The relation that a decision is about as a whole.
 *
 * @param {Decision} decision
 */
const edgeOf = ({ left, right, relation }) =>
  edges.find((edge) => edge.r === relation && nodes[edge.from].key === left && nodes[edge.to].key === right);

/** Apply all decisions to what the page got, in their order. */
function applyDecisions() {
  nodes.forEach((node, id) => Object.assign(node, asRead[id]));
  edges.forEach((edge, id) => {
    edge.weak = weakAsRead[id];
  });
  hiddenActors = new Set();
  judgedClaims = new Map();
  const whole = new Set();
  for (const decision of decisions) {
    const node = byKey.get(decision.left ?? "");
    const claim = claimNumbers.get(decision.claim ?? "");
    if (decision.relation) whole.add(edgeOf(decision)?.id);
    else if (claim !== undefined) judgedClaims.set(claim, decision);
    else if (node) applyToActor(decision, node);
  }
  goneEdges = new Set(whole);
  for (const edge of edges) judgeByClaims(edge);
  indexNames();
}

/**
 * A relation whose claims are all rejected is gone; one with a confirmed claim is not weak.
 *
 * @param {Edge} edge
 */
function judgeByClaims(edge) {
  const verdicts = edge.c.map((claim) => judgedClaims.get(claim)?.verdict);
  const isWhole = edge.c.length > 0 && edge.c.length === edge.n;
  if (isWhole && verdicts.every((verdict) => verdict === "rejected")) goneEdges.add(edge.id);
  if (verdicts.includes("confirmed")) edge.weak = 0;
}

/**
 * @param {Decision} decision
 * @param {ActorNode} node
 */
function applyToActor({ verdict, text = "" }, node) {
  if (verdict === "hidden") hiddenActors.add(node.id);
  if (verdict === "renamed") Object.assign(node, { name: text, aliases: [...node.aliases, node.name] });
  if (verdict === "retyped") Object.assign(node, { type: text, sub: "" });
  if (verdict === "noted") node.notes = [...node.notes, text];
}

/** @param {Omit<Decision, "at">} decision */
function decide(decision) {
  // Microseconds that count on keep the order of decisions of one moment.
  const count = String(decisions.length % 1000).padStart(3, "0");
  const filled = Object.fromEntries(Object.entries(decision).filter(([, value]) => value));
  const at = new Date().toISOString().replace("Z", `${count}Z`);
  decisions = [...decisions, /** @type {Decision} */ ({ ...filled, at })];
  undone = [];
  showDecisions(`Noted: ${sentenceOf(decision)}`);
}

function undo() {
  const last = decisions.at(-1);
  if (last) takeBack(last);
}

/** @param {Decision} decision */
function takeBack(decision) {
  decisions = decisions.filter((other) => other !== decision);
  undone = [...undone, decision];
  showDecisions(`Taken back: ${sentenceOf(decision)}`);
}

function redo() {
  const last = undone.at(-1);
  if (!last) return;
  undone = undone.slice(0, -1);
  decisions = [...decisions, last];
  showDecisions(`Noted again: ${sentenceOf(last)}`);
}

/** @param {string} message */
function showDecisions(message) {
  keepDecisions();
  applyDecisions();
  writeDecisions();
  writeLegend();
  reopen();
  $("spoken").textContent = message;
}

/** Show what is chosen anew, or nothing if it is gone. */
function reopen() {
  const { actor, edge } = state;
  if (actor !== null && !hiddenActors.has(actor)) selectActor(actor);
  else if (edge !== null && !isGone(edges[edge])) selectEdge(edge);
  else if (actor !== null || edge !== null) clearSelection();
  else update();
}

function keepDecisions() {
  try {
    window.localStorage.setItem(KEPT, JSON.stringify(decisions));
  } catch {
    // A notebook's frame keeps nothing; the file can still be saved.
  }
}

/** What was decided when the page was open last, as far as the page still has what it is about. */
function recallDecisions() {
  try {
    const kept = JSON.parse(window.localStorage.getItem(KEPT) ?? "[]");
    decisions = Array.isArray(kept) ? kept.filter(isOpen) : [];
  } catch {
    decisions = [];
  }
  applyDecisions();
  writeDecisions();
}

/**
 * Whether a decision is about something here, and not taken in already.
 *
 * @param {any} decision
 */
function isOpen(decision) {
  if (!decision || typeof decision.verdict !== "string" || typeof decision.at !== "string") return false;
  if (decision.relation) return Boolean(edgeOf(decision));
  if (decision.claim) return claimNumbers.has(decision.claim);
  const node = byKey.get(decision.left);
  return Boolean(node && ![node.name, node.type, ...node.notes].includes(decision.text));
}

/**
 * A decision in words.
 *
 * @param {Omit<Decision, "at">} decision
 */
function sentenceOf({ verdict, left, right, relation, claim, text }) {
  const place = claimNumbers.get(claim ?? "");
  const [from, verb, to] =
    place === undefined
      ? [byKey.get(left ?? "")?.id, relation, byKey.get(right ?? "")?.id]
      : [claimOf(place).subject, claimOf(place).relation, claimOf(place).object];
  /** @param {number | undefined} id */
  const name = (id) => (id === undefined ? "" : short((verdict === "renamed" && asRead[id]?.name) || nameOf(id), 40));
  const about = verb ? `${name(from)} ${tables.relations[verb].label} ${name(to)}` : name(from);
  return `${about} ${verdict}${text ? `: ${text}` : ""}`;
}

function writeDecisions() {
  $("deciding").hidden = !decisions.length && !undone.length;
  $("decided").textContent = number(decisions.length);
  $("undo").disabled = !decisions.length;
  $("redo").disabled = !undone.length;
  $("save-decisions").disabled = !decisions.length;
  $("decisions").replaceChildren(
    ...decisions.map((decision) => {
      const back = make(
        "button",
        { type: "button", class: "plain", onclick: () => takeBack(decision) },
        "Take back",
      );
      return make("li", {}, bdi(sentenceOf(decision)), " ", back);
    }),
  );
}

function saveDecisions() {
  save("decisions.jsonl", decisions.map((decision) => `${JSON.stringify(decision)}\n`), "application/jsonl");
  $("spoken").textContent = "Saved; take the file in with: actorgraph judge decisions.jsonl";
}

/**
 * What opens to say what is wrong.
 *
 * @param {string} question
 * @param {...HTMLElement} rows
 */
function judgeBox(question, ...rows) {
  return make("details", { class: "judge" }, make("summary", {}, question), ...rows);
}

/**
 * @param {string} words
 * @param {() => void} act
 */
const judgeButton = (words, act) => make("button", { type: "button", onclick: act }, words);

/**
 * A field with its label.
 *
 * @template {"input" | "select"} Tag
 * @param {Tag} tag
 * @param {string} words
 * @param {...Node} options
 */
function field(tag, words, ...options) {
  const input = make(tag, {}, ...options);
  return { input, label: make("label", {}, make("span", {}, words), input) };
}

/** @param {ActorNode} node */
function judgeActor(node) {
  const why = field("input", "Why");
  const name = field("input", "Name");
  name.input.value = node.name;
  const kinds = Object.keys(PLURALS).map((type) => make("option", { value: type }, type === "Role" ? "Post" : type));
  const kind = field("select", "Kind", ...kinds);
  kind.input.value = node.type;
  const note = field("input", "Note");
  /**
   * @param {Decision["verdict"]} verdict
   * @param {string} text
   */
  const about = (verdict, text) => decide({ verdict, left: node.key, text, why: why.input.value.trim() });
  /**
   * @param {Decision["verdict"]} verdict
   * @param {HTMLInputElement | HTMLSelectElement} input
   * @param {string} present
   */
  const change = (verdict, input, present) => () => {
    const text = input.value.trim();
    if (text && text !== present) about(verdict, text);
  };
  return judgeBox(
    "This is wrong …",
    why.label,
    make("p", {}, name.label, judgeButton("Rename", change("renamed", name.input, node.name))),
    make("p", {}, kind.label, judgeButton("Change", change("retyped", kind.input, node.type))),
    make("p", {}, note.label, judgeButton("Add", change("noted", note.input, ""))),
    judgeButton("Leave it out of the graph", () => about("hidden", "")),
  );
}

/**
 * @param {number} id
 */
function judgeClaim(id) {
  const decided = judgedClaims.get(id);
  if (decided) {
    const words = make("p", { class: "verdict" }, `${capitalised(decided.verdict)} by you. `);
    words.append(make("button", { type: "button", class: "plain", onclick: () => takeBack(decided) }, "Take back"));
    return words;
  }
  const why = field("input", "Why");
  /** @param {Decision["verdict"]} verdict */
  const about = (verdict) => () => decide({ verdict, claim: tables.ids[id], why: why.input.value.trim() });
  return judgeBox(
    "Is this right?",
    why.label,
    make(
      "p",
      {},
      judgeButton("No, reject this claim", about("rejected")),
      judgeButton("Yes, confirm it", about("confirmed")),
    ),
  );
}

/** @param {Edge} edge */
function judgeEdge(edge) {
  const why = field("input", "Why");
  const reject = () =>
    decide({
      verdict: "rejected",
      left: nodes[edge.from].key,
      right: nodes[edge.to].key,
      relation: edge.r,
      why: why.input.value.trim(),
    });
  return judgeBox("This relation is wrong …", why.label, judgeButton("Reject every claim of it", reject));
}
