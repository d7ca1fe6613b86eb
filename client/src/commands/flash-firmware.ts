// Flash Firmware: writes the firmware that ships with the extension to a board, and shows how that goes.
import { type Progress, ProgressLocation, window } from 'vscode';
import { boardOf } from '../connection/state.ts';
import type { Gnomon } from '../gnomon.ts';
import type { FlashProgress, FlashTarget } from '../transports/transport.ts';
import { boardChoices, waitingChoices } from './board-choices.ts';
import { pick } from './pick.ts';

export async function flashFirmware(gnomon: Gnomon): Promise<void> {
  const { connection } = gnomon;
  const { state } = connection;
  // There is no doubt about which board it is that needs firmware.
  const board = state.kind === 'foreignFirmware' ? boardOf(state) : undefined;
  const target = board
    ? { kind: board.kind, board }
    : await pick<FlashTarget>({
        title: 'Flash Firmware',
        placeholder: 'Select the board to flash; the program on it is lost',
        load: async () => [
          {
            heading: 'Boards',
            choices: await boardChoices(connection, (board) => ({ kind: board.kind, board })),
          },
          { heading: 'Without Firmware', choices: await waitingChoices(connection, (target) => target) },
        ],
      });
  if (target) await flash(gnomon, target);
}

/** Flashes with a notification that shows progress, and cancels for as long as that is safe. */
export async function flash(gnomon: Gnomon, target: FlashTarget): Promise<void> {
  const abort = new AbortController();
  const display = new ProgressDisplay();
  const flashing = gnomon.connection.flash(target, gnomon.firmware, {
    signal: abort.signal,
    onProgress: (progress) => display.show(progress),
  });
  const isWriting = display.untilWriting();
  const title = 'Flashing the firmware';
  const { Notification: location } = ProgressLocation;
  try {
    await window.withProgress({ location, title, cancellable: true }, (progress, token) => {
      token.onCancellationRequested(() => abort.abort());
      display.use(progress);
      return Promise.race([isWriting, flashing]);
    });
    await window.withProgress({ location, title, cancellable: false }, (progress) => {
      display.use(progress);
      return flashing;
    });
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    gnomon.log.info('flashing was cancelled');
    return;
  }
  const board = boardOf(gnomon.connection.state);
  void window.showInformationMessage(`${board?.name ?? 'The board'} is flashed and connected.`);
}

/** Shows progress in whichever notification there is at the time. */
class ProgressDisplay {
  private current: Progress<{ message: string; increment?: number }> | undefined;
  private latest: FlashProgress | undefined;
  private shown = 0;
  private beginWriting: () => void = () => {};

  untilWriting(): Promise<void> {
    return new Promise((resolve) => {
      this.beginWriting = resolve;
      if (this.latest?.percent !== undefined) resolve();
    });
  }

  use(progress: Progress<{ message: string; increment?: number }>): void {
    this.current = progress;
    this.shown = 0;
    if (this.latest) this.show(this.latest);
  }

  show(progress: FlashProgress): void {
    this.latest = progress;
    const { message, percent } = progress;
    if (percent !== undefined) this.beginWriting();
    const increment = percent === undefined ? {} : { increment: percent - this.shown };
    this.shown = percent ?? this.shown;
    const text = percent === undefined ? message : `${message} (${Math.round(percent)} %)`;
    this.current?.report({ message: text, ...increment });
  }
}
