// What a call of a method, or the look-up of a member by name, asks of the classes of the live program. Queries are texts:
// KIND NUMBER SCOPE, kept as the symbol of the instruction; class-hierarchy.ts answers them.

/**
 * - `slot`: the code of the method in a slot; its number is that of the slot
 * - `method`: the code of the method of a name; its number stands for the name in lists of members
 * - `member`: the word that lists of members have for a name
 */
export type QueryKind = 'slot' | 'method' | 'member';

/** The objects that are asked about. */
export type Scope =
  /** Of a class or of one that extends it; the symbol of the class's descriptor. */
  | { readonly of: 'class'; readonly descriptor: string }
  /** Of the very class. */
  | { readonly of: 'exactly'; readonly descriptor: string }
  /** Of any class that has these members in its list. */
  | { readonly of: 'having'; readonly members: readonly number[] }
  | { readonly of: 'any' };

export interface MemberQuery {
  readonly kind: QueryKind;
  readonly number: number;
  readonly scope: Scope;
}

export function queryText({ kind, number, scope }: MemberQuery): string {
  return `${kind} ${number} ${scopeText(scope)}`;
}

function scopeText(scope: Scope): string {
  switch (scope.of) {
    case 'class':
      return `of ${scope.descriptor}`;
    case 'exactly':
      return `exactly ${scope.descriptor}`;
    case 'having':
      return `having ${scope.members.join()}`;
    case 'any':
      return 'any';
  }
}

export function parseQuery(text: string): MemberQuery {
  const [, kind, number, of, what = ''] = /^(slot|method|member) (\d+) (\w+) ?(.*)$/s.exec(text) ?? [];
  if (!kind) throw new Error(`not a query of members: ${text}`);
  return { kind: kind as QueryKind, number: Number(number), scope: parseScope(of!, what) };
}

function parseScope(of: string, what: string): Scope {
  switch (of) {
    case 'of':
      return { of: 'class', descriptor: what };
    case 'exactly':
      return { of: 'exactly', descriptor: what };
    case 'having':
      return { of: 'having', members: what === '' ? [] : what.split(',').map(Number) };
    default:
      return { of: 'any' };
  }
}
