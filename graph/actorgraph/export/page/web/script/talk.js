// Who speaks about whom: light lines from speakers to the actors whom their words concern, off at first.

const TALK = "Speaks about"; // the kind of these lines, and its colour

/**
 * How many of the quotations that pass the filters each speaker has about each other actor.
 *
 * @returns {[speaker: number, topic: number, count: number][]}
 */
function talkCounts() {
  /** @type {Map<string, [number, number, number]>} */
  const pairs = new Map();
  for (const { speaker, about, passages } of spoken.flat()) {
    if (!passages.length || !isRead(passageOf(passages[0]).document)) continue;
    for (const topic of about.filter((id) => id !== speaker)) {
      const name = `${speaker} ${topic}`;
      pairs.set(name, [speaker, topic, (pairs.get(name)?.[2] ?? 0) + 1]);
    }
  }
  return [...pairs.values()];
}

/**
 * Whether a document passes the filters.
 *
 * @param {number} document
 */
function isRead(document) {
  const date = dateOf(document),
    { off, since, until, day: moment } = state;
  if (off.document.has(document)) return false;
  return !date || (moment ? date === moment : (!since || date >= since) && (!until || date <= until));
}

/** The lines, each beside whatever else joins the two actors. */
function talkLines() {
  const passing = talkCounts().filter(([speaker, topic]) => passes(nodes[speaker]) && passes(nodes[topic]));
  return passing.map(([speaker, topic, count]) => {
    const relation = { label: "speaks about", verb: "speaks about", inverse: "is spoken about by", family: TALK, symmetric: 0, quiet: 1, lasting: 1 };
    const edge = /** @type {Edge} */ ({ id: -1, from: speaker, to: topic, relation, manner: "stated", w: 1, n: count });
    /** @type {Bundle} */
    const line = { id: `${TALK}|${speaker}|${topic}`, from: speaker, to: topic, edges: [edge], family: TALK, tone: "firm", quiet: true, known: true, siblings: [], place: 1 };
    line.siblings = [line, line];
    return line;
  });
}

/**
 * Add the lines to what is visible, if the reader wants them.
 *
 * @param {Shown} visible
 */
function addTalk({ nodes: ends, bundles }) {
  if (!state.talk) return;
  for (const line of talkLines()) {
    ends.add(line.from).add(line.to);
    bundles.set(line.id, line);
  }
}
