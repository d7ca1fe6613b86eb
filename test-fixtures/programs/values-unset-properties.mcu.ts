// Properties declared with ! that have no value yet.
class N {
  next!: N;
  name!: string;
  list!: number[];
  constructor(public id: number) {}
}
const n = new N(1);
console.log(n.next, n.name, n.list);
try {
  console.log(n.next.id);
} catch (e) {
  console.log((e as Error).name);
}
console.log(n.next === undefined, n.name === undefined, n.next?.id, n.name ?? 'none');
try {
  console.log(n.name.length);
} catch (e) {
  console.log((e as Error).name);
}
if (!n.next) console.log('unset');
n.name = 'set';
n.next = new N(2);
console.log(n.name, n.next.id, n);
