// Each iteration has its own variables, also when the body or the step changes them.
const fs: (() => number)[] = [];
for (let i = 0; i < 3; i++) fs.push(() => i);
for (let i = 0, j = 10; i < 2; i++, j--) fs.push(() => i * 100 + j);
for (let i = 0; i < 4; i++) {
  fs.push(() => i);
  i++;
}
for (const x of [7, 8]) fs.push(() => x);
for (const k in { a: 1, b: 2 }) fs.push(() => k.charCodeAt(0));
let w = 0;
while (w < 2) {
  const own = w * 5;
  fs.push(() => own + w);
  w++;
}
console.log(fs.map((f) => f()));
const steps: [() => void, () => number][] = [];
for (let i = 0; i < 2; i++) steps.push([() => void (i += 10), () => i]);
steps[0]![0]();
console.log(steps.map(([, read]) => read()));
const early: (() => number)[] = [];
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j === 1) continue outer;
    early.push(() => i * 10 + j);
    if (i === 2) break outer;
  }
}
console.log(early.map((f) => f()));
switch (fs.length) {
  default: {
    let inSwitch = 1;
    const bump = () => ++inSwitch;
    bump();
    console.log(bump(), inSwitch);
  }
}
try {
  throw 5;
} catch (e) {
  const f = () => e;
  console.log(f());
}
