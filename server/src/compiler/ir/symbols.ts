// What the symbols of functions say of their code.

/** True for code that closures in the heap and frames of coroutines may hold: it stays when it is compiled anew. */
export function isHeldByClosures(symbol: string): boolean {
  // A number follows where functions of several shapes had the name.
  return /\.value(~\d+)?$/.test(symbol);
}

/** What symbols of the library's functions begin with. */
export const LIBRARY_PREFIX = 'f.lib.';
