// What is generated from the TypeScript side's tables is committed as it is generated, and both C compilers accept it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { generate, readCommitted } from '../generate.ts';

for (const [path, text] of Object.entries(await generate(readCommitted))) {
  test(`${path} is up to date`, async () => {
    assert.equal(await readCommitted(path), text, 'run: npx tsx device-runtime/generate.ts');
  });
  if (!path.endsWith('.h')) continue;
  test(`${path} is C`, () => {
    const strict = ['-std=c11', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-fsyntax-only', '-xc', '-'];
    for (const compiler of [['cc'], ['arm-none-eabi-gcc', '-mcpu=cortex-m0plus', '-mthumb']]) {
      execFileSync(compiler[0]!, [...compiler.slice(1), ...strict], { input: text });
    }
  });
}
