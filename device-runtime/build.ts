// Builds the firmware: `npm run firmware`. Writes images/pico.uf2, images/pico.json (the manifest that tells the linker on
// the host where the helpers are) and images/pico.symbols.json (where all functions are, for profiles). The same sources
// and compiler give the same bytes.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BOOT2_SIZE, boot2Checksum } from '../boards/src/pico/boot2.ts';
import { writeUf2 } from '../boards/src/uf2/index.ts';
import { type HelperName, helpers } from '../server/src/compiler/abi/helpers.ts';
import type { FirmwareManifest, RuntimeFunctions } from './manifest.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('.', import.meta.url));

/** The compiler that the committed image was built with; another one gives other bytes. */
export const compilerVersion = '12.2.1';
/** What the firmware must take less than, in bytes; static memory without stacks and arenas. The build fails beyond. */
export const limits = { flash: 24 * 1024, staticRam: 2 * 1024 };

const flashBase = 0x10000000;
const uf2FamilyRp2040 = 0xe48bff56;

const sourceFolders = ['core', 'ports/cortex-m', 'ports/rp2040'];
/** Sources that the port has better ones for. */
const replaced = ['core/arith/divide.S']; // by ports/rp2040/divide.S
/** What an image is made of; beside it lie texts for people. */
const sourceFile = /\.([chS]|inc|ld)$/;
/** A line of readelf's table of symbols; a function's address has bit 0 set. */
const functionSymbol = /^ *\d+: ([0-9a-f]+) +\d+ FUNC .* (\S+)$/gm;
const linkerScript = 'ports/rp2040/link.ld';
const machineFlags = ['-mcpu=cortex-m0plus', '-mthumb', '-ffreestanding', '-nostdlib'];
const compileFlags = [
  ...machineFlags,
  '-std=c11',
  '-Wall',
  '-Wextra',
  '-Werror',
  '-fno-common',
  '-ffunction-sections',
  '-fdata-sections',
  '-fno-ident',
  '-frandom-seed=gnomon',
  '-fno-tree-loop-distribute-patterns',
];
/** The whole program is optimized for size at once, which saves a twentieth of it. */
const wholeProgramFlags = ['-Os', '-flto', '-flto-partition=one'];
/** Code that programs don't wait for is made smaller still, by leaving out what pays in loops. */
const smallerFlags = ['-fno-move-loop-invariants', '-fno-tree-sra', '-fno-expensive-optimizations'];
/** Arithmetic is apart: it keeps its own section, which Stop knows (ports/cortex-m/fault.c). */
const flagsOf = (source: string): readonly string[] => {
  if (source.startsWith('core/arith/')) return ['-O2'];
  if (source.endsWith('.S')) return [];
  return source.startsWith('core/values/') ? wholeProgramFlags : [...wholeProgramFlags, ...smallerFlags];
};

/** What a build produces. */
export interface Firmware {
  readonly uf2: Uint8Array;
  readonly manifest: FirmwareManifest;
  readonly functions: RuntimeFunctions;
}

/** Thrown if the toolchain is missing or is not the one that the image is tied to. */
export class ToolchainError extends Error {}

async function tool(name: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(`arm-none-eabi-${name}`, args, { cwd: root, maxBuffer: 1 << 24 });
    return stdout;
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw stderr ? new Error(stderr.trimEnd()) : error;
  }
}

async function checkCompiler(): Promise<void> {
  let version: string;
  try {
    version = (await tool('gcc', ['-dumpfullversion'])).trim();
  } catch {
    throw new ToolchainError(
      'arm-none-eabi-gcc is needed to build the firmware (Debian: gcc-arm-none-eabi).',
    );
  }
  if (version !== compilerVersion) {
    throw new ToolchainError(
      `The firmware is built with arm-none-eabi-gcc ${compilerVersion}; this is ${version}, which gives other bytes.`,
    );
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : [path];
    }),
  );
  return nested.flat().sort();
}

/** Eight bytes in hexadecimal that change with every source and flag. */
async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(
    [...compileFlags, ...wholeProgramFlags, ...smallerFlags].join(' '),
  );
  for (const file of files) {
    hash.update(`\n${file}\n`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Runs tasks, as many at a time as there are processors. */
async function inParallel<T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const workers = cpus().map(async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await task(item);
  });
  await Promise.all(workers);
}

function sealBoot2(image: Uint8Array): void {
  const view = new DataView(image.buffer, image.byteOffset);
  if (view.getUint32(BOOT2_SIZE - 4, true) !== 0)
    throw new Error('The second-stage boot has no room for its CRC.');
  view.setUint32(BOOT2_SIZE - 4, boot2Checksum(image), true);
}

async function symbolsOf(elf: string): Promise<Map<string, number>> {
  const lines = (await tool('nm', [elf])).split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [address, , name] = line.split(' ');
      return name === undefined ? [] : [[name, Number.parseInt(address!, 16)]];
    }),
  );
}

