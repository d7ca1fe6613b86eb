function fails(name: string, f: () => unknown): void {
  try {
    console.log(name, 'gave', f());
  } catch (e) {
    console.log(name, e instanceof RangeError ? 'RangeError' : e instanceof TypeError ? 'TypeError' : 'other');
  }
}
fails('repeat', () => 'x'.repeat(-1));
fails('repeat infinite', () => 'x'.repeat(Infinity));
fails('toFixed', () => (1).toFixed(101));
fails('toFixed negative', () => (1).toFixed(-1));
fails('toString', () => (1).toString(37));
fails('toPrecision', () => (1).toPrecision(0));
fails('toPrecision large', () => (1).toPrecision(101));
fails('toExponential', () => (1).toExponential(-1));
fails('new Array', () => new Array<number>(-1));
fails('length', () => { const a = [1]; a.length = -1; return a; });
fails('reduce', () => ([] as number[]).reduce((a, b) => a + b));
fails('reduceRight', () => ([] as string[]).reduceRight((a, b) => a + b));
fails('with', () => [1].with(5, 2));
fails('with negative', () => [1].with(-2, 2));
fails('code point', () => String.fromCodePoint(-1));
fails('code point large', () => String.fromCodePoint(0x110000));
fails('code point fraction', () => String.fromCodePoint(1.5));
fails('set', () => new Uint8Array(2).set([1, 2, 3]));
fails('set offset', () => new Uint8Array(2).set([1], -1));
fails('typed array', () => new Uint8Array(-1));
const xs = [3, 1, 2];
fails('sort', () => xs.sort((a, b) => { if (a === 2 || b === 2) throw new TypeError('no'); return a - b; }));
fails('map', () => xs.map((x) => { if (x === 1) throw new RangeError('one'); return x; }));
fails('forEach', () => xs.forEach((x) => { if (x === 2) throw new Error('two'); }));
console.log(xs.length, NaN.toFixed(2), Infinity.toFixed(0), (NaN).toString(2));
fails('NaN digits', () => (1.5).toFixed(NaN));
fails('pad', () => 'a'.padStart(-5));
