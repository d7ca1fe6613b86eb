// Profiles the C version of a program on a bare core: every function with its source lines, as objdump mixes them.
import { CycleProfile } from '@gnomon/boards/virtual';
import { withCompiledC } from '../suite/measure.ts';
import type { Program } from '../suite/programs.ts';
import { tool } from '../suite/tool.ts';
import { countFunctions, instructionsOf, listed, share } from './listing.ts';

/** The listing of C at -O2. */
export function profileC(program: Program): string {
  return withCompiledC(program, ['-O2', '-g'], ({ elf, core, entry }) => {
    const profile = new CycleProfile();
    core.cpu.profile = profile;
    const { cycles } = core.call(entry);
    const text = tool('arm-none-eabi-objdump', ['-d', '-S', '--no-show-raw-insn', elf]);
    const parts = countFunctions(functionsOf(text), profile, cycles).map(({ name, lines, cycles: own }) => {
      const listing = lines.map((line) => listedC(line, profile, cycles));
      return `${share(own, cycles)}  ${name}\n${listing.join('\n')}\n`;
    });
    return `gcc -O2: ${cycles} cycles\n\n${parts.join('\n')}`;
  });
}

interface CFunction {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
  readonly lines: readonly string[];
}

function functionsOf(text: string): CFunction[] {
  return text
    .split(/^(?=[0-9a-f]{8} <)/m)
    .slice(1)
    .map((part) => {
      const [, address, name] = /^([0-9a-f]+) <(.*)>:/.exec(part)!;
      const begin = Number.parseInt(address!, 16);
      const lines = part.trimEnd().split('\n').slice(1);
      const last = instructionsOf(part).at(-1)?.address ?? begin;
      return { name: name!, begin, end: last + 4, lines };
    });
}

/** An instruction with its share; a line of the source as it is. */
function listedC(line: string, profile: CycleProfile, cycles: number): string {
  const [instruction] = instructionsOf(line);
  return `          ${instruction ? listed(instruction, profile, cycles) : line}`.trimEnd();
}
