// Objects under a collector that has to work: references, numbers that look like references, and deep structures.
class Tree {
  left: Tree | null = null;
  right: Tree | null = null;
  weight = 1 / 3;
  label: string;
  mark: int = 0x20001000;
  constructor(readonly depth: int) {
    this.label = `at ${depth}`;
    if (depth > 0) {
      this.left = new Tree(depth - 1);
      this.right = new Tree(depth - 1);
    }
  }
  count(): int {
    return 1 + (this.left?.count() ?? 0) + (this.right?.count() ?? 0);
  }
  total(): number {
    let sum = this.weight + this.label.length;
    if (this.left) sum += this.left.total();
    if (this.right) sum += this.right.total();
    return sum;
  }
}
let kept = new Tree(5);
for (let i = 0; i < 60; i++) {
  const tree = new Tree(5);
  if (i % 20 === 7) kept = tree;
}
console.log(kept.count(), kept.total(), kept.left!.right!.label, kept.right!.mark);

// %%
interface Item {
  readonly id: number;
  text: string;
  score?: number;
}
let items: Item[] = [];
for (let round = 0; round < 40; round++) {
  items = [];
  for (let i = 0; i < 50; i++) items.push({ id: i + round, text: `item ${i}` });
  for (const item of items) if (item.id % 7 === 0) item.score = item.id * 0.5;
}
let score = 0;
for (const item of items) score += item.score ?? 0;
console.log(items.length, score, items[49]!.text);
