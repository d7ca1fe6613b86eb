// The methods of Set that compare sets: the oldest Node that the tests run on has none to compare with, so that what
// they give is written here, from the standard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualSession } from './virtual-session.ts';

const program = `
const left = new Set([1, 2, 3, 4]);
const right = new Set([5, 4, 3]);
console.log([...left.union(right)].join(), [...right.union(left)].join());
console.log([...left.intersection(right)].join(), [...right.intersection(left)].join());
console.log([...left.difference(right)].join(), [...right.difference(left)].join());
console.log([...left.symmetricDifference(right)].join(), [...left.symmetricDifference(left)].length);
console.log(left.isSubsetOf(right), new Set([3, 4]).isSubsetOf(left), new Set<number>().isSubsetOf(left));
console.log(left.isSupersetOf(right), left.isSupersetOf(new Set([1, 4])));
console.log(left.isDisjointFrom(right), left.isDisjointFrom(new Set([9])), left.size);
`;

const expected = `1,2,3,4,5 5,4,3,1,2
4,3 4,3
1,2 5
1,2,5 0
false true true
false true
false true 4
`;

test('sets are compared and combined', async () => {
  const board = await VirtualSession.start();
  try {
    const { output, errors } = await board.runProgram([program]);
    assert.deepEqual(errors, []);
    assert.equal(output, expected);
  } finally {
    await board.stop();
  }
});
