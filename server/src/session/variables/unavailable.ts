// What stands for a value that could not be read.
import { inspect } from 'node-inspect-extracted';

/** Thrown where reading fails, and printed where the value would be. */
export class Unavailable extends Error {
  /** The program was changing the value, or what led there, while it was read. */
  static readonly changing = new Unavailable('(changing)');
  /** There is more than is read at a time. */
  static readonly notRead = new Unavailable('(not read)');
  /** The declaration has not run. */
  static readonly unassigned = new Unavailable('(not assigned yet)');

  private constructor(private readonly text: string) {
    super(text);
    this.name = 'Unavailable';
  }

  [inspect.custom](): string {
    return this.text;
  }
}
