// What the page's script works on.  Only the type check of tests/javascript reads this file.

/** An actor, as export/page/data/payload.py writes it; `id` is its place in `nodes`. */
interface ActorNode {
  id: number;
  key: string;
  name: string;
  type: string;
  /** Subtype, "" if there is none. */
  sub: string;
  /** Number of its community. */
  group: number;
  /** Radius in pixels. */
  size: number;
  aliases: string[];
  wikidata: string;
  /** What people wrote about it. */
  notes: string[];
  mentions: number;
  documents: number;
  x: number;
  y: number;
  /** Where it is on the map of the world, if the gazetteer knows. */
  at?: Point;
}

/** Document, speaker or -1, and confidence in per cent of the surest such claim. */
type Saying = [document: number, speaker: number, percent: number];

/** A relation between two actors; the second half is added by data.js. */
interface Edge {
  from: number;
  to: number;
  /** Name of the relation. */
  r: string;
  /** Place of its manner in `tables.manners`. */
  m: number;
  weak: number;
  /** 1 if it is background knowledge. */
  bg: number;
  /** 1 if it only says to which place somebody belongs: the first picture folds it. */
  geo: number;
  /** Number of documents. */
  w: number;
  /** Number of claims. */
  n: number;
  /** Highest confidence, in per cent. */
  p: number;
  /** Numbers of the claims that are shown. */
  c: number[];
  k: Saying[];
  id: number;
  manner: string;
  relation: RelationWords;
}

interface RelationWords {
  label: string;
  /** How it reads in a sentence. */
  verb: string;
  inverse: string;
  family: string;
  symmetric: number;
  quiet: number;
  /** 1 if it holds over time, 0 if it happens. */
  lasting: number;
  /** Classes of its subjects and objects; missing if the ontology lacks the relation. */
  domain?: string[];
  range?: string[];
}

interface PassageRecord {
  document: number;
  before: string;
  quote: string;
  after: string;
}

interface DocumentRecord {
  title: string;
  name: string;
  date: string;
  url: string;
  /** Name of the document of which it is a near-copy, or "". */
  copy_of: string;
}

/** A text, the actor that it names or -1, and the relations that it proves. */
type Piece = [text: string, actor: number, relations: number[]];

interface ArticleRecord {
  title: string;
  name: string;
  date: string;
  /** How many relations it proves. */
  relations: number;
  pieces: Piece[];
}

/** What an actor said: `act` is "says", "denies" or "does not say". */
interface WordsRecord {
  speaker: number;
  cue: string;
  act: string;
  /** 1 if it is verbatim. */
  direct: number;
  passages: number[];
  /** Numbers of the actors that it mentions. */
  about: number[];
}

/** Tables whose rows are read by the names in `columns`. */
type TableName = "documents" | "passages" | "claims" | "articles" | "words";

interface Tables extends Record<TableName, unknown[][]> {
  title: string;
  dates: string[];
  read: number;
  manners: string[];
  off: string[];
  background: string[];
  backbone: number[];
  relations: Record<string, RelationWords>;
  /** Each class of the actors with all that it belongs to. */
  classes: Record<string, string[]>;
  columns: Record<TableName, string[]>;
  look: { smallest: number; largest: number; letters: number };
  names: string[];
  /** Ids of the claims. */
  ids: string[];
  /** Coasts and borders as paths, null if no actor is on the map of the world. */
  world: { land: string; borders: string } | null;
}

/** What a claim should have been; what was read right is missing. Actors go by their keys. */
interface Correction {
  subject?: string;
  relation?: string;
  object?: string;
  status?: string;
}

/** What the reader decided, as a line of the file that `actorgraph judge` takes in. */
interface Decision {
  verdict: "same" | "rejected" | "confirmed" | "corrected" | "renamed" | "retyped" | "hidden" | "noted";
  /** Key of the actor, or of the subject of a relation. */
  left?: string;
  right?: string;
  relation?: string;
  /** Id of the claim. */
  claim?: string;
  /** The new name or class, or the note. */
  text?: string;
  why?: string;
  /** What a claim is instead. */
  correction?: Correction;
  at: string;
}

/** A relation of a story, and the sentence to it. */
interface Step {
  left: string;
  relation: string;
  right: string;
  text: string;
}

