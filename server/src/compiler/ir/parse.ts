// Reads the textual IR that print.ts writes (its grammar is described there). For tests: it checks the grammar;
// verify.ts checks the meaning.
import { helpers } from '../abi/helpers.ts';
import { TrapKind } from '../abi/objects.ts';
import type { AliasClass, Block, CallEffects, Inst, IrFunction } from './ir.ts';
import { looseConstant, newBlock, newFunction, newInst } from './ir.ts';
import type { FloatCondition, IntCondition, Op } from './ops.ts';
import { opInfo, ops } from './ops.ts';
import { defaultName } from './print.ts';
import type { IrType, MemoryType } from './types.ts';
import { loadedType, memorySize } from './types.ts';

/** Parses exactly one function. Throws an Error with line number and what was expected. */
export function parseFunction(text: string): IrFunction {
  const [first, ...rest] = parseFunctions(text);
  if (!first || rest.length > 0) throw new Error('expected one function');
  return first;
}

/** Parses any number of functions. */
export function parseFunctions(text: string): IrFunction[] {
  const tokens = new Tokens(text);
  const functions: IrFunction[] = [];
  tokens.skipSeparators();
  while (!tokens.atEnd()) {
    functions.push(new FunctionParser(tokens).parse());
    tokens.skipSeparators();
  }
  return functions;
}

interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'punctuation' | 'separator' | 'end';
  readonly text: string;
  readonly line: number;
}

const tokenPattern =
  /(?<space>[ \t\r]+|\/\/[^\n]*)|(?<separator>[\n;])|(?<string>"(?:[^"\\]|\\.)*")|(?<number>-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Infinity))|(?<word>[\p{L}_$][\p{L}\p{N}_$.<>]*)|(?<punctuation>[()[\]{}:,=+@#])/uy;

class Tokens {
  private readonly list: Token[] = [];
  private next = 0;

  constructor(text: string) {
    let line = 1;
    tokenPattern.lastIndex = 0;
    while (tokenPattern.lastIndex < text.length) {
      const start = tokenPattern.lastIndex;
      const match = tokenPattern.exec(text);
      if (!match?.groups) throw new Error(`line ${line}: unexpected character '${text[start]}'`);
      const { groups } = match;
      for (const kind of ['separator', 'string', 'number', 'word', 'punctuation'] as const) {
        if (groups[kind] !== undefined) this.list.push({ kind, text: match[0], line });
      }
      if (match[0] === '\n') line++;
    }
    this.list.push({ kind: 'end', text: 'end of text', line });
  }

  peek(ahead = 0): Token {
    return this.list[Math.min(this.next + ahead, this.list.length - 1)]!;
  }

  take(): Token {
    const token = this.peek();
    this.next++;
    return token;
  }

  /** Takes the token if it has this text. */
  accept(text: string): boolean {
    const token = this.peek();
    if (token.text !== text || token.kind === 'string') return false;
    this.next++;
    return true;
  }

  expect(text: string): void {
    if (!this.accept(text)) this.fail(`'${text}'`);
  }

  word(what: string): string {
    const token = this.take();
    if (token.kind !== 'word') this.fail(what, token);
    return token.text;
  }

  /** A symbol or alias: a word, or a string. */
  symbol(): string {
    const token = this.take();
    if (token.kind === 'string') return JSON.parse(token.text) as string;
    if (token.kind !== 'word') this.fail('a symbol', token);
    return token.text;
  }

  number(): number {
    const token = this.take();
    if (token.kind !== 'number' && token.text !== 'NaN' && token.text !== 'Infinity')
      this.fail('a number', token);
    return Number(token.text);
  }

  skipSeparators(): void {
    while (this.peek().kind === 'separator') this.next++;
  }

  atEnd(): boolean {
    return this.peek().kind === 'end';
  }

  fail(expected: string, at = this.peek()): never {
    const found = at.text === '\n' ? 'the end of the line' : `'${at.text}'`;
    throw new Error(`line ${at.line}: expected ${expected}, found ${found}`);
  }
}

class FunctionParser {
  private readonly tokens: Tokens;
  private readonly fn: IrFunction;
  private readonly blocks = new Map<string, Block>();
  private readonly defined = new Set<Block>();
  private readonly values = new Map<string, Inst>();
  /** Values are named before they are defined around loops: resolved at the end. */
  private readonly fixups: (() => void)[] = [];

