// The committed C headers are what the tables of the TypeScript side give, and both compilers accept them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { generateHeaders } from '../generate.ts';
import { deviceRuntime } from './host-build.ts';

for (const [file, text] of Object.entries(generateHeaders())) {
  test(`${file} is up to date, and is C`, async () => {
    const committed = await readFile(`${deviceRuntime}core/generated/${file}`, 'utf8');
    assert.equal(committed, text, 'run: npx tsx device-runtime/generate.ts');
    const strict = ['-std=c11', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-fsyntax-only', '-xc', '-'];
    for (const compiler of [['cc'], ['arm-none-eabi-gcc', '-mcpu=cortex-m0plus', '-mthumb']]) {
      execFileSync(compiler[0]!, [...compiler.slice(1), ...strict], { input: text });
    }
  });
}
