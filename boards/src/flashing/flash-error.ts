// Why firmware did not get onto a board, and the next step that leads on from there.

export type FlashFailure =
  /** The folder that was named is no boot drive. */
  | 'notADrive'
  /** No board waits for firmware. */
  | 'noDrive'
  /** The board was told to restart into its boot loader, but its drive can't be seen. */
  | 'driveHidden'
  /** The drive may not be written to. */
  | 'notWritable'
  /** Writing broke off. */
  | 'writeFailed'
  /** The image was written, but no board came back. */
  | 'noBoard'
  /** The image was written, and a board came back that does not run it. */
  | 'otherFirmware';

export class FlashError extends Error {
  override readonly name = 'FlashError';

  /** `what` happened: a clause without a full stop; what to do `next`: a sentence without one. */
  constructor(
    readonly failure: FlashFailure,
    readonly what: string,
    readonly next: string,
    options?: ErrorOptions,
  ) {
    super(`${what}. ${next}`, options);
  }
}
