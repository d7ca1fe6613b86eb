// The context in which the body of one function (or a cell's top level) is lowered: the builder, and what each
// variable name stands for.

import { HEADER_SIZE, ObjectKind } from '../../abi/objects.ts';
import { Builder, type Variable } from '../../ir/builder.ts';
import type { Block, Inst, IrFunction } from '../../ir/ir.ts';
import { memorySize } from '../../ir/types.ts';
import { fail } from '../diagnostics.ts';
import type { Substitution } from '../rep-of-type.ts';
import { repOfType, tryRepOfType } from '../rep-of-type.ts';
import type { Rep } from '../reps.ts';
import { isRef, memoryOf, valueType } from '../reps.ts';
import { isTakenApart } from '../taken-apart.ts';
import { ts } from '../typescript.ts';
import { allocate } from './allocation.ts';
import { type GlobalNode, isGlobalDeclaration, isVariableNode, type VariableNode } from './captures.ts';
import { meaningOfGlobal } from './dependencies.ts';
import { functionProperty } from './function-properties.ts';
import { type Global, presenceSymbol } from './globals.ts';
import type { Around } from './instances.ts';
import { isLocalStatic } from './local-statics.ts';
import type { ModuleLowering } from './module.ts';
import { unaliased } from './names.ts';
import { isOptionalScalar, passed, received } from './passing.ts';
import type { Protection } from './try.ts';
import { instOf, type Value } from './value.ts';

/** How a heap cell keeps a variable. */
const boxMemory = (rep: Rep) => (isOptionalScalar(rep) ? 'ref' : memoryOf(rep));

/** What a variable name stands for. */
export type Binding =
  | { readonly kind: 'local'; readonly rep: Rep; readonly variable: Variable; readonly present?: Variable }
  /** In the heap, since functions that captured it must see changes; the variable holds the box. */
  | { readonly kind: 'box'; readonly rep: Rep; readonly box: Variable }
  | { readonly kind: 'global'; readonly rep: Rep; readonly global: Global }
  /** Never changes: a captured constant, `this`. */
  | { readonly kind: 'value'; readonly rep: Rep; readonly value: Value };

/** True for `let` and `const`. */
function isBlockScoped(declaration: VariableNode): boolean {
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) !== 0;
}

/** Where `break` and `continue` go. */
export interface JumpTarget {
  readonly labels: readonly string[];
  readonly breakBlock: Block;
  /** Undefined for `switch` and labelled blocks. */
  readonly continueBlock?: Block;
  /** False for labelled blocks, which only a `break` with their label leaves. */
  readonly plainBreak: boolean;
  /** Emits what is to be done by those that leave the statement other than by these blocks. */
  readonly close?: () => void;
}

export class FunctionLowering {
  readonly module: ModuleLowering;
  readonly checker: ts.TypeChecker;
  readonly b: Builder;
  readonly symbol: string;
  readonly substitution: Substitution;
  /** What `return` gives; void for a cell. */
  readonly result: Rep;
  readonly jumps: JumpTarget[] = [];
  /** In a part of a function, what is known of the function; else of this one itself. */
  readonly around: Around;
  /** Set in a protected part of a function. */
  protection: Protection | undefined;
  /** Where optional chains go on that end early, innermost last. */
  readonly chainExits: Block[] = [];
  /** `this` in methods of library classes. */
  self: Value | undefined;
  /** The class that `this` is in a static member which was called as one of a class that extends its own. */
  staticThis: ts.ClassLikeDeclaration | undefined;
  /** True in a function that gives undefined, too, although its type does not say so. */
  givesPerhaps = false;
  /** While a method of a literal is made for an object that takes it over: of what layout that is. */
  takenBy: string | undefined;
  /** The class that an expression is taken for, of those that it may be (held-classes.ts). */
  heldClass: { readonly node: ts.Expression; readonly declaration: ts.ClassLikeDeclaration } | undefined;
  private node: ts.Node | undefined;
  private readonly source: number;
  private readonly bindings = new Map<ts.Symbol, Binding>();

