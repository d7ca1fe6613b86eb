// Changes of a text, at places of the text as it was.

export class TextEdits {
  private readonly edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(start: number, end: number, text: string): void {
    if (text !== '' || end > start) this.edits.push({ start, end, text });
  }

  /** The text with all changes, those at one place in the order in which they were made. */
  applied(text: string): string {
    let result = '';
    let done = 0;
    for (const { start, end, text: replacement } of this.edits.toSorted((a, b) => a.start - b.start)) {
      result += text.slice(done, start) + replacement;
      done = end;
    }
    return result + text.slice(done);
  }
}
