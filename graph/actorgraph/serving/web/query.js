"use strict";
(() => {
  const setting = JSON.parse(document.getElementById("questions").textContent);
  const ready = document.getElementById("ready");
  const endpoint = new URL("/sparql", location.href).href;

  Yasgui.Yasqe.defaults.autocompleters = ["variables"];
  // The endpoint knows the prefix, but the editor would mark it as an error.
  const prefix = `PREFIX ag: <${setting.prefixes.ag}>`;
  Yasgui.Yasqe.defaults.value = `${prefix}\n\nSELECT ?who ?what {\n  ?who ag:leads ?what\n}\nLIMIT 20\n`;
  Yasgui.Yasr.defaults.prefixes = setting.prefixes;

  const place = document.getElementById("yasgui");
  const editor = new Yasgui(place, {
    requestConfig: { endpoint, method: "POST", headers: () => ({}) },
    copyEndpointOnNewTab: false,
    persistenceId: "actorgraph",
    populateFromUrl: false,
    endpointCatalogueOptions: { getData: () => [], keys: [], renderItem: () => undefined },
  });

  /** Opens a named question in a tab of its own, or in the one that has it. */
  function open(name) {
    const question = setting.questions.find((item) => item.name === name);
    if (question === undefined) return;
    const present = Object.values(editor._tabs).find((tab) => tab.name() === name);
    const tab = present ?? editor.addTab(true, { name, yasqe: { value: question.text } });
    editor.selectTabId(tab.getId());
    tab.show();
  }

  /** Names for what the editor leaves without one. */
  const NAMES = { ".CodeMirror textarea": "Query", ".tableSizer": "Rows on a page", ".tableFilter": "Filter" };

  function name() {
    for (const [selector, label] of Object.entries(NAMES)) {
      for (const element of place.querySelectorAll(`${selector}:not([aria-label])`)) element.setAttribute("aria-label", label);
    }
    for (const title of place.querySelectorAll("th .dt-column-title:empty")) {
      const text = document.createElement("span");
      text.className = "unseen";
      text.textContent = "Row";
      title.append(text);
    }
    place.querySelector(".addTab:not([role])")?.setAttribute("role", "tab");
    for (const area of place.querySelectorAll(".CodeMirror-scroll")) area.tabIndex = 0;
  }
  new MutationObserver(name).observe(place, { childList: true, subtree: true });
  name();

  for (const question of setting.questions) {
    const option = document.createElement("option");
    option.value = question.name;
    option.textContent = question.title;
    ready.append(option);
  }
  ready.addEventListener("change", () => open(ready.value));
  open(location.hash.slice(1));
})();
