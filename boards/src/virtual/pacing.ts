// Keeps simulated time and the wall clock together while the board sleeps, and yields to the host's event loop.

/** How far simulated time may be ahead before the board really waits: a timer of the host is no more exact. */
const SLACK_MS = 1;
/** The same for waits that are over in no time anyway; what they gain, the next long sleep pays back. */
const HURRY_SLACK_MS = 15;
/** How far simulated time may be ahead before the difference is forgiven: long computations of the board. */
const FORGIVEN_AHEAD_MS = 20;
/** How far it may be behind: a host that was busy lets the board catch up, one that was suspended does not. */
const FORGIVEN_BEHIND_MS = 1000;

/** The relation of simulated time to real time. All times in milliseconds. */
export class Pacing {
  #offset: number;

  /** `simulated` is the present simulated time. */
  constructor(simulated: number, wall = performance.now()) {
    this.#offset = simulated - wall;
  }

  /** What simulated time should be by the wall clock. */
  target(wall = performance.now()): number {
    return wall + this.#offset;
  }

  /** The board goes to sleep or wakes up at `simulated`: forgives a large difference. */
  rebase(simulated: number, wall = performance.now()): void {
    const ahead = simulated - this.target(wall);
    if (ahead > FORGIVEN_AHEAD_MS || ahead < -FORGIVEN_BEHIND_MS) this.#offset = simulated - wall;
  }

  /**
   * How long to wait, in real milliseconds, before simulated time may become `simulated`; 0 for not at all.
   * `hurry`: the sleep is a very short one.
   */
  wait(simulated: number, hurry: boolean, wall = performance.now()): number {
    const ahead = simulated - this.target(wall);
    return ahead > (hurry ? HURRY_SLACK_MS : SLACK_MS) ? ahead : 0;
  }
}

/** Something that is to happen in the event loop, once. */
export interface Scheduled {
  cancel(): void;
}

/** Calls back as soon as the host has looked at its events. */
export function soon(callback: () => void): Scheduled {
  if (typeof setImmediate === 'function') {
    const handle = setImmediate(callback);
    return { cancel: () => clearImmediate(handle) };
  }
  // Browsers clamp timers to 4 ms; a message does not wait.
  let wanted = true;
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    if (wanted) callback();
  });
  port1.start();
  port2.postMessage(undefined);
  return {
    cancel: () => {
      wanted = false;
    },
  };
}

/** The longest time that a timer can wait. */
const LONGEST_MS = 0x7fffffff;

/** Calls back after about so many milliseconds. */
export function later(ms: number, callback: () => void): Scheduled {
  const handle = setTimeout(callback, Math.min(LONGEST_MS, ms));
  return { cancel: () => clearTimeout(handle) };
}
