// gnomon boards: what can be connected to.
import { listSerialPorts } from '@gnomon/boards/serial';

export async function run(): Promise<number> {
  const ports = await listSerialPorts();
  process.stdout.write('virtual        Raspberry Pi Pico (RP2040), emulated in this process\n');
  for (const port of ports) {
    process.stdout.write(`${port.path.padEnd(14)} ${port.description ?? 'serial port'}\n`);
  }
  if (ports.length === 0) {
    process.stdout.write(
      "No serial ports were found. Plug in a board with Gnomon's firmware (gnomon flash).\n",
    );
  }
  return 0;
}
