// Immutable values: vectors, matrices, fractions, complex numbers.
class Fraction {
  readonly n: number;
  readonly d: number;
  constructor(n: number, d = 1) {
    if (d === 0) throw new RangeError('denominator is 0');
    const g = Fraction.gcd(Math.abs(n), Math.abs(d)) * Math.sign(d);
    this.n = n / g;
    this.d = d / g;
  }
  static gcd(a: number, b: number): number {
    return b === 0 ? a : Fraction.gcd(b, a % b);
  }
  static of(text: string): Fraction {
    const [n = 0, d = 1] = text.split('/').map(Number);
    return new Fraction(n, d);
  }
  plus({ n, d }: Fraction) {
    return new Fraction(this.n * d + n * this.d, this.d * d);
  }
  times({ n, d }: Fraction) {
    return new Fraction(this.n * n, this.d * d);
  }
  equals(other: Fraction) {
    return this.n === other.n && this.d === other.d;
  }
  valueOf() {
    return this.n / this.d;
  }
  toString() {
    return this.d === 1 ? `${this.n}` : `${this.n}/${this.d}`;
  }
}
console.log(`${Fraction.of('1/2').plus(Fraction.of('1/3'))}`, String(new Fraction(6, -8)), `${Fraction.of('4/2')}`);
console.log(new Fraction(2, 4).equals(new Fraction(1, 2)), new Fraction(3, 4).valueOf());
try {
  new Fraction(1, 0);
} catch (e) {
  console.log((e as Error).message);
}
class Vector {
  private constructor(private readonly xs: readonly number[]) {}
  static of(...xs: number[]) {
    return new Vector(xs);
  }
  static readonly zero = Vector.of(0, 0, 0);
  private zip(other: Vector, f: (a: number, b: number) => number) {
    return new Vector(this.xs.map((x, i) => f(x, other.xs[i]!)));
  }
  plus(other: Vector) {
    return this.zip(other, (a, b) => a + b);
  }
  dot(other: Vector) {
    return this.zip(other, (a, b) => a * b).xs.reduce((a, b) => a + b, 0);
  }
  get length() {
    return Math.sqrt(this.dot(this));
  }
  [Symbol.iterator]() {
    return this.xs[Symbol.iterator]();
  }
}
const v = Vector.of(1, 2, 2);
console.log(v.length, v.dot(Vector.of(3, 0, 1)), [...v.plus(v).plus(Vector.zero)]);
const [x, ...yz] = v;
console.log(x, yz, Math.max(...v));
class Matrix {
  constructor(readonly rows: readonly (readonly number[])[]) {}
  static identity(n: number) {
    return new Matrix(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))));
  }
  get transposed() {
    return new Matrix(this.rows[0]!.map((_, j) => this.rows.map((row) => row[j]!)));
  }
  times(other: Matrix): Matrix {
    const columns = other.transposed.rows;
    return new Matrix(this.rows.map((row) => columns.map((c) => row.reduce((s, x, i) => s + x * c[i]!, 0))));
  }
  pow(n: number): Matrix {
    if (n === 0) return Matrix.identity(this.rows.length);
    const half = this.pow(Math.floor(n / 2));
    const square = half.times(half);
    return n % 2 === 0 ? square : square.times(this);
  }
}
const fibonacci = new Matrix([[1, 1], [1, 0]]);
console.log(fibonacci.pow(10).rows, new Matrix([[1, 2, 3], [4, 5, 6]]).transposed.rows);
