// Objects of all sizes that are made where they are used, while others become garbage and the heap fills and empties.
class Leaf {
  mark?: string;
  next: Leaf | undefined;
  constructor(readonly value: int) {}
}
class Wide {
  a: int = 1;
  b = 2.5;
  c: string = 'c';
  d: Leaf | undefined;
  e = true;
  f: float = 0.5;
  constructor(public g: number) {}
}
interface Node {
  key: int;
  left?: Node;
  right?: Node;
}

function chain(length: int): Leaf | undefined {
  let first: Leaf | undefined;
  for (let i: int = 0; i < length; i++) {
    const leaf = new Leaf(i);
    if (i % 5 === 0) leaf.mark = `m${i}`;
    leaf.next = first;
    first = leaf;
  }
  return first;
}
function sumOf(leaf: Leaf | undefined): string {
  let sum: int = 0;
  let marks: int = 0;
  let count: int = 0;
  for (; leaf; leaf = leaf.next) {
    sum += leaf.value;
    count++;
    if (leaf.mark !== undefined) marks += leaf.mark.length;
  }
  return `${count}:${sum}:${marks}`;
}
function insert(node: Node | undefined, key: int): Node {
  if (!node) return { key };
  if (key < node.key) node.left = insert(node.left, key);
  else if (key > node.key) node.right = insert(node.right, key);
  return node;
}
function inOrder(node: Node | undefined, visit: (key: int) => void): void {
  if (!node) return;
  inOrder(node.left, visit);
  visit(node.key);
  inOrder(node.right, visit);
}
/** What says itself what it is, closures over one and two variables, and objects in objects. */
function makers(i: number): [() => number, (x: number) => number, unknown, { p: { q: number }; r: number[] }] {
  let n = i;
  return [() => n++, (x) => x * i + n, i % 2 === 0 ? i / 4 : `${i}`, { p: { q: i }, r: [i, i + 1] }];
}

const kept: (Leaf | undefined)[] = [];
let tree: Node | undefined;
const wides: Wide[] = [];
let total = 0;
for (let round: int = 0; round < 60; round++) {
  kept.push(chain(round));
  if (kept.length > 7) kept.shift();
  tree = insert(tree, (round * 37) % 61);
  for (let i = 0; i < 40; i++) {
    const wide = new Wide(round + i / 8);
    wide.d = new Leaf(i);
    if (i % 20 === 7) wides.push(wide);
    if (wides.length > 9) wides.shift();
    const [next, scale, any, nested] = makers(i);
    total += next() + next() + scale(2) + nested.p.q + nested.r.length;
    total += typeof any === 'number' ? any : (any as string).length;
  }
}
console.log(kept.map(sumOf).join(' '), total);
let keys = '';
inOrder(tree, (key) => { keys += `${key},`; });
console.log(keys);
console.log(wides.map(({ a, b, c, d, e, f, g }) => [a, b, c, d!.value, d!.next, d!.mark, e, f, g].join('/')).join(' '));

// Live data that takes a good part of the heap, with garbage between.
const rows: { id: int; cells: { x: int; y: int }[] }[] = [];
for (let id: int = 0; id < 60; id++) {
  const cells: { x: int; y: int }[] = [];
  for (let x: int = 0; x < 12; x++) {
    const cell = { x, y: id };
    cells.push(x % 3 === 0 ? cell : { x: cell.x + 1, y: cell.y });
  }
  rows.push({ id, cells });
}
let check: int = 0;
for (let turn: int = 0; turn < 12; turn++) {
  for (const row of rows) {
    row.cells = row.cells.map(({ x, y }) => ({ x: x + turn, y }));
    for (const { x, y } of row.cells) check = (check * 31 + x * 7 + y) & 0xffffff;
  }
}
console.log(check, rows.every(({ id, cells }) => cells.every(({ y }) => y === id)));
