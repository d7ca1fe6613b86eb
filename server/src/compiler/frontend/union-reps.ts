// Representations of unions: of what its parts have in common, or of values that say themselves what they are.
import { isNeverFulfilled } from './library-objects.ts';
import { iteratorResult } from './object-types.ts';
import { isPerhaps } from './perhaps-values.ts';
import { isLibrarySymbol } from './program.ts';
import { type RepOf, repOfClass, repOfSignature } from './rep-of-type.ts';
import type { NothingRep, ObjectRep, Rep } from './reps.ts';
import {
  anyRep,
  isNothing,
  isNumeric,
  neverRep,
  nullRep,
  numberRep,
  optionalOf,
  sameRep,
  undefinedRep,
} from './reps.ts';
import { ts } from './typescript.ts';
import { commonObject, unionOfObjects } from './union-layouts.ts';

/** Texts, and constants of them. */
const isTextual = ({ flags }: ts.Type) => (flags & ts.TypeFlags.StringLike) !== 0;

/** All of one representation, perhaps with undefined or null; or objects; else what says itself what it is. */
export function repOfUnion(checker: ts.TypeChecker, type: ts.UnionType, map: RepOf): Rep | undefined {
  let absent: NothingRep['kind'] | undefined;
  let rep: Rep | undefined;
  let isMixed = false;
  const objects: ObjectRep[] = [];
  if (type.types.every(isIteratorResult) || type.types.every(isResultLiteral))
    return resultOf(checker, type, type.types, map);
  // Beside others, the two are what they are alone.
  const [result, ...furtherResults] = type.types.filter(isIteratorResult);
  const ofClasses = repOfClasses(checker, type, map);
  if (ofClasses) rep = ofClasses;
  for (const part of type.types) {
    if (ofClasses && part.getConstructSignatures().length > 0) continue;
    if (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)) {
      const kind = part.flags & ts.TypeFlags.Null ? 'null' : 'undefined';
      isMixed ||= absent !== undefined && absent !== kind;
      absent = kind;
      continue;
    }
    if (furtherResults.includes(part)) continue;
    // As in `PropertyKey`: there are no such values.
    if (part.flags & ts.TypeFlags.ESSymbolLike && type.types.some(isTextual)) continue;
    const partRep =
      part === result && furtherResults.length > 0
        ? resultOf(checker, type, [part, ...furtherResults], map)
        : map(part);
    if (!partRep) return undefined;
    if (isWithoutValues(partRep)) continue;
    if (isNothing(partRep)) {
      // A type parameter that stands for it.
      const kind = partRep.kind === 'null' ? 'null' : 'undefined';
      isMixed ||= absent !== undefined && absent !== kind;
      absent = kind;
    } else if (isMixed || partRep.kind === 'any') {
      isMixed = true;
    } else if (partRep.kind === 'object' && (!rep || rep.kind === 'object')) {
      objects.push(partRep);
      rep = partRep;
    } else if (rep && rep.kind !== partRep.kind) {
      // `int | number` and the like: what holds them all.
      if (isNumeric(rep) && isNumeric(partRep)) rep = numberRep;
      else isMixed = true;
    } else if (rep && !sameRep(rep, partRep)) {
      const common = rep.kind === 'function' ? repOfFunctions(checker, type, map) : undefined;
      if (common) rep = common;
      else isMixed = true;
    } else {
      rep = partRep;
    }
  }
  if (isMixed) return anyRep;
  // Of promises those count that may be fulfilled.
  const known = objects.filter((each) => !objects.some((other) => isNeverFulfilled(each, other)));
  if (objects.length > 1) rep = known.length === 1 ? known[0] : commonOf(checker, type, known, map);
  if (!rep && objects.length > 1) return undefined;
  if (!rep) return absent === undefined ? neverRep : absent === 'null' ? nullRep : undefinedRep;
  return absent ? optionalOf(rep, absent) : rep;
}

