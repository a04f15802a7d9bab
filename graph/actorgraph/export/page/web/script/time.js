// Time under the map: how much each day tells, the days between which the map shows what was told, and a day on which it
// shows what holds and what happens.

const BEAT = 1100; // milliseconds to a day that is played
let playing = 0;

/** How many relations each day tells of. */
function toldByDay() {
  const counts = new Map(days.map((date) => [date, 0]));
  for (const edge of edges)
    for (const date of new Set(edge.k.map(([document]) => dateOf(document)))) if (date) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts.values()];
}

function writeTime() {
  $("time").hidden = days.length < 2;
  $("stage").classList.toggle("timed", days.length > 1);
  if (days.length < 2) return;
  const counts = toldByDay();
  const most = Math.max(...counts);
  const bars = counts.map((count, i) => {
    const bar = make("span", { class: isInTime(days[i]) ? "bar-on" : null, title: `${day(days[i])}: ${plural(count, "relation")}` });
    bar.style.height = `${Math.max(4, (100 * count) / most)}%`;
    return bar;
  });
  const isDay = state.day !== null;
  const play = button(playing ? "Pause" : "Play", togglePlay, { "aria-pressed": String(playing > 0) });
  const all = button("All days", showAllTime, { class: "plain all-days", hidden: isAllTime() });
  $("time").replaceChildren(
    play,
    make("div", { class: "days" }, brushed(make("div", { class: "bars", "aria-hidden": "true" }, ...bars)), make("div", { class: "slider" }, ...(isDay ? [daySlider()] : rangeSliders()))),
    make("output", {}, timeWords()),
    make("div", { class: "choices" }, isDay ? textButton("Between days", showAllTime) : textButton("On a day", () => showDay(days.length - 1)), all),
  );
}

const isAllTime = () => state.day !== null || (!state.since && !state.until);

/**
 * The bars, which choose the days between which a pointer is drawn over them; where a day is shown, that day.
 *
 * @param {HTMLElement} bars
 */
function brushed(bars) {
  let start = -1;
  /** @param {PointerEvent} event */
  const placeOf = ({ clientX }) => {
    const { left, width } = bars.getBoundingClientRect();
    return Math.max(0, Math.min(days.length - 1, Math.round(((clientX - left) / width) * (days.length - 1))));
  };
  /** @param {PointerEvent} event */
  const choose = (event) => {
    if (start < 0) return;
    const place = placeOf(event);
    if (state.day !== null) showDay(place);
    else showBetween(Math.min(start, place), Math.max(start, place));
  };
  bars.addEventListener("pointerdown", (event) => {
    start = placeOf(event);
    if (state.day === null) bars.setPointerCapture(event.pointerId);
    choose(event);
  });
  bars.addEventListener("pointermove", choose);
  for (const end of ["pointerup", "pointercancel"]) bars.addEventListener(end, () => (start = -1));
  return bars;
}

/** @param {string} date */
const isInTime = (date) => (state.day ? date === state.day : (!state.since || date >= state.since) && (!state.until || date <= state.until));

function timeWords() {
  if (state.day) return `What holds and happens on ${day(state.day)}`;
  return `Told ${day(state.since || days[0])} to ${day(state.until || days[days.length - 1])}`;
}

/**
 * @param {string} name
 * @param {number} value
 * @param {() => void} slide
 */
function timeSlider(name, value, slide) {
  const slider = make("input", { type: "range", min: 0, max: days.length - 1, "aria-label": name });
  slider.value = String(value);
  slider.addEventListener("input", slide);
  return slider;
}

/** Two sliders, the earliest and the latest day. */
function rangeSliders() {
  const last = days.length - 1;
  /** @type {HTMLInputElement[]} */
  const sliders = [];
  const slide = () => {
    const [low, high] = sliders.map((slider) => Number(slider.value)).sort((a, b) => a - b);
    showBetween(low, high);
  };
  sliders.push(
    timeSlider("Earliest day", state.since ? days.indexOf(state.since) : 0, slide),
    timeSlider("Latest day", state.until ? days.indexOf(state.until) : last, slide),
  );
  return sliders;
}

function daySlider() {
  const slider = timeSlider("Day", days.indexOf(state.day ?? ""), () => {
    state.day = days[Number(slider.value)];
    showTime();
  });
  return slider;
}

/**
 * @param {number} low
 * @param {number} high
 */
function showBetween(low, high) {
  state.since = low > 0 ? days[low] : null;
  state.until = high < days.length - 1 ? days[high] : null;
  const sliders = /** @type {HTMLInputElement[]} */ ([...$("time").querySelectorAll("input")]);
  const places = sliders.map((slider) => Number(slider.value)).sort((a, b) => a - b);
  if (places[0] !== low || places[1] !== high) [low, high].forEach((place, i) => (sliders[i].value = String(place)));
  showTime();
}

/** The sliders and bars stay, since one of them is being moved. */
function showTime() {
  const [all] = $("time").getElementsByClassName("all-days");
  all.toggleAttribute("hidden", isAllTime());
  const [words] = $("time").getElementsByTagName("output");
  words.textContent = timeWords();
  [...$("time").querySelectorAll(".bars span")].forEach((bar, i) => bar.classList.toggle("bar-on", isInTime(days[i])));
  update();
}

/** @param {number} place */
function showDay(place) {
  Object.assign(state, { day: days[place], since: null, until: null });
  writeTime();
  update();
}

function showAllTime() {
  stopPlaying();
  Object.assign(state, { day: null, since: null, until: null });
  writeTime();
  update();
}

function togglePlay() {
  if (playing) stopPlaying();
  else {
    const place = state.day ? days.indexOf(state.day) : -1;
    playing = setTimeout(playOn, BEAT);
    showDay((place + 1) % days.length);
  }
  writeTime();
}

function playOn() {
  const place = days.indexOf(state.day ?? "") + 1;
  if (place < days.length) playing = setTimeout(playOn, BEAT);
  else playing = 0;
  if (place < days.length) showDay(place);
  else writeTime();
}

function stopPlaying() {
  clearTimeout(playing);
  playing = 0;
}
