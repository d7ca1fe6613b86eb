// try, catch and finally in loops, closures, constructors, accessors; nested and rethrown.
const log: string[] = [];
class Resource {
  static open = 0;
  constructor(readonly id: string) {
    if (id === 'bad') throw new Error('cannot open bad');
    Resource.open++;
    log.push(`open ${id}`);
  }
  close() {
    Resource.open--;
    log.push(`close ${this.id}`);
  }
  get value(): string {
    if (this.id === 'empty') throw new RangeError('no value');
    return this.id.toUpperCase();
  }
}
function using<T>(id: string, f: (r: Resource) => T): T {
  const r = new Resource(id);
  try {
    return f(r);
  } finally {
    r.close();
  }
}
for (const id of ['a', 'bad', 'empty']) {
  try {
    log.push(using(id, (r) => r.value));
  } catch (e) {
    log.push(`${(e as Error).name}: ${(e as Error).message}`);
  } finally {
    log.push('next');
  }
}
console.log(log, Resource.open);
function nested(depth: number): string {
  try {
    if (depth === 0) throw new TypeError('bottom');
    return nested(depth - 1);
  } catch (e) {
    if (depth < 2) throw e;
    return `caught at ${depth}: ${(e as Error).message}`;
  }
}
console.log(nested(4));
function override(): string {
  for (const x of [1, 2, 3]) {
    try {
      if (x === 2) return 'from try';
    } finally {
      if (x === 2) break;
    }
  }
  return 'after loop';
}
console.log(override());
function swallow(): number {
  try {
    throw new Error('lost');
  } finally {
    return 5;
  }
}
console.log(swallow());
class ParseError extends SyntaxError {
  constructor(
    message: string,
    readonly line: number,
    options?: { cause?: unknown },
  ) {
    super(message);
    this.name = 'ParseError';
    if (options?.cause) this.cause = options.cause;
  }
}
function parse(text: string): number[] {
  return text.split('\n').map((line, i) => {
    try {
      const n = Number(line);
      if (Number.isNaN(n)) throw new TypeError(`'${line}' is no number`);
      return n;
    } catch (cause) {
      throw new ParseError(`line ${i + 1}`, i + 1, { cause });
    }
  });
}
console.log(parse('1\n2'));
try {
  parse('1\nx');
} catch (e) {
  if (e instanceof ParseError) console.log(e.name, e.line, e.cause instanceof TypeError ? e.cause.message : '', e instanceof SyntaxError);
}
const errors: unknown[] = [new Error('e'), 'text', 42, null, undefined, { message: 'object' }];
const messageOf = (e: unknown): string => {
  if (e instanceof Error) return e.message;
  if (typeof e === 'string') return e;
  if (typeof e === 'object' && e !== null && 'message' in e) return String(e.message);
  return `unknown: ${e}`;
};
console.log(errors.map(messageOf));
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    try {
      if (j === 1) continue outer;
      if (i === 2) break outer;
      console.log(i, j);
    } finally {
      if (i === 1) console.log('finally', i, j);
    }
  }
}