  constructor(
    module: ModuleLowering,
    fn: IrFunction,
    file: ts.SourceFile,
    result: Rep,
    substitution: Substitution,
    around: Around = { result, isCell: fn.entry },
  ) {
    this.module = module;
    this.around = around;
    this.checker = module.checker;
    this.b = new Builder(fn);
    this.symbol = fn.symbol;
    this.substitution = substitution;
    this.result = result;
    this.source = module.sourceIndex(file);
  }

  /** The node that asks for what is emitted: in the library, the one in a cell that led there. */
  get site(): ts.Node | undefined {
    return this.module.siteOf(this.symbol) ?? this.node;
  }

  /** Attaches the position of a node to what is emitted next. */
  at(node: ts.Node): void {
    this.node = node;
    this.b.position = { source: this.source, offset: node.getStart() };
  }

  /** Runs `emit` with a node's position, and goes back to the position before. */
  within<T>(node: ts.Node, emit: () => T): T {
    const before = this.b.position;
    const nodeBefore = this.node;
    this.at(node);
    const result = emit();
    this.b.position = before;
    this.node = nodeBefore;
    return result;
  }

  /** Runs `emit` with an expression taken for a class. */
  withClass<T>(node: ts.Expression, declaration: ts.ClassLikeDeclaration, emit: () => T): T {
    const before = this.heldClass;
    this.heldClass = { node, declaration };
    const result = emit();
    this.heldClass = before;
    return result;
  }

  /** The representation of an expression's or declaration's type. */
  repAt(node: ts.Node): Rep {
    return this.repOf(this.checker.getTypeAtLocation(node), node);
  }

  repOf(type: ts.Type, node: ts.Node): Rep {
    return repOfType(this.checker, type, this.substitution, node);
  }

  /** The representation of a type, or undefined if it has none yet. */
  tryRepOf(type: ts.Type): Rep | undefined {
    return tryRepOfType(this.checker, type, this.substitution);
  }

  /** The types that the context of an expression allows. */
  contextualTypes(node: ts.Expression): readonly ts.Type[] {
    if (isTakenApart(node)) return [];
    const type = this.checker.getContextualType(node);
    return type?.isUnion() ? type.types : type ? [type] : [];
  }

  symbolAt(node: ts.Identifier): ts.Symbol {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.checker.getSymbolAtLocation(node);
    if (!symbol) fail(node, 'GN1001', `the name '${node.text}'`);
    const meant = unaliased(this.checker, symbol);
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (meant !== symbol || isMember) this.module.dependOnModule(this.symbol, meant);
    return meant;
  }

  // Variables

  /** Declares a local variable; its value is undefined until it is written. */
  declare(symbol: ts.Symbol, rep: Rep, node: ts.Node): Binding {
    let binding: Binding;
    if (rep.kind === 'void') fail(node, 'GN1002', 'void');
    if (this.module.captures(node.getSourceFile()).isBoxed(symbol)) {
      binding = { kind: 'box', rep, box: this.b.declareVariable('ref', symbol.name) };
      this.b.write(binding.box, this.newBox(rep));
    } else {
      const variable = this.b.declareVariable(valueType(rep), symbol.name);
      binding =
        rep.kind === 'optional' && !isRef(rep)
          ? { kind: 'local', rep, variable, present: this.b.declareVariable('i32', `${symbol.name}?`) }
          : { kind: 'local', rep, variable };
    }
    this.bindings.set(symbol, binding);
    return binding;
  }

  bind(symbol: ts.Symbol, binding: Binding): void {
    this.bindings.set(symbol, binding);
  }

  bindingOfLocal(symbol: ts.Symbol): Binding | undefined {
    return this.bindings.get(symbol);
  }

  /** What a name of a variable stands for. */
  binding(symbol: ts.Symbol, node: ts.Node): Binding {
    const local = this.bindings.get(symbol);
    if (local) return local;
    const declaration = symbol.valueDeclaration;
    if (declaration && isVariableNode(declaration)) {
      if (isGlobalDeclaration(declaration)) return this.globalBinding(declaration);
      // A `var` before its declaration; or a variable that a hoisted function uses before it exists.
      if (isBlockScoped(declaration))
        this.within(node, () => this.b.check(this.b.iconst(0), 'uninitialized'));
      return this.declare(symbol, this.repAt(declaration.name), node);
    }
    if (declaration && isLocalStatic(declaration)) {
      this.within(node, () => this.b.check(this.b.iconst(0), 'uninitialized'));
      return this.declare(symbol, this.repAt(declaration), node);
    }
    if (declaration && ts.isExportAssignment(declaration)) return this.globalBinding(declaration);
    if (symbol.flags & ts.SymbolFlags.Assignment) return functionProperty(this, symbol, node);
    return fail(node, 'GN1001', `using '${symbol.name}' here`);
  }

