// A session: one live program on one board. It runs cells (check, compile, link, push, call, report), streams
// output, stops and resets. The terminal, the language server and tests all host this class; nothing in it knows
// an editor, a serial port or Node.
import { HEAP_SYMBOL } from '../compiler/abi/heap.ts';
import { type Compilation, Compiler } from '../compiler/compiler.ts';
import { type Diagnostic, type Draft, Frontend } from '../compiler/frontend/index.ts';
import { LanguageFeatures } from '../language/index.ts';
import { LinkError, type Patch } from '../linker/index.ts';
import { BoardLink, type ByteStream, type CallResult, type Identity, type Trap } from '../protocol/index.ts';
import { ShadowMachine } from '../shadow/index.ts';
import { chipNamed } from './chips.ts';
import { type Clock, startClock } from './clock.ts';
import {
  FirmwareMismatch,
  type SessionListener,
  type SessionOptions,
  type SessionState,
} from './contract.ts';
import { explainTrap } from './explain-trap.ts';
import {
  type BoardMemory,
  inspectMemory,
  inspectPins,
  inspectVariables,
  type PinLevels,
  type ProgramVariable,
} from './inspection.ts';
import { linkInRoom } from './make-room.ts';
import { decodeOutput, formatValue } from './output.ts';
import { ProgramConsole } from './program-console.ts';
import { type CellResult, type CellValue, newCost } from './result.ts';
import type { RuntimeError, SourceLocation } from './runtime-error.ts';
import { inSlices } from './slices.ts';
import { locationOf } from './source-lines.ts';
import type { ReadMemory } from './unwind.ts';
import { functionAt } from './values.ts';
import { warmUp } from './warm-up.ts';

interface Attached {
  readonly board: BoardLink;
  readonly read: ReadMemory;
  readonly identity: Identity;
  /** Both begin anew at a reset. */
  readonly shadow: ShadowMachine;
  readonly compiler: Compiler;
}

export class Session {
  /** What an editor asks about cells of the documents that were set. */
  readonly language: LanguageFeatures;
  private readonly frontend: Frontend;
  private readonly listeners = new Set<SessionListener>();
  /** Texts of the cells as they ran last, for positions. */
  private readonly texts = new Map<string, string>();
  private attached: Attached | undefined;
  private currentState: SessionState = 'detached';
  private nextCall = 1;
  /** Counts cells that were run. */
  private runs = 0;
  /** Counts stops, which end also what is being compiled. */
  private stops = 0;
  /** A call has been sent, and its result has not arrived. */
  private calling = false;
  private value: CellValue | undefined;
  private console = new ProgramConsole();
  private trap: Trap | undefined;
  /** The code of a cell that was compiled before it is run. */
  private prepared: { readonly compilation: Compilation; readonly ms: number } | undefined;
  /** Counts cells that were prepared. */
  private preparations = 0;
  /** Runs wait here for their turn: the board runs one call at a time. */
  private queue: Promise<unknown> = Promise.resolve();
  /** Live timers: as many as the last call left, 0 once the last of them has ended. */
  timers = 0;
  /** Errors of timers' callbacks whose stacks are being read. */
  private explaining: Promise<void> = Promise.resolve();

  constructor(private readonly options: SessionOptions) {
    this.frontend = new Frontend(options.library, options.modules);
    this.language = new LanguageFeatures(this.frontend, (symbol) => this.shadow?.addressOf(symbol));
    for (const { name, text } of options.library) this.texts.set(`lib/${name}`, text);
  }

  get state(): SessionState {
    return this.currentState;
  }

  /** What the attached board says of itself; undefined while detached. */
  get identity(): Identity | undefined {
    return this.attached?.identity;
  }

  /** The mirror of the attached board; undefined while detached. */
  get shadow(): ShadowMachine | undefined {
    return this.attached?.shadow;
  }

