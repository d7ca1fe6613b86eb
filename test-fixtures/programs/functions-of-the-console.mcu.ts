// console.log as a callback; objects that refer to their own class.
[1, 2].forEach(console.log);
Promise.resolve('x').then(console.log);
class Node1 { next: Node1 | null = null; constructor(public value: number) {} }
let head: Node1 | null = null;
for (let i = 0; i < 3; i++) { const n = new Node1(i); n.next = head; head = n; }
for (let n = head; n; n = n.next) console.log(n.value);
interface Tree { left?: Tree; right: Tree | undefined; v: number }
const t: Tree = { v: 1, right: { v: 2, right: undefined } };
console.log(t);
