// What the symbols of functions say of their code, and those of constant texts of these.

/** True for code that closures in the heap and frames of coroutines may hold: it stays when it is compiled anew. */
export function isHeldByClosures(symbol: string): boolean {
  // A number follows where functions of several shapes had the name.
  return /\.value(~\d+)?$/.test(symbol);
}

/** What symbols of the library's functions begin with. */
export const LIBRARY_PREFIX = 'f.lib.';

/** What is known of a constant text. */
export interface TextShape {
  /** In UTF-16 units. */
  readonly length: number;
  /** True if its units take two bytes each. */
  readonly isWide: boolean;
}

/** The symbol of a constant text, with something that tells it from others of its shape. */
export function textSymbol({ length, isWide }: TextShape, digest: string): string {
  return `t${isWide ? 16 : 8}.${length}_${digest}`;
}

/** The shape of the text that a symbol stands for, if it is one of a text. */
export function textShape(symbol: string): TextShape | undefined {
  const [, bits, length] = /^t(8|16)\.(\d+)_/.exec(symbol) ?? [];
  return length === undefined ? undefined : { length: Number(length), isWide: bits === '16' };
}
