// The reader's decisions: made in the panel, kept in the browser, undone and redone, and saved as a file that
// `actorgraph judge` takes in.

const KEPT = `actorgraph.decisions:${location.pathname}`;
/** @type {Decision[]} */
let undone = [];

/** @param {Omit<Decision, "at">} decision */
function decide(decision) {
  // Microseconds that count on keep the order of decisions of one moment.
  const count = String(decisions.length % 1000).padStart(3, "0");
  const filled = Object.fromEntries(Object.entries(decision).filter(([, value]) => value));
  const at = new Date().toISOString().replace("Z", `${count}Z`);
  undone = [];
  showDecisions([...decisions, /** @type {Decision} */ ({ ...filled, at })], `Noted: ${sentenceOf(decision)}`);
}

function undo() {
  const last = decisions.at(-1);
  if (last) takeBack(last);
}

/** @param {Decision} decision */
function takeBack(decision) {
  undone = [...undone, decision];
  showDecisions(
    decisions.filter((other) => other !== decision),
    `Taken back: ${sentenceOf(decision)}`,
  );
}

function redo() {
  const last = undone.at(-1);
  if (!last) return;
  undone = undone.slice(0, -1);
  showDecisions([...decisions, last], `Noted again: ${sentenceOf(last)}`);
}

/**
 * @param {Decision[]} made
 * @param {string} message
 */
function showDecisions(made, message) {
  applyDecisions(made);
  keepDecisions();
  indexNames();
  writeDecisions();
  writeLegend();
  reopen();
  $("spoken").textContent = message;
}

/** Show what is chosen anew, or what is left of it. */
function reopen() {
  const relation = state.edge === null ? null : leftOf(state.edge);
  const actor = state.actor ?? (relation === null ? fromOf(state.edge) : null);
  if (relation !== null) selectEdge(relation);
  else if (actor !== null && !hiddenActors.has(rootOf(actor))) selectActor(rootOf(actor));
  else if (state.actor !== null || state.edge !== null) clearSelection();
  else update();
}

/**
 * What stands for a relation now: itself, what its claim was corrected to, or another of the same two; null if none does.
 *
 * @param {number} place
 */
function leftOf(place) {
  const edge = edges.at(place);
  if (!edge) return null;
  const corrected = edges.slice(edgesAsRead).filter(({ c }) => edge.c.includes(c[0]));
  return [edge, ...corrected, ...touching[edge.from].filter((other) => samePair(other, edge))].find((one) => !isGone(one))?.id ?? null;
}

/** @param {number | null} edge */
const fromOf = (edge) => edges[edge ?? -1]?.from ?? null;

function keepDecisions() {
  try {
    window.localStorage.setItem(KEPT, JSON.stringify(decisions));
  } catch {
    // A notebook's frame keeps nothing; the file can still be saved.
  }
}

/** What was decided when the page was open last, as far as the page still has what it is about. */
function recallDecisions() {
  const stored = parsed(storedText(KEPT)) ?? kept.decisions;
  applyDecisions(Array.isArray(stored) ? stored.filter(isOpen) : []);
  indexNames();
  writeDecisions();
}

function writeDecisions() {
  $("deciding").hidden = !decisions.length && !undone.length;
  $("decided").textContent = number(decisions.length);
  $("undo").disabled = !decisions.length;
  $("redo").disabled = !undone.length;
  $("save-decisions").disabled = !decisions.length;
  $("decisions").replaceChildren(
    ...decisions.map((decision) => {
      const back = textButton("Take back", () => takeBack(decision));
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

/**
 * A field for the name of an actor.
 *
 * @param {string} words
 * @param {string} [name]
 */
function actorField(words, name = "") {
  const { input, label } = field("input", words);
  input.value = name;
  input.setAttribute("list", "actors");
  input.addEventListener("focus", () => {
    const present = nodes.filter(({ id }) => !hiddenActors.has(id));
    $("actors").replaceChildren(...present.map((node) => make("option", { value: node.name })));
  });
  return { input, label };
}

/**
 * The actor that is named exactly so; undefined, and the field says why, where there is not just one.
 *
 * @param {HTMLInputElement} input
 */
function actorIn(input) {
  const name = input.value.trim();
  const [first, ...more] = nodes.filter((node) => node.name === name && !hiddenActors.has(node.id));
  const problem = more.length ? "Several actors have this name" : "No actor has exactly this name; choose one from the list";
  complain(input, first && !more.length ? "" : problem);
  return more.length ? undefined : first;
}

/**
 * @param {HTMLInputElement} input
 * @param {string} problem
 */
function complain(input, problem) {
  input.setCustomValidity(problem);
  input.reportValidity();
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
  const same = actorField("Same as");
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
    make("p", {}, name.label, button("Rename", change("renamed", name.input, node.name))),
    make("p", {}, kind.label, button("Change", change("retyped", kind.input, node.type))),
    make("p", {}, same.label, button("Join", () => joinTo(node, same.input, why.input.value.trim()))),
    make("p", {}, note.label, button("Add", change("noted", note.input, ""))),
    button("Leave out of the graph", () => about("hidden", "")),
  );
}

/**
 * @param {ActorNode} node
 * @param {HTMLInputElement} input names the other
 * @param {string} why
 */
function joinTo(node, input, why) {
  const other = actorIn(input);
  if (!other) return;
  if (other === node) complain(input, "This is the actor itself; choose another");
  else if (other.type !== node.type) complain(input, `This is of another kind, ${other.type === "Role" ? "Post" : other.type}; change the kind of one of them first`);
  else decide({ verdict: "same", left: node.key, right: other.key, why });
}