/** What the reader made of the page. */
interface Kept {
  story: Step[];
  /** Where the reader put actors, by key. */
  places: Record<string, Point>;
  caption: Partial<Caption>;
  /** Keys of actors that the reader left out of the view. */
  out: string[];
  /** Notes on claims, by the claims' ids. */
  notes: Record<string, string>;
  decisions: Decision[];
}

interface Payload {
  nodes: ActorNode[];
  edges: Edge[];
  tables: Tables;
}

/** What can be left out: names of types, groups, relations and manners, numbers of documents and speakers. */
type FilterKind = "type" | "group" | "relation" | "manner" | "document" | "speaker";
type Flag = "talk" | "pairs" | "weak" | "background" | "backdrop" | "lonely" | "whole" | "geography";
type Tone = "firm" | "disputed" | "denied" | "dotted" | "dashed";

interface View {
  position: { x: number; y: number };
  scale: number;
}

interface State extends Record<Flag, boolean> {
  off: Record<FilterKind, Set<any>>;
  since: string | null;
  until: string | null;
  day: string | null;
  least: number;
  guests: Set<number>;
  out: Set<number>;
  chosen: Set<number>;
  focus: Set<number> | null;
  trail: number[];
  steps: number;
  isSelecting: boolean;
  actor: number | null;
  edge: number | null;
  read: number[] | null;
  article: number | null;
  step: number | null;
  start: number | null;
  hover: number | null;
  view: string;
  camera: View | null;
  going: View | null;
  isRoaming: boolean;
  rows: number;
  pen: number;
  selection: string;
  ready: boolean;
}

/** One line on the map: the relations of one family and tone between two actors. */
interface Bundle {
  id: string;
  from: number;
  to: number;
  edges: Edge[];
  family: string;
  tone: Tone;
  quiet: boolean;
  known: boolean;
  /** All bundles of the two actors, and the place of this one among them. */
  siblings: Bundle[];
  place: number;
}

interface Shown {
  nodes: Set<number>;
  edges: Edge[];
  bundles: Map<string, Bundle>;
  /** Relations of two actors who deal with nobody else, which are listed instead. */
  pairs: Edge[];
}

type Point = [x: number, y: number];
type Box = [left: number, top: number, right: number, bottom: number];

/** Lines of text with the room they take. */
interface Block {
  lines: string[];
  size: number;
  weight: number;
  style: string;
  half: number;
  lead: number;
}

/** How wide a text is. */
type Measure = (text: string, size: number, weight: number, style?: string) => number;

/** What words are written on: the part of the map in sight, and what covers it. */
interface Sheet {
  scale: number;
  view: Box;
  covered: Box[];
  measure: Measure;
  /** The number of the spot where each name stood last. */
  stood: Map<number, number>;
  /** Whether it is being dragged or zoomed, and crowded. */
  isMoving: boolean;
}

/** Boxes, and whose discs they are, by the number of each cell that they touch. */
interface Grid {
  cell: number;
  cells: Map<number, { box: Box; id: number | null }[]>;
}
/** A sheet, and what stands on it already. */
interface Room extends Omit<Sheet, "covered"> {
  labels: Grid;
  discs: Grid;
  /** The lines of names that stand away from their actors. */
  lines: Grid;
  /** The lines between actors, where they are few. */
  strokes: Grid;
  named: { node: ActorNode; block: Block; spot: Point; isAbove: boolean }[];
  words: Words[];
  leaders: [Point, Point][];
  /** What is free of the map, in pixels. */
  pixels: number;
  /** How many names had to stand where there was no free room beside their actors. */
  squeezed: number;
}

/** A name that is to stand beside its actor. */
interface Name {
  node: ActorNode;
  anchor: Anchor;
  block: Block;
}

/** Names that stay beside their actors are placed first, then those that stay away from them, then those that choose anew. */
type Stage = 0 | 1 | 2;

/** Where a name may stand, how far from its actor in pixels, and its number. */
interface Spot {
  spot: Point;
  distance: number;
  number: number;
}

/** What a name belongs to, with the distance of its rim. */
interface Anchor {
  id: number;
  x: number;
  y: number;
  rim: number;
}

interface Words {
  block: Block;
  spot: Point;
  colour: string;
  alpha: number;
}

type Scheme = "light" | "dark";

