// What the reader decided about actors and claims, applied to what the page got.

/** @type {Decision[]} */
let decisions = [];
/** Actors and relations as the page got them. */
const asRead = nodes.map(({ name, type, sub, aliases, notes, mentions }) => ({ name, type, sub, aliases, notes, mentions }));
const weakAsRead = edges.map(({ weak }) => weak);
/** @type {Set<number>} */
let hiddenActors = new Set();
/** @type {Set<number>} */
let goneEdges = new Set();
/** Claim → what was decided last. */
/** @type {Map<number, Decision>} */
let judgedClaims = new Map();
const edgesAsRead = edges.length;
const claimNumbers = new Map(tables.ids.map((id, place) => [id, place]));

/** @param {Edge} edge */
const isGone = (edge) => goneEdges.has(edge.id) || hiddenActors.has(edge.from) || hiddenActors.has(edge.to);

/**
 * The relations that a decision is about as a whole, or a step of a story: more than one if actors were joined.
 *
 * @param {Pick<Decision, "left" | "right" | "relation">} decision
 */
function edgesOf({ left, right, relation }) {
  const [from, to] = [actorOf(left)?.id, actorOf(right)?.id];
  return edges.filter((edge) => edge.r === relation && rootOf(edge.from) === from && rootOf(edge.to) === to);
}

/** @param {Pick<Decision, "left" | "right" | "relation">} decision */
const edgeOf = (decision) => edgesOf(decision).at(0);

/**
 * Apply decisions to what the page got, in their order, and nothing of those before.
 *
 * @param {Decision[]} made
 */
function applyDecisions(made) {
  decisions = made;
  forgetDecisions();
  joinActors(decisions);
  goneEdges = new Set();
  for (const decision of decisions) {
    const node = actorOf(decision.left);
    const claim = claimNumbers.get(decision.claim ?? "");
    if (decision.relation) for (const edge of edgesOf(decision)) goneEdges.add(edge.id);
    else if (claim !== undefined) judgedClaims.set(claim, decision);
    else if (node) applyToActor(decision, node);
  }
  judgedClaims.forEach(addCorrected);
  edges.forEach(judgeByClaims);
  leadToJoined();
}

/** Everything is as the page got it. */
function forgetDecisions() {
  nodes.forEach((node, id) => Object.assign(node, asRead[id]));
  edges.splice(edgesAsRead);
  edges.forEach((edge, id) => {
    edge.weak = weakAsRead[id];
  });
  hiddenActors = new Set();
  judgedClaims = new Map();
  partActors();
}

/**
 * The relation that a corrected claim proves.
 *
 * @param {Decision} decision
 * @param {number} claim
 */
function addCorrected({ correction }, claim) {
  const read = edges.find((edge) => edge.c.includes(claim));
  if (!read || !correction) return;
  const { subject, object } = claimOf(claim);
  const from = idOf(correction.subject, subject),
    to = idOf(correction.object, object);
  const r = correction.relation ?? read.r;
  const manner = mannerOfStatus(correction.status) || read.manner;
  const edge = { ...read, id: edges.length, from, to, r, relation: tables.relations[r], manner, weak: 0, c: [claim], n: 1, w: 1, p: 100 };
  edges.push(edge);
}

/**
 * The actor of a key, another if there is no key.
 *
 * @param {string | undefined} key
 * @param {number} other
 */
const idOf = (key, other) => numberOf(key) ?? other;

/** @param {string} [status] */
const mannerOfStatus = (status) => (status === "former" || status === "designate" ? status : status && "stated");

/**
 * A relation whose claims are all rejected is gone; one with a confirmed claim is not weak.
 *
 * @param {Edge} edge
 */
function judgeByClaims(edge) {
  if (edge.id >= edgesAsRead) return;
  const verdicts = edge.c.map((claim) => judgedClaims.get(claim)?.verdict);
  const isWhole = edge.c.length > 0 && edge.c.length === edge.n;
  if (isWhole && verdicts.every((verdict) => verdict === "rejected" || verdict === "corrected")) goneEdges.add(edge.id);
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

/**
 * Whether a decision is about something here, and not taken in already.
 *
 * @param {any} decision
 */
function isOpen(decision) {
  if (!decision || typeof decision.verdict !== "string" || typeof decision.at !== "string") return false;
  if (decision.verdict === "same") return byKey.has(decision.left) && byKey.has(decision.right);
  if (decision.relation) return Boolean(edgeOf(decision));
  if (decision.claim) return isOpenOn(claimNumbers.get(decision.claim), decision.verdict);
  const node = byKey.get(decision.left);
  return Boolean(node && ![node.name, node.type, ...node.notes].includes(decision.text));
}

/**
 * Whether a claim is here, and was not read with this verdict in force: the way of reading would say so.
 *
 * @param {number | undefined} claim
 * @param {string} verdict
 */
const isOpenOn = (claim, verdict) => claim !== undefined && !claimOf(claim).method.endsWith(verdict);

/** @param {string} [key] */
function nameAsRead(key) {
  const node = byKey.get(key ?? "");
  return node ? short(asRead[node.id].name, 40) : "";
}

/** @param {string} [key] */
const numberOf = (key) => byKey.get(key ?? "")?.id;

/**
 * A decision in words.
 *
 * @param {Omit<Decision, "at">} decision
 */
function sentenceOf({ verdict, left, right, relation, claim, text, correction }) {
  const place = claimNumbers.get(claim ?? "");
  const [from, verb, to] =
    place === undefined
      ? [numberOf(left), relation, numberOf(right)]
      : [claimOf(place).subject, claimOf(place).relation, claimOf(place).object];
  /** @param {number | undefined} id */
  const name = (id) => (id === undefined ? "" : short((verdict === "renamed" && asRead[id]?.name) || nameOf(id), 40));
  if (verdict === "same") return [left, right].map(nameAsRead).join(" is the same as ");
  const about = verb ? `${name(from)} ${verbOf(tables.relations[verb])} ${name(to)}` : name(from);
  const words = correction ? correctionWords(correction) : text;
  return `${capitalised(verdict)}: ${about}${words ? ` → ${words}` : ""}`;
}

/** @param {Correction} correction */
function correctionWords({ subject, relation, object, status }) {
  const label = relation && tables.relations[relation]?.label;
  const [from, to] = [subject, object].map((key) => key && byKey.get(key)?.name);
  return [from && `from ${from}`, label, to && `to ${to}`, status].filter(Boolean).join(", ");
}
