// A promise that is returned out of a try is not caught there; the turns that returning takes.
async function f() {
  return Promise.resolve(1);
}
async function g(p: any) {
  return p;
}
async function ticks() {
  for (let i = 0; i < 8; i++) {
    console.log('t', i);
    await null;
  }
}
async function k() {
  try {
    return Promise.reject(new Error('x'));
  } catch {
    return 'caught';
  } finally {
    console.log('fin');
  }
}
async function m() {
  try {
    return await Promise.reject(new Error('x'));
  } catch {
    return 'caught';
  }
}
async function n(): Promise<void> {
  return Promise.resolve();
}
const arrow = async () => f();
f().then((x) => console.log('f', x));
g(Promise.resolve(2)).then((x) => console.log('g', x));
ticks();
k().catch((e) => console.log('k', (e as Error).message));
m().then(console.log);
n().then(() => console.log('n'));
arrow().then((x) => console.log('arrow', x));
