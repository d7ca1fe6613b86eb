// Why there is no board to work with, in a form from which the next step can be offered.

export type ConnectionProblem =
  /** It could not be opened, or nothing answers. */
  | 'noAnswer'
  /** It does not run the firmware of this version. */
  | 'foreignFirmware'
  /** It was unplugged. */
  | 'unplugged'
  /** It is being flashed or reset. */
  | 'busy'
  /** Somebody disconnected, or chose another board meanwhile. */
  | 'givenUp';

export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';

  constructor(
    readonly problem: ConnectionProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
