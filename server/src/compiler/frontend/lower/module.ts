// Lowering of one module: the code of a cell or functions that are compiled again, and everything that they refer
// to which is not compiled yet. Functions are lowered from a queue, each once.
import type { ValueKind } from '../../abi/objects.ts';
import type { ConstantData, GlobalData, IrFunction, IrModule } from '../../ir/ir.ts';
import { newFunction } from '../../ir/ir.ts';
import type { ClassFamilies } from '../class-families.ts';
import { globalClassName } from '../class-names.ts';
import { type Diagnostic, diagnosticAt, messages, Unsupported } from '../diagnostics.ts';
import { genericTexts } from '../generic-properties.ts';
import { type ImportedModule, moduleOf } from '../modules.ts';
import { namespacePrefix } from '../namespaces.ts';
import type { ObjectLayout } from '../object-layout.ts';
import { classRep } from '../object-types.ts';
import { type Opening, SHARED_ELEMENTS, shapesOf } from '../open-shapes.ts';
import { isLibraryPath, sourceName } from '../program.ts';
import type { Substitution } from '../rep-of-type.ts';
import { noSubstitution, repOfDefault, tryRepOfType } from '../rep-of-type.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import { boxSymbol, isRef, memoryOf, repName } from '../reps.ts';
import { ts } from '../typescript.ts';
import { repOfVariable } from '../variable-reps.ts';
import type { Captures, FunctionNode, GlobalNode, ScopeNode } from './captures.ts';
import { instantiateMember } from './classes.ts';
import {
  boxClass,
  boxObject,
  boxText,
  classText,
  closureConstant,
  contentSymbol,
  identityConstant,
  stringConstant,
  typeDescriptor,
} from './constants.ts';
import { namesReadEarly } from './early-reads.ts';
import type { FunctionLowering } from './function.ts';
import {
  isAskedByName,
  isKnownByName,
  lowerFunctionBody,
  meaningOfFunction,
  nameOf,
  TEXT,
  textMeaning,
} from './functions.ts';
import { descriptorConstant } from './objects.ts';
import { memberList } from './open-objects.ts';
import { passedType } from './passing.ts';
import { calledThroughSlot } from './slot-adapters.ts';

/** What is known of a global variable. */
export interface Global {
  readonly name: string;
  readonly symbol: string;
  readonly rep: Rep;
  /** The value of a constant that is known at compile time; it needs no memory. */
  readonly constant?: number | string | boolean;
  /** The functions with type parameters in its objects, as text. */
  readonly generics?: string;
}

/** A function to be lowered, with what it is specialised on. */
export interface FunctionInstance {
  /** The base symbol; with a number if functions of another shape had that in this session. */
  readonly symbol: string;
  readonly base: string;
  /** Parameters, result and captures, as text. */
  readonly shape: string;
  /** True for a function of the top level as it was declared: all parameters, nothing specialised. */
  readonly isMain: boolean;
  readonly name: string;
  /**
   * Its declaration; a class for the function that gives its properties their first values, or without `self` for the one
   * that makes its objects; or the protected part of a function.
   */
  readonly node: ScopeNode | ts.ClassLikeDeclaration;
  readonly substitution: Substitution;
  /** The parameters that calls pass; later ones take their default values. */
  readonly params: readonly Rep[];
  readonly result: Rep;
  /** How captured variables arrive: as further parameters, or in the closure that was called. */
  readonly form: 'direct' | 'closure';
  readonly captures: readonly CapturedVariable[];
  /** The representation of `this` in methods; it is the first parameter. */
  readonly self?: Rep;
  /** Of code in a static member: the class that `this` is, if that is not the one around it. */
  readonly staticThis?: ts.ClassLikeDeclaration;
  /** True if it gives undefined, too, although its type does not say so (perhaps-values.ts). */
  readonly givesPerhaps?: boolean;
  /** Of a part of a function: what is known of the function. */
  readonly around?: Around;
}

/** What a part of a function (captures.ts) knows of the function around it. */
export interface Around {
  /** What it returns. */
  readonly result: Rep;
  /** True in the code of a cell, from which nothing returns. */
  readonly isCell: boolean;
  /** True if it is asynchronous: what it returns is waited for. */
  readonly isAsync?: boolean;
  /** The object of a generator. */
  readonly generator?: ObjectRep;
  /** Of a loop that is a part itself, what its iterator is. */
  readonly iterator?: Rep;
}

