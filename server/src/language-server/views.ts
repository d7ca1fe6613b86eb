// What the editor's views ask for while they are visible: pins, memory and variables of the board.
import type { Connection } from 'vscode-languageserver';
import { type BoardVariable, readMemory, readPins, readVariables } from '../editor-protocol/index.ts';
import type { Session } from '../session/index.ts';
import { orFail } from './failures.ts';
import type { RunLocations } from './run-locations.ts';

export function listenForViews(connection: Connection, session: Session, locations: RunLocations): void {
  connection.onRequest(readPins, () => orFail(session.pins()));
  connection.onRequest(readMemory, () => orFail(session.memory()));
  connection.onRequest(readVariables, () => orFail(variables(session, locations)));
}

async function variables(session: Session, locations: RunLocations): Promise<BoardVariable[]> {
  const found = await session.variables();
  return found.map(({ location: place, ...variable }) => {
    const location = place && locations.ofRuntime(place);
    return { ...variable, ...(location && { location }) };
  });
}
