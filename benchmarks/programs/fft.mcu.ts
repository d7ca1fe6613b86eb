const n: int = 64;
function fft(re: Float32Array, im: Float32Array, wr: Float32Array, wi: Float32Array): void {
  let j: int = 0;
  for (let i: int = 1; i < n; i++) {
    let bit: int = n >> 1;
    while (j & bit) {
      j ^= bit;
      bit >>= 1;
    }
    j ^= bit;
    if (i < j) {
      const r = re[i];
      re[i] = re[j];
      re[j] = r;
      const t = im[i];
      im[i] = im[j];
      im[j] = t;
    }
  }
  for (let size: int = 2; size <= n; size <<= 1) {
    const half: int = size >> 1;
    const step: int = (n / size) | 0;
    for (let start: int = 0; start < n; start += size) {
      for (let k: int = 0; k < half; k++) {
        const c: float = wr[k * step];
        const s: float = wi[k * step];
        const a: int = start + k;
        const b: int = a + half;
        const rb: float = re[b];
        const ib: float = im[b];
        const tr: float = rb * c - ib * s;
        const ti: float = rb * s + ib * c;
        const ra: float = re[a];
        const ia: float = im[a];
        re[b] = ra - tr;
        im[b] = ia - ti;
        re[a] = ra + tr;
        im[a] = ia + ti;
      }
    }
  }
}
const re = new Float32Array(n);
const im = new Float32Array(n);
const wr = new Float32Array(n >> 1);
const wi = new Float32Array(n >> 1);

// %%
const c: float = 0.99518472667;
const s: float = -0.09801714033;
wr[0] = 1;
wi[0] = 0;
for (let i: int = 1; i < n >> 1; i++) {
  const r: float = wr[i - 1];
  const t: float = wi[i - 1];
  wr[i] = r * c - t * s;
  wi[i] = r * s + t * c;
}
for (let i: int = 0; i < n; i++) {
  re[i] = (i * 7) & 15;
  im[i] = 0;
}
fft(re, im, wr, wi);
const dc: float = re[0];
const peak: float = re[16];
(dc + peak * 16) | 0;