/** What `next` gives by `({ value: items[i], done: i++ >= items.length })`: the last value is none. */
export function resultOfElements(checker: ts.TypeChecker, type: ts.Type, map: RepOf): ObjectRep | undefined {
  if (!isResultLiteral(type)) return undefined;
  const value = type.getProperty('value')?.valueDeclaration;
  if (!value || !ts.isPropertyAssignment(value) || !isPerhaps(checker, value.initializer)) return undefined;
  return resultOf(checker, type, [type], map);
}

/** What `next` gives by types of such results. */
function resultOf(
  checker: ts.TypeChecker,
  type: ts.Type,
  parts: readonly ts.Type[],
  map: RepOf,
): ObjectRep | undefined {
  const values = parts.map((part) => {
    const value = part.getProperty('value');
    return value ? map(checker.getTypeOfSymbol(value)) : undefinedRep;
  });
  if (!values.every((each) => each !== undefined)) return undefined;
  return iteratorResult(checker, type, resultValue(values));
}

/** True for `never`, and objects that would have properties of that type, as `Result<never, E>` has. */
function isWithoutValues(rep: Rep): boolean {
  return rep.kind === 'object' ? rep.layout.isImpossible : rep.kind === 'void' && rep.isNever === true;
}

/** Of one of several classes: what makes an object of one of them. */
function repOfClasses(checker: ts.TypeChecker, type: ts.UnionType, map: RepOf): Rep | undefined {
  const absent = ts.TypeFlags.Undefined | ts.TypeFlags.Null;
  if (!type.types.every((part) => part.flags & absent || part.getConstructSignatures().length > 0))
    return undefined;
  const [signature] = checker.getNonNullableType(type).getConstructSignatures();
  return signature && repOfClass(checker, signature, map);
}

/** Of functions of one of several types: one that is called as each of them, and gives what any of them gives. */
function repOfFunctions(checker: ts.TypeChecker, type: ts.UnionType, map: RepOf): Rep | undefined {
  const [signature, ...others] = checker.getNonNullableType(type).getCallSignatures();
  return signature && others.length === 0 ? repOfSignature(checker, signature, map) : undefined;
}

/** The two types that the library declares for what `next` gives. */
function isIteratorResult(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  return /^Iterator(Yield|Return)Result$/.test(symbol?.name ?? '') && isLibrarySymbol(symbol!);
}

/** True for the types of literals that an iterator's `next` gives without saying so. */
function isResultLiteral(type: ts.Type): boolean {
  const names = type.getProperties().map(({ name }) => name);
  return (
    Boolean((type.getSymbol()?.flags ?? 0) & ts.SymbolFlags.ObjectLiteral) &&
    names.includes('done') &&
    names.every((name) => name === 'done' || name === 'value')
  );
}

/** What holds a yielded value, a returned one, and that there is none. */
function resultValue(values: readonly Rep[]): Rep {
  const inner = values
    .map((rep) => (rep.kind === 'optional' ? rep.of : rep))
    .filter((rep) => !isNothing(rep));
  const hasNull = values.some(
    (rep) => rep.kind === 'null' || (rep.kind === 'optional' && rep.absent === 'null'),
  );
  const [first] = inner;
  if (!first) return hasNull ? anyRep : undefinedRep;
  if (hasNull) return anyRep;
  if (inner.every(isNumeric)) {
    return optionalOf(inner.every((rep) => sameRep(rep, first)) ? first : numberRep);
  }
  return inner.every((rep) => sameRep(rep, first)) ? optionalOf(first) : anyRep;
}

/** The class that all are of, or a type whose properties are looked up. */
function commonOf(
  checker: ts.TypeChecker,
  type: ts.UnionType,
  objects: readonly ObjectRep[],
  map: RepOf,
): ObjectRep | undefined {
  const [first, ...others] = objects;
  const common = others.reduce<ObjectRep | undefined>((all, each) => all && commonObject(all, each), first);
  return common ?? unionOfObjects(checker, type, objects, map);
}
