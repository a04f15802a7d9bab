// The page's script is many files in one function: a name at the top of one is known in all.
// Run from the root of the project, since eslint looks at nothing above the folder it runs in.
import { readdirSync, readFileSync } from "node:fs";
import js from "@eslint/js";
import * as espree from "espree";

const FOLDER = new URL("../../graph/actorgraph/export/page/web/script/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".js"));
const BROWSER = [
  "Blob",
  "DOMParser",
  "Element",
  "Image",
  "LETTERS",
  "PALETTE",
  "ResizeObserver",
  "URL",
  "URLSearchParams",
  "addEventListener",
  "clearTimeout",
  "document",
  "getComputedStyle",
  "history",
  "location",
  "matchMedia",
  "navigator",
  "payload",
  "queueMicrotask",
  "setTimeout",
  "vis",
  "window",
];

/** Names of the variables that a declaration makes, also by destructuring. */
function declared(pattern) {
  if (pattern.type === "Identifier") return [pattern.name];
  if (pattern.type === "ObjectPattern") return pattern.properties.flatMap(({ value }) => declared(value));
  return pattern.elements.flatMap(declared);
}

/** The names at the top of a file, each with whether it may be assigned to again. */
function topNames(body) {
  return body.flatMap((statement) => {
    if (statement.type === "FunctionDeclaration") return [[statement.id.name, "readonly"]];
    if (statement.type !== "VariableDeclaration") return [];
    const kind = statement.kind === "let" ? "writable" : "readonly";
    return statement.declarations.flatMap(({ id }) => declared(id)).map((name) => [name, kind]);
  });
}

const SOURCES = FILES.map((file) => readFileSync(new URL(file, FOLDER), "utf8"));
const SHARED = SOURCES.flatMap((source) => topNames(espree.parse(source, { ecmaVersion: 2023 }).body));
const WORDS = SOURCES.flatMap((source) => source.match(/[$\w]+/g) ?? []);

/** Finds names at the top of a file that no file uses. */
const unusedShared = {
  create: (context) => ({
    Program(node) {
      for (const [name] of topNames(node.body))
        if (WORDS.filter((word) => word === name).length < 2)
          context.report({ node, message: `${name} is never used` });
    },
  }),
};

export default [
  js.configs.recommended,
  {
    files: ["graph/actorgraph/export/page/web/script/*.js"],
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: "script",
      globals: Object.fromEntries([...BROWSER.map((name) => [name, "readonly"]), ...SHARED]),
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { page: { rules: { "unused-shared": unusedShared } } },
    rules: {
      complexity: ["error", 10],
      "consistent-return": "error",
      eqeqeq: "error",
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", 45],
      "no-implicit-coercion": "error",
      "no-redeclare": ["error", { builtinGlobals: false }],
      "no-shadow": "error",
      "no-unused-vars": ["error", { vars: "local" }],
      "no-useless-return": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "page/unused-shared": "error",
      "prefer-arrow-callback": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
          property,
          message: "Text from articles enters the page through textContent only.",
        })),
      ],
    },
  },
];
