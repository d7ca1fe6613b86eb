// The classes of the live program, as their descriptors on the board say: what code calls of methods can reach. Classes
// that were replaced or whose cells are gone stay, since objects of them may be left. A hierarchy never changes; cells
// that bring or change classes make a new one.
import {
  CLASS_MEMBERS,
  CLASS_METHODS,
  CLASS_PARENT,
  CLOSURE_CODE,
  MEMBER_IS_METHOD,
  MEMBER_NAME_SHIFT,
} from './abi/objects.ts';
import type { ConstantData } from './ir/ir.ts';
import { type MemberQuery, parseQuery, type Scope } from './ir/member-query.ts';

interface ClassInfo {
  readonly parent: string | undefined;
  /** Code of the methods by their slots, undefined for abstract ones. */
  readonly methods: readonly (string | undefined)[];
  /** The words of the list of members, by what stands for their names. */
  readonly members: ReadonlyMap<number, number>;
}

export class ClassHierarchy {
  private readonly answers = new Map<string, string | undefined>();

  constructor(
    private readonly classes: ReadonlyMap<string, ClassInfo> = new Map(),
    /** The code of closures without captures. */
    private readonly closures: ReadonlyMap<string, string> = new Map(),
  ) {}

  /** The hierarchy after these constants are on the board too; the same one if they change nothing. */
  with(constants: readonly ConstantData[]): ClassHierarchy {
    const bySymbol = new Map(constants.map((data) => [data.symbol, data]));
    const newClosures = new Map<string, string>();
    for (const { symbol, relocations, writable } of constants) {
      const code = relocations.find(({ offset }) => offset === CLOSURE_CODE);
      if (writable && code && this.closures.get(symbol) !== code.symbol) newClosures.set(symbol, code.symbol);
    }
    const codeOf = (closure: string) => newClosures.get(closure) ?? this.closures.get(closure);
    const newClasses = new Map<string, ClassInfo>();
    for (const data of constants) {
      if (!data.isClass) continue;
      const info = infoOf(data, bySymbol, codeOf);
      const old = this.classes.get(data.symbol);
      if (!old || !isSame(old, info)) newClasses.set(data.symbol, info);
    }
    if (newClosures.size === 0 && newClasses.size === 0) return this;
    return new ClassHierarchy(merged(this.classes, newClasses), merged(this.closures, newClosures));
  }

  /** The function that a constant closure calls. */
  codeOf(closure: string): string | undefined {
    return this.closures.get(closure);
  }

  /**
   * The answer to a query if it is the same for all objects in its scope: a symbol of code, or a word in decimals.
   * Undefined if it is not, or if there are no such objects.
   */
  answer(text: string): string | undefined {
    if (!this.answers.has(text)) this.answers.set(text, this.find(parseQuery(text)));
    return this.answers.get(text);
  }

  private find(query: MemberQuery): string | undefined {
    const answers = new Set<string | undefined>();
    for (const info of this.inScope(query.scope)) {
      const code = answerOf(info, query);
      // There are no objects of abstract classes.
      if (code !== undefined || query.kind !== 'slot') answers.add(code);
    }
    const [answer] = answers;
    return answers.size === 1 ? answer : undefined;
  }

  private inScope(scope: Scope): ClassInfo[] {
    switch (scope.of) {
      case 'class':
        return [...this.classes.keys()]
          .filter((symbol) => this.extends(symbol, scope.descriptor))
          .map((symbol) => this.classes.get(symbol)!);
      case 'exactly':
        return [this.classes.get(scope.descriptor)].filter((info) => info !== undefined);
      case 'having':
        return [...this.classes.values()].filter(({ members }) =>
          scope.members.every((id) => members.has(id)),
        );
      case 'any':
        return [];
    }
  }

  private extends(symbol: string, other: string): boolean {
    for (let each: string | undefined = symbol; each; each = this.classes.get(each)?.parent)
      if (each === other) return true;
    return false;
  }
}

/** What objects of a class answer. */
function answerOf({ methods, members }: ClassInfo, { kind, number }: MemberQuery): string | undefined {
  if (kind === 'slot') return methods[number];
  const word = members.get(number) ?? 0;
  if (kind === 'member') return String(word);
  return word & MEMBER_IS_METHOD ? methods[word & (MEMBER_IS_METHOD - 1)] : undefined;
}

function infoOf(
  { bytes, relocations }: ConstantData,
  constants: ReadonlyMap<string, ConstantData>,
  codeOf: (closure: string) => string | undefined,
): ClassInfo {
  const symbolAt = (offset: number) => relocations.find((each) => each.offset === offset)?.symbol;
  const methods: (string | undefined)[] = [];
  for (let offset = CLASS_METHODS; offset < bytes.length; offset += 4) {
    const closure = symbolAt(offset);
    methods.push(closure === undefined ? undefined : codeOf(closure));
  }
  const list = constants.get(symbolAt(CLASS_MEMBERS) ?? '')?.bytes ?? new Uint8Array(0);
  const view = new DataView(list.buffer, list.byteOffset, list.byteLength);
  const members = new Map<number, number>();
  for (let at = 0; at + 4 <= list.length; at += 4) {
    const word = view.getInt32(at, true);
    if (word !== 0) members.set(word >>> MEMBER_NAME_SHIFT, word);
  }
  return { parent: symbolAt(CLASS_PARENT), methods, members };
}

function isSame(a: ClassInfo, b: ClassInfo): boolean {
  const text = ({ parent, methods, members }: ClassInfo) => JSON.stringify([parent, methods, [...members]]);
  return text(a) === text(b);
}

function merged<V>(some: ReadonlyMap<string, V>, more: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
  return more.size === 0 ? some : new Map([...some, ...more]);
}
