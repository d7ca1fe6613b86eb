// Select Board: connects to what is chosen from the boards that there are; boards without firmware are flashed first.
import type { Gnomon } from '../gnomon.ts';
import type { Board, FlashTarget } from '../transports/transport.ts';
import { boardChoices, waitingChoices } from './board-choices.ts';
import { flash } from './flash-firmware.ts';
import { pick } from './pick.ts';

type Step = { readonly connect: Board } | { readonly flash: FlashTarget };

export async function selectBoard(gnomon: Gnomon): Promise<void> {
  const { connection } = gnomon;
  const step = await pick<Step>({
    title: 'Select Board',
    placeholder: 'Select the board that cells run on',
    load: async () => [
      { heading: 'Boards', choices: await boardChoices(connection, (connect) => ({ connect })) },
      {
        heading: 'Without Firmware',
        choices: await waitingChoices(connection, (target) => ({ flash: target })),
      },
    ],
  });
  if (!step) return;
  if ('flash' in step) await flash(gnomon, step.flash);
  else await connection.connect(step.connect);
}
