class Node {
  children: Node[] = [];
}
let seed: int = 74755;
function random(): int {
  seed = (seed * 1309 + 13849) & 65535;
  return seed;
}
let count: int = 0;
function build(depth: int): Node {
  count++;
  const node = new Node();
  if (depth > 1) for (let i: int = 0; i < 4; i++) node.children.push(build(depth - 1));
  else for (let i: int = (random() % 3) + 1; i > 0; i--) node.children.push(node);
  return node;
}

// %%
seed = 74755;
count = 0;
build(5);
count;