  private globalBinding(declaration: GlobalNode): Binding {
    const global = this.module.global(declaration);
    this.module.depend(this.symbol, global.name, meaningOfGlobal(global));
    return { kind: 'global', rep: global.rep, global };
  }

  read(binding: Binding): Value {
    const { rep } = binding;
    switch (binding.kind) {
      case 'value':
        return binding.value;
      case 'local': {
        const inst = this.b.read(binding.variable);
        return binding.present ? { rep, inst, present: this.b.read(binding.present) } : { rep, inst };
      }
      case 'box':
        return received(
          this,
          rep,
          this.b.load(boxMemory(rep), 'capture', this.b.read(binding.box), HEADER_SIZE),
        );
      case 'global':
        return this.readGlobal(binding.global);
    }
  }

  private readGlobal(global: Global): Value {
    const { rep, symbol, constant } = global;
    if (constant !== undefined) return this.constantValue(constant, rep);
    this.module.useGlobal(global);
    if (!this.b.fn.entry && this.module.namesReadEarly.has(global.name)) {
      const flag = this.module.readyFlag(global.name);
      this.b.check(this.b.load('i32', `global.${flag}`, this.b.address(flag)), 'uninitialized');
    }
    const inst = this.b.load(memoryOf(rep), `global.${symbol}`, this.b.address(symbol));
    if (rep.kind !== 'optional' || isRef(rep)) return { rep, inst };
    const flag = presenceSymbol(symbol);
    return { rep, inst, present: this.b.load('i32', `global.${flag}`, this.b.address(flag)) };
  }

  constantValue(constant: number | string | boolean, rep: Rep): Value {
    switch (typeof constant) {
      case 'string':
        return this.text(constant);
      case 'boolean':
        return { rep, inst: this.b.iconst(constant ? 1 : 0) };
      case 'number':
        return { rep, inst: this.b.constant(valueType(rep), constant) };
    }
  }

  /** Writes a value of the binding's representation. */
  write(binding: Binding, value: Value): void {
    switch (binding.kind) {
      case 'value':
        throw new Error('a constant is assigned');
      case 'local':
        this.b.write(binding.variable, instOf(value));
        if (binding.present) this.b.write(binding.present, value.present ?? this.b.iconst(1));
        break;
      case 'box':
        this.b.store(
          boxMemory(binding.rep),
          'capture',
          passed(this, value),
          this.b.read(binding.box),
          HEADER_SIZE,
        );
        break;
      case 'global': {
        const { global } = binding;
        this.module.useGlobal(global);
        const base = this.b.address(global.symbol);
        this.b.store(memoryOf(global.rep), `global.${global.symbol}`, instOf(value), base);
        if (value.present) {
          const flag = presenceSymbol(global.symbol);
          this.b.store('i32', `global.${flag}`, value.present, this.b.address(flag));
        }
      }
    }
  }

  /** Says whether the declaration of a global ran, where functions may read it early. */
  setReady(name: string, ready: boolean): void {
    if (!this.module.namesReadEarly.has(name)) return;
    const flag = this.module.readyFlag(name);
    this.b.store('i32', `global.${flag}`, this.b.iconst(ready ? 1 : 0), this.b.address(flag));
  }

  /** A heap cell for one variable. */
  newBox(rep: Rep): Inst {
    const memory = boxMemory(rep);
    const kind = memory === 'ref' ? ObjectKind.refs : ObjectKind.raw;
    return allocate(this.b, kind, HEADER_SIZE + memorySize[memory]);
  }

  // Small values

  text(text: string): Value {
    const unit = text.length === 1 ? text.charCodeAt(0) : undefined;
    return {
      rep: { kind: 'string' },
      inst: this.b.object(this.module.constants.string(text), unit),
      text,
    };
  }
}
