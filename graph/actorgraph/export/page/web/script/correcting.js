// What a claim should have been: rejected, confirmed, corrected, or noted upon.

/** @type {Record<string, string>} */
const STATUSES = { "": "As it was read", current: "Current", former: "Former", acting: "Acting", designate: "To come" };

/**
 * @param {number} id
 */
function judgeClaim(id) {
  const decided = judgedClaims.get(id);
  if (decided) {
    const words = make("p", { class: "verdict" }, `${capitalised(decided.verdict)} by you${decided.why ? `: ${decided.why}` : ""}. `);
    words.append(textButton("Take back", () => takeBack(decided)));
    return words;
  }
  const why = field("input", "Why");
  const note = field("input", "Note");
  note.input.value = kept.notes[tables.ids[id]] ?? "";
  /** @param {Decision["verdict"]} verdict */
  const about = (verdict) => () => decide({ verdict, claim: tables.ids[id], why: why.input.value.trim() });
  return judgeBox(
    "This is wrong …",
    why.label,
    make("p", {}, button("Reject this claim", about("rejected")), button("It is right: confirm it", about("confirmed"))),
    ...correctionFields(id, () => why.input.value.trim()),
    make("p", {}, note.label, button("Keep", () => keepNote(id, note.input.value.trim()))),
  );
}

/**
 * @param {number} id
 * @param {string} note
 */
function keepNote(id, note) {
  keep({ notes: { ...kept.notes, [tables.ids[id]]: note } });
  reopen();
}

/**
 * The note on a claim, null if there is none.
 *
 * @param {number} id
 */
function noteOn(id) {
  const note = kept.notes[tables.ids[id]];
  return note ? make("p", { class: "who" }, "Your note: ", bdi(note)) : null;
}

/**
 * Other ends, the other direction, another relation that fits them, another status.
 *
 * @param {number} id
 * @param {() => string} why
 */
function correctionFields(id, why) {
  const claim = claimOf(id);
  if (Math.max(claim.subject, claim.object) >= nodes.length) return [];
  const who = actorField("Subject", nodeName(rootOf(claim.subject))),
    whom = actorField("Object", nodeName(rootOf(claim.object)));
  const relation = field("select", "Relation");
  const status = field("select", "Status", ...Object.entries(STATUSES).map(([value, words]) => make("option", { value }, words)));
  status.input.value = "";
  const ends = () => [who, whom].map(({ input }) => actorIn(input));
  const fill = () => {
    const [from, to] = ends();
    if (!from || !to) return;
    const chosen = relation.input.value || claim.relation;
    relation.input.replaceChildren(...fittingRelations(from.id, to.id).map(([name, label]) => make("option", { value: name }, label)));
    relation.input.value = chosen;
  };
  const swap = () => {
    [who.input.value, whom.input.value] = [whom.input.value, who.input.value];
    fill();
  };
  for (const { input } of [who, whom]) input.addEventListener("change", fill);
  fill();
  const correct = () => {
    const [from, to] = ends();
    if (!from || !to || !relation.input.value) return;
    const correction = correctionOf(claim, { from, to, relation: relation.input.value, status: status.input.value });
    if (Object.keys(correction).length) decide({ verdict: "corrected", claim: tables.ids[id], correction, why: why() });
  };
  return [who.label, relation.label, whom.label, status.label, make("p", {}, button("Other way round", swap), button("Correct it", correct))];
}

/**
 * What differs from a claim.
 *
 * @param {ClaimRecord} claim
 * @param {{ from: ActorNode; to: ActorNode; relation: string; status: string }} wanted
 * @returns {Correction}
 */
function correctionOf(claim, { from, to, relation, status }) {
  return {
    ...(relation === claim.relation ? {} : { relation }),
    ...(from.id === rootOf(claim.subject) ? {} : { subject: from.key }),
    ...(to.id === rootOf(claim.object) ? {} : { object: to.key }),
    ...(status ? { status } : {}),
  };
}

/**
 * Relations that the ontology allows between two actors, by name and label.
 *
 * @param {number} from
 * @param {number} to
 */
function fittingRelations(from, to) {
  /**
   * @param {number} actor
   * @param {string[]} [classes]
   */
  const isOf = (actor, classes) => {
    const { type, sub } = nodes[actor];
    return Boolean(classes?.some((name) => [type, sub].some((own) => tables.classes[own]?.includes(name))));
  };
  return Object.entries(tables.relations)
    .filter(([, { domain, range }]) => isOf(from, domain) && isOf(to, range))
    .map(([name, { label }]) => [name, label])
    .sort((a, b) => (a[1] < b[1] ? -1 : 1));
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
  return judgeBox("This relation is wrong …", why.label, button("Reject every claim of it", reject));
}
