// Why a board could not be attached, and what to do about it.
import { PROTOCOL_VERSION } from './messages.ts';

/** Nothing, or not our firmware, is at the other end. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';

  constructor(
    message: string,
    /** True if it is firmware of Gnomon, but of another version. */
    readonly isOtherVersion: boolean,
  ) {
    super(message);
  }
}

/** Nothing came in time; `answered` if there were frames, but no identity. */
export function noAnswer(answered: boolean): ConnectError {
  return new ConnectError(
    answered
      ? 'the board speaks our protocol, but did not say what it is; unplug it, plug it in again and retry'
      : 'nothing with the firmware of Gnomon answers here. Choose another port; or, if this is your board, flash it ' +
          'with "gnomon flash" or the command Flash Firmware',
    false,
  );
}

/** The board's firmware is older or newer than this host. */
export function otherVersion(version: number): ConnectError {
  return new ConnectError(
    `the board's firmware speaks version ${version} of the protocol, this host version ${PROTOCOL_VERSION}; flash ` +
      'it with "gnomon flash" or the command Flash Firmware',
    true,
  );
}
