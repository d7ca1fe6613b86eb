// Finds the loops of a control flow graph, nested and irreducible ones too, after Paul Havlak (1997).
class Block {
  readonly predecessors: Block[] = [];
  readonly successors: Block[] = [];
  /** In the order of the depth-first search. */
  number: int = -1;
}
class Graph {
  readonly blocks: Block[] = [];
  add(): Block {
    const block = new Block();
    this.blocks.push(block);
    return block;
  }
  connect(from: Block, to: Block): void {
    from.successors.push(to);
    to.predecessors.push(from);
  }
  behind(block: Block): Block {
    const next = this.add();
    this.connect(block, next);
    return next;
  }
  diamond(from: Block): Block {
    const join = this.behind(this.behind(from));
    this.connect(this.behind(from), join);
    return join;
  }
  /** A loop around a loop with branches; returns the block behind them. */
  loops(from: Block): Block {
    const header = this.behind(from);
    const outer = this.diamond(header);
    const inner = this.behind(outer);
    const latch = this.diamond(inner);
    this.connect(latch, inner);
    this.connect(latch, header);
    const footer = this.behind(latch);
    this.connect(footer, from);
    return this.behind(footer);
  }
}
enum Kind {
  NoHeader,
  Reducible,
  Itself,
  Irreducible,
}
class Loop {
  parent: Loop | null = null;
  blocks: int = 0;
  constructor(readonly isReducible: boolean) {}
  depth(): int {
    let depth: int = 1;
    for (let outer = this.parent; outer !== null; outer = outer.parent) depth++;
    return depth;
  }
}
/** A block, in a union-find forest of the loops that were found. */
class Node {
  #representative: Node = this;
  loop: Loop | null = null;
  kind: Kind = Kind.NoHeader;
  /** The number of the last descendant in the depth-first tree. */
  last: int;
  readonly backEdges: int[] = [];
  readonly otherEdges: int[] = [];
  constructor(
    readonly block: Block,
    readonly number: int,
  ) {
    this.last = number;
  }
  find(): Node {
    let root: Node = this;
    while (root.#representative !== root) root = root.#representative;
    let node: Node = this;
    while (node !== root) {
      const next = node.#representative;
      node.#representative = root;
      node = next;
    }
    return root;
  }
  unite(header: Node): void {
    this.#representative = header;
  }
  isAncestorOf(other: int): boolean {
    return this.number <= other && other <= this.last;
  }
}
class LoopFinder {
  readonly loops: Loop[] = [];
  readonly #nodes: Node[] = [];
  constructor(entry: Block) {
    this.#search(entry);
    this.#classifyEdges();
    for (let i = this.#nodes.length - 1; i >= 0; i--) this.#findLoop(this.#nodes[i]);
  }
  #search(block: Block): Node {
    const node = new Node(block, this.#nodes.length);
    block.number = node.number;
    this.#nodes.push(node);
    for (const next of block.successors) if (next.number < 0) node.last = this.#search(next).last;
    return node;
  }
  #classifyEdges(): void {
    for (const node of this.#nodes) {
      for (const { number } of node.block.predecessors) {
        if (number < 0) continue;
        if (node.isAncestorOf(number)) node.backEdges.push(number);
        else node.otherEdges.push(number);
      }
    }
  }
  #findLoop(header: Node): void {
    const pool: Node[] = [];
    for (const number of header.backEdges) {
      if (number === header.number) header.kind = Kind.Itself;
      else pool.push(this.#nodes[number].find());
    }
    const work = pool.slice();
    if (pool.length > 0) header.kind = Kind.Reducible;
    while (work.length > 0) {
      const node = work.pop()!;
      for (const number of node.otherEdges) {
        const root = this.#nodes[number].find();
        if (!header.isAncestorOf(root.number)) {
          header.kind = Kind.Irreducible;
          if (!header.otherEdges.includes(root.number)) header.otherEdges.push(root.number);
        } else if (root !== header && !pool.includes(root)) {
          work.push(root);
          pool.push(root);
        }
      }
    }
    if (pool.length > 0 || header.kind === Kind.Itself) this.#makeLoop(header, pool);
  }
  #makeLoop(header: Node, pool: Node[]): void {
    const loop = new Loop(header.kind !== Kind.Irreducible);
    header.loop = loop;
    loop.blocks = 1;
    for (const node of pool) {
      node.unite(header);
      if (node.loop !== null) node.loop.parent = loop;
      else loop.blocks++;
    }
    this.loops.push(loop);
  }
}
function makeGraph(trees: int, branches: int, depth: int): Graph {
  const graph = new Graph();
  const entry = graph.add();
  graph.loops(entry);
  const start = graph.behind(entry);
  for (let i: int = 0; i < trees; i++) {
    let block = graph.behind(start);
    for (let j: int = 0; j < branches; j++) {
      const top = block;
      block = graph.behind(block);
      for (let k: int = 0; k < depth; k++) block = graph.loops(block);
      const bottom = graph.behind(block);
      graph.connect(bottom, top);
      block = bottom;
    }
    // Into the middle of the first tree's last loop: irreducible.
    graph.connect(start, block);
  }
  return graph;
}
function summarize(graph: Graph): int {
  const { loops } = new LoopFinder(graph.blocks[0]);
  let sum: int = 0;
  let irreducible: int = 0;
  for (const loop of loops) {
    sum += loop.depth() * loop.blocks;
    if (!loop.isReducible) irreducible++;
  }
  return (sum * 16 + irreducible) * 256 + loops.length;
}

// %%
summarize(makeGraph(2, 2, 4));
