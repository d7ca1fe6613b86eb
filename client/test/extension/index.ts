// The tests' entry inside VS Code's extension host: runs every *.suite.ts with Mocha. VS Code calls `run`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { TestEvents } from './events.ts';

/** Longest time for one test, in milliseconds: a machine that does three things at once is slow, not broken. */
const TIMEOUT = 120_000;

/**
 * Runs the suites; rejects if a test failed, which becomes VS Code's exit code. Two environment variables:
 * GNOMON_TEST_FILTER chooses tests by a part of their titles; GNOMON_TEST_EVENTS is a port of this machine where
 * somebody hears the results (default: they are printed).
 */
export async function run(): Promise<void> {
  const port = process.env.GNOMON_TEST_EVENTS;
  const events = port ? await TestEvents.connect(Number(port)) : undefined;
  const mocha = new Mocha({ ui: 'tdd', timeout: TIMEOUT, color: false, reporter: events ? Silent : 'spec' });
  const filter = process.env.GNOMON_TEST_FILTER;
  if (filter) mocha.fgrep(filter);
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.suite.cjs'))) {
    mocha.addFile(join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    events?.follow(runner);
  });
  await events?.end();
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

class Silent extends Mocha.reporters.Base {}
