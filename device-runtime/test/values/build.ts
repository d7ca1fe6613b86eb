// Builds the C programs of this folder, which test core/values.
import { readdirSync } from 'node:fs';
import { buildForHost, deviceRuntime } from '../host-build.ts';

/** The path of a program made of a C file of this folder, its hooks in host.c, and core/values. */
export function buildValuesProgram(name: string, ...defines: string[]): string {
  const values = readdirSync(`${deviceRuntime}core/values`).filter((file) => file.endsWith('.c'));
  const sources = [
    `test/values/${name}.c`,
    'test/values/host.c',
    'test/fake_values.c',
    'test/values/fake_arrays.c',
    'test/fake_arith.c',
    ...values.map((file) => `core/values/${file}`),
  ];
  return buildForHost(name, sources, {
    defines: ['_GNU_SOURCE', ...defines],
    // References have 32 bits: constants must lie below 4 GB, as the mapped heap does.
    flags: ['-no-pie', '-fno-pie', '-lm'],
  });
}
