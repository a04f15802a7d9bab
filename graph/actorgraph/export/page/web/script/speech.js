// What an actor said, in the panel.

const QUOTES_OPEN = 4; // of what an actor said in the panel

/**
 * @param {ActorNode} node
 * @returns {HTMLElement[]}
 */
function speechSection(node) {
  const all = spoken[node.id];
  if (!all.length) return [];
  const list = make("ul", { class: "words" }, ...all.slice(0, QUOTES_OPEN).map(wordsItem));
  const left = all.length - QUOTES_OPEN;
  const opener = textButton(`${number(left)} more`, () => {
    list.append(...all.slice(QUOTES_OPEN).map(wordsItem));
    opener.remove();
  });
  return [make("h3", {}, `What they said (${number(all.length)})`), list, ...(left > 0 ? [opener] : [])];
}

/**
 * Whether a cue says itself what somebody does, as "denied" does that they deny.
 *
 * @param {string} act
 * @param {string} cue
 */
const isToldBy = (act, cue) => cue.slice(0, 4) === act.slice(0, 4);

/** @param {WordsRecord} words */
function wordsItem({ cue, act, direct, passages, about }) {
  const how = [cue || "quoted", direct ? "word for word" : "in the words of the article"].join(", ");
  const topics = about.flatMap((id, place) => [place ? ", " : " · about ", actorButton(id)]);
  return make(
    "li",
    { class: act === "says" ? null : "unsaid" },
    make(
      "p",
      { class: "how" },
      capitalised(how),
      act === "says" || isToldBy(act, cue) ? null : make("span", { class: "tag" }, ` (${act})`),
      ...topics,
    ),
    ...passages.map((id) => passageBlock(id, "")),
    make("p", { class: "who" }, ...documentWords(documents[passageOf(passages[0]).document])),
  );
}
