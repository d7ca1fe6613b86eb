// Golden tests of passes: IR text before and after.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFunction } from '../../ir/parse.ts';
import { printFunction } from '../../ir/print.ts';
import type { ClassKnowledge, Pass, PassContext } from '../context.ts';
import { runPasses } from '../index.ts';

/**
 * Defines a test: the passes make `after` of `before`, both as printed.
 * @param bodies other functions of the program, as text, that calls may refer to
 * @param classes what is known of the classes of the program
 */
export function golden(
  name: string,
  passes: Pass | readonly Pass[],
  before: string,
  after: string,
  bodies: readonly string[] = [],
  classes?: ClassKnowledge,
): void {
  test(name, () => {
    const fn = parseFunction(before);
    assert.equal(printFunction(fn), `${before}\n`, 'the text before is not as printed');
    const live = new Map(bodies.map((text) => parseFunction(text)).map((body) => [body.symbol, body]));
    const context: PassContext = {
      bodyOf: (symbol) => live.get(symbol),
      verify: true,
      ...(classes ? { classes } : {}),
    };
    runPasses(fn, context, typeof passes === 'function' ? [passes] : passes);
    assert.equal(printFunction(fn), `${after}\n`);
  });
}
