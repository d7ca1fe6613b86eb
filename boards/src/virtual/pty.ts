// Offers a byte stream, such as the virtual board's, as a pseudo terminal: a serial port for any program.
//
// Node can't make one without native code, so a few lines of Python do (its standard library has ptys on Linux and
// macOS; nothing is compiled or installed). The helper holds the terminal open, in raw mode, and copies bytes.

import { spawn } from 'node:child_process';
import type { ByteStream } from '../../../server/src/protocol/byte-stream.ts';

const HELPER = `
import os, pty, select, tty
master, slave = pty.openpty()
tty.setraw(slave)
os.set_blocking(master, False)
os.write(1, (os.ttyname(slave) + "\\n").encode())
LIMIT = 65536
inward = b""
outward = b""
while True:
    reading = ([0] if len(inward) < LIMIT else []) + ([master] if len(outward) < LIMIT else [])
    writing = ([master] if inward else []) + ([1] if outward else [])
    readable, writable, _ = select.select(reading, writing, [])
    if 0 in readable:
        data = os.read(0, 4096)
        if not data:
            break
        inward += data
    if master in readable:
        outward += os.read(master, 4096)
    if master in writable:
        try:
            inward = inward[os.write(master, inward):]
        except BlockingIOError:
            pass
    if 1 in writable:
        outward = outward[os.write(1, outward[:4096]):]
`;

const PYTHON = 'python3';

export interface Pty {
  /** What to open, e.g. `/dev/pts/3`. */
  readonly path: string;
  /** Settles when the pty is gone: closed, or the stream ended, or the helper did. */
  readonly closed: Promise<void>;
  /** Removes the pty. The stream stays open. Closing twice is harmless. */
  close(): Promise<void>;
}

/**
 * Makes a pseudo terminal whose other end is `stream`; the pty takes over the stream's listeners. It exists until it
 * is closed or the stream ends; programs may open and close it as often as they like. Throws an Error that says what
 * is missing if there are no ptys here (Windows) or no Python.
 */
export async function offerPty(stream: ByteStream): Promise<Pty> {
  if (process.platform === 'win32')
    throw new Error('Windows has no pseudo terminals; use the virtual board directly');
  const helper = spawn(PYTHON, ['-c', HELPER], { stdio: ['pipe', 'pipe', 'pipe'] });
  let messages = '';
  helper.stderr.setEncoding('utf8').on('data', (text: string) => {
    messages += text;
  });
  // The pipe breaks when the helper ends; that is noticed below.
  helper.stdin.on('error', () => {});
  const closed = new Promise<void>((resolve) => helper.once('close', () => resolve()));

  const path = await new Promise<string>((resolve, reject) => {
    let first = '';
    const onData = (bytes: Buffer): void => {
      first += bytes.toString('latin1');
      const end = first.indexOf('\n');
      if (end < 0) return;
      helper.stdout.off('data', onData);
      // Nobody can have opened the port before its name is known, so nothing follows the line.
      resolve(first.slice(0, end));
    };
    helper.stdout.on('data', onData);
    helper.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? `${PYTHON} was not found` : error.message;
      reject(new Error(`a virtual serial port needs ${PYTHON}: ${why}`));
    });
    helper.once('close', () => reject(new Error(`can't make a pseudo terminal: ${messages.trim()}`)));
  });

  let open = true;
  const close = async (): Promise<void> => {
    if (open) {
      open = false;
      helper.stdin.end();
    }
    await closed;
  };
  helper.stdout.on('data', (bytes: Buffer) => {
    if (open) stream.write(bytes);
  });
  stream.onData((bytes) => {
    if (open) helper.stdin.write(bytes);
  });
  stream.onClose(() => {
    void close();
  });
  return { path, closed, close };
}
