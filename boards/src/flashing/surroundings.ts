// Where flashing looks for boards. Tests look elsewhere: at ports and drives of their own making.
import { findUf2Drives, listSerialPorts } from '../serial/index.ts';

export interface Surroundings {
  /** Paths of the serial ports that there are. */
  listPorts(): Promise<string[]>;
  /** Folders of the mounted boot drives. */
  findDrives(): Promise<string[]>;
}

/** Of this computer. `extraPorts` are the paths of ports that no list has. */
export function thisComputer(extraPorts: readonly string[] = []): Surroundings {
  return {
    listPorts: async () => [...(await listSerialPorts()).map(({ path }) => path), ...extraPorts],
    findDrives: () => findUf2Drives(),
  };
}
