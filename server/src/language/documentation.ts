// TypeScript's documentation of a symbol as Markdown.
import { ts } from '../compiler/frontend/typescript.ts';

/** The description and its tags; empty if there is neither. */
export function documentationOf(
  documentation: readonly ts.SymbolDisplayPart[] | undefined,
  tags: readonly ts.JSDocTagInfo[] | undefined,
): string {
  const lines = (tags ?? []).map(({ name, text }) => {
    const [first, ...rest] = text ?? [];
    if (first?.kind !== 'parameterName')
      return `*@${name}* ${ts.displayPartsToString([...(text ?? [])])}`.trim();
    return `*@${name}* \`${first.text}\` ${ts.displayPartsToString(rest).trim()}`;
  });
  return [ts.displayPartsToString([...(documentation ?? [])]), ...lines]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A declaration as a block of code. */
export function codeBlock(code: string): string {
  return `\`\`\`typescript\n${code}\n\`\`\``;
}
