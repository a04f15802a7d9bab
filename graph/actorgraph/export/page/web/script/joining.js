// Actors that the reader says are the same: the one named most stands for all, with what was read of each.

/** Actor → the one that it was joined to. */
/** @type {Map<number, number>} */
let joined = new Map();
const endsAsRead = edges.map(({ from, to }) => ({ from, to }));
const spokenAsRead = [...spoken];

/**
 * @param {number} id
 * @returns {number}
 */
function rootOf(id) {
  const other = joined.get(id);
  return other === undefined ? id : rootOf(other);
}

/**
 * The actor that a key stands for.
 *
 * @param {string} [key]
 */
function actorOf(key) {
  const node = byKey.get(key ?? "");
  return node && nodes[rootOf(node.id)];
}

/** All actors are apart, as the page got them. */
function partActors() {
  joined = new Map();
  spokenAsRead.forEach((words, id) => (spoken[id] = words));
  endsAsRead.forEach((ends, id) => Object.assign(edges[id], ends));
}

/** @param {Decision[]} made */
function joinActors(made) {
  for (const { verdict, left, right } of made) {
    const [one, other] = [actorOf(left), actorOf(right)];
    if (verdict !== "same" || !one || !other || one === other) continue;
    if (one.id < other.id) join(one, other);
    else join(other, one);
  }
}

/**
 * @param {ActorNode} kept
 * @param {ActorNode} gone
 */
function join(kept, gone) {
  joined.set(gone.id, kept.id);
  hiddenActors.add(gone.id);
  spoken[kept.id] = [...spoken[kept.id], ...spoken[gone.id]];
  Object.assign(kept, {
    aliases: [...kept.aliases, gone.name, ...gone.aliases],
    notes: [...kept.notes, ...gone.notes],
    mentions: kept.mentions + gone.mentions,
  });
}

/** Relations lead to those who stand for their ends; what two of the same had to do with each other is gone. */
function leadToJoined() {
  for (const some of touching) some.length = 0;
  for (const edge of edges) {
    const [from, to] = [rootOf(edge.from), rootOf(edge.to)];
    if (from === to && edge.from !== edge.to) goneEdges.add(edge.id);
    Object.assign(edge, { from, to });
    for (const end of new Set([from, to])) touching[end].push(edge);
  }
}
