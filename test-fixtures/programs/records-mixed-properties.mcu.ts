// Index signatures beside properties of other types, types that contain themselves, and what has indices and a length.
interface Environment {
  [key: string]: string | number;
  NAME: string;
  level: number;
}
const env: Environment = { NAME: 'board', level: 2, other: 'y' };
env.level += 3;
env.level++;
env.NAME += '!';
env.more = 5;
console.log(env, env.NAME.length, env.level * 2, env.other, env['nothing'], Object.keys(env));
const { NAME, level } = env;
console.log(NAME.toUpperCase(), level + 1);

interface Options {
  name: string;
  [extra: string]: unknown;
}
const options: Options = { name: 'a', size: 5, list: [1, 2] };
for (const key in options) console.log(key, options[key]);
console.log(options.name.length, options.size, 'list' in options);

type Operations = { [name: string]: (x: number) => number; double: (x: number) => number };
const operations: Operations = { double: (x) => x * 2, next: (x) => x + 1 };
console.log(operations.double(4), operations.next!(3), Object.keys(operations));

class TrieNode {
  children: { [letter: string]: TrieNode } = {};
  isEnd = false;
}
const root = new TrieNode();
for (const word of ['to', 'tea', 'ten', 'i']) {
  let node = root;
  for (const letter of word) {
    node.children[letter] ??= new TrieNode();
    node = node.children[letter]!;
  }
  node.isEnd = true;
}
function words(node: TrieNode, prefix = ''): string[] {
  const found = node.isEnd ? [prefix] : [];
  for (const letter of Object.keys(node.children)) found.push(...words(node.children[letter]!, prefix + letter));
  return found;
}
console.log(words(root), root.children['x'] === undefined, 'i' in root.children);

interface Element {
  type: string;
  child?: Element;
  [attribute: string]: string | Element | undefined;
}
const element: Element = { type: 'a', child: { type: 'b', href: '#' }, x: 'q' };
console.log(element.child?.type, element.child?.href, element.x, element.nothing, element);

interface Names {
  readonly [i: number]: string;
  readonly length: number;
}
const names: Names = ['ann', 'bob'];
for (let i = 0; i < names.length; i++) console.log(names[i]);
const first = <T>(list: ArrayLike<T>): T | undefined => (list.length > 0 ? list[0] : undefined);
console.log(first([1, 2]), first<string>([]));