  constructor(tokens: Tokens) {
    this.tokens = tokens;
    tokens.expect('fn');
    const symbol = tokens.symbol();
    const name = tokens.peek().kind === 'string' ? tokens.symbol() : defaultName(symbol);
    const entry = tokens.accept('entry');
    const inlined = tokens.accept('inlines') ? this.list('(', ')', () => tokens.symbol()) : [];
    const relied = tokens.accept('relies') ? this.list('(', ')', () => tokens.symbol()) : [];
    const assumed = tokens.accept('assumes') ? this.list('(', ')', () => tokens.symbol()) : [];
    tokens.expect(':');
    this.fn = newFunction(symbol, name, this.type(true), undefined, entry);
    for (const symbol of inlined) this.fn.inlined.add(symbol);
    for (const symbol of relied) this.fn.relied.add(symbol);
    for (let i = 0; i < assumed.length; i += 2) this.fn.assumptions.set(assumed[i]!, assumed[i + 1]!);
  }

  parse(): IrFunction {
    const { tokens } = this;
    tokens.expect('{');
    tokens.skipSeparators();
    while (!tokens.accept('}')) {
      this.block();
      tokens.skipSeparators();
    }
    for (const fix of this.fixups) fix();
    for (const [name, block] of this.blocks) {
      if (!this.defined.has(block)) throw new Error(`${this.fn.symbol}: block ${name} is not defined`);
    }
    return this.fn;
  }

  private block(): void {
    const { tokens } = this;
    const rare = tokens.accept('rare');
    const block = this.blockNamed(tokens.word('a block label'));
    if (rare) block.rare = true;
    if (this.defined.has(block)) throw new Error(`line ${tokens.peek().line}: block is defined twice`);
    this.defined.add(block);
    this.fn.blocks.push(block);
    if (tokens.peek().text === '(') {
      block.params = this.list('(', ')', () => {
        const name = tokens.word('a parameter name');
        tokens.expect(':');
        const param = newInst(this.fn, 'param', this.type(false));
        this.define(name, param);
        return param;
      });
    }
    tokens.expect(':');
    tokens.skipSeparators();
    while (tokens.peek().text !== '}' && !this.atLabel()) {
      block.insts.push(this.statement());
      if (tokens.peek().text !== '}' && tokens.peek().kind !== 'separator')
        tokens.fail('the end of the statement');
      tokens.skipSeparators();
    }
  }

  /** At `name:` or `name(`, perhaps with `rare` before it, but not at `name: type =`. */
  private atLabel(): boolean {
    if (this.tokens.peek().text === 'rare') return true;
    const after = this.tokens.peek(1).text;
    if (after === '(') return true;
    return after === ':' && !(isType(this.tokens.peek(2).text) && this.tokens.peek(3).text === '=');
  }

  private statement(): Inst {
    const { tokens } = this;
    let name: string | undefined;
    let stated: IrType | 'void' | undefined;
    if (tokens.peek(1).text === '=' || tokens.peek(1).text === ':') {
      name = tokens.word('a value name');
      if (tokens.accept(':')) stated = this.type(false);
      tokens.expect('=');
    }
    const opToken = tokens.peek();
    const [op, suffix] = tokens.word('an operation').split('.') as [string, string | undefined];
    if (!(op in ops) || op === 'param') tokens.fail('an operation', opToken);
    const inst = newInst(this.fn, op as Op, 'void');
    if (suffix && !this.suffix(inst, suffix)) tokens.fail(`a suffix of ${op}`, opToken);
    this.operands(inst);
    if (tokens.accept('@')) inst.alias = tokens.symbol() as AliasClass;
    if (tokens.accept('#')) {
      const source = tokens.number();
      tokens.expect(':');
      inst.position = { source, offset: tokens.number() };
    }
    inst.type = stated ?? this.impliedType(inst);
    if ((name !== undefined) !== (inst.type !== 'void')) {
      tokens.fail(inst.type === 'void' ? `no result of ${op}` : `'name =' before ${op}`, opToken);
    }
    if (name !== undefined) this.define(name, inst);
    return inst;
  }

  /** The word after the operation's dot: a condition, memory type or trap kind. */
  private suffix(inst: Inst, text: string): boolean {
    switch (inst.op) {
      case 'icmp':
      case 'rcmp':
      case 'fcmp':
      case 'dcmp':
        inst.cond = text as IntCondition | FloatCondition;
        return true;
      case 'load':
      case 'store':
        inst.memory = text as MemoryType;
        return text in memorySize;
      case 'check':
      case 'trap':
        inst.trap = text as TrapKind;
        return text in TrapKind;
      default:
        return false;
    }
  }

  private impliedType(inst: Inst): IrType | 'void' {
    if (inst.op === 'load' && inst.memory) return loadedType(inst.memory);
    if (inst.op === 'helper' && inst.symbol && inst.symbol in helpers) {
      return helpers[inst.symbol as keyof typeof helpers].result;
    }
    const { result } = opInfo(inst.op);
    return result === 'own' ? 'void' : result;
  }

