// The collector on random and on extreme heaps: see values/graph.c, which does the checking.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { buildValuesProgram } from './values/build.ts';

const builds = [
  { name: 'collecting when full', program: buildValuesProgram('graph') },
  { name: 'collecting always', program: buildValuesProgram('graph', 'GN_HEAP_STRESS') },
];

function run(program: string, ...args: (string | number)[]): string {
  const result = spawnSync(program, args.map(String), { encoding: 'utf8' });
  assert.equal(result.status, 0, `${args.join(' ')}: ${result.stderr}`);
  return result.stdout;
}

for (const { name, program } of builds) {
  test(`random graphs stay what they are, ${name}`, () => {
    let outOfMemory = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const [, times] = /out of memory (\d+) times/.exec(run(program, seed, seed * 3000, 30000)) ?? [];
      outOfMemory += Number(times);
    }
    assert.ok(outOfMemory > 20, `memory was never full: ${outOfMemory}`);
  });
}

test('an object is kept by any address in it', () => {
  run(builds[0]!.program, 'edges', 8192);
});

test('of the properties of an object, references alone keep what they refer to', () => {
  for (const { program } of builds) run(program, 'objects', 65536);
});

test('chains and wide arrays of any size are marked', () => {
  for (const { program } of builds) run(program, 'wide', 176128);
  run(builds[0]!.program, 'deep', 176128);
  run(builds[1]!.program, 'deep', 60000);
});

test('garbage becomes room again', () => {
  for (const { program } of builds) run(program, 'reuse', 16000);
});

test('objects are placed and grow where there is room', () => {
  run(builds[0]!.program, 'placing', 16384);
  run(builds[0]!.program, 'growing', 32768);
});
