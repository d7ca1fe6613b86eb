// Builds the arithmetic routines, or libgcc's in their place, as a flat program for the emulated core's RAM.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const arith = fileURLToPath(new URL('../../core/arith/', import.meta.url));
const buildRoot = fileURLToPath(new URL('../../../build/arith/', import.meta.url));
const RAM = 0x20000000;

export interface ArithBinary {
  readonly address: number;
  readonly bytes: Uint8Array;
  readonly symbols: ReadonlyMap<string, number>;
  /** Sizes of sections `.text.NAME`, in bytes, by name. */
  readonly sizes: ReadonlyMap<string, number>;
}

const target = ['-mcpu=cortex-m0plus', '-mthumb'];
const compile = [
  ...target,
  ...['-std=c11', '-Wall', '-Wextra', '-Werror', '-ffreestanding', '-ffunction-sections', '-fno-ident'],
  '-fno-tree-loop-distribute-patterns',
];

/** gn_trap for the tests (its arguments are seen in the trap), and a call that checks what AAPCS preserves. */
const support = `
  .syntax unified
  .thumb
  .section .text.support, "ax"
  .global gn_trap
  .type gn_trap, %function
gn_trap:
  udf   #2
  @ checked(a, b, c, d, function): fills r4-r11, calls, and traps with udf #1 if one of them has changed.
  .global checked
  .type checked, %function
checked:
  push  {r4-r7, lr}
  ldr   r4, [sp, #20]
  mov   r12, r4
  mov   r4, sp
  adr   r7, fill
  push  {r0-r3}
  ldmia r7!, {r0-r3}
  mov   r8, r0
  mov   r9, r1
  mov   r10, r2
  mov   r11, r3
  movs  r5, r0
  movs  r6, r1
  movs  r7, r2
  pop   {r0-r3}
  blx   r12
  cmp   sp, r4
  bne   bad
  push  {r0-r3}
  adr   r4, fill
  ldmia r4!, {r0-r3}
  cmp   r5, r0
  bne   bad
  cmp   r6, r1
  bne   bad
  cmp   r7, r2
  bne   bad
  cmp   r8, r0
  bne   bad
  cmp   r9, r1
  bne   bad
  cmp   r10, r2
  bne   bad
  cmp   r11, r3
  bne   bad
  pop   {r0-r3}
  pop   {r4-r7, pc}
bad:
  udf   #1
  .balign 4
fill:
  .word 0xdeadbeef, 0x12345678, 0x9abcdef0, 0x5a5aa5a5
`;

function tool(name: string, args: readonly string[], cwd?: string): string {
  return execFileSync(`arm-none-eabi-${name}`, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd,
  });
}

/** Whether the cross compiler is installed. */
export function hasToolchain(): boolean {
  return spawnSync('arm-none-eabi-gcc', ['--version']).status === 0;
}

interface Objects {
  /** A file in a folder that lasts until this process ends. */
  readonly at: (name: string) => string;
  readonly support: string;
  readonly routines: readonly string[];
}

let compiled: Objects | undefined;

/** Compiles the routines, once. */
function objects(): Objects {
  if (compiled) return compiled;
  mkdirSync(buildRoot, { recursive: true });
  const folder = mkdtempSync(buildRoot);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => `${folder}/${name}`;
  writeFileSync(at('support.S'), support);
  const sources = readdirSync(arith).filter((name) => /\.[cS]$/.test(name));
  const paths = [at('support.S'), ...sources.map((name) => arith + name)];
  tool('gcc', [...compile, '-O2', '-c', ...paths], folder);
  const routines = sources.map((name) => at(name.replace(/[cS]$/, 'o')));
  compiled = { at, support: at('support.o'), routines };
  return compiled;
}

/** All routines of core/arith, or (for comparison only) those of `names` that libgcc has. */
export function buildArith(from: 'core' | 'libgcc', names: readonly string[] = []): ArithBinary {
  const { at, support: supportObject, routines } = objects();
  writeFileSync(at('flat.ld'), `SECTIONS { . = ${RAM}; .all : { *(.text*) *(.rodata*) } }`);
  const libgcc = tool('gcc', [...target, '-print-libgcc-file-name']).trim();
  const inputs =
    from === 'core'
      ? routines
      : [...names.filter((name) => name.startsWith('__')).map((name) => `-Wl,-u,${name}`), libgcc];
  tool('gcc', [
    ...[...target, '-nostdlib', '-Wl,--build-id=none', '-Wl,-e,0', '-Wl,-T', at('flat.ld')],
    ...['-Wl,--unresolved-symbols=ignore-all', '-Wl,--no-warn-rwx-segments'],
    ...['-o', at('all.elf'), supportObject, ...inputs],
  ]);
  tool('objcopy', ['-O', 'binary', at('all.elf'), at('all.bin')]);
  const symbols = new Map<string, number>();
  for (const line of tool('nm', [at('all.elf')]).split('\n')) {
    const [address, kind, name] = line.split(' ');
    if (name !== undefined && kind === 'T') symbols.set(name, Number.parseInt(address!, 16));
  }
  const sizes = new Map<string, number>();
  for (const line of tool('size', ['-A', ...routines]).split('\n')) {
    const [section, bytes] = line.split(/\s+/);
    if (section!.startsWith('.text.')) sizes.set(section!.slice('.text.'.length), Number(bytes));
  }
  return { address: RAM, bytes: new Uint8Array(readFileSync(at('all.bin'))), symbols, sizes };
}

/**
 * Links C with the routines alone, without libgcc, at each optimization level: throws with the linker's words if
 * gcc called something that is not there.
 */
export function linkWithoutLibgcc(source: string): void {
  const { at, support: supportObject, routines } = objects();
  writeFileSync(at('c.c'), source);
  for (const level of ['-Os', '-O2', '-O0']) {
    tool('gcc', [...compile, level, '-c', at('c.c'), '-o', at('c.o')]);
    tool('gcc', [
      ...[...target, '-nostdlib', '-Wl,-e,0', '-Wl,--no-warn-rwx-segments', '-o', at('c.elf')],
      ...[at('c.o'), supportObject, ...routines],
    ]);
  }
}
