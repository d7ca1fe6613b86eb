// Builds C programs of this folder with the host's gcc, under AddressSanitizer and UndefinedBehaviorSanitizer.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const core = join(here, '../../core');
const output = join(here, '../../../build/host');

const flags = [
  '-std=gnu11',
  '-O1',
  '-g',
  '-Wall',
  '-Wextra',
  '-Werror',
  // References have 32 bits: constants must lie below 4 GB, as the mapped heap does.
  '-no-pie',
  '-fno-pie',
  '-fno-omit-frame-pointer',
  '-fsanitize=address,undefined',
  '-fno-sanitize-recover=all',
];

function sourcesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}

/** The path of an executable made of a C file of this folder and core/values; rebuilt if a source changed. */
export function buildValuesProgram(file: string, ...defines: string[]): string {
  const sources = [join(here, file), join(here, 'host.c'), ...sourcesIn(join(core, 'values'), '.c')];
  const headers = [core, join(core, 'values'), join(core, 'generated'), here].flatMap((f) =>
    sourcesIn(f, '.h'),
  );
  const args = [...flags, ...defines.map((define) => `-D${define}`), ...sources];
  const hash = createHash('sha256').update(args.join('\n'));
  for (const path of [...sources, ...headers]) hash.update(readFileSync(path));
  const program = join(output, `${file.replace('.c', '')}-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(program)) {
    mkdirSync(output, { recursive: true });
    const unfinished = `${program}.${process.pid}`;
    execFileSync('gcc', [...args, '-lm', '-o', unfinished], { stdio: ['ignore', 'inherit', 'inherit'] });
    renameSync(unfinished, program);
  }
  return program;
}
