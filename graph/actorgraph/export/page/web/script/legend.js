// The legend, which is the filter.

/**
 * @param {any} words
 * @param {number} count
 * @param {Node | null} mark
 * @param {boolean} isOn
 * @param {(on: boolean) => void} change
 * @param {Node | null} [extra]
 */
function legendRow(words, count, mark, isOn, change, extra) {
  const box = make("input", { type: "checkbox" });
  box.checked = isOn;
  box.addEventListener("change", () => {
    change(box.checked);
    state.guests.clear();
    update();
  });
  return make(
    "div",
    { class: "row" },
    make("label", {}, box, mark, make("span", { class: "clip" }, ...words)),
    make("span", { class: "count" }, number(count)),
    extra || null,
  );
}

/**
 * @param {Set<any>} set
 * @param {any[]} values
 * @param {boolean} on
 */
function toggle(set, values, on) {
  for (const value of values)
    if (on) set.delete(value);
    else set.add(value);
}

/**
 * @param {string} title
 * @param {string | null} note
 * @param {any[]} rows
 */
function section(title, note, rows) {
  return rows.length
    ? make("section", {}, make("h2", {}, title), note ? make("p", { class: "note" }, note) : null, ...rows)
    : null;
}

const related = nodes.filter((node) => touching[node.id].length);

function writeLegend() {
  const sections = [
    section("Relations", null, families()),
    section("Actors", "Larger: named more often.", typeRows()),
    section("Communities", "Close-knit actors share a colour; the most named gives the name.", communityRows()),
    section("How it is said", null, mannerRows()),
    section("Who says it", null, speakerRows()),
    section("Documents", "How many relations each tells of.", documentRows()),
    section("How sure the reading is", null, surenessRow()),
    section("Also show", edges.some((edge) => edge.bg) ? KNOWN : null, extras()),
  ];
  const reset = button("Reset filters", resetFilters, { id: "reset" });
  $("legend").replaceChildren(reset, ...sections.filter((part) => part !== null));
}

/** Everything is shown as at first, but for the reader's decisions and what was moved. */
function resetFilters() {
  stopPlaying();
  state.guests.clear();
  recallFilters(new Map());
  state.out = new Set();
  keep({ out: [] });
  leaveFocus();
  writeLegend();
  writeTime();
  update();
  fit();
}

function typeRows() {
  return tally(related, (node) => node.type).map(([type, count]) =>
    legendRow([PLURALS[type] || type], count, glyph(type, colours.soft), !state.off.type.has(type), (on) =>
      toggle(state.off.type, [type], on),
    ),
  );
}

function communityRows() {
  const onMap = related.filter((node) => !isOffAtFirst(node));
  const largestFirst = tally(onMap, groupColour).sort(
    (a, b) => Number(a[0] === "group-rest") - Number(b[0] === "group-rest"),
  );
  return largestFirst.map(([group, count]) => {
    const first = onMap.find((node) => groupColour(node) === group);
    const words = first && group !== "group-rest" ? bdi(short(first.name, 40)) : "Smaller ones";
    const dot = make("span", { class: "dot", "aria-hidden": "true" });
    dot.style.background = colours[group];
    return legendRow([words], count, dot, !state.off.group.has(group), (on) => toggle(state.off.group, [group], on));
  });
}

function mannerRows() {
  const firm = edges.filter((edge) => !edge.weak);
  return tally(firm, (edge) => edge.manner).map(([manner, count]) => {
    const mark = line(TONES[manner] || "dashed", colours.soft);
    return legendRow([MANNERS[manner]], count, mark, !state.off.manner.has(manner), (on) =>
      toggle(state.off.manner, [manner], on),
    );
  });
}

const KNOWN = "Background knowledge is not from the texts, such as the country of a city.";

/** How many actors have no relations but what is known anyway. */
function onlyKnown() {
  const ends = new Set(edges.filter((edge) => !edge.bg && !edge.weak).flatMap((edge) => [edge.from, edge.to]));
  return nodes.filter((node) => touching[node.id].length && !ends.has(node.id)).length;
}

function families() {
  return tally(edges, (edge) => edge.relation.family).map(([family, count]) => {
    const own = edges.filter((edge) => edge.relation.family === family);
    const relations = tally(own, (edge) => edge.r),
      names = relations.map(([name]) => name);
    const inner = make("div", { class: "inner", hidden: true });
    const fill = () =>
      inner.replaceChildren(
        ...relations.map(([name, size]) =>
          legendRow([tables.relations[name].label], size, null, !state.off.relation.has(name), (on) => {
            toggle(state.off.relation, [name], on);
            /** @type {HTMLInputElement} */ (outer.querySelector("input")).checked = !names.every((n) => state.off.relation.has(n));
          }),
        ),
      );
    const open = () => {
      inner.hidden = !inner.hidden;
      opener.setAttribute("aria-expanded", String(!inner.hidden));
    };
    const opener = button("›", open, { class: "opener", "aria-expanded": "false", "aria-label": `Relations of ${family}` });
    const outer = legendRow(
      [family],
      count,
      line("firm", colours[family]),
      !names.every((n) => state.off.relation.has(n)),
      (on) => {
        toggle(state.off.relation, names, on);
        fill();
      },
      opener,
    );
    fill();
    return make("div", {}, outer, inner);
  });
}

