// Variables of what is nothing: void, undefined, null, never.
function f(): void {}
const r = f();
console.log(r);
let u: undefined;
console.log(u === undefined, u);
const n = null;
console.log(n);
function g(): never {
  throw new Error('x');
}
try {
  const z = g();
  console.log(z);
} catch (e) {
  console.log('c');
}
function h() {
  const q = f();
  let w = undefined;
  const k = null;
  return [q, w, k].length;
}
console.log(h());
async function af() {}
af().then((x) => {
  console.log(x);
  const y = x;
  console.log(y);
});
