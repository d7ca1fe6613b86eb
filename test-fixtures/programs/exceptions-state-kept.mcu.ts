// Variables of all kinds changed in try blocks keep their values afterwards.
function run(fail: boolean): string {
  let n = 1;
  let s = 'a';
  let b = false;
  let list = [1];
  let o: { k: number } | undefined;
  let f = () => n;
  try {
    n += 1;
    s += 'b';
    b = true;
    list = [...list, n];
    o = { k: n };
    f = () => n * 100;
    if (fail) throw new Error(s);
    n += 1;
  } catch (e) {
    s = `${(e as Error).message}!`;
    n *= 10;
  } finally {
    list.push(n);
  }
  return `${n} ${s} ${b} ${list} ${o?.k} ${f()}`;
}
console.log(run(false), '|', run(true));
function loop(): number[] {
  const out: number[] = [];
  let sum = 0;
  for (let i = 0; i < 5; i++) {
    const k = i;
    try {
      if (i % 2) throw i;
      sum += k;
    } catch (e) {
      sum += (e as number) * 10;
      out.push(sum);
    }
  }
  return [...out, sum];
}
console.log(loop());
let top = 0;
try {
  top++;
  try {
    top += 10;
    throw 1;
  } finally {
    top += 100;
  }
} catch {
  top += 1000;
}
console.log(top);
const parse = (t: string): number | string => {
  try {
    return JSON.parse(t) as number;
  } catch (e) {
    return e instanceof SyntaxError ? 'syntax' : 'other';
  }
};
console.log(parse('12'), parse('{'), parse('-1.5e3'));
