// Both listings of a program, one behind the other.
import type { Program } from '../suite/programs.ts';
import { profileC } from './gcc.ts';
import { type ProfiledBoard, profileTypeScript } from './ours.ts';

/** Ours, then gcc's. Needs the ARM tool chain. */
export async function profileReport(program: Program, board: ProfiledBoard): Promise<string> {
  const title = `${program.name}, ${program.kind}`;
  return `${title}\n${'='.repeat(title.length)}\n\n${await profileTypeScript(program, board)}\n${profileC(program)}`;
}
