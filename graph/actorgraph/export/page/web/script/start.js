// What the buttons do, and the start.

/** @param {number} factor */
function zoom(factor) {
  if (state.view === "places") zoomAtlas(factor);
  else network.moveTo({ scale: network.getScale() * factor, animation: { duration: 180, easingFunction: "easeOutQuad" } });
}

function fitView() {
  if (state.view === "places") fitAtlas();
  else fit();
}

function toggleLegend() {
  if (narrow.matches && !$("panel").hidden) clearSelection(); // it would lie over the legend
  const open = $("legend").classList.toggle("open");
  $("filters").setAttribute("aria-expanded", String(open));
}

/** @param {Event} event */
const tagOf = (event) => (event.target instanceof Element ? event.target.tagName : "");

/**
 * What keys do where nothing is written.
 *
 * @type {Record<string, () => void>}
 */
const KEYS = {
  "/": () => $("search").focus(),
  "?": () => $("keys").showModal(),
  "+": () => zoom(1.35),
  "-": () => zoom(1 / 1.35),
  0: fitView,
  ArrowRight: () => state.step !== null && tell(state.step + 1),
  ArrowLeft: () => state.step !== null && tell(state.step - 1),
};

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.key === "Escape") escape();
  if (/INPUT|TEXTAREA|SELECT/.test(tagOf(event)) || document.querySelector("dialog[open]")) return;
  const isCommand = event.ctrlKey || event.metaKey;
  const action = !isCommand ? KEYS[event.key] : event.key.toLowerCase() !== "z" ? null : event.shiftKey ? redo : undo;
  if (!action) return;
  action();
  if (!event.key.startsWith("Arrow")) event.preventDefault();
}

/** Close the menu that is open, or else the panel. */
function escape() {
  const menu = [$("saving"), $("deciding")].find(({ open }) => open);
  if (menu) menu.open = false;
  else if (state.chosen.size || state.isSelecting) chooseNone();
  else if (!$("panel").hidden) clearSelection();
}

function listen() {
  const actions = {
    "map-view": showMap,
    "table-view": () => showView("table"),
    "places-view": () => showView("places"),
    read: toggleArticle,
    "open-picture": openPicture,
    "close-picture": () => $("picture").close(),
    "save-2x": () => savePicture(2),
    "save-3x": () => savePicture(3),
    "save-drawing": saveDrawing,
    "save-print": savePrint,
    "save-page": savePage,
    story: openStory,
    pairs: openPairs,
    select: toggleSelecting,
    "open-keys": () => $("keys").showModal(),
    "close-keys": () => $("keys").close(),
    "save-table": saveTable,
    "save-decisions": saveDecisions,
    undo,
    redo,
    filters: toggleLegend,
    "zoom-in": () => zoom(1.35),
    "zoom-out": () => zoom(1 / 1.35),
    "zoom-fit": fitView,
    "scope-first": () => setScope(false),
    "scope-all": () => setScope(true),
  };
  for (const [id, action] of Object.entries(actions)) $(id).addEventListener("click", action);
  $("saving").addEventListener("click", (event) => {
    if (tagOf(event) === "BUTTON") $("saving").open = false;
  });
  $("articles").addEventListener("change", () => writeArticle(Number($("articles").value)));
  listenToMap();
  listenToAtlas();
  addEventListener("hashchange", recall);
  addEventListener("keydown", pressed);
  dark.addEventListener("change", () => {
    useScreenColours();
    writeLegend();
    refresh();
    writeView();
  });
}

function listenToMap() {
  $("canvas").addEventListener("pointerdown", startLasso, true);
  $("canvas").addEventListener("pointermove", drawLasso, true);
  $("canvas").addEventListener("pointerup", endLasso, true);
  addEventListener("pointerup", secondClick, true);
  addEventListener("click", swallow, true);
}

useScreenColours();
recallKept();
recallDecisions();
const opening = addressed();
recallFilters(opening);
embed();
writeTime();
placeActors();
computeShown();
startMap();
writeLegend();
update();
startSearch();
listArticles();
writeStoryCount();
$("places-view").hidden = !hasAtlas;
listen();
listenToPrinter();
fit();
recallChoice(opening);
window.actorgraph = Object.freeze({ network, nodes, edges, bundles: () => [...shown.bundles.values()], pointOn, shown: () => [...shown.nodes], figureNow, firstFigure, firstCaption, svgOf, pdfOf, words: () => written.words.map(({ block, spot }) => ({ lines: block.lines, box: boxOf(...spot, block) })), leaders: () => written.leaders });
