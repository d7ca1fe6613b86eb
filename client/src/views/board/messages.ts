// What the board view's page and the extension say to each other.
import type { PinLevels } from '@gnomon/server/editor-protocol';

export interface ShownBoard {
  readonly name: string;
  /** Inputs can be driven by hand: a virtual board. */
  readonly canDrive: boolean;
}

export type ToPage =
  /** Another board, or none; levels follow. */
  | { readonly type: 'board'; readonly board: ShownBoard | undefined }
  | { readonly type: 'levels'; readonly levels: PinLevels };

export type FromPage =
  /** The page is there (again) and knows nothing. */
  | { readonly type: 'ready' }
  /** Somebody wants to change the level of an input, given by GPIO number. */
  | { readonly type: 'drive'; readonly pin: number; readonly level: 0 | 1 };
