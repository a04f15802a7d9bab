// A story: relations in an order, with a sentence to each.  It is written in the panel.

/** @param {Edge} edge */
const stepOf = (edge) => kept.story.find((step) => edgeOf(step) === edge);

/** @param {Edge} edge */
function storyButton(edge) {
  const step = stepOf(edge);
  const change = () => {
    if (step) keep({ story: kept.story.filter((other) => other !== step) });
    else keep({ story: [...kept.story, { left: nodes[edge.from].key, relation: edge.r, right: nodes[edge.to].key, text: "" }] });
    writeStoryCount();
    selectEdge(edge.id);
  };
  return button(step ? "In the story" : "Add to story", change, { class: "add", "aria-pressed": String(Boolean(step)) });
}

function writeStoryCount() {
  $("story").hidden = !kept.story.length;
  $("story-count").textContent = number(kept.story.length);
}

/** The story as a list to write and to order. */
function openStory() {
  stopTelling();
  Object.assign(state, { actor: null, edge: null, read: null });
  update();
  const bar = make(
    "div",
    { class: "bar" },
    button("Tell it", () => tell(0)),
    button("Save as Markdown", saveStory),
  );
  const note = make("p", { class: "facts" }, "Readers go from step to step: the map moves, the proof opens, and your sentence stands beside it.");
  const steps = make("ol", { class: "steps" }, ...kept.story.map(stepItem));
  openPanel([bar, make("h2", {}, "Story"), note, steps], "the story");
}

/**
 * @param {Step} step
 * @param {number} place
 */
function stepItem(step, place) {
  const edge = /** @type {Edge} */ (edgeOf(step));
  const text = make("textarea", { rows: 2, "aria-label": `Sentence to step ${place + 1}`, placeholder: "Your sentence" });
  text.value = step.text;
  text.addEventListener("input", () => {
    step.text = text.value;
    keep({});
  });
  const title = textButton(bdi(edgeWords(edge)), () => tell(place));
  return make("li", {}, title, text, stepButtons(place));
}

/** @param {number} place */
function stepButtons(place) {
  /** @param {number} to */
  const move = (to) => () => {
    const story = [...kept.story];
    story.splice(to, 0, ...story.splice(place, 1));
    keepStory(story);
  };
  const name = `step ${place + 1}`;
  const up = button("↑", move(place - 1), { "aria-label": `Move ${name} up`, disabled: place === 0 });
  const isLast = place === kept.story.length - 1;
  const down = button("↓", move(place + 1), { "aria-label": `Move ${name} down`, disabled: isLast });
  const drop = () => keepStory(kept.story.filter((_, other) => other !== place));
  const out = button("×", drop, { "aria-label": `Leave ${name} out` });
  return make("p", { class: "moves" }, up, down, out);
}

/** @param {Step[]} story */
function keepStory(story) {
  keep({ story });
  writeStoryCount();
  openStory();
}

/**
 * What a relation says, and how the text says it unless as a fact.
 *
 * @param {Edge} edge
 */
const edgeWords = (edge) => `${nodeName(edge.from)} ${verbOf(edge.relation, edge.manner)} ${nodeName(edge.to)}${mannerNote(edge)}`;

/** The story with its proofs. */
function saveStory() {
  const steps = kept.story.map(({ text, ...step }, place) => {
    const edge = /** @type {Edge} */ (edgeOf({ ...step }));
    return [`${place + 1}. **${plainText(edgeWords(edge))}**`, plainText(text), ...proofLines(edge)].filter(Boolean).join("\n\n   ");
  });
  const { title, credit, date } = captionNow();
  const end = [credit, date].filter(Boolean).map(plainText).join(" · ");
  save("story.md", [[`# ${plainText(title)}`, ...steps, end].join("\n\n"), "\n"], "text/markdown");
}

/**
 * The first quote of a relation, and where it stands.
 *
 * @param {Edge} edge
 */
function proofLines(edge) {
  const passages = edge.c.flatMap((id) => claimOf(id).passages);
  if (!passages.length) return [];
  const { quote, document: source } = passageOf(passages[0]);
  const { title, name, date } = documents[source];
  return [`> ${plainText(quote)}`, `> — ${plainText(title || name)}${date ? `, ${day(date)}` : ""}`];
}

/**
 * Text of one line in which nothing is markup.
 *
 * @param {string} text
 */
const plainText = (text) => text.replace(/\s+/g, " ").trim().replace(/[\\`*_{}[\]<>#|]/g, "\\$&");
