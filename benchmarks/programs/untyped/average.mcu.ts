const n = 500;
const width = 16;
function smooth(samples: Uint16Array, window: Uint16Array): number {
  let sum = 0;
  let at = 0;
  let peak = 0;
  for (let i = 0; i < n; i++) {
    const sample = samples[i];
    sum += sample - window[at];
    window[at] = sample;
    at = at + 1 === width ? 0 : at + 1;
    const mean = sum >> 4;
    if (mean > peak) peak = mean;
  }
  return peak;
}
const samples = new Uint16Array(n);
const window = new Uint16Array(width);

// %%
for (let i = 0; i < n; i++) samples[i] = (i * 97) & 4095;
for (let i = 0; i < width; i++) window[i] = 0;
smooth(samples, window);
