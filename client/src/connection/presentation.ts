// What people see of the connection: the status bar item's content, as plain data.
import { sentence } from '../sentence.ts';
import { boardOf, type ConnectionState } from './state.ts';

export interface Presentation {
  /** With icons, as `$(name)`. */
  readonly text: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly severity: 'none' | 'warning' | 'error';
  /** What a click does. */
  readonly command: string;
  /** For screen readers: the text without icons. */
  readonly label: string;
}

export function present(state: ConnectionState): Presentation {
  const { icon, label, severity, command, explanation, action } = describe(state);
  const board = boardOf(state);
  const head = board ? `**${board.name}** (${board.detail})` : '**No board**';
  return {
    text: `$(${icon}) ${label}`,
    tooltip: [head, explanation, action].filter(Boolean).join('\n\n'),
    severity: severity ?? 'none',
    command,
    label,
  };
}

/** What an attached board does, in a word or two; nothing for others. */
export function activity(state: ConnectionState): string {
  switch (state.kind) {
    case 'ready':
      return state.timers === 0 ? 'Ready' : timers(state.timers);
    case 'running':
      return 'Running';
    case 'busy':
      return state.task === 'resetting' ? 'Resetting' : '';
    default:
      return '';
  }
}

interface Description {
  readonly icon: string;
  readonly label: string;
  readonly severity?: 'warning' | 'error';
  readonly command: string;
  readonly explanation?: string;
  /** What a click does, in words. */
  readonly action: string;
}

const selectBoard = { command: 'gnomon.selectBoard', action: 'Click to select a board.' };

function describe(state: ConnectionState): Description {
  switch (state.kind) {
    case 'absent':
      return {
        icon: 'debug-disconnect',
        label: state.lost ? `${state.lost.name}: Unplugged` : 'No Board',
        ...(state.lost ? { severity: 'warning' } : {}),
        explanation: state.lost
          ? `${state.lost.name} was unplugged. It is connected again when it comes back.`
          : sentence(state.message ?? 'not connected; running a cell connects'),
        ...selectBoard,
      };
    case 'connecting':
      return { icon: 'loading~spin', label: `${state.board.name}: Connecting`, ...selectBoard };
    case 'ready':
      return {
        icon: 'circuit-board',
        label: state.timers === 0 ? state.board.name : `${state.board.name}: ${timers(state.timers)}`,
        explanation: `Ready. ${identityOf(state.identity)}`,
        ...selectBoard,
      };
    case 'running':
      return {
        icon: 'sync~spin',
        label: `${state.board.name}: Running`,
        explanation: `Running a cell. ${identityOf(state.identity)}`,
        command: 'gnomon.stop',
        action: 'Click to stop it.',
      };
    case 'crashed':
      return {
        icon: 'error',
        label: `${state.board.name}: No Answer`,
        severity: 'error',
        explanation: sentence(state.message),
        ...selectBoard,
      };
    case 'foreignFirmware':
      return {
        icon: 'warning',
        label: `${state.board.name}: Other Firmware`,
        severity: 'warning',
        explanation: sentence(state.message),
        command: 'gnomon.flashFirmware',
        action: 'Click to flash the firmware of Gnomon.',
      };
    case 'busy': {
      const what = state.task === 'resetting' ? 'Resetting' : 'Flashing';
      const percent =
        state.task === 'flashing' && state.percent !== undefined ? ` ${Math.round(state.percent)} %` : '';
      const name = boardOf(state)?.name;
      return {
        icon: 'loading~spin',
        label: `${name ? `${name}: ` : ''}${what}${percent}`,
        command: 'gnomon.showLog',
        action: 'Click to show the log.',
      };
    }
  }
}

function timers(count: number): string {
  return count === 1 ? '1 Timer' : `${count} Timers`;
}

function identityOf({ chip, clockHz, buildHash }: { chip: string; clockHz: number; buildHash: string }) {
  return `${chip.toUpperCase()} at ${clockHz / 1e6} MHz, firmware ${buildHash}.`;
}
