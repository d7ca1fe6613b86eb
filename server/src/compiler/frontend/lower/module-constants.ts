// The constants of a module: each is made once, and found by its symbol.
import type { ValueKind } from '../../abi/objects.ts';
import type { ConstantData } from '../../ir/ir.ts';
import type { Rep } from '../reps.ts';
import { boxSymbol, memoryOf } from '../reps.ts';
import {
  boxClass,
  boxObject,
  boxText,
  closureConstant,
  contentSymbol,
  identityConstant,
  stringConstant,
  typeDescriptor,
} from './constants.ts';

/** How the symbols of classes of boxes begin that hold functions. */
const FUNCTION_BOX = /^k\.box\.(new )?\(/;

export class ModuleConstants {
  private readonly bySymbol = new Map<string, ConstantData>();
  private readonly strings = new Map<string, string>();
  /** What function values share with others, by their symbols. */
  private readonly identities = new Map<string, string>();

  has(symbol: string): boolean {
    return this.bySymbol.has(symbol);
  }

  add(data: ConstantData): void {
    this.bySymbol.set(data.symbol, data);
  }

  all(): Iterable<ConstantData> {
    return this.bySymbol.values();
  }

  /** True if there is a class of boxes that hold functions. */
  get holdsFunctions(): boolean {
    return [...this.bySymbol.keys()].some((symbol) => FUNCTION_BOX.test(symbol));
  }

  /**
   * Symbol of the class of the boxes in which a value of a representation says what it is (any.ts). `caller` gives what
   * calls the functions in such boxes, if there is such a thing.
   */
  boxDescriptor(rep: Rep, kind: ValueKind, caller?: () => string | undefined): string {
    const symbol = boxSymbol(rep);
    if (!this.bySymbol.has(symbol)) {
      const text = this.bytes(boxText(rep));
      const members = this.bytes(new Uint8Array(4));
      // What calls one may have to do with others of the same type.
      this.bySymbol.set(symbol, boxClass(symbol, rep, kind, text, members));
      const called = caller?.();
      if (called) this.bySymbol.set(symbol, boxClass(symbol, rep, kind, text, members, called));
    }
    return symbol;
  }

  /** Symbol of a constant box: of null, or of a truth value or number. */
  box(rep: Rep, kind: ValueKind, value: number): string {
    const symbol = `${boxSymbol(rep)}.${value}`;
    if (!this.bySymbol.has(symbol)) {
      this.bySymbol.set(symbol, boxObject(symbol, this.boxDescriptor(rep, kind), memoryOf(rep), value));
    }
    return symbol;
  }

  /** Symbol of a text. */
  string(text: string): string {
    const known = this.strings.get(text);
    if (known) return known;
    const constant = stringConstant(text);
    const { symbol } = constant;
    if (!this.bySymbol.has(symbol)) this.bySymbol.set(symbol, constant);
    this.strings.set(text, symbol);
    return symbol;
  }

  /** Symbol of the type descriptor of a representation, or undefined if it can't be printed. */
  typeDescriptor(rep: Rep): string | undefined {
    const bytes = typeDescriptor(rep);
    return bytes && this.bytes(bytes);
  }

  /** Symbol of bytes, which are shared with others that are equal. */
  bytes(bytes: Uint8Array): string {
    const symbol = contentSymbol(bytes);
    if (!this.bySymbol.has(symbol)) this.bySymbol.set(symbol, { symbol, bytes, relocations: [] });
    return symbol;
  }

  /** Symbol of the function value of a function without captures. */
  functionValue(code: string, held: readonly string[] = []): string {
    const symbol = constantOf(code);
    if (!this.bySymbol.has(symbol)) this.bySymbol.set(symbol, closureConstant(symbol, code, held));
    return symbol;
  }

  /** The same for a function that has several values, of which all are one: they refer to what they share. */
  sharedFunctionValue(code: string, identity: string, held: readonly string[] = []): string {
    if (!this.bySymbol.has(identity)) this.bySymbol.set(identity, identityConstant(identity, held));
    const symbol = this.functionValue(code, [identity, constantOf(code)]);
    this.identities.set(symbol, identity);
    return symbol;
  }

  /** What stands for a function value when it is compared. */
  identityOf(constant: string): string {
    return this.identities.get(constant) ?? constant;
  }
}

/** Symbol of the value of a function without captures. */
const constantOf = (code: string) => `k.${code.replace(/^f\./, '')}`;
