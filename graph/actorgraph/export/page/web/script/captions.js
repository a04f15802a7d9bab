// Words about an actor or a line, for the map, the panel and pictures.

/**
 * The post that a person is said to hold, in the words of the text; empty if none.
 *
 * @param {ActorNode} node
 */
function postOf(node) {
  const tenure = touching[node.id].find((edge) => edge.from === node.id && nodes[edge.to].type === "Role" && isPlainFact(edge));
  return tenure ? nodes[tenure.to].name : "";
}

/**
 * What stands under a name: the post that is held, or the place that somebody belongs to; empty if none is told.
 *
 * @param {ActorNode} node
 */
function captionOf(node) {
  const post = postOf(node);
  if (post || node.type === "Place") return post;
  const folded = touching[node.id].filter((edge) => edge.geo && edge.from === node.id && nodes[edge.to].type === "Place" && isPlainFact(edge));
  const office = folded.find((edge) => !edge.relation.quiet);
  const place = office || folded[0];
  if (!place) return "";
  const { name } = nodes[place.to];
  return office ? `${office.relation.label} ${name}` : name;
}

/**
 * What joins subject and object in a sentence, which is past where it holds no longer.
 *
 * @param {RelationWords} relation
 * @param {string} [manner]
 */
const verbOf = ({ verb }, manner) => (manner === "former" ? verb.replace(/^is /, "was ") : verb);

/**
 * How a relation is stated, in brackets, unless as a fact.
 *
 * @param {Edge} edge
 */
const mannerNote = ({ manner }) => (manner === "stated" ? "" : ` (${MANNERS[manner].toLowerCase()})`);

/**
 * Whether a relation is stated as a fact and surely read.
 *
 * @param {Edge} edge
 */
const isPlainFact = (edge) => edge.manner === "stated" && !edge.weak && !isGone(edge);

/** @param {string} name */
const spaced = (name) => name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);

/** @param {string} text */
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * What a line says: all its relations where they are few and short.
 *
 * @param {Bundle} found
 */
function wordsOf(found) {
  const labels = [...new Set(found.edges.map((edge) => edge.relation.label))];
  const all = labels.join(", ");
  const how = found.tone === "firm" || isCrossed(found) ? "" : mannerNote(found.edges[0]);
  return (all.length <= LINE_LETTERS ? all : `${labels[0]} …`) + how;
}