/** Where the functions are, in ascending order; of several names for one place, one. */
async function functionsOf(elf: string): Promise<RuntimeFunctions> {
  const names = new Map<number, string>();
  for (const [, value, name] of (await tool('readelf', ['-sW', elf])).matchAll(functionSymbol)) {
    const address = Number.parseInt(value!, 16) & ~1;
    if (!names.has(address) || name! in helpers) names.set(address, name!);
  }
  return Object.fromEntries([...names].sort(([a], [b]) => a - b).map(([address, name]) => [name, address]));
}

/** Compiles and links everything into a folder; the ELF's path. */
async function link(files: readonly string[], buildHash: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const sources = files.filter((file) => /\.[cS]$/.test(file) && !replaced.includes(file));
  const objectOf = (source: string) => join(folder, `${source.replaceAll('/', '_')}.o`);
  await inParallel(sources, async (source) => {
    const define = `-DGN_BUILD_HASH=${buildHash.replace(/../g, '0x$&,')}`;
    await tool('gcc', [...compileFlags, ...flagsOf(source), define, '-c', source, '-o', objectOf(source)]);
  });
  const elf = join(folder, 'pico.elf');
  await tool('gcc', [
    ...compileFlags,
    ...wholeProgramFlags,
    '-Wl,--gc-sections',
    '-Wl,--build-id=none',
    '-Wl,--no-warn-rwx-segments',
    `-Wl,-Map=${join(folder, 'pico.map')}`,
    ...Object.keys(helpers).map((name) => `-Wl,-u,${name}`),
    '-T',
    linkerScript,
    ...sources.map(objectOf),
    '-o',
    elf,
  ]);
  return elf;
}

function manifestOf(
  symbols: ReadonlyMap<string, number>,
  buildHash: string,
  flash: number,
): FirmwareManifest {
  const addressOf = (name: string): number => {
    const address = symbols.get(name);
    if (address === undefined) throw new Error(`The firmware has no symbol ${name}.`);
    return address;
  };
  const range = (name: string) => ({
    begin: addressOf(`gn_${name}_begin`),
    end: addressOf(`gn_${name}_end`),
  });
  return {
    board: 'pico',
    chip: 'rp2040',
    buildHash,
    compiler: `arm-none-eabi-gcc ${compilerVersion}`,
    clockHz: 125_000_000,
    flashBytes: flash,
    staticRamBytes: addressOf('gn_static_end') - addressOf('gn_static_begin'),
    memory: {
      code: range('code'),
      data: range('data'),
      heap: range('heap'),
      stack: { begin: addressOf('gn_stack_low'), end: addressOf('gn_stack_top') },
    },
    heapState: addressOf('gn_heap'),
    helpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, addressOf(name) | 1])) as Record<
      HelperName,
      number
    >,
  };
}

/**
 * Builds the firmware, with all that comes of it on the way in `folder`, without writing to images/. Throws
 * ToolchainError, or an Error with the compiler's words.
 */
export async function buildFirmware(folder = join(root, 'build')): Promise<Firmware> {
  await checkCompiler();
  const files = (await Promise.all(sourceFolders.map(filesBelow)))
    .flat()
    .filter((file) => sourceFile.test(file));
  const buildHash = await hashOf(files);
  const elf = await link(files, buildHash, folder);
  const binary = elf.replace(/elf$/, 'bin');
  await tool('objcopy', ['-O', 'binary', elf, binary]);
  const image = new Uint8Array(await readFile(binary));
  sealBoot2(image);
  const manifest = manifestOf(await symbolsOf(elf), buildHash, image.length);
  return { uf2: writeUf2(image, flashBase, uf2FamilyRp2040), manifest, functions: await functionsOf(elf) };
}

/** How manifest and functions are written: fixed order, addresses in hexadecimal would not be JSON. */
export function jsonText(content: FirmwareManifest | RuntimeFunctions): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

async function main(): Promise<void> {
  const started = performance.now();
  const { uf2, manifest, functions } = await buildFirmware();
  await mkdir(join(root, 'images'), { recursive: true });
  await writeFile(join(root, 'images/pico.uf2'), uf2);
  await writeFile(join(root, 'images/pico.json'), jsonText(manifest));
  await writeFile(join(root, 'images/pico.symbols.json'), jsonText(functions));
  const report = (what: string, bytes: number, limit: number) =>
    console.log(`${what}: ${bytes} bytes, ${Math.round((bytes / limit) * 100)} % of ${limit}`);
  console.log(`images/pico.uf2, build ${manifest.buildHash}, ${Math.round(performance.now() - started)} ms`);
  report('flash', manifest.flashBytes, limits.flash);
  report('static RAM', manifest.staticRamBytes, limits.staticRam);
  if (manifest.flashBytes >= limits.flash || manifest.staticRamBytes >= limits.staticRam) {
    throw new Error(
      `The firmware must take less than ${limits.flash} bytes of flash and ${limits.staticRam} of RAM.`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
