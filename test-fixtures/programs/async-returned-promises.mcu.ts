// What asynchronous functions return that is a promise: typed, or in any.
async function f(x: any) {
  return x;
}
async function g(): Promise<number> {
  const p: any = Promise.resolve(7);
  return p;
}
f(Promise.resolve(3)).then((v) => console.log(v));
g().then((v) => console.log(v + 1));
f('s').then((v) => console.log(v));
const h = async (u: unknown) => {
  const v = await u;
  return v;
};
h(Promise.resolve('u')).then((v) => console.log(v));
