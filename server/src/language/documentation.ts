// TypeScript's documentation as Markdown.
import { ts } from '../compiler/frontend/typescript.ts';

/** The text of a comment and its tags. */
export function documentationOf(
  parts: readonly ts.SymbolDisplayPart[] | undefined,
  tags: readonly ts.JSDocTagInfo[] | undefined,
): string {
  const text = ts.displayPartsToString(parts ? [...parts] : []);
  return [text, ...(tags ?? []).map(tagText)].filter((each) => each !== '').join('\n\n');
}

function tagText({ name, text = [] }: ts.JSDocTagInfo): string {
  const [first, ...rest] = text;
  if (first?.kind === 'parameterName') {
    const what = ts.displayPartsToString(rest).replace(/^\s*(-\s*)?/, '');
    return `\`${first.text}\`${what === '' ? '' : `: ${what}`}`;
  }
  const body = ts.displayPartsToString([...text]).trim();
  if (name === 'example') return body.startsWith('```') ? body : codeBlock(body);
  if (name === 'returns' || name === 'return') return `Returns: ${body}`;
  return body === '' ? `*@${name}*` : `*@${name}* ${body}`;
}

export function codeBlock(text: string): string {
  return `\`\`\`typescript\n${text}\n\`\`\``;
}
