// What a session must do, whatever the link: the same tests run over the in-process stream and over a serial port.
import { after, before, describe } from 'node:test';
import { cellTests } from './cells.ts';
import { codeTests } from './code.ts';
import { errorTests } from './errors.ts';
import { objectTests } from './objects.ts';
import { SessionTester, type SessionUnderTest } from './tester.ts';
import { waitingTests } from './waiting.ts';

export function sessionSuite(link: string, start: () => Promise<SessionUnderTest>): void {
  describe(`session over ${link}`, () => {
    const on = new SessionTester(start);
    before(() => on.start());
    after(() => on.stop());
    cellTests(on);
    codeTests(on);
    objectTests(on);
    errorTests(on);
    waitingTests(on);
  });
}
