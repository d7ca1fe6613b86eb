// Lexers look beyond the end of the text, by methods and properties.
class Lexer {
  private pos = 0;
  constructor(private readonly src: string) {}
  peek(): string {
    return this.src[this.pos];
  }
  next(): string {
    return this.src[this.pos++];
  }
  isDigit(c: string): boolean {
    return c >= '0' && c <= '9';
  }
  number(): number {
    let t = '';
    while (this.isDigit(this.peek())) t += this.next();
    return Number(t);
  }
  skip() {
    while (this.peek() === ' ') this.pos++;
  }
  term(): number {
    this.skip();
    let v = this.factor();
    this.skip();
    while (this.peek() === '*' || this.peek() === '/') {
      const op = this.next();
      const r = this.factor();
      v = op === '*' ? v * r : v / r;
      this.skip();
    }
    return v;
  }
  factor(): number {
    this.skip();
    if (this.peek() === '(') {
      this.next();
      const v = this.expr();
      this.next();
      return v;
    }
    return this.number();
  }
  expr(): number {
    let v = this.term();
    while ('+-'.includes(this.peek())) {
      if (this.next() === '+') v += this.term();
      else v -= this.term();
    }
    return v;
  }
}
console.log(new Lexer('1 + 2 * (3 + 4) - 5').expr());
interface Token {
  type: string;
  value: string;
}
class P {
  pos = 0;
  constructor(private tokens: Token[]) {}
  peek() {
    return this.tokens[this.pos];
  }
  next() {
    return this.tokens[this.pos++];
  }
  sum(): number {
    let v = Number(this.next().value);
    while (this.peek() && this.peek().type === 'op') {
      this.next();
      v += Number(this.next().value);
    }
    return v;
  }
  sum2(): number {
    let v = Number(this.next().value);
    while (this.peek()?.type === 'op') {
      this.next();
      v += Number(this.next().value);
    }
    return v;
  }
}
const toks = '1 + 2 + 3'.split(' ').map((x) => ({ type: x === '+' ? 'op' : 'num', value: x }));
console.log(new P(toks).sum(), new P(toks).sum2());
let at = 0;
const source = 'ab12';
let unit = source[at];
while (unit >= 'a' && unit <= 'z') {
  at++;
  unit = source[at];
}
console.log(at);
while (unit !== undefined) {
  at++;
  unit = source[at];
}
console.log(at, unit);
type Tok = { kind: string; text: string };
function lex(src: string): Tok[] {
  const out: Tok[] = [];
  let i = 0;
  const isDigit = (c: string) => c >= '0' && c <= '9';
  const isIdent = (c: string) => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c === '_';
  while (i < src.length) {
    let c = src[i];
    if (c === ' ') {
      i++;
      continue;
    }
    if (isDigit(c)) {
      let n = '';
      while (isDigit(src[i]) || src[i] === '.') n += src[i++];
      out.push({ kind: 'num', text: n });
      continue;
    }
    if (isIdent(c)) {
      const start = i;
      while (isIdent(src[i])) i++;
      out.push({ kind: 'id', text: src.slice(start, i) });
      continue;
    }
    if (c === '"') {
      let s = '';
      c = src[++i];
      while (c !== '"' && c !== undefined) {
        s += c;
        c = src[++i];
      }
      i++;
      out.push({ kind: 'str', text: s });
      continue;
    }
    const next = src[i + 1];
    if ((c === '=' || c === '<') && next === '=') {
      out.push({ kind: 'op', text: c + next });
      i += 2;
      continue;
    }
    out.push({ kind: 'op', text: c });
    i++;
  }
  return out;
}
for (const t of lex('let x = 12.5 <= y "hi there" z =')) console.log(t.kind, t.text);
console.log(
  lex('"unterminated')
    .map((t) => t.text)
    .join('|'),
);

class Json {
  private at = 0;
  private ch: string;
  constructor(private text: string) {
    this.ch = text[0];
  }
  private next(expected?: string): string {
    if (expected && expected !== this.ch)
      throw new SyntaxError(`Expected '${expected}' instead of '${this.ch}'`);
    this.at++;
    this.ch = this.text[this.at];
    return this.ch;
  }
  private white() {
    while (this.ch && this.ch <= ' ') this.next();
  }
  number(): number {
    let s = '';
    if (this.ch === '-') {
      s = '-';
      this.next('-');
    }
    while (this.ch >= '0' && this.ch <= '9') {
      s += this.ch;
      this.next();
    }
    return +s;
  }
  array(): number[] {
    const out: number[] = [];
    this.next('[');
    this.white();
    while (this.ch) {
      out.push(this.number());
      this.white();
      if (this.ch === ']') {
        this.next();
        return out;
      }
      this.next(',');
      this.white();
    }
    throw new SyntaxError('Bad array');
  }
}
console.log(new Json('[1, -22, 3]').array());
try {
  new Json('[1, 2').array();
} catch (e) {
  console.log((e as Error).message);
}
class Cursor<T> {
  private k = 0;
  constructor(private items: T[]) {}
  peek(offset = 0): T {
    return this.items[this.k + offset];
  }
  next(): T {
    return this.items[this.k++];
  }
  done() {
    return this.k >= this.items.length;
  }
}
const cur = new Cursor(lex('a = 1'));
while (cur.peek()) {
  const t = cur.next();
  const look = cur.peek();
  console.log(t.text, look ? look.text : 'end', cur.peek(1)?.kind);
}
const peeked = cur.peek();
if (!peeked) console.log('done', cur.done());
const tok = new Cursor(['p', 'q']).peek();
if (tok !== undefined) console.log(tok.length, tok.toUpperCase());
