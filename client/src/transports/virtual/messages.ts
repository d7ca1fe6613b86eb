// What the virtual board's worker thread and its owner say to each other.

/**
 * To the worker. Whoever opens the board's port numbers that stream; opening it anew ends the one before. What has a
 * `request` is answered by `done`.
 */
export type ToBoard =
  | { readonly type: 'open'; readonly stream: number }
  | { readonly type: 'data'; readonly stream: number; readonly bytes: Uint8Array }
  | { readonly type: 'close'; readonly stream: number }
  | ({ readonly request: number } & BoardAction);

/** What is done to the board as with hands. */
export type BoardAction =
  /** Nothing: that it is done says that the board is on. */
  | { readonly type: 'switchOn' }
  /** Writes firmware (UF2) and starts it. */
  | { readonly type: 'flash'; readonly image: Uint8Array }
  | { readonly type: 'reset' }
  | { readonly type: 'unplug' }
  | { readonly type: 'replug' }
  /** Drives a pin from outside; without a level, lets go of it. */
  | { readonly type: 'drivePin'; readonly pin: number; readonly level: 0 | 1 | undefined };

/** From the worker. */
export type FromBoard =
  | { readonly type: 'data'; readonly stream: number; readonly bytes: Uint8Array }
  | { readonly type: 'closed'; readonly stream: number; readonly error: string | undefined }
  | { readonly type: 'done'; readonly request: number; readonly error: string | undefined }
  /** Something for the log. */
  | { readonly type: 'note'; readonly text: string };