function extras() {
  const weak = edges.filter((edge) => edge.weak).length,
    known = edges.filter((edge) => edge.bg && !edge.weak).length,
    lonely = nodes.filter((node) => !touching[node.id].length).length;
  const talk = talkCounts().length;
  return [
    talk
      ? legendRow(["Who speaks about whom"], talk, line("firm", colours[TALK]), state.talk, (on) => {
          state.talk = on;
        })
      : null,
    inBackbone.size
      ? legendRow(["All relations, not only the backbone"], edges.length, null, state.whole, (on) => {
          state.whole = on;
        })
      : null,
    known
      ? legendRow(["Background knowledge"], known, line("firm", colours.Location), state.background, (on) => {
          state.background = on;
        })
      : null,
    known
      ? legendRow(["Actors only known from it"], onlyKnown(), null, state.backdrop, (on) => {
          state.backdrop = on;
        })
      : null,
    edges.some((edge) => edge.geo)
      ? legendRow(["Citizenship, seats, offices of places; events and works of one actor"], edges.filter((edge) => edge.geo).length, null, state.geography, (on) => {
          state.geography = on;
        })
      : null,
    weak
      ? legendRow(["Uncertain readings, below the threshold"], weak, null, state.weak, (on) => {
          state.weak = on;
        })
      : null,
    lonely
      ? legendRow(["Actors without relations"], lonely, null, state.lonely, (on) => {
          state.lonely = on;
        })
      : null,
  ].filter(Boolean);
}

function writeCounts() {
  const { things, relations } = state.view === "places" ? placeCounts() : drawnCounts();
  const dates = datesRead() && make("span", { class: "dated" }, ` · ${datesRead()}`);
  writeNote();
  writeScope();
  writePairs();
  $("reset").hidden = !filterParts().length && !state.out.size;
  $("counts").replaceChildren(`${things} and ${plural(relations, "relation")} from ${plural(tables.read, "document")}`, dates);
}

/** What is seen: on the map what is drawn, in the table also the separate pairs. */
function drawnCounts() {
  const listed = state.view === "table" ? shown.pairs : [];
  const actors = new Set([...shown.nodes, ...listed.flatMap(({ from, to }) => [from, to])]).size;
  const all = plural(nodes.length, "actor");
  return { things: actors < nodes.length ? `${number(actors)} of ${all}` : all, relations: shown.edges.length + listed.length };
}

function placeCounts() {
  const marks = placeMarks();
  return { things: plural(marks.length, "place"), relations: new Set(marks.flatMap((mark) => mark.edges)).size };
}

const hasMore = nodes.some(isOffAtFirst) || edges.some((edge) => edge.geo || edge.bg) || tables.backbone.length > 0;

/** Which of the two pictures is shown: people and bodies, or everything. */
function writeScope() {
  const isFirst = FLAGS.every((flag) => flag === "talk" || state[flag] === atFirst.flags[flag]) && named("type").join() === atFirst.named.type;
  const isAll = state.geography && state.whole && state.backdrop && !state.off.type.size;
  $("scope").hidden = !hasMore;
  $("scope-first").setAttribute("aria-pressed", String(isFirst));
  $("scope-all").setAttribute("aria-pressed", String(isAll));
}

/** @param {boolean} isAll */
function setScope(isAll) {
  for (const flag of FLAGS) state[flag] = atFirst.flags[flag];
  if (isAll) Object.assign(state, { geography: true, whole: true, backdrop: true });
  state.off.type = new Set(isAll ? [] : atFirst.off.type);
  state.guests.clear();
  writeLegend();
  update();
  fit();
}

/** Says that a large graph is not shown whole, and offers the rest. */
function writeNote() {
  const isPart = !state.whole && !state.focus;
  $("part").hidden = !isPart;
  if (!isPart || $("part").childElementCount) return;
  const all = () => {
    state.whole = true;
    writeLegend();
    update();
    fit();
  };
  $("part").replaceChildren(
    make("span", {}, "The backbone: who is named most, and their strongest relations"),
    button(`Show all ${number(edges.length)}`, all),
  );
}
