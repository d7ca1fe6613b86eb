const samples = 200;
const taps = 16;
function fir(input: Int16Array, coefficients: Int16Array, output: Int16Array): void {
  for (let i = 0; i < samples; i++) {
    let sum = 0;
    for (let j = 0; j < taps; j++) sum += input[i + j] * coefficients[j];
    output[i] = sum >> 15;
  }
}
const input = new Int16Array(samples + taps);
const coefficients = new Int16Array(taps);
const output = new Int16Array(samples);

// %%
for (let i = 0; i < samples + taps; i++) input[i] = i * 321;
for (let i = 0; i < taps; i++) coefficients[i] = 2048 - 100 * i;
fir(input, coefficients, output);
let sum = 0;
for (let i = 0; i < samples; i++) sum += output[i];
sum;
