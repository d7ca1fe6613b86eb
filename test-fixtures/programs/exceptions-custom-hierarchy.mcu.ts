// Custom errors with causes, codes and rethrowing.
class AppError extends Error {
  readonly code: number;
  constructor(message: string, code = 500, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
  describe(): string {
    return `${this.name}[${this.code}]: ${this.message}`;
  }
}
class NotFoundError extends AppError {
  constructor(public readonly resource: string) {
    super(`${resource} not found`, 404);
    this.name = new.target.name;
  }
}
class ValidationError extends AppError {
  override name = 'ValidationError';
  constructor(public readonly issues: string[]) {
    super(`${issues.length} issues`, 422);
  }
  override describe() {
    return `${super.describe()} (${this.issues.join('; ')})`;
  }
}
function run(kind: number): string {
  try {
    if (kind === 0) throw new NotFoundError('user');
    if (kind === 1) throw new ValidationError(['name', 'age']);
    if (kind === 2) throw new TypeError('odd type');
    if (kind === 3) throw 'text';
    if (kind === 4) throw { code: 7 };
    return 'fine';
  } catch (e) {
    if (e instanceof ValidationError) return e.describe();
    if (e instanceof AppError) return `app: ${e.describe()}`;
    if (e instanceof Error) return `${e.name}/${e.message}`;
    return typeof e === 'string' ? `string ${e}` : `other ${typeof e}`;
  } finally {
    console.log('ran', kind);
  }
}
for (let i = 0; i < 6; i++) console.log(run(i));
function outer() {
  try {
    inner();
  } catch (error) {
    throw new AppError('outer failed', 1, { cause: error });
  }
}
function inner() {
  throw new RangeError('inner failed');
}
try {
  outer();
} catch (e) {
  if (e instanceof AppError) {
    console.log(e.message, e.cause instanceof RangeError, (e.cause as Error).message, `${e}`);
  }
}
const order: string[] = [];
function tangled(): number {
  for (let i = 0; i < 3; i++) {
    try {
      if (i === 1) continue;
      if (i === 2) return i;
      order.push(`try${i}`);
    } finally {
      order.push(`finally${i}`);
    }
  }
  return -1;
}
console.log(tangled(), order);