  /** Adds a listener; the function that is returned removes it. */
  listen(listener: SessionListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Compiles something, so that the first cells do not pay for a cold compiler: the check and a first look at once,
   * the rest between other work, until a cell is run. Does nothing if one was.
   */
  async warmUp(chip = 'rp2040'): Promise<void> {
    await this.queue;
    const isIdle = () => this.runs === 0;
    if (isIdle()) await warmUp(this.frontend, () => this.newCompiler(chip), isIdle);
  }

  /**
   * Connects to the board at the other end of a stream and starts with an empty program there. Throws an Error
   * if nothing answers, and a FirmwareMismatch (the stream stays open) if other firmware does.
   */
  async attach(stream: ByteStream): Promise<Identity> {
    await this.detach();
    this.setState('attaching');
    try {
      const board = new BoardLink(stream);
      const identity = await board.connect();
      const { firmware } = this.options;
      if (identity.buildHash !== firmware.buildHash) {
        throw new FirmwareMismatch(identity.buildHash, firmware.buildHash);
      }
      this.attached = this.emptyProgram(board, identity);
      board.listen({
        output: (bytes) => this.receiveOutput(bytes),
        trap: (trap) => this.receiveTrap(trap),
        result: ({ timers }) => {
          this.calling = false;
          this.timers = timers;
        },
        quiet: () => {
          this.timers = 0;
          // What the last callback failed with is told first.
          void this.explaining.then(() => this.emit('quiet'));
        },
        closed: () => this.lose(),
      });
      await this.startOver();
      this.setState('ready');
      return identity;
    } catch (error) {
      this.attached = undefined;
      this.setState('detached');
      throw error;
    }
  }

  /** Lets go of the board, which keeps running its timers. */
  async detach(): Promise<void> {
    const attached = this.attached;
    this.attached = undefined;
    if (attached) await attached.board.close();
    this.setState('detached');
  }

  /** TypeScript's and our diagnostics of a cell in the live program, which stays as it is. */
  check(id: string, text: string): readonly Diagnostic[] {
    const undo = this.frontend.setCell(id, text);
    const found = this.frontend.check(id);
    undo();
    return found;
  }

  /**
   * Sets the code cells that an open document shows now, in its order: what `language` knows of. A cell has the
   * identifier under which it runs. Nothing of that changes the live program.
   */
  setDocument(uri: string, cells: readonly Draft[]): void {
    this.frontend.setDocument(uri, cells);
  }

  /** A document has been closed. */
  removeDocument(uri: string): void {
    this.frontend.removeDocument(uri);
  }

  /**
   * Compiles a cell of a document as it is edited, in slices between other work, until a cell is run or another one is
   * prepared: if nothing changes until its run, that has only to link. Does nothing without a board, or if it has errors.
   */
  async prepare(id: string): Promise<void> {
    const { attached, runs } = this;
    if (!attached) return;
    const preparation = ++this.preparations;
    const begin = performance.now();
    const module = this.frontend.preview(id);
    if (!module) return;
    const isWanted = () =>
      this.attached === attached && this.runs === runs && this.preparations === preparation;
    const compilation = await inSlices(attached.compiler.compileAheadInSlices(module), isWanted);
    if (compilation) this.prepared = { compilation, ms: performance.now() - begin };
  }

  /**
   * Runs a cell: it becomes part of the live program, newest. A second run under the same id replaces the first.
   * Runs queue up behind each other. Never rejects for what the cell does; rejects if the link is lost.
   */
  runCell(id: string, text: string): Promise<CellResult> {
    const run = this.queue.then(() => this.runNow(id, text));
    this.queue = run.catch(() => undefined);
    return run;
  }

  /**
   * Resolves once no timer is live and all errors of callbacks have been reported. Rejects if the board is lost or
   * detached before.
   */
  async whenQuiet(): Promise<void> {
    this.requireBoard();
    while (this.timers > 0) {
      await new Promise<void>((resolve, reject) => {
        const remove = this.listen({
          quiet: () => {
            remove();
            resolve();
          },
          state: (state) => {
            if (state === 'ready' || state === 'running') return;
            remove();
            reject(new Error('the board is gone'));
          },
        });
      });
    }
    await this.explaining;
  }

  /** Stops the running cell, also while it is compiled, and all timers. */
  async stop(): Promise<void> {
    const { board } = this.requireBoard();
    this.stops++;
    await board.stop();
  }

  /** Levels of the board's pins, now. Like `memory` and `variables` also while a cell runs; rejects without a board. */
  async pins(): Promise<PinLevels> {
    const { identity, read } = this.requireBoard();
    return inspectPins(chipNamed(identity.chip), read);
  }

  /** How full the board's memory is, now. */
  async memory(): Promise<BoardMemory> {
    const { shadow, read } = this.requireBoard();
    return inspectMemory(shadow, this.options.firmware, read);
  }

  /** What the variables of the live program hold, now. */
  async variables(): Promise<ProgramVariable[]> {
    const { identity, shadow, read } = this.requireBoard();
    const begin = chipNamed(identity.chip).flash;
    const firmware = { begin, end: begin + this.options.firmware.flashBytes };
    const locate = (unit: string, offset: number) => this.locate(unit, offset);
    return inspectVariables(this.frontend.variables(), { shadow, firmware }, locate, read);
  }

  /** Stops what runs and clears board and live program: variables, functions, timers. */
  async reset(): Promise<void> {
    await this.stop();
    const run = this.queue.then(async () => {
      // A cell that waited for its turn may have begun to run, or left timers.
      await this.stop();
      await this.startOver();
    });
    this.queue = run.catch(() => undefined);
    await run;
  }

  /** Restarts the board into its boot loader, to be flashed there. The board is lost by that. */
  async enterBootLoader(): Promise<void> {
    await this.requireBoard().board.bootloader();
  }

  private async startOver(): Promise<void> {
    const { board, identity } = this.requireBoard();
    await board.reset();
    this.frontend.reset();
    this.console = new ProgramConsole();
    this.timers = 0;
    this.attached = this.emptyProgram(board, identity);
    this.emit('programChanged');
  }

  private emptyProgram(board: BoardLink, identity: Identity): Attached {
    const { helpers, heapState } = this.options.firmware;
    const symbols = new Map(Object.entries({ ...helpers, [HEAP_SYMBOL]: heapState }));
    const shadow = new ShadowMachine(identity.memory, symbols);
    const read: ReadMemory = (address, length) => board.read(address, length);
    return { board, read, identity, shadow, compiler: this.newCompiler(identity.chip) };
  }

  private newCompiler(chip: string): Compiler {
    return new Compiler({ target: chipNamed(chip).target, verify: this.options.verify ?? false });
  }

  private async runNow(id: string, text: string): Promise<CellResult> {
    this.runs++;
    const attached = this.requireBoard();
    const { board, shadow, compiler } = attached;
    const { stops } = this;
    const cost = newCost();
    const clock = startClock();

    const undo = this.frontend.setCell(id, text);
    const problems = this.frontend.check(id);
    cost.checkMs = clock.lap();
    if (problems.some(({ severity }) => severity === 'error')) {
      undo();
      return { status: 'rejected', message: undefined, diagnostics: problems, cost };
    }

    const lowered = this.frontend.lower(id);
    const diagnostics = [...problems, ...lowered.diagnostics];
    // Meanwhile the editor may ask and edit, and the board may be stopped or go.
    const isWanted = () => this.attached === attached && this.stops === stops;
    let compilation: Compilation | undefined;
    try {
      compilation = await inSlices(compiler.compileInSlices(lowered.module), isWanted);
    } finally {
      if (!compilation) undo();
    }
    cost.compileMs = clock.lap();
    if (compilation && compilation === this.prepared?.compilation) cost.aheadMs = this.prepared.ms;
    this.prepared = undefined;
    if (!compilation) {
      if (this.attached !== attached) throw new Error('the board went while the cell was compiled');
      return { status: 'stopped', diagnostics, cost };
    }

    let patch: Patch;
    try {
      const { constants, globals } = lowered.module;
      // With timers alive, code and data are in use while they would be looked through.
      const reclaims = this.timers === 0 ? attached.read : undefined;
      patch = await linkInRoom({ code: compilation.code, constants, globals }, shadow, board, reclaims);
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      undo();
      return { status: 'rejected', message: error.message, diagnostics, cost };
    }
    this.texts.set(id, text);
    for (const [path, module] of this.frontend.moduleTexts()) this.texts.set(path, module);
    compilation.commit();
    this.emit('programChanged', id);
    cost.linkMs = clock.lap();
    cost.codeBytes = patch.codeBytes;
    cost.bytesPushed = patch.writes.reduce((sum, { bytes }) => sum + bytes.length, 0);

    const { entry } = lowered.module;
    const address = entry === undefined ? undefined : shadow.addressOf(entry);
    const result = await this.pushAndCall(board, patch, address, cost, clock);
    // A trap is explained while the code that trapped is still known.
    const error = result?.status === 'trapped' ? await this.explain(this.trap) : undefined;
    if (entry) shadow.remove(entry);
    for (const symbol of lowered.evaluations) shadow.remove(symbol);
    shadow.releaseQuarantine();
    cost.cycles = result?.cycles ?? 0;
    if (error) return { status: 'failed', error, diagnostics, cost };
    if (result?.status === 'stopped') return { status: 'stopped', diagnostics, cost };
    if (result?.status === 'refused') {
      throw new Error('the board refused to run the cell; reset it');
    }
    return { status: 'done', value: this.value, diagnostics, cost };
  }

  /** Sends writes, roots and call back to back; resolves with the call's result. */
  private async pushAndCall(
    board: BoardLink,
    patch: Patch,
    entry: number | undefined,
    cost: ReturnType<typeof newCost>,
    clock: Clock,
  ): Promise<CallResult | undefined> {
    this.value = undefined;
    this.trap = undefined;
    for (const { address, bytes } of patch.writes) board.write(address, bytes);
    board.roots(patch.roots.begin, patch.roots.end);
    if (entry === undefined) {
      cost.pushMs = clock.lap();
      return undefined;
    }
    this.calling = true;
    this.setState('running');
    try {
      const answer = board.call(this.nextCall++, entry);
      cost.pushMs = clock.lap();
      return await answer;
    } finally {
      this.calling = false;
      cost.runMs = clock.lap();
      if (this.currentState === 'running') this.setState('ready');
    }
  }

  private functionAt(address: number): unknown {
    return this.shadow && functionAt(this.shadow, address);
  }

  private receiveOutput(bytes: Uint8Array): void {
    const { channel, values } = decodeOutput(bytes, (address) => this.functionAt(address));
    if (channel === 'value') this.value = { value: values[0], text: formatValue(values[0]) };
    const printed = this.console.print({ channel, values });
    if (printed) this.emit('output', { ...printed, from: this.calling ? 'cell' : 'timer' });
  }

  private receiveTrap(trap: Trap): void {
    if (trap.callId !== undefined) this.trap = trap;
    else {
      const explained = this.explain(trap).then(
        (error) => this.emit('timerError', error),
        // The link is lost, which is reported by itself.
        () => {},
      );
      this.explaining = Promise.all([this.explaining, explained]).then(() => {});
    }
  }

  /** A trap in people's words, with the stack of source positions. */
  private explain(trap: Trap | undefined): Promise<RuntimeError> {
    const { shadow, read } = this.requireBoard();
    return explainTrap(trap, shadow, (unit, offset) => this.locate(unit, offset), read);
  }

  private locate(unit: string, offset: number): SourceLocation | undefined {
    const text = this.texts.get(unit);
    return text === undefined ? undefined : locationOf(unit, text, offset);
  }

  private lose(): void {
    if (!this.attached) return;
    this.attached = undefined;
    this.setState('lost');
  }

  private requireBoard(): Attached {
    if (!this.attached) throw new Error('no board is connected; connect one first');
    return this.attached;
  }

  private setState(state: SessionState): void {
    if (this.currentState === state) return;
    this.currentState = state;
    this.emit('state', state);
  }

  private emit<K extends keyof SessionListener>(
    event: K,
    ...args: Parameters<NonNullable<SessionListener[K]>>
  ): void {
    for (const listener of this.listeners) {
      (listener[event] as ((...args: unknown[]) => void) | undefined)?.(...args);
    }
  }
}
