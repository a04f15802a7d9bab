// Saving the picture that is seen: what stands around it is edited beside a preview.

/** @returns {Caption} */
const captionNow = () => ({ ...firstCaption(state.view === "places"), date: datesShown(), scheme: dark.matches ? "dark" : "light", ...kept.caption });

/**
 * The picture as it would be saved.
 *
 * @param {Caption} [caption]
 */
function figureNow(caption = captionNow()) {
  const { clientWidth: width, clientHeight: height } = $("canvas");
  const size = { width, height };
  const figure =
    state.view === "places"
      ? figureOf(caption, { ...size, ...roamedTo(size) }, ATLAS)
      : figureOf(caption, { ...size, ...whereabouts() });
  useScreenColours();
  return figure;
}

function openPicture() {
  const caption = captionNow();
  $("caption").replaceChildren(
    captionField("Title", "title", caption.title),
    captionField("Subtitle", "subtitle", caption.subtitle),
    captionField("Credit", "credit", caption.credit),
    captionField("Date", "date", caption.date),
    captionSwitch("Legend", caption.legend, (isOn) => changeCaption({ legend: isOn })),
    captionSwitch("Dark", caption.scheme === "dark", (isOn) => changeCaption({ scheme: isOn ? "dark" : "light" })),
  );
  $("saving").open = false;
  $("picture").showModal();
  preview();
}

/** @param {Partial<Caption>} change */
function changeCaption(change) {
  keep({ caption: { ...kept.caption, ...change } });
  preview();
}

/**
 * @param {string} words
 * @param {"title" | "subtitle" | "credit" | "date"} part
 * @param {string} value
 */
function captionField(words, part, value) {
  const { input, label } = field("input", words);
  input.value = value;
  input.addEventListener("input", () => changeCaption({ [part]: input.value.trim() }));
  return label;
}

/**
 * @param {string} words
 * @param {boolean} isOn
 * @param {(isOn: boolean) => void} change
 */
function captionSwitch(words, isOn, change) {
  const box = make("input", { type: "checkbox" });
  box.checked = isOn;
  box.addEventListener("change", () => change(box.checked));
  return make("label", { class: "check" }, box, words);
}

function preview() {
  const figure = figureNow();
  $("preview").replaceChildren(make("img", { src: addressOf(svgOf(figure)), alt: `Preview of the picture “${figure.title}”` }));
}

/** The page prints the picture for the map, which a sheet of paper would squeeze, and on the white of the sheet. */
function writePrinted() {
  const figure = state.view === "table" ? null : figureNow({ ...captionNow(), scheme: "light" });
  const svg = figure && svgOf(figure).replaceAll(PALETTE.light.paper, "#ffffff");
  $("printed").replaceChildren(...(svg ? [elementOf(svg)] : []));
  $("printed").classList.toggle("upright", figure !== null && figure.height > figure.width);
}

function listenToPrinter() {
  addEventListener("beforeprint", writePrinted);
  addEventListener("afterprint", () => $("printed").replaceChildren());
}

/** @param {string} svg */
const addressOf = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

function saveDrawing() {
  save("graph.svg", [svgOf(figureNow())], "image/svg+xml");
}

/** @param {number} factor pixels of the file, to one of the screen */
function savePicture(factor) {
  const figure = figureNow();
  const image = new Image();
  image.addEventListener("load", () => {
    const canvas = make("canvas", { width: figure.width * factor, height: figure.height * factor });
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save("graph.png", [blob], "image/png"), "image/png");
  });
  image.src = addressOf(svgOf(figure));
}

/** A picture with letters that have no outlines is printed instead, since only the browser has their font. */
function savePrint() {
  const pdf = pdfOf(figureNow());
  if (pdf) save("graph.pdf", [pdf], "application/pdf");
  else {
    document.body.classList.add("print-picture");
    window.print();
    document.body.classList.remove("print-picture");
  }
}
