// JSON.

interface JSON {
  /** A value as JSON. `indent`, a text or a number of spaces, begins each line for each level. */
  stringify(value: any, replacer?: null, indent?: string | number): string;
  /** A value as JSON, of what a function makes of each value in it, or of the properties in a list. */
  stringify(
    value: any,
    replacer: ((key: string, value: any) => any) | readonly (string | number)[] | null | undefined,
    indent?: string | number,
  ): string;
  /**
   * The value that a JSON text means. `const settings: Settings = JSON.parse(text)` checks that it is one, and stops with a
   * TypeError if not. Without a type, properties and elements can be read, and are of type `any` themselves.
   */
  parse(text: string, reviver?: (key: string, value: any) => any): any;
}
declare const JSON: JSON;
