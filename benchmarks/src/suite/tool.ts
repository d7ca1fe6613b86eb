// Runs programs of the ARM tool chain.
import { spawnSync } from 'node:child_process';

/** Output of a tool that runs to its end. Throws what it complains of, or that it is not installed. */
export function tool(command: string, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error && 'code' in error && error.code === 'ENOENT') {
    throw new Error(`${command} was not found: install the ARM compiler (Debian: gcc-arm-none-eabi)`);
  }
  if (error) throw error;
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}
