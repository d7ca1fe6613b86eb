// What the ARM compiler takes for the same work on the same machine: a file of C with what a cell of 30 lines does,
// compiled by `arm-none-eabi-gcc -O2 -c` and linked by `arm-none-eabi-ld` against what is on the board already.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from '../suite/tool.ts';

/** The cells of arithmetic (cells.ts) in C. The array and `scale` are of the program so far. */
const source = (n: number): string => `extern int scale(int x);
extern int array_push(int **array, int value);
int total${n} = 0;
int *data${n};
int mix${n}(int limit) {
  int sum = 0;
  for (int i = 0; i < limit; i++) {
    if (i % 3 == 0) {
      sum += i * ${n};
    } else if (i % 5 == 0) {
      sum -= i;
    } else {
      sum ^= ${n};
    }
  }
  return sum;
}
int largest${n}(const int *xs, int length) {
  int best = xs[0];
  for (int i = 1; i < length; i++) {
    int x = xs[i];
    if (x > best) best = x;
  }
  return best;
}
int cell(void) {
  int length = 0;
  for (int i = 0; i < 20; i++) length = array_push(&data${n}, (i * ${n + 7}) % 31);
  total${n} = mix${n}(10) + largest${n}(data${n}, length);
  return total${n} += scale(${n});
}
`;

/** Milliseconds of compiling and linking, each time anew. */
export function gccTimes(times: number): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'gnomon-latency-'));
  const [c, object, elf] = ['cell.c', 'cell.o', 'cell.elf'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const symbols = ['scale', 'array_push', '__aeabi_idivmod'].map((name) => `--defsym=${name}=0x20003001`);
  try {
    return Array.from({ length: times }, (_, n) => {
      writeFileSync(c, source(n));
      const begin = performance.now();
      tool('arm-none-eabi-gcc', ['-mcpu=cortex-m0plus', '-mthumb', '-O2', '-c', c, '-o', object]);
      tool('arm-none-eabi-ld', ['-Ttext=0x20004000', '-e', 'cell', ...symbols, object, '-o', elf]);
      return performance.now() - begin;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
