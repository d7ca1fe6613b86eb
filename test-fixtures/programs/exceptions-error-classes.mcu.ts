// Classes of errors: names, causes, fields, instanceof, rethrowing, text.
class HttpError extends Error {
  constructor(
    readonly status: number,
    message?: string,
  ) {
    super(message ?? `status ${status}`);
    this.name = 'HttpError';
  }
  get isClient(): boolean {
    return this.status < 500;
  }
}
class NotFound extends HttpError {
  constructor(readonly path: string) {
    super(404);
    this.name = 'NotFound';
  }
}
class Plain extends Error {}
function fail(n: number): never {
  switch (n) {
    case 0:
      throw new NotFound('/x');
    case 1:
      throw new HttpError(500, 'down');
    case 2:
      throw new Plain('plain');
    case 3:
      throw new TypeError('type');
    case 4:
      throw { code: 7 };
    case 5:
      throw null;
    default:
      throw `text ${n}`;
  }
}
for (let n = 0; n < 7; n++) {
  try {
    fail(n);
  } catch (e) {
    if (e instanceof NotFound) console.log('nf', e.path, e.status, e.isClient, `${e}`);
    else if (e instanceof HttpError) console.log('http', e.status, e.isClient, e.message, e.name);
    else if (e instanceof Error) console.log('error', String(e), e.name, e instanceof Plain, e instanceof TypeError);
    else if (typeof e === 'string') console.log('string', e);
    else console.log('other', e);
  }
}
const cause = new Error('low');
const outer = new Error('high', { cause });
console.log(outer.message, (outer.cause as Error).message, outer.cause === cause);
function rethrow(): void {
  try {
    fail(0);
  } catch (e) {
    if (e instanceof HttpError && e.status === 404) throw new Error('wrapped', { cause: e });
    throw e;
  }
}
try {
  rethrow();
} catch (e) {
  console.log((e as Error).message, ((e as Error).cause as NotFound).path);
}
const errors: Error[] = [new RangeError('r'), new SyntaxError('s'), new ReferenceError('f'), new Error()];
console.log(errors.map((e) => `${e}`), errors.map((e) => e.name.length + e.message.length));
