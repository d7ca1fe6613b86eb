// What is true and what is not, in all places that ask.
const values = [0, -0, NaN, 1, -1, Infinity];
const texts = ['', ' ', '0', 'false'];
for (const v of values) console.log(v, v ? 't' : 'f', !v, !!v, Boolean(v), v && 'and', v || 'or');
for (const t of texts) console.log(JSON.stringify(t), t ? 't' : 'f', !t, t && 1, t || 2);
const objects: (object | null | undefined)[] = [{}, [], null, undefined];
console.log(objects.map((o) => (o ? 't' : 'f')), objects.filter(Boolean).length);
let turns = 0;
let left = 3;
while (left) {
  left--;
  turns++;
}
for (let s = 'abc'; s; s = s.slice(1)) turns++;
do turns++;
while (!turns);
if (turns && !left) console.log('both', turns);
if (!(turns > 100) || left) console.log('either');
const f = (x?: number | null): string => (x ? 'yes' : x === 0 ? 'zero' : x === null ? 'null' : x === undefined ? 'none' : 'nan');
console.log(f(1), f(0), f(null), f(), f(NaN));