/** A variable of an enclosing function as a nested function gets it. */
export interface CapturedVariable {
  readonly symbol: ts.Symbol;
  readonly rep: Rep;
  /** True if what is passed is a reference to the variable's box. */
  readonly boxed: boolean;
}

/** What a function relies on outside of itself: global names, with a text that changes when their meaning does. */
export type Dependencies = Map<string, string>;

/** What modules share: the checker of the program as it is, and knowledge of globals from cells lowered before. */
export interface World {
  readonly checker: ts.TypeChecker;
  /** What an earlier lowering of the declaring cell found out of a global, if it has happened. */
  knownGlobal(declaration: GlobalNode): Global | undefined;
  capturesOf(file: ts.SourceFile): Captures;
  /**
   * The symbol of a function of a shape: function values and closures of an earlier declaration must not reach code
   * of another shape.
   */
  variantOf(base: string, shape: string): string;
  readonly families: ClassFamilies;
  /** The library's function of that name, such as `array_indexOf`. */
  libraryFunction(name: string): ts.FunctionDeclaration | undefined;
}

export class ModuleLowering {
  readonly world: World;
  readonly checker: ts.TypeChecker;
  readonly diagnostics: Diagnostic[] = [];
  /** What has to be open for this to be right. */
  readonly openings: Opening[] = [];
  /** The same of what this also compiles without. */
  readonly wishes: Opening[] = [];
  readonly globals = new Map<string, Global>();
  readonly dependencies = new Map<string, Dependencies>();
  /** Names of the source units that positions refer to. */
  readonly sources: string[];
  private readonly functions = new Map<string, IrFunction>();
  private readonly globalData = new Map<string, GlobalData>();
  private readonly constants = new Map<string, ConstantData>();
  private readonly strings = new Map<string, string>();
  /** What function values share with others, by their symbols. */
  private readonly identities = new Map<string, string>();
  private readEarly: ReadonlySet<string> | undefined;
  /** Every function that was asked for, by its symbol. */
  readonly instances = new Map<string, FunctionInstance>();
  /** That of the function that is being lowered, if it is in the library. */
  private site: ts.Node | undefined;
  private readonly sites = new Map<string, ts.Node>();
  private readonly queue: FunctionInstance[] = [];
  /** Functions whose code follows from all others, by symbol. */
  private readonly last = new Map<string, () => boolean>();
  private readonly owners = new Map<string, FunctionNode>();
  private readonly nodeSymbols = new Map<FunctionNode, string>();
  private readonly arrowCounts = new Map<string, number>();

  /** The file whose functions belong into this module. */
  private readonly home: ts.SourceFile | undefined;

  /** The modules whose statements belong into this module. */
  readonly imported: readonly ImportedModule[];

  constructor(
    world: World,
    home?: ts.SourceFile,
    sources: string[] = [],
    imported: readonly ImportedModule[] = [],
  ) {
    this.imported = imported;
    this.world = world;
    this.home = home;
    this.sources = sources;
    this.checker = world.checker;
  }

  /** Index of a file in the module's list of sources. */
  sourceIndex(file: ts.SourceFile): number {
    const name = sourceName(file.fileName);
    const known = this.sources.indexOf(name);
    if (known >= 0) return known;
    return this.sources.push(name) - 1;
  }

  /**
   * Functions of other cells are on the board already, unless they are specialisations that this module is the
   * first to ask for; those are made again, as are functions of the library and of modules (the linker knows them by
   * symbol).
   */
  private wanted({ node, isMain }: FunctionInstance): boolean {
    if (!isInCell(node) || node.getSourceFile() === this.home) return true;
    return !isMain;
  }

  /** Where in a cell a function of the library was first asked for. */
  siteOf(symbol: string): ts.Node | undefined {
    return this.sites.get(symbol);
  }

  /** Asks for a function to be in the module (once), from a place in a cell. */
  request(instance: FunctionInstance, site?: ts.Node): void {
    if (this.instances.has(instance.symbol) || !this.wanted(instance)) return;
    this.instances.set(instance.symbol, instance);
    if (site && isInLibrary(instance.node)) this.sites.set(instance.symbol, site);
    this.queue.push(instance);
  }

