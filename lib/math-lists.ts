// Math.min, Math.max and Math.hypot of arrays: `Math.max(...xs)`.

function math_minOf<T>(a: T[]): number {
  let result = Infinity;
  for (let i: int = 0; i < __length(a); i++) {
    result = math_min(result, __element(a, i) as unknown as number);
  }
  return result;
}

function math_maxOf<T>(a: T[]): number {
  let result = -Infinity;
  for (let i: int = 0; i < __length(a); i++) {
    result = math_max(result, __element(a, i) as unknown as number);
  }
  return result;
}

/** The square root of the sum of squares, scaled by the largest number and summed with compensation, as V8 does. */
function math_hypotOf<T>(a: T[]): number {
  let largest = 0;
  let isNaN = false;
  for (let i: int = 0; i < __length(a); i++) {
    const size = Math.abs(__element(a, i) as unknown as number);
    if (size !== size) isNaN = true;
    if (size > largest) largest = size;
  }
  if (largest === Infinity) return Infinity;
  if (isNaN) return NaN;
  if (largest === 0) return 0;
  let sum = 0;
  let compensation = 0;
  for (let i: int = 0; i < __length(a); i++) {
    const n = Math.abs(__element(a, i) as unknown as number) / largest;
    const summand = n * n - compensation;
    const next = sum + summand;
    compensation = next - sum - summand;
    sum = next;
  }
  return Math.sqrt(sum) * largest;
}
