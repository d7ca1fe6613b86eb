// Objects print as in Node: class names, nesting, functions, absent values, circles, long ones over several lines.
class Point {
  constructor(public x: number, public y: number) {}
}
class Named extends Point {
  label = 'here';
  tags: string[] = ['a', 'b'];
  #secret = 5;
  readonly size: int = 3;
  on = false;
  note?: string;
  reveal(): number {
    return this.#secret;
  }
}
const named = new Named(1, -0.5);
console.log(new Point(1, 2), named, named.reveal());
console.log([new Point(0, 0), named]);
console.log({}, { a: 1 }, { b: 'text', a: [1, 2], f: () => 1 });
class Empty {}
console.log(new Empty(), [new Empty()]);

// %%
interface Entry {
  id: number;
  comment?: string;
  value: number | null;
  parent?: Entry;
  at: { line: number; column: number };
}
const root: Entry = { id: 1, value: null, at: { line: 1, column: 2 } };
const child: Entry = { id: 2, value: 2.5, comment: 'second', parent: root, at: { line: 3, column: 4 } };
const grandchild: Entry = { id: 3, value: 0, parent: child, at: { line: 5, column: 6 } };
console.log(root);
console.log(child);
console.log(grandchild);
console.log({ deep: { deeper: { deepest: { hidden: 1 } } } });
console.log({ list: [{ x: [{ y: [{ z: 1 }] }] }] });

// %%
class Tree {
  parent: Tree | null = null;
  children: Tree[] = [];
  constructor(readonly name: string) {}
  add(child: Tree): this {
    child.parent = this;
    this.children.push(child);
    return this;
  }
}
const tree = new Tree('root').add(new Tree('left')).add(new Tree('right'));
console.log(tree);
const missing: Tree | undefined = tree.children.find((each) => each.name === 'none');
console.log(missing, tree.children.map((each) => each.name));

// %%
class Pair<A, B> {
  constructor(readonly first: A, readonly second: B) {}
}
console.log(new Pair('one', 1), new Pair(new Pair(true, 0.5), [1, 2, 3]));
console.log(`${[1, 2]}`, 'text', { quoted: "it's", empty: '', unicode: 'é ☃' });
