// Functions that the oldest Node that the tests run on does not have: what they give is written here, from the standard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualSession } from './virtual-session.ts';

const program = `
const people = [{ name: 'Al', age: 21 }, { name: 'Bo', age: 17 }, { name: 'Cy', age: 21 }];
const byAge = Object.groupBy(people, (person) => String(person.age));
console.log(Object.keys(byAge).join());
for (const [age, group] of Object.entries(byAge)) console.log(age, group!.map(({ name }) => name).join());
const parity = Object.groupBy([1, 2, 3, 4, 5], (x) => (x % 2 === 0 ? 'even' : 'odd'));
console.log(parity.even!.join(), parity.odd!.join());
console.log(JSON.stringify(Object.groupBy([1.5, 2.5, 1.7], Math.floor)));
console.log(JSON.stringify(Object.groupBy('hello', (unit) => unit)));
console.log(JSON.stringify(Object.groupBy(new Set(['x', 'y']), (_value, i) => i)));
const byRest = Map.groupBy([1, 2, 3, 4, 5], (x) => x % 3);
for (const [rest, group] of byRest) console.log(rest, group.join());
console.log(Map.groupBy(people, ({ age }) => age > 18).get(true)!.length);
const later = Promise.withResolvers<string>();
setTimeout(() => later.resolve('resolved'), 1);
later.promise.then((value) => console.log(value));
const other = Promise.withResolvers<number>();
other.promise.catch((error) => console.log(error.message));
other.reject(new Error('rejected'));
other.resolve(1);
`;

const expected = `17,21
17 Bo
21 Al,Cy
2,4 1,3,5
{"1":[1.5,1.7],"2":[2.5]}
{"h":["h"],"e":["e"],"l":["l","l"],"o":["o"]}
{"0":["x"],"1":["y"]}
1 1,4
2 2,5
0 3
2
rejected
resolved
`;

test('values are grouped by keys, and promises come with what settles them', async () => {
  const board = await VirtualSession.start();
  try {
    const { output, errors } = await board.runProgram([program]);
    assert.deepEqual(errors, []);
    assert.equal(output, expected);
  } finally {
    await board.stop();
  }
});
