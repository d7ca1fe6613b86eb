// gnomon boards: what can be connected to.

import { parseArgs } from 'node:util';
import { findUf2Drives, listSerialPorts } from '@gnomon/boards/serial';
import { styleFor } from '../terminal.ts';
import { parseUsage } from '../usage-error.ts';

export async function run(args: string[]): Promise<number> {
  parseUsage(() => parseArgs({ args, options: {} }));
  const [ports, drives] = await Promise.all([listSerialPorts(), findUf2Drives()]);
  const rows: [string, string][] = [
    ['virtual', 'Raspberry Pi Pico (RP2040), emulated in this process'],
    ...ports.map(({ path, description }): [string, string] => [path, description ?? 'serial port']),
    ...drives.map((drive): [string, string] => [
      drive,
      'Raspberry Pi Pico that waits for firmware: gnomon flash',
    ]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const { bold, dim } = styleFor(process.stdout);
  for (const [name, what] of rows) {
    process.stdout.write(`${bold(name)}${' '.repeat(width - name.length)}${what}\n`);
  }
  if (ports.length === 0 && drives.length === 0) {
    process.stdout.write(
      dim('\nNo serial port was found. A new Pico: hold BOOTSEL, plug it in, and run "gnomon flash".\n'),
    );
  }
  return 0;
}
