"use strict";
(() => {
  const place = document.getElementById("neighbours");
  if (place === null) return;
  const state = document.getElementById("neighbours-state");
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const MOST = 60;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const opened = new Set();

  /** Draws the relations of an actor, of which the best supported come first. */
  async function load(actor) {
    if (opened.has(actor)) return;
    opened.add(actor);
    const answer = await fetch(`/api/neighbours?actor=${encodeURIComponent(actor)}`, { headers: { Accept: "application/json" } });
    const found = await answer.json();
    if (!answer.ok) {
      state.textContent = found.error;
      return;
    }
    draw(found);
    const more = found.links.length - MOST;
    state.textContent = "Double-click an actor to draw its relations too."
      + (more > 0 ? ` The ${MOST} best supported of ${found.links.length} relations are drawn.` : "");
  }

  function draw(found) {
    const names = new Map(found.actors.map((actor) => [actor.id, actor]));
    for (const link of found.links.slice(0, MOST)) {
      for (const end of [link.subject, link.object]) {
        if (nodes.get(end) === null) {
          const isCentre = end === place.dataset.actor;
          const look = isCentre ? { shape: "box", font: { color: colour("paper") } } : { shape: "dot", size: 8 };
          nodes.add({ id: end, label: names.get(end).name, ...look });
        }
      }
      const id = `${link.subject} ${link.relation} ${link.object}`;
      if (edges.get(id) === null) {
        edges.add({
          id, from: link.subject, to: link.object, label: link.label,
          arrows: { to: { enabled: !link.symmetric, scaleFactor: 0.5 } }, dashes: !link.accepted,
        });
      }
    }
  }

  /** Shows what is drawn; vis-network looks for places before it shows anything. */
  function show() {
    const font = { color: colour("ink"), face: "system-ui", size: 14 };
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const network = new vis.Network(place, { nodes, edges }, {
      nodes: { font, color: { background: colour("accent"), border: colour("accent"), highlight: colour("accent") } },
      edges: { font: { ...font, color: colour("soft"), size: 11, strokeWidth: 4, strokeColor: colour("raised") }, color: colour("soft") },
      physics: { solver: "forceAtlas2Based", stabilization: { iterations: 300 } },
      interaction: { zoomView: false },
    });
    network.on("stabilized", () => network.fit({ animation: !still }));
    network.on("doubleClick", (event) => event.nodes.forEach(load));
  }
  load(place.dataset.actor).then(show);
})();
