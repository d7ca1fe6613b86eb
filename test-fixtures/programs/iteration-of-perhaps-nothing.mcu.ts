// `sets.get(name) ?? []` in loops and spreads: nothing where there is no set.
class Graph {
  private edges = new Map<string, Set<string>>();
  connect(a: string, b: string): this {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      if (!this.edges.has(from)) this.edges.set(from, new Set());
      this.edges.get(from)!.add(to);
    }
    return this;
  }
  breadthFirst(start: string): string[] {
    const seen = new Set([start]);
    const queue = [start];
    const order: string[] = [];
    while (queue.length > 0) {
      const node = queue.shift()!;
      order.push(node);
      for (const next of this.edges.get(node) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return order;
  }
  depthFirst(start: string, seen = new Set<string>()): string[] {
    if (seen.has(start)) return [];
    seen.add(start);
    return [start, ...[...(this.edges.get(start) || [])].flatMap((next) => this.depthFirst(next, seen))];
  }
}
const graph = new Graph().connect('a', 'b').connect('a', 'c').connect('b', 'd').connect('c', 'd');
console.log(graph.breadthFirst('a'), graph.depthFirst('a'), graph.breadthFirst('z'), graph.depthFirst('z'));
console.log(graph);
outer: for (const a of new Map([['k', new Set([1, 2, 3])]]).get('k') ?? []) {
  for (const b of new Map<string, Set<number>>().get('k') ?? []) console.log(b);
  if (a === 2) break outer;
  console.log(a);
}
const lists = new Map<string, string[]>([['x', ['y']]]);
for (const item of lists.get('x') ?? []) console.log(item);
for (const item of lists.get('nothing') || []) console.log(item);
