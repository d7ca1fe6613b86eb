// A binary heap, Dijkstra's algorithm, and topological sorting.
type Comparator<T> = (a: T, b: T) => number;
class PriorityQueue<T> {
  private heap: T[] = [];
  constructor(private compare: Comparator<T> = (a, b) => (a < b ? -1 : a > b ? 1 : 0)) {}
  get size() {
    return this.heap.length;
  }
  push(...items: T[]): void {
    for (const item of items) {
      this.heap.push(item);
      this.up(this.heap.length - 1);
    }
  }
  pop(): T | undefined {
    const { heap } = this;
    if (heap.length === 0) return undefined;
    const top = heap[0];
    const last = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = last;
      this.down(0);
    }
    return top;
  }
  private up(i: number) {
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.compare(this.heap[i]!, this.heap[parent]!) >= 0) break;
      [this.heap[i], this.heap[parent]] = [this.heap[parent]!, this.heap[i]!];
      i = parent;
    }
  }
  private down(i: number) {
    const n = this.heap.length;
    for (;;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < n && this.compare(this.heap[child]!, this.heap[least]!) < 0) least = child;
      }
      if (least === i) return;
      [this.heap[i], this.heap[least]] = [this.heap[least]!, this.heap[i]!];
      i = least;
    }
  }
}
const queue = new PriorityQueue<number>();
queue.push(5, 1, 4, 2, 3);
const sorted: number[] = [];
while (queue.size > 0) sorted.push(queue.pop()!);
console.log(sorted, queue.pop());
class Graph {
  private edges = new Map<string, Map<string, number>>();
  addEdge(from: string, to: string, weight = 1): this {
    if (!this.edges.has(from)) this.edges.set(from, new Map());
    if (!this.edges.has(to)) this.edges.set(to, new Map());
    this.edges.get(from)!.set(to, weight);
    return this;
  }
  shortest(start: string, goal: string): { path: string[]; cost: number } | null {
    const dist: Record<string, number> = {};
    const prev: { [node: string]: string | undefined } = {};
    const open = new PriorityQueue<[string, number]>(([, a], [, b]) => a - b);
    dist[start] = 0;
    open.push([start, 0]);
    for (let next = open.pop(); next; next = open.pop()) {
      const [node, cost] = next;
      if (node === goal) {
        const path: string[] = [];
        for (let at: string | undefined = goal; at !== undefined; at = prev[at]) path.unshift(at);
        return { path, cost };
      }
      for (const [to, weight] of this.edges.get(node) ?? new Map<string, number>()) {
        const total = cost + weight;
        if (total < (dist[to] ?? Infinity)) {
          dist[to] = total;
          prev[to] = node;
          open.push([to, total]);
        }
      }
    }
    return null;
  }
  order(): string[] {
    const done = new Set<string>();
    const active = new Set<string>();
    const result: string[] = [];
    const visit = (node: string): void => {
      if (done.has(node)) return;
      if (active.has(node)) throw new Error(`cycle at ${node}`);
      active.add(node);
      this.edges.get(node)?.forEach((_, to) => visit(to));
      active.delete(node);
      done.add(node);
      result.unshift(node);
    };
    for (const node of this.edges.keys()) visit(node);
    return result;
  }
}
const g = new Graph().addEdge('a', 'b', 7).addEdge('a', 'c', 3).addEdge('c', 'b', 1).addEdge('b', 'd', 2);
console.log(g.shortest('a', 'd'), g.shortest('d', 'a'), g.order());
try {
  g.addEdge('d', 'a').order();
} catch (e) {
  console.log(e instanceof Error ? e.message : e);
}
