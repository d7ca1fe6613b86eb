// Lowering of one module: the code of a cell or functions that are compiled again, and everything that they refer
// to which is not compiled yet. Functions are lowered from a queue, each once.
import type { GlobalData, IrFunction, IrModule } from '../../ir/ir.ts';
import { newFunction } from '../../ir/ir.ts';
import { anyObjectsOf } from '../any-objects.ts';
import type { ClassFamilies } from '../class-families.ts';
import { globalClassName } from '../class-names.ts';
import { type Diagnostic, diagnosticAt, messages, Unsupported } from '../diagnostics.ts';
import { genericTexts } from '../generic-properties.ts';
import { type ImportedModule, moduleOf } from '../modules.ts';
import type { ObjectLayout } from '../object-layout.ts';
import { type Opening, SHARED_ELEMENTS, shapesOf } from '../open-shapes.ts';
import { isLibraryPath, sourceName } from '../program.ts';
import { noSubstitution, repOfDefault, tryRepOfType } from '../rep-of-type.ts';
import type { Rep } from '../reps.ts';
import { isRef, memoryOf } from '../reps.ts';
import { ts } from '../typescript.ts';
import { repOfVariable } from '../variable-reps.ts';
import type { Captures, FunctionNode, GlobalNode } from './captures.ts';
import { instantiateMember } from './classes.ts';
import { classText } from './constants.ts';
import { type Dependencies, meaningOfClass, moduleDependency, subclassDependency } from './dependencies.ts';
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
import { type Global, globalName, isInCell, isInLibrary, nameInFile, presenceSymbol } from './globals.ts';
import type { FunctionInstance } from './instances.ts';
import { ModuleConstants } from './module-constants.ts';
import { descriptorConstant } from './objects.ts';
import { memberList } from './open-objects.ts';
import { passedType } from './passing.ts';
import { calledThroughSlot } from './slot-adapters.ts';

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
  readonly constants = new ModuleConstants();
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
    return this.constants.holdsFunctions;
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

  /** Notes what becomes a value of type `any`. */
  noteGiven(rep: Rep): void {
    this.withOpenings(anyObjectsOf(this.checker)?.give(rep));
  }

  /** Notes the properties of a literal that is made without a type. */
  noteMade(names: readonly string[]): void {
    this.withOpenings(anyObjectsOf(this.checker)?.make(names));
  }

  /** Notes that objects are read of which nothing says of what type they are. */
  noteRead(): void {
    this.withOpenings(anyObjectsOf(this.checker)?.read());
  }

  /** Notes a literal of any properties, whose names only the run knows. */
  noteComputed(): void {
    this.withOpenings(anyObjectsOf(this.checker)?.compute());
  }

  /** Notes what a guard takes values of type `any` for. */
  noteGuarded(layout: ObjectLayout): void {
    this.withOpenings(anyObjectsOf(this.checker)?.guard(layout));
  }

  /** Notes what a value of type `any` is taken for. */
  noteTaken(layout: ObjectLayout): void {
    this.withOpenings(anyObjectsOf(this.checker)?.take(layout));
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
        return this.constants.functionValue(
          declared ? calledThroughSlot(fn, method, rep, node) : method.symbol,
        );
      });
      const text = this.constants.bytes(classText(layout, order));
      const members = this.constants.bytes(memberList(layout));
      this.constants.add(descriptorConstant(symbol, layout, text, members, parent, methods));
    }
    return symbol;
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
    for (const data of other.constants.all()) this.constants.add(data);
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
      constants: [...this.constants.all()],
      entry,
    };
  }
}