  /** Lowers what has been asked for, and what that asks for. */
  drain(): void {
    do this.drainQueue();
    while ([...this.last.values()].map((lower) => lower()).includes(true));
  }

  /** Has a function be lowered once all others are, and again if it brings further ones; false if nothing changes. */
  addLast(symbol: string, lower: () => boolean): void {
    if (!this.last.has(symbol)) this.last.set(symbol, lower);
  }

  private drainQueue(): void {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      const instance = next;
      this.site = this.siteOf(instance.symbol);
      this.guard(instance.node, () => {
        this.addFunction(lowerFunctionBody(this, instance));
      });
    }
    this.site = undefined;
  }

  hasFunction(symbol: string): boolean {
    return this.functions.has(symbol);
  }

  /** All functions that are lowered so far. */
  get allFunctions(): readonly IrFunction[] {
    return [...this.functions.values()];
  }

  /** True if a value of type `any` may be a function. */
  get hasBoxedFunctions(): boolean {
    return [...this.constants.keys()].some((symbol) => FUNCTION_BOX.test(symbol));
  }

  addConstant(data: ConstantData): void {
    this.constants.set(data.symbol, data);
  }

  addFunction(fn: IrFunction): void {
    this.functions.set(fn.symbol, fn);
  }

  newFunction(symbol: string, name: string, result: Rep, node: ts.Node, entry = false): IrFunction {
    this.dependencies.set(symbol, new Map());
    const file = node.getSourceFile();
    const position = { source: this.sourceIndex(file), offset: node.getStart(file) };
    return newFunction(symbol, name, passedType(result), position, entry);
  }

  /** Runs a part of the lowering; what goes wrong becomes a diagnostic at the nearest node. */
  guard(node: ts.Node, action: () => void): void {
    try {
      action();
    } catch (error) {
      this.report(error, node);
    }
  }

  report(error: unknown, node: ts.Node): void {
    if (error instanceof Unsupported) {
      this.addDiagnostic(error.node, error.code, error.message);
    } else if (this.diagnostics.length === 0) {
      // After a diagnostic, further failures are consequences of code left half made.
      const reason = error instanceof Error ? error.message : String(error);
      this.addDiagnostic(node, 'GN9001', messages.GN9001(reason));
    }
  }

  private addDiagnostic(at: ts.Node, code: keyof typeof messages, message: string): void {
    // What the library can't do for some type is said where the cell asks for it.
    const node = this.site && isInLibrary(at) ? this.site : at;
    const source = sourceName(node.getSourceFile().fileName);
    const diagnostic = diagnosticAt(node, source, code, message);
    const same = (other: Diagnostic) =>
      other.start === diagnostic.start && other.source === source && other.message === message;
    if (!this.diagnostics.some(same)) this.diagnostics.push(diagnostic);
  }

  /**
   * Notes that a type has to be open, so that this has to be lowered again; until then, the conversion counts as done.
   * False if there is nothing that helps.
   */
  withOpening(opening: Opening | undefined): boolean {
    return this.withOpenings(opening && [opening]);
  }

  /** The same for several. */
  withOpenings(openings: readonly Opening[] | undefined): boolean {
    for (const opening of openings ?? [])
      if (opening.forms.length > 0 || !this.isOpen(opening.shape)) this.openings.push(opening);
    return openings !== undefined;
  }

  /** The same for what is represented in another way then: what is not although it is open comes from an older cell. */
  withRemade(opening: Opening | undefined): boolean {
    return this.withAllRemade(opening && [opening]);
  }

  withAllRemade(openings: readonly Opening[] | undefined): boolean {
    return (openings ?? []).some(({ shape }) => !this.isOpen(shape)) && this.withOpenings(openings);
  }

  /** Notes what would let the program do what Node does: code that is there keeps what it can do without. */
  wish(opening: Opening | undefined): void {
    if (opening && !this.isOpen(opening.shape)) this.wishes.push(opening);
  }

  /** True if the program has opened what is known by that shape. */
  isOpen(shape: string): boolean {
    return shapesOf(this.checker)?.isOpen(shape) ?? false;
  }

  /** Notes that typed arrays of different kinds may have the same elements. */
  shareElements(): void {
    this.withOpening({ shape: SHARED_ELEMENTS, forms: [] });
  }

  /** True if a store into a typed array may change what is loaded of one of another kind. */
  get elementsAreShared(): boolean {
    return this.isOpen(SHARED_ELEMENTS);
  }

  /** The global variable of a declaration at the top level. */
  global(declaration: GlobalNode): Global {
    const found = this.globals.get(globalName(declaration)) ?? this.world.knownGlobal(declaration);
    if (found) return found;
    return this.declareGlobal(declaration);
  }

  /** The global variable of a declaration that is being lowered now. */
  declareGlobal(declaration: GlobalNode): Global {
    const name = globalName(declaration);
    const rep = ts.isExportAssignment(declaration)
      ? repOfDefault(this.checker, declaration)
      : repOfVariable(this.checker, declaration.name, noSubstitution);
    const symbol = isInLibrary(declaration) ? `g.lib.${name}` : `g.${name}`;
    const generics = ts.isVariableDeclaration(declaration) ? genericTexts(this.checker, declaration) : '';
    const global: Global = { name, symbol, rep, ...(generics ? { generics } : {}) };
    this.globals.set(name, global);
    return global;
  }

  /** Variables of the cell that functions may read before they have a value. */
  get namesReadEarly(): ReadonlySet<string> {
    if (!this.readEarly) {
      const files = [
        ...this.imported.map(({ file }) => file),
        ...(this.home && !isLibraryPath(this.home.fileName) ? [this.home] : []),
      ];
      this.readEarly = new Set(
        files.flatMap((file) => [...namesReadEarly(file)].map((name) => nameInFile(name, file))),
      );
    }
    return this.readEarly;
  }

  /** Symbol of the word that says whether the declaration of such a variable ran. */
  readyFlag(name: string): string {
    const symbol = `g.${name}.ready`;
    this.globalData.set(symbol, { symbol, name: `${name} (ready)`, memory: 'i32' });
    return symbol;
  }

  /** Notes that a global is a constant. */
  declareConstant(global: Global, constant: number | string | boolean): void {
    this.globals.set(global.name, { ...global, constant });
  }

  /** Notes that a function refers to a global function. */
  dependOnFunction(fn: FunctionLowering, symbol: ts.Symbol, target: FunctionNode): void {
    const isOwnName = symbol.valueDeclaration?.kind === ts.SyntaxKind.FunctionExpression;
    if (isOwnName || !isKnownByName(target)) return;
    this.depend(fn.symbol, symbol.name, meaningOfFunction(fn, target));
  }

  /** Notes that a function calls one that is compiled for its calls. */
  dependOnText(fn: FunctionLowering, target: FunctionNode): void {
    const name = isKnownByName(target) ? nameOf(target) : undefined;
    if (name !== undefined) this.depend(fn.symbol, name, textMeaning(target));
  }

  /** Notes that the module uses the memory of a global. */
  useGlobal(global: Global): void {
    if (this.globalData.has(global.symbol)) return;
    const { symbol, name, rep } = global;
    this.globalData.set(symbol, { symbol, name, memory: memoryOf(rep) });
    if (rep.kind === 'optional' && !isRef(rep)) {
      const flag = presenceSymbol(symbol);
      this.globalData.set(flag, { symbol: flag, name: `${name} (present)`, memory: 'i32' });
    }
  }

  /** Notes that a function relies on a global name. */
  depend(functionSymbol: string, name: string, meaning: string): void {
    const known = this.dependencies.get(functionSymbol);
    // The text of a function says all that its signature does.
    if (!known?.get(name)?.startsWith(TEXT)) known?.set(name, meaning);
  }

  /** Notes that a function uses what a module declares. */
  dependOnModule(functionSymbol: string, { valueDeclaration }: ts.Symbol): void {
    const file = valueDeclaration?.getSourceFile();
    const id = file && moduleOf(file);
    if (id !== undefined) this.depend(functionSymbol, moduleDependency + file!.fileName, id);
  }

  /** Notes that a function relies on where the properties and methods of a class are. */
  dependOnLayout(functionSymbol: string, layout: ObjectLayout): void {
    for (let each: ObjectLayout | undefined = layout; each; each = each.parent) {
      const { declaration } = each;
      if (!declaration) return;
      const { symbol } = this.checker.getTypeAtLocation(declaration);
      if (symbol) this.dependOnModule(functionSymbol, symbol);
      const name = globalClassName(declaration);
      if (name === undefined || this.dependencies.get(functionSymbol)?.has(name)) continue;
      this.depend(functionSymbol, name, meaningOfClass(this.checker, declaration));
    }
  }

  /** Notes that a function relies on which classes extend a class. */
  dependOnSubclasses(functionSymbol: string, declaration: ts.ClassLikeDeclaration): void {
    const name = globalClassName(declaration);
    if (name !== undefined)
      this.depend(functionSymbol, subclassDependency + name, this.world.families.meaningBelow(declaration));
  }

  /** Symbol of the descriptor of the objects of a layout; asks for the methods. */
  classDescriptor(fn: FunctionLowering, layout: ObjectLayout, order = layout.order): string {
    const symbol = layout.descriptorSymbol(order);
    if (!this.constants.has(symbol)) {
      const parent = layout.parent && this.classDescriptor(fn, layout.parent);
      const methods = layout.slots.map(({ node, owner, rep, isShort, declared }) => {
        if (!node) return undefined;
        const params = isShort ? (declared ?? rep).params.slice(0, rep.params.length) : undefined;
        const isAsked = isAskedByName(fn, node, owner.substitution);
        const method = instantiateMember(fn, owner, node, undefined, params, undefined, isAsked);
        return this.functionConstant(declared ? calledThroughSlot(fn, method, rep, node) : method.symbol);
      });
      const text = this.dataConstant(classText(layout, order));
      const members = this.dataConstant(memberList(layout));
      this.constants.set(symbol, descriptorConstant(symbol, layout, text, members, parent, methods));
    }
    return symbol;
  }

  /**
   * Symbol of the class of the boxes in which a value of a representation says what it is (any.ts). `caller` gives what
   * calls the functions in such boxes, if there is such a thing.
   */
  boxDescriptor(rep: Rep, kind: ValueKind, caller?: () => string | undefined): string {
    const symbol = boxSymbol(rep);
    if (!this.constants.has(symbol)) {
      const text = this.dataConstant(boxText(rep));
      const members = this.dataConstant(new Uint8Array(4));
      // What calls one may have to do with others of the same type.
      this.constants.set(symbol, boxClass(symbol, rep, kind, text, members));
      const called = caller?.();
      if (called) this.constants.set(symbol, boxClass(symbol, rep, kind, text, members, called));
    }
    return symbol;
  }

  /** Symbol of a constant box: of null, or of a truth value or number. */
  boxConstant(rep: Rep, kind: ValueKind, value: number): string {
    const symbol = `${boxSymbol(rep)}.${value}`;
    if (!this.constants.has(symbol)) {
      this.constants.set(symbol, boxObject(symbol, this.boxDescriptor(rep, kind), memoryOf(rep), value));
    }
    return symbol;
  }

  stringConstant(text: string): string {
    const known = this.strings.get(text);
    if (known) return known;
    const constant = stringConstant(text);
    const { symbol } = constant;
    if (!this.constants.has(symbol)) this.constants.set(symbol, constant);
    this.strings.set(text, symbol);
    return symbol;
  }

  /** Symbol of the type descriptor of a representation, or undefined if it can't be printed. */
  descriptor(rep: Rep): string | undefined {
    const bytes = typeDescriptor(rep);
    return bytes && this.dataConstant(bytes);
  }

  private dataConstant(bytes: Uint8Array): string {
    const symbol = contentSymbol(bytes);
    if (!this.constants.has(symbol)) this.constants.set(symbol, { symbol, bytes, relocations: [] });
    return symbol;
  }

  /** Symbol of the function value of a function without captures. */
  functionConstant(code: string, held: readonly string[] = []): string {
    const symbol = constantOf(code);
    if (!this.constants.has(symbol)) this.constants.set(symbol, closureConstant(symbol, code, held));
    return symbol;
  }

  /** The same for a function that has several values, of which all are one: they refer to what they share. */
  sharedFunctionConstant(code: string, identity: string, held: readonly string[] = []): string {
    if (!this.constants.has(identity)) this.constants.set(identity, identityConstant(identity, held));
    const symbol = this.functionConstant(code, [identity, constantOf(code)]);
    this.identities.set(symbol, identity);
    return symbol;
  }

  /** What stands for a function value when it is compared. */
  identityOf(constant: string): string {
    return this.identities.get(constant) ?? constant;
  }

  captures(file: ts.SourceFile): Captures {
    return this.world.capturesOf(file);
  }

  /** `symbol`, or if another function of the same name has it already, one with a number. */
  ownSymbol(node: FunctionNode, symbol: string): string {
    for (let i = 1; ; i++) {
      const candidate = i === 1 ? symbol : `${symbol}.${i}`;
      const owner = this.owners.get(candidate);
      if (owner && owner !== node) continue;
      this.owners.set(candidate, node);
      return candidate;
    }
  }

  /** Remembers the symbol that a function is being lowered under, for those nested in it. */
  nameNode(node: FunctionNode, symbol: string): void {
    this.nodeSymbols.set(node, symbol);
  }

  symbolOfNode(node: FunctionNode): string | undefined {
    return this.nodeSymbols.get(node);
  }

  /** A symbol for a function without a name, by its order in the function around it. */
  anonymousSymbol(outer: string): string {
    const count = (this.arrowCounts.get(outer) ?? 0) + 1;
    this.arrowCounts.set(outer, count);
    return `${outer}.arrow${count}`;
  }

  /** Takes in what another module made, one with the same list of sources. */
  include(other: ModuleLowering): void {
    for (const [symbol, fn] of other.functions)
      if (!this.functions.has(symbol)) this.functions.set(symbol, fn);
    for (const [symbol, data] of other.globalData) this.globalData.set(symbol, data);
    for (const [symbol, data] of other.constants) this.constants.set(symbol, data);
  }

  /** The representation of a type outside of specialised functions, or undefined if it has none yet. */
  tryRep(type: ts.Type, checker = this.checker): Rep | undefined {
    return tryRepOfType(checker, type, noSubstitution);
  }

  finish(entry: string | undefined): IrModule {
    return {
      sources: this.sources,
      functions: [...this.functions.values()],
      globals: [...this.globalData.values()],
      constants: [...this.constants.values()],
      entry,
    };
  }
}

