// A value that TypeScript knows to be nothing on the left of `??` and `||`.
function same<T>(value: T): T { return value; }
let v: boolean | null = true;
const xs: (boolean | null)[] = [true, null];
let i = 1;
v = xs[i]; console.log(v);
v = [same<boolean | null>(v)][0]; console.log(v);
switch (v === null) { default: v = [same<boolean | null>(v)][0]; if (v !== null) console.log('x'); else v ?? 0; }
