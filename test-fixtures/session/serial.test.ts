// The session suite over a real serial port: the virtual board behind a pseudo terminal, opened by `serialport`.
import { openSerial } from '@gnomon/boards/serial';
import { VirtualPico } from '@gnomon/boards/virtual';
import { offerPty } from '@gnomon/boards/virtual/pty';
import { Session } from '@gnomon/server/session';
import { firmwareImage, firmwareManifest, libraryFiles } from '../../cli/src/assets.ts';
import { sessionSuite } from './suite.ts';
import type { SessionUnderTest } from './tester.ts';

/** A session whose link goes through the operating system, as with a board on USB. */
async function start(): Promise<SessionUnderTest> {
  const board = VirtualPico.create({ uf2: firmwareImage() });
  const pty = await offerPty(board.stream);
  const session = new Session({
    library: libraryFiles(),
    firmware: firmwareManifest(),
    verify: true,
  });
  await session.attach(await openSerial(pty.path));
  return {
    session,
    async stop() {
      await session.detach();
      await pty.close();
      board.dispose();
    },
  };
}

sessionSuite('a serial port', start);
