// Search by any name, accents and case aside.

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const searchable = nodes.map((node) => [node.name, ...node.aliases].map((name) => folded(name.slice(0, 200))));

function matches(query) {
  const wanted = folded(query.trim());
  if (!wanted) return [];
  const score = (names) =>
    Math.min(
      ...names.map((name) =>
        name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : name.includes(wanted) ? 2 : 9,
      ),
    );
  return nodes
    .map((node) => [score(searchable[node.id]), node])
    .filter(([rank]) => rank < 9)
    .sort((a, b) => a[0] - b[0] || a[1].id - b[1].id)
    .slice(0, 12)
    .map(([, node]) => node);
}

function startSearch() {
  const input = $("search"),
    list = $("found");
  let found = [],
    active = 0;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (node) => {
    close();
    input.value = "";
    showMap();
    selectActor(node.id);
  };
  const show = () => {
    list.replaceChildren(
      ...found.map((node, i) =>
        make(
          "li",
          { role: "option", id: `found-${i}`, "aria-selected": String(i === active), onclick: () => take(node) },
          glyph(node.type, colours[groupColour(node)]),
          make("span", { class: "clip" }, bdi(short(node.name, 60))),
          make("small", {}, plural(touching[node.id].length, "relation")),
        ),
      ),
    );
    if (!found.length) list.append(make("li", { class: "none" }, "No actor of this name"));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (found.length) input.setAttribute("aria-activedescendant", `found-${active}`);
    else input.removeAttribute("aria-activedescendant");
  };
  input.addEventListener("input", () => {
    found = matches(input.value);
    active = 0;
    show();
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      active = found.length ? (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length : 0;
      show();
      event.preventDefault();
    } else if (event.key === "Enter" && found[active]) take(found[active]);
    else if (event.key === "Escape" && !list.hidden) {
      close();
      event.stopPropagation();
    }
  });
}
