// Colours for TypeScript and light Markdown in a terminal. Nothing but looks depends on it.
import type { Style } from './terminal.ts';

const keywords =
  'as|async|await|break|case|catch|class|const|continue|default|do|else|export|extends|finally|for|function|if|' +
  'implements|import|in|instanceof|interface|let|new|of|return|static|super|switch|this|throw|try|type|typeof|var|' +
  'void|while|yield';
const types = 'boolean|float|int|number|string|never|unknown|undefined|null|true|false';
const tokens = new RegExp(
  [
    /(?<comment>\/\/.*|\/\*[\s\S]*?\*\/)/,
    /(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`)/,
    /(?<number>(?<![\w$.])\d[\w.]*)/,
    new RegExp(`(?<keyword>(?<![\\w$.])(?:${keywords})(?![\\w$]))`),
    new RegExp(`(?<type>(?<![\\w$.])(?:${types})(?![\\w$]))`),
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

const painters = {
  comment: 'dim',
  string: 'green',
  number: 'yellow',
  keyword: 'magenta',
  type: 'cyan',
} as const;

/** TypeScript with its parts in colours; the text itself stays as it is. */
export function highlight(code: string, style: Style): string {
  return code.replace(tokens, (...match) => {
    const groups = match.at(-1) as Record<string, string | undefined>;
    for (const [name, color] of Object.entries(painters)) {
      const text = groups[name];
      if (text !== undefined) return style[color](text);
    }
    return match[0];
  });
}

/** A text cell: headings and emphasis in bold, code in colour, paragraphs filled to `width` columns. */
export function renderMarkdown(text: string, style: Style, width: number): string {
  const blocks: string[] = [];
  let paragraph: string[] = [];
  const finish = () => {
    if (paragraph.length > 0) blocks.push(fill(paragraph.join(' '), width));
    paragraph = [];
  };
  let fenced = false;
  for (const line of text.split('\n')) {
    const fence = /^```/.test(line);
    const heading = /^#+\s+(.*)$/.exec(line);
    if (fence || fenced || heading || /^\s*([-*+]|\d+\.|>|\|)\s/.test(line) || line.trim() === '') {
      finish();
      if (fence) fenced = !fenced;
      else if (fenced) blocks.push(`    ${highlight(line, style)}`);
      else blocks.push(heading ? style.bold(heading[1]!) : line);
    } else {
      paragraph.push(line.trim());
    }
  }
  finish();
  return inline(blocks.join('\n'), style);
}

function inline(text: string, style: Style): string {
  return text
    .replace(/`([^`\n]+)`/g, (_, code: string) => style.cyan(code))
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => style.bold(strong));
}

function fill(text: string, width: number): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