/** How the symbols of classes of boxes begin that hold functions. */
const FUNCTION_BOX = /^k\.box\.(new )?\(/;

/** Symbol of the value of a function without captures. */
const constantOf = (code: string) => `k.${code.replace(/^f\./, '')}`;

/** Where a global of an optional scalar keeps whether it has a value. */
export function presenceSymbol(symbol: string): string {
  return `${symbol}.present`;
}

/** What a dependency on a class says: its text, and where everything is in its objects. */
export function meaningOfClass(checker: ts.TypeChecker, declaration: ts.ClassLikeDeclaration): string {
  const rep = declaration.typeParameters?.length ? undefined : classRep(checker, declaration, []);
  return `class ${rep ? repName(rep) : ''} ${declaration.getText()}`;
}

/** What a dependency on a variable says. */
export function meaningOfGlobal(global: Global): string {
  const value = global.constant === undefined ? '' : ` = ${JSON.stringify(global.constant)}`;
  return `${repName(global.rep)}${value}${global.generics ?? ''}`;
}

/** Begins the name of a dependency on a module, before its path. */
export const moduleDependency = 'module ';

/** Begins the name of a dependency on the classes that extend one, before its name. */
export const subclassDependency = 'subclasses of ';

/** Begins the name of a dependency on whether a property may be frozen, before its name. */
export const frozenDependency = 'frozen ';

/** A global variable's name; that of a module's begins with the module. */
export function globalName(declaration: GlobalNode): string {
  const name = ts.isExportAssignment(declaration)
    ? 'default'
    : `${namespacePrefix(declaration)}${declaration.name.text}`;
  return nameInFile(name, declaration.getSourceFile());
}

/** A name with the module before it that a file is, if it is one. */
export function nameInFile(name: string, file: ts.SourceFile): string {
  const module = moduleOf(file);
  return module === undefined ? name : `${module}.${name}`;
}

/** True for what is neither in the library nor in a module. */
export function isInCell(node: ts.Node): boolean {
  return !isInLibrary(node) && moduleOf(node.getSourceFile()) === undefined;
}

export function isInLibrary(node: ts.Node): boolean {
  return isLibraryPath(node.getSourceFile().fileName);
}