/** What stands around a saved picture; an empty text takes no room. */
interface Caption {
  title: string;
  subtitle: string;
  credit: string;
  date: string;
  legend: boolean;
  scheme: Scheme;
  /** Whether the picture is that of places on a map of the world. */
  places?: boolean;
}

/** The part of the map in a saved picture, and its size in pixels. */
interface Frame extends View {
  width: number;
  height: number;
}

/** What a picture shows: its shapes, and what its legend explains. */
interface Drawn {
  shapes: (frame: Frame, top: number) => Shape[];
  legend: () => { mark: Shape[]; words: string }[];
}

/** A place on the map of the world, with what happened there; its middle and radius in pixels. */
interface Mark {
  node: ActorNode;
  spot: Point;
  edges: Edge[];
  middle: Point;
  disc: number;
}

/** Where points of the map are in a picture. */
interface Plot {
  scale: number;
  at: (point: { x: number; y: number }) => Point;
}

/** An outline with its place; `text` is what letters say. */
interface Shape {
  at: Point;
  scale: number;
  /** Steps m, l, q and z of SVG, "" where a text has no outlines. */
  d: string;
  text?: string;
  /** What of the map it is, and the name of an actor. */
  kind?: "actor" | "line" | "tip" | "cross" | "leader" | "land" | "part";
  name?: string;
  fill?: string;
  stroke?: string;
  /** Of the stroke, in pixels. */
  width?: number;
  dashes?: number[];
  alpha?: number;
  /** Of a text without outlines. */
  size?: number;
  weight?: number;
  length?: number;
}

/** Shapes from the back to the front; those of the map are cut at its borders. */
interface Figure {
  title: string;
  width: number;
  height: number;
  paper: string;
  map: { top: number; height: number; shapes: Shape[] };
  shapes: Shape[];
}

/** An outline, or parts with their places. */
type Letter = [advance: number, form: string | [part: string, x: number, y: number][]];

/** What html.py and figure.py put before the script. */
declare const payload: Payload;
declare const PALETTE: Record<Scheme, Record<string, string>>;
declare const LETTERS: Record<number, Record<string, Letter>>;

/** Elements of the page that are more than an HTMLElement. */
interface PageElements {
  picture: HTMLDialogElement;
  keys: HTMLDialogElement;
  articles: HTMLSelectElement;
  saving: HTMLDetailsElement;
  deciding: HTMLDetailsElement;
  undo: HTMLButtonElement;
  redo: HTMLButtonElement;
  "save-decisions": HTMLButtonElement;
  search: HTMLInputElement;
}
type ElementOf<Id extends string> = Id extends keyof PageElements ? PageElements[Id] : HTMLElement;

/** A part of an article that can be clicked. */
type PieceElement = HTMLElement & { relations: number[] };

interface MapEvent {
  /** Actors, or the one under the pointer. */
  nodes: number[];
  node: number;
  /** Ids of bundles. */
  edges: string[];
  /** What happened, with the moment of it, which is before that of its handling. */
  event: { srcEvent: PointerEvent };
}

/** What the script uses of vis-network, whose single-file build comes without types. */
interface MapNetwork {
  on(event: string, listener: (event: MapEvent & CanvasRenderingContext2D) => void): void;
  once(event: string, listener: () => void): void;
  moveTo(view: Partial<View> & { animation: object | false }): void;
  getScale(): number;
  getViewPosition(): { x: number; y: number };
  getPosition(id: number): { x: number; y: number };
  DOMtoCanvas(point: { x: number; y: number }): { x: number; y: number };
  canvasToDOM(point: { x: number; y: number }): { x: number; y: number };
  getNodeAt(point: { x: number; y: number }): number | undefined;
  moveNode(id: number, x: number, y: number): void;
  setSize(width: string, height: string): void;
  redraw(): void;
  off(event: string): void;
  renderer: { dragging: boolean; zooming: boolean; setOptions(options: object): void };
  body: { edges: Record<string, any>; nodes: Record<number, { updateBoundingBox(): void }>; emitter: { emit(event: string): void } };
}
interface Items {
  update(items: object[]): void;
  add(items: object[]): void;
  clear(): void;
}
declare const vis: {
  DataSet: new () => Items;
  Network: new (place: HTMLElement, data: object, options: object) => MapNetwork;
};
interface Window {
  actorgraph: object;
}
