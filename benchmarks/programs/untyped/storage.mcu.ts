class Node {
  children: Node[] = [];
}
let seed = 74755;
function random(): number {
  seed = (seed * 1309 + 13849) & 65535;
  return seed;
}
let count = 0;
function build(depth: number): Node {
  count++;
  const node = new Node();
  if (depth > 1) for (let i = 0; i < 4; i++) node.children.push(build(depth - 1));
  else for (let i = (random() % 3) + 1; i > 0; i--) node.children.push(node);
  return node;
}

// %%
seed = 74755;
count = 0;
build(5);
count;
