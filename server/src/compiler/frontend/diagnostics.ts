// What the compiler has to say about a cell: TypeScript's own diagnostics, and ours with the codes below.
import { ts } from './typescript.ts';

/** A message about a range of a cell's text (offsets in UTF-16 units). */
export interface Diagnostic {
  /** Identifier of the cell, or name of the library file. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** `TS2322`, `GN1001`. */
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Our diagnostics. 1xxx: not supported (yet); 2xxx: numbers and representations; 3xxx: redefinition; 9xxx: bugs. */
export const messages = {
  GN1001: (what: string) => `${what} is not supported yet`,
  GN1002: (type: string) => `values of type '${type}' are not supported yet`,
  GN1003: (member: string) => `${member} is not supported yet`,
  GN1004: (what: string) => `${what} can't be used as a value; call it directly`,
  GN1005: (what: string) => `${what} may be undefined here; test it directly, or use ?? or ! on the call`,
  GN1006: (type: string) => `a value of type '${type}' can't be made into text yet; use its parts`,
  GN1007: (a: string, b: string) => `values of type '${a}' and '${b}' can't be compared yet`,
  GN1008: (what: string) => `${what} has no meaning in a cell`,
  GN1009: () =>
    'the elements are of one kind in one place and of another in another; write their type down, as in `const a: (int | string)[] = []`',
  GN1010: (type: string) =>
    `a property of a value of type '${type}' can't be deleted; declare it as Record<string, T>, or set the property to undefined`,
  GN1011: (method: string) =>
    `'${method}' has no 'this' when it is called as a value; write (...args) => ${method}(...args)`,
  GN1012: (name: string) =>
    `'${name}' is a property in one class and an accessor in the other; make it an accessor in both`,
  GN1014: () =>
    'this is a CommonJS module or has no source; only modules with `import` and `export` can be imported',
  GN1015: (file: string, line: string, code: string, message: string) =>
    `the module has an error in ${file}:${line}: ${code}: ${message}`,
  GN1016: (name: string) =>
    `'${name}' is declared in a cell; modules can't use names of cells, pass it as an argument`,
  GN1017: (name: string) =>
    `'${name}' was declared with ! where nothing asks whether it is undefined; declare it as \`name?: T\``,
  GN1018: (name: string) =>
    `'${name}' could still be changed once it is frozen; freeze a copy: Object.freeze([...${name}])`,
  GN2001: (value: string) => `${value} is not an int; use a whole number from -2147483648 to 2147483647`,
  GN2002: () =>
    "'/' gives a number with a fraction, not an int; use Math.trunc(a / b) or (a / b) | 0, which divide integers",
  GN2003: (from: string, to: string) =>
    `'${from}' can't be used as '${to}': elements are stored in another way; convert each, for instance with map`,
  GN2004: (from: string, to: string) => `a value of type '${from}' can't be used as '${to}'`,
  GN2005: (from: string, to: string) =>
    `${from} can't be used as '${to}', whose objects that class makes; declare what is used of them as an interface, and take that`,
  GN3001: (name: string, reason: string) =>
    `'${name}' no longer compiles since something that it uses was defined anew: ${reason}`,
  GN3002: (name: string) =>
    `'${name}' is declared in a cell that has not run yet; run that cell first (Run Above)`,
  GN3003: (name: string) =>
    `'${name}' is declared in a later cell that has not run yet; run that cell first, or move the declaration up`,
  GN9001: (reason: string) => `internal error of the compiler: ${reason}`,
} as const satisfies Record<string, (...args: string[]) => string>;

export type Code = keyof typeof messages;

/** Thrown inside lowering where a construct can't be compiled; caught at the statement or function around it. */
export class Unsupported extends Error {
  readonly node: ts.Node;
  readonly code: Code;

  constructor(node: ts.Node, code: Code, message: string) {
    super(message);
    this.node = node;
    this.code = code;
  }
}

/** Gives up on a construct with one of our messages. */
export function fail<C extends Code>(
  node: ts.Node,
  code: C,
  ...args: Parameters<(typeof messages)[C]>
): never {
  const message = (messages[code] as (...args: string[]) => string)(...args);
  throw new Unsupported(node, code, message);
}

/** Makes a diagnostic of ours about a node. */
export function diagnosticAt(node: ts.Node, source: string, code: Code, message: string): Diagnostic {
  const file = node.getSourceFile();
  return { source, start: node.getStart(file), end: node.getEnd(), code, message, severity: 'error' };
}

/** Advice that is no use here: there is one library, with what the board can do. */
const libraryAdvice = / Do you need to change your target library\?.*$/;
/** A name that is alike, where there is better advice. */
const guess = / Did you mean '\w+'\?$/;
const notHere = ' It is not part of the library for boards.';

/** What to write instead of functions of `Object` that ask for, or change, what is fixed here. */
const objectAdvice: Record<string, string> = {
  create: 'make objects by a class, or by a literal with the properties of another one: { ...other }',
  getPrototypeOf: 'compare object.constructor, or use instanceof',
  defineProperty: 'declare a readonly property or an accessor',
  defineProperties: 'declare readonly properties or accessors',
  getOwnPropertyDescriptor: 'use Object.hasOwn or Object.isFrozen',
  seal: 'objects have the properties of their type; Object.freeze keeps these as they are',
  preventExtensions: 'objects have the properties of their type; Object.freeze keeps these as they are',
};

/** Advice for a function of `Object` that is not there, for dates and symbols. */
function adviceFor(message: string): string {
  if (message.includes("Type 'DateConstructor' has no c"))
    return ' A board has no calendar: Date.now() gives milliseconds since it started.';
  if (message.includes("Type 'SymbolConstructor' has no call"))
    return ' Symbols cannot be made: use a string as a key, and an object of its own, {}, as a value like no other.';
  const [, name = ''] = /^Property '(\w+)' does not exist on type 'ObjectConstructor'/.exec(message) ?? [];
  return Object.hasOwn(objectAdvice, name) ? ` Instead: ${objectAdvice[name]}.` : '';
}

/** Translates a diagnostic of TypeScript's. */
export function fromTypeScript(diagnostic: ts.Diagnostic, source: string): Diagnostic {
  const start = diagnostic.start ?? 0;
  const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n').replace(libraryAdvice, notHere);
  const advice = adviceFor(text);
  return {
    source,
    start,
    end: start + (diagnostic.length ?? 0),
    code: `TS${diagnostic.code}`,
    message: advice ? text.replace(guess, '') + advice : text,
    severity: diagnostic.category === ts.DiagnosticCategory.Error ? 'error' : 'warning',
  };
}
