// Prints the IR as text, as compact as a person can still read; parse.ts reads it back.
//
//   fn f.sum: i32 {
//   b0(v0: ref):
//     v1 = iconst 0
//     v2 = load.i32 v0+4 @length
//     jump b1(v1, v1)
//   b1(v3: i32, v4: i32):
//     v5 = icmp.lt v3, v2
//     branch v5, b2, b3
//   ...
//   }
//
// Values and blocks are numbered in the order of the text, so that the text of a function does not depend on how
// it came to be. Statements end at a line's end or `;`, comments run from `//` to the line's end.
import type { Block, Edge, Inst, IrFunction } from './ir.ts';
import { opInfo } from './ops.ts';

export interface PrintOptions {
  /** Append `#source:offset` to instructions. */
  readonly positions?: boolean;
  /** Number values and blocks by their ids. */
  readonly ids?: boolean;
}

/** The function as text. */
export function printFunction(fn: IrFunction, options: PrintOptions = {}): string {
  return new Printer(fn, options).function();
}

/** One instruction as text, with values named by their ids: for error messages. */
export function printInst(inst: Inst): string {
  return new Printer(undefined, { ids: true }).statement(inst);
}

class Printer {
  private readonly fn: IrFunction | undefined;
  private readonly options: PrintOptions;
  private readonly names = new Map<Inst | Block, string>();

  constructor(fn: IrFunction | undefined, options: PrintOptions) {
    this.fn = fn;
    this.options = options;
    let values = 0;
    for (const [index, block] of (fn?.blocks ?? []).entries()) {
      this.names.set(block, `b${options.ids ? block.id : index}`);
      for (const inst of [...block.params, ...block.insts]) {
        if (inst.type !== 'void') this.names.set(inst, `v${options.ids ? inst.id : values++}`);
      }
    }
  }

  function(): string {
    const fn = this.fn!;
    let header = `fn ${symbolText(fn.symbol)}`;
    if (fn.name !== defaultName(fn.symbol)) header += ` ${JSON.stringify(fn.name)}`;
    if (fn.entry) header += ' entry';
    if (fn.inlined.size > 0) header += ` inlines(${[...fn.inlined].map(symbolText).join(', ')})`;
    if (fn.relied.size > 0) header += ` relies(${[...fn.relied].map(symbolText).join(', ')})`;
    const assumed = [...fn.assumptions].flat().map(symbolText);
    if (assumed.length > 0) header += ` assumes(${assumed.join(', ')})`;
    const lines = [`${header}: ${fn.result} {`];
    for (const block of fn.blocks) {
      const params = block.params.map((param) => `${this.value(param)}: ${param.type}`);
      lines.push(
        `${block.rare ? 'rare ' : ''}${this.block(block)}${params.length > 0 ? `(${params.join(', ')})` : ''}:`,
      );
      for (const inst of block.insts) lines.push(`  ${this.statement(inst)}`);
    }
    lines.push('}');
    return `${lines.join('\n')}\n`;
  }

  statement(inst: Inst): string {
    let text = '';
    if (inst.type !== 'void') {
      text = this.value(inst);
      if (statesType(inst)) text += `: ${inst.type}`;
      text += ' = ';
    }
    text += inst.op;
    const suffix = inst.cond ?? inst.memory ?? inst.trap;
    if (suffix) text += `.${suffix}`;
    const operands = this.operands(inst);
    if (operands) text += ` ${operands}`;
    if (inst.alias) text += ` @${symbolText(inst.alias)}`;
    if (this.options.positions && inst.position) text += ` #${inst.position.source}:${inst.position.offset}`;
    return text;
  }

  private operands(inst: Inst): string {
    const args = inst.args.map((arg) => this.value(arg));
    switch (inst.op) {
      case 'iconst':
      case 'fconst':
      case 'dconst':
        return numberText(inst.imm!);
      case 'address':
        return `${symbolText(inst.symbol ?? '')}${offsetText(inst.imm)}`;
      case 'object':
        return `${symbolText(inst.symbol ?? '')}${inst.imm === undefined ? '' : ` unit ${inst.imm}`}`;
      case 'load':
        return accessText(args, inst.imm);
      case 'store':
        return `${args[0]}, ${accessText(args.slice(1), inst.imm)}`;
      case 'call':
      case 'helper':
        return `${symbolText(inst.symbol ?? '')}(${args.join(', ')})${effectsText(inst)}`;
      case 'callRef':
        return `${args[0]}(${args.slice(1).join(', ')})${inst.symbol ? ` ${symbolText(inst.symbol)}` : ''}`;
      case 'findMember':
        return `${args[0]}, ${symbolText(inst.symbol ?? '')}`;
      case 'ishl':
      case 'ishr':
      case 'iushr':
        return `${args.join(', ')}${inst.imm === undefined ? '' : ` within ${inst.imm}`}`;
      default:
        return [...args, ...(inst.targets ?? []).map((edge) => this.edge(edge))].join(', ');
    }
  }

  private edge(edge: Edge): string {
    const args = edge.args.map((arg) => this.value(arg));
    return `${this.block(edge.block)}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
  }

  private value(inst: Inst): string {
    return this.names.get(inst) ?? `v${inst.id}`;
  }

  private block(block: Block): string {
    return this.names.get(block) ?? `b${block.id}`;
  }
}

/** True if the text states the type of an instruction's value, since nothing else does. */
export function statesType(inst: Inst): boolean {
  return inst.op !== 'load' && inst.op !== 'helper' && opInfo(inst.op).result === 'own';
}

/** What a symbol without an explicit name is called: without its kind. */
export function defaultName(symbol: string): string {
  return symbol.startsWith('f.') ? symbol.slice(2) : symbol;
}

/** Symbols and aliases of these characters are written as they are, others as JSON strings. */
export const plainSymbol = /^[\p{L}_$][\p{L}\p{N}_$.<>]*$/u;

function symbolText(symbol: string): string {
  return plainSymbol.test(symbol) ? symbol : JSON.stringify(symbol);
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function offsetText(offset: number | undefined): string {
  return offset ? (offset < 0 ? `${offset}` : `+${offset}`) : '';
}

/** ` only reads` or ` writes (...)` behind a call of which that is known. */
function effectsText({ effects }: Inst): string {
  if (!effects) return '';
  return effects.onlyReads ? ' only reads' : ` writes (${[...effects.writes].map(symbolText).join(', ')})`;
}

/** base[index]+offset */
function accessText(args: string[], offset: number | undefined): string {
  return `${args[0]}${args.length > 1 ? `[${args[1]}]` : ''}${offsetText(offset)}`;
}
