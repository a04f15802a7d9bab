// Reads the GEXF file named on the command line with graphology, as Gephi Lite does, and prints what it found as JSON.
import {readFileSync} from 'node:fs';
import Graph from 'graphology';
import gexf from 'graphology-gexf/node/index.js';

const graph = gexf.parse(Graph, readFileSync(process.argv[2], 'utf8'));

console.log(
  JSON.stringify({
    nodes: graph.mapNodes((id, attributes) => ({id, ...attributes})),
    edges: graph.mapEdges((id, attributes, source, target, sourceAttributes, targetAttributes, undirected) => ({
      id,
      source,
      target,
      undirected,
      ...attributes,
    })),
  }),
);
