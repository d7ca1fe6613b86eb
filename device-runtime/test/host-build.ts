// Compiles C of the runtime, with a test's own main, for the machine that the tests run on: with AddressSanitizer
// and UBSan, so that any error of memory or arithmetic ends the program with a report.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder device-runtime, with a slash at its end. */
export const deviceRuntime = fileURLToPath(new URL('../', import.meta.url));

export interface HostBuildOptions {
  /** `-D` macros: NAME or NAME=VALUE. */
  readonly defines?: readonly string[];
  /** Further compiler or linker arguments, e.g. `-lm`, `-O2`. */
  readonly flags?: readonly string[];
  /** False leaves the sanitizers out, for code that needs its own memory layout. Default true. */
  readonly sanitize?: boolean;
}

const warnings = ['-Wall', '-Wextra', '-Werror'];
const sanitizers = ['-fsanitize=address,undefined', '-fno-sanitize-recover=all', '-fno-omit-frame-pointer'];

/**
 * Compiles `sources` (paths relative to device-runtime) with the host's `cc` and returns the program's path, which
 * lasts until this process ends. Throws with the compiler's messages if it does not compile.
 */
export function buildForHost(
  name: string,
  sources: readonly string[],
  options: HostBuildOptions = {},
): string {
  const parent = `${deviceRuntime}../build/host`;
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(`${parent}/${name}-`);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const program = `${folder}/${name}`;
  const args = ['-std=c11', '-g', '-O1', ...warnings, '-Icore'];
  if (options.sanitize !== false) args.push(...sanitizers);
  args.push(...(options.defines ?? []).map((define) => `-D${define}`));
  args.push('-o', program, ...sources, ...(options.flags ?? []));
  execFileSync('cc', args, { cwd: deviceRuntime, stdio: ['ignore', 'inherit', 'pipe'] });
  return program;
}
