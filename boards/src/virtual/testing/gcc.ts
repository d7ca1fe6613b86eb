// Builds little C programs for the tests with the cross compiler that the firmware build needs anyway.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CompiledC {
  /** Flat image to load at `address`. */
  readonly bytes: Uint8Array;
  readonly address: number;
  /** Addresses of global symbols, with bit 0 set for functions. */
  readonly symbols: ReadonlyMap<string, number>;
}

export interface CompileOptions {
  /** Where the image is linked to. Default: the start of RAM. */
  readonly address?: number;
  /** Further compiler options; the optimization level is -O2 unless one of them sets another. */
  readonly flags?: readonly string[];
  /** A whole linker script instead of one flat section at `address`. */
  readonly linkerScript?: string;
}

/** Compiles freestanding C (libgcc is linked) for Cortex-M0+. Throws with gcc's message if that fails. */
export function compileC(source: string, options: CompileOptions = {}): CompiledC {
  const address = options.address ?? 0x20000000;
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-c-'));
  try {
    const at = (name: string): string => join(folder, name);
    writeFileSync(at('a.c'), source);
    writeFileSync(
      at('a.ld'),
      options.linkerScript ??
        `SECTIONS { . = 0x${address.toString(16)}; .all : { *(.text*) *(.rodata*) *(.data*) *(.bss*) *(COMMON) } }`,
    );
    const run = (tool: string, ...args: string[]): string =>
      execFileSync(`arm-none-eabi-${tool}`, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    run(
      'gcc',
      ...['-mcpu=cortex-m0plus', '-mthumb', '-O2', '-std=c11', '-ffreestanding', '-nostartfiles'],
      ...(options.flags ?? []),
      ...['-Wl,-T', at('a.ld'), '-Wl,--build-id=none', '-Wl,-e,0', '-o', at('a.elf'), at('a.c')],
      ...['-nostdlib', '-lgcc'],
    );
    run(
      'objcopy',
      '-O',
      'binary',
      '--set-section-flags',
      '.all=alloc,load,contents',
      at('a.elf'),
      at('a.bin'),
    );
    const symbols = new Map<string, number>();
    for (const line of run('readelf', '-sW', at('a.elf')).split('\n')) {
      const fields = line.trim().split(/\s+/);
      if (fields[4] === 'GLOBAL' && fields[7]) symbols.set(fields[7], Number.parseInt(fields[1]!, 16));
    }
    return { bytes: new Uint8Array(readFileSync(at('a.bin'))), address, symbols };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
