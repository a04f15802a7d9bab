// What the buttons do, and the start.

function savePicture() {
  const map = $("canvas").querySelector("canvas"),
    picture = make("canvas", { width: map.width, height: map.height }),
    ctx = picture.getContext("2d");
  ctx.fillStyle = colours.paper;
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.drawImage(map, 0, 0);
  make("a", { href: picture.toDataURL("image/png"), download: "graph.png" }).click();
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: { duration: 180, easingFunction: "easeOutQuad" } });
}

function toggleLegend() {
  const open = $("legend").classList.toggle("open");
  $("filters").setAttribute("aria-expanded", String(open));
}

function listen() {
  const actions = {
    "map-view": showMap,
    "table-view": () => showView("table"),
    read: toggleArticle,
    save: () => (state.view === "table" ? saveTable() : savePicture()),
    filters: toggleLegend,
    "zoom-in": () => zoom(1.35),
    "zoom-out": () => zoom(1 / 1.35),
    "zoom-fit": () => fit(),
  };
  for (const [id, action] of Object.entries(actions)) $(id).addEventListener("click", action);
  $("articles").addEventListener("change", () => writeArticle(Number($("articles").value)));
  addEventListener("hashchange", recall);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !$("panel").hidden) clearSelection();
    if (event.key === "/" && !/INPUT|TEXTAREA/.test(event.target.tagName)) {
      $("search").focus();
      event.preventDefault();
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    readColours();
    writeLegend();
    refresh();
  });
}

readColours();
standUp();
computeShown();
startMap();
writeLegend();
update();
startSearch();
listArticles();
listen();
fit();
recall();
window.actorgraph = Object.freeze({ network, nodes, edges, bundles: () => [...shown.bundles.values()], pointOn });
