// Telling the story: step by step, with the map at each relation and its proof opened.

/** @param {number} place */
function tell(place) {
  const step = kept.story[place];
  const edge = step && edgeOf(step);
  if (!edge) return;
  state.step = place;
  showMap();
  selectEdge(edge.id);
  remember(`story=${place + 1}`);
  const last = kept.story.length - 1;
  $("telling").replaceChildren(
    make("p", {}, bdi(step.text || edgeWords(edge))),
    make(
      "div",
      { class: "moves" },
      turn("Back", place - 1, place === 0),
      make("span", {}, `${place + 1} of ${last + 1}`),
      turn("Next", place + 1, place === last),
      button("×", endTelling, { class: "close", "aria-label": "End the story" }),
    ),
  );
  $("telling").hidden = false;
  $("spoken").textContent = `Step ${place + 1} of ${last + 1}: ${step.text || edgeWords(edge)}`;
  reveal();
}

/**
 * @param {string} words
 * @param {number} place
 * @param {boolean} isOff
 */
const turn = (words, place, isOff) => button(words, () => tell(place), { disabled: isOff });

/** Put the words away; what is chosen stays chosen. */
function stopTelling() {
  state.step = null;
  $("telling").hidden = true;
}

function endTelling() {
  stopTelling();
  clearSelection();
}
