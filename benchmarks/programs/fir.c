#include <stdint.h>
enum { samples = 200, taps = 16 };
static int16_t input[samples + taps], coefficients[taps], output[samples];

static void __attribute__((noinline)) fir(const int16_t *input, const int16_t *coefficients, int16_t *output) {
  for (int i = 0; i < samples; i++) {
    int sum = 0;
    for (int j = 0; j < taps; j++) sum += input[i + j] * coefficients[j];
    output[i] = (int16_t)(sum >> 15);
  }
}

int bench(void) {
  for (int i = 0; i < samples + taps; i++) input[i] = (int16_t)(i * 321);
  for (int i = 0; i < taps; i++) coefficients[i] = (int16_t)(2048 - 100 * i);
  fir(input, coefficients, output);
  int sum = 0;
  for (int i = 0; i < samples; i++) sum += output[i];
  return sum;
}
