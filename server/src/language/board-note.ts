// What a value is on the board, in words: its representation, and where it is kept.

import {
  type EditedCell,
  type Frontend,
  type Global,
  isGlobalDeclaration,
  memoryOf,
  noSubstitution,
  type Rep,
  tryRepOfType,
} from '../compiler/frontend/index.ts';
import { ts } from '../compiler/frontend/typescript.ts';
import { tokenAt } from './tokens.ts';

/** The address of a linker symbol on the board that is attached; undefined if it is not there. */
export type AddressOf = (symbol: string) => number | undefined;

/** What the value of the name at an offset is on the board; undefined where that says nothing. */
export function boardNote(
  frontend: Frontend,
  { id, file, program }: EditedCell,
  offset: number,
  addressOf: AddressOf,
): string | undefined {
  const node = tokenAt(file, offset);
  if (!node || !ts.isIdentifier(node) || isTypeName(node)) return undefined;
  const checker = program.getTypeChecker();
  const rep = tryRepOfType(checker, checker.getTypeAtLocation(node), noSubstitution);
  const words = rep && repWords(rep);
  if (!rep || !words) return undefined;
  const symbol = checker.getSymbolAtLocation(node);
  const declaration = symbol?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !isGlobalDeclaration(declaration)) {
    const isVariable =
      declaration !== undefined && (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration));
    return isVariable ? `${words.value}, in ${words.registers}` : words.value;
  }
  const cell = frontend.declaringCell(id, node.text);
  const live = frontend.variables().find(({ global }) => global.name === node.text);
  if (!live || live.cell !== cell) return `${words.value}, in memory (${words.bytes} bytes)`;
  return liveWords(live.global, addressOf);
}

/** A variable that is on the board, as its cell ran. */
function liveWords({ symbol, rep, constant }: Global, addressOf: AddressOf): string | undefined {
  const words = repWords(rep);
  if (!words) return undefined;
  if (constant !== undefined) return `${words.value}; a constant, which takes no memory`;
  const address = addressOf(symbol);
  const place = address === undefined ? 'in memory' : `at 0x${address.toString(16).padStart(8, '0')}`;
  return `${words.value} ${place} (${words.bytes} bytes)`;
}

interface RepWords {
  readonly value: string;
  readonly registers: string;
  readonly bytes: number;
}

/** Words for numbers, and for objects that are one. */
function repWords(rep: Rep): RepWords | undefined {
  const bytes = memoryOf(rep) === 'num' ? 8 : 4;
  switch (rep.kind) {
    case 'int':
      return { value: '32-bit integer', registers: 'a register', bytes };
    case 'float':
      return { value: 'IEEE single, software arithmetic', registers: 'a register', bytes };
    case 'number':
      return {
        value: 'IEEE double, software arithmetic (32-bit integer where its range is proved)',
        registers: 'two registers',
        bytes,
      };
    case 'handle':
      return { value: `32-bit integer (its ${rep.field})`, registers: 'a register', bytes };
    default:
      return undefined;
  }
}

/** True for names of types, and of functions and classes where they are declared. */
function isTypeName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    ts.isTypeReferenceNode(parent) ||
    ts.isQualifiedName(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isTypeParameterDeclaration(parent)
  );
}