  private operands(inst: Inst): void {
    const { tokens } = this;
    switch (inst.op) {
      case 'iconst':
      case 'fconst':
      case 'dconst':
        inst.imm = tokens.number();
        return;
      case 'address':
        inst.symbol = tokens.symbol();
        inst.imm = this.offset();
        return;
      case 'object':
        inst.symbol = tokens.symbol();
        if (tokens.accept('unit')) inst.imm = tokens.number();
        return;
      case 'store':
        this.argument(inst);
        tokens.expect(',');
        this.access(inst);
        return;
      case 'load':
        this.access(inst);
        return;
      case 'callRef':
        this.argument(inst);
        this.list('(', ')', () => this.argument(inst));
        if (tokens.peek().kind === 'string') inst.symbol = tokens.symbol();
        return;
      case 'findMember':
        this.argument(inst);
        tokens.expect(',');
        inst.symbol = tokens.symbol();
        return;
      case 'call':
      case 'helper':
        inst.symbol = tokens.symbol();
        this.list('(', ')', () => this.argument(inst));
        inst.effects = this.effects();
        return;
      case 'jump':
        inst.targets = [];
        this.edge(inst);
        return;
      case 'branch':
        inst.targets = [];
        this.argument(inst);
        tokens.expect(',');
        this.edge(inst);
        tokens.expect(',');
        this.edge(inst);
        return;
      default:
        if (tokens.peek().kind !== 'word') return;
        do this.argument(inst);
        while (tokens.accept(','));
        if (tokens.accept('within')) inst.imm = tokens.number();
    }
  }

  /** What is known of a call, behind it on its line. */
  private effects(): CallEffects | undefined {
    const { tokens } = this;
    if (tokens.accept('only')) {
      tokens.expect('reads');
      return { writes: new Set(), onlyReads: true };
    }
    if (!tokens.accept('writes')) return undefined;
    return { writes: new Set(this.list('(', ')', () => tokens.symbol() as AliasClass)), onlyReads: false };
  }

  /** base[index]+offset */
  private access(inst: Inst): void {
    this.argument(inst);
    if (this.tokens.accept('[')) {
      this.argument(inst);
      this.tokens.expect(']');
    }
    inst.imm = this.offset();
  }

  private offset(): number {
    if (this.tokens.accept('+')) return this.tokens.number();
    return this.tokens.peek().kind === 'number' ? this.tokens.number() : 0;
  }

  private edge(inst: Inst): void {
    const block = this.blockNamed(this.tokens.word('a block'));
    const edge = { block, args: [] as Inst[] };
    inst.targets!.push(edge);
    if (this.tokens.peek().text === '(') {
      this.list('(', ')', () => this.reference(edge.args));
    }
  }

  private argument(inst: Inst): void {
    this.reference(inst.args);
  }

  /** Appends the value named next to `args`, now or when the function is complete. */
  private reference(args: Inst[]): void {
    const { line } = this.tokens.peek();
    const name = this.tokens.word('a value');
    const index = args.length;
    const known = this.values.get(name);
    // The placeholder is replaced before anyone sees it.
    args.push(known ?? looseConstant(0));
    if (known) return;
    this.fixups.push(() => {
      const value = this.values.get(name);
      if (!value) throw new Error(`line ${line}: ${name} is not defined`);
      args[index] = value;
    });
  }

  private define(name: string, inst: Inst): void {
    if (this.values.has(name)) throw new Error(`line ${this.tokens.peek().line}: ${name} is defined twice`);
    this.values.set(name, inst);
  }

  private blockNamed(name: string): Block {
    let block = this.blocks.get(name);
    if (!block) {
      block = newBlock(this.fn);
      this.fn.blocks.pop();
      this.blocks.set(name, block);
    }
    return block;
  }

  private type(orVoid: boolean): IrType | 'void' {
    const token = this.tokens.peek();
    const text = this.tokens.word('a type');
    if (isType(text)) return text;
    if (orVoid && text === 'void') return 'void';
    return this.tokens.fail('a type', token);
  }

  private list<T>(open: string, close: string, item: () => T): T[] {
    const { tokens } = this;
    const result: T[] = [];
    tokens.expect(open);
    if (tokens.accept(close)) return result;
    do result.push(item());
    while (tokens.accept(','));
    tokens.expect(close);
    return result;
  }
}

function isType(text: string): text is IrType {
  return text === 'i32' || text === 'f32' || text === 'f64' || text === 'ref';
}
