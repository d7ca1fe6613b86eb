// Commands about the connected board.
import type { Gnomon } from '../gnomon.ts';

export function connect({ connection }: Gnomon): Promise<void> {
  return connection.connectToLast();
}

export function disconnect({ connection }: Gnomon): Promise<void> {
  return connection.disconnect();
}

export function stop({ runner }: Gnomon): Promise<void> {
  return runner.stop();
}

export function resetBoard({ connection }: Gnomon): Promise<void> {
  return connection.reset();
}
