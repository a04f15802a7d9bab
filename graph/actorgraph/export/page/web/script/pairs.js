// Actors who deal with one other only: in one list instead of rows of dots.

function writePairs() {
  const count = pairsListed().length;
  $("pairs").hidden = !count;
  $("pairs").textContent = plural(count, "separate pair");
}

/** One relation of each two. */
function pairsListed() {
  const first = new Map(shown.pairs.map((edge) => /** @type {[number, Edge]} */ ([Math.min(edge.from, edge.to), edge])).reverse());
  return [...first.values()].reverse();
}

function openPairs() {
  const all = () => {
    state.pairs = true;
    writeLegend();
    clearSelection();
    fit();
  };
  const items = pairsListed().map((edge) => {
    const swatch = make("span", { class: "swatch", line: colours[edge.relation.family], "aria-hidden": "true" });
    const verb = make("span", { class: "verb" }, verbOf(edge.relation, edge.manner));
    const words = [bdi(nodeName(edge.from)), " ", verb, " ", bdi(nodeName(edge.to)), tag(edge)];
    return make("li", {}, swatch, make("button", { type: "button", class: "plain", onclick: () => selectEdge(edge.id) }, ...words));
  });
  const bar = make("div", { class: "bar" }, button("Draw them too", all));
  const note = make("p", { class: "facts" }, "None of these deals with anybody else in what is shown.");
  openPanel([bar, make("h2", {}, "Separate pairs"), note, make("ul", { class: "said" }, ...items)], "the separate pairs");
}
