// Objects of the library's classes, by the names of these.
import { isLibraryPath } from './program.ts';
import type { ObjectRep, Rep } from './reps.ts';

/** True for promises that can only be rejected, beside others. */
export function isNeverFulfilled(from: ObjectRep, to: ObjectRep): boolean {
  if (!isLibraryObject(from, 'Promise') || !isLibraryObject(to, 'Promise')) return false;
  const [given, wanted] = [from, to].map(({ layout }) => [...layout.substitution.values()][0]);
  const isNever = (rep: Rep | undefined) => rep?.kind === 'void' && rep.isNever === true;
  return isNever(given) && !isNever(wanted);
}

/** True for objects of the library's class of that name. */
export function isLibraryObject(rep: Rep, name: string): rep is ObjectRep {
  if (rep.kind !== 'object') return false;
  const { declaration } = rep.layout;
  return declaration?.name?.text === name && isLibraryPath(declaration.getSourceFile().fileName);
}
