// Rows of `Array(n).fill(x)`, whose own type says nothing of what is in them.
const zeros: number[][] = Array.from({ length: 2 }, () => Array(3).fill(0));
zeros[1]![2] = 5;
console.log(zeros, Array.from({ length: 2 }, () => new Array<number>(2).fill(-1)));
function grid(rows: number, columns: number): string[][] {
  return Array.from({ length: rows }, (_, y) => Array(columns).fill(String(y)));
}
console.log(grid(2, 2));
const flags: boolean[][] = Array(2).fill(null).map(() => Array(2).fill(false));
const dots: string[][] = [...Array(2)].map(() => Array(2).fill('.'));
console.log(flags, dots);
const indices: number[] = Array(3).fill(null).map((_, i) => i);
const doubled: number[] = new Array(3).fill(undefined).map((_, i) => i * 2);
const lengths: number[] = new Array(3).fill('abc').map((text: string) => text.length);
const halves: number[] = new Array(3).fill(0).map((_, i) => i / 2);
console.log(indices, doubled, lengths, halves);
const untyped = new Array(2).fill(0).map(() => new Array(2).fill(0));
untyped[0]![1] = 5;
console.log(untyped);

class Matrix {
  data: number[][];
  constructor(public rows: number, public columns: number) {
    this.data = Array(rows).fill(0).map(() => Array(columns).fill(0));
  }
}
console.log(new Matrix(2, 2));
