// Which serial ports there are. On Linux from /sys, which needs no udevadm (containers have none) and knows the
// name of the product; elsewhere from the `serialport` package.

import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface SerialPortInfo {
  /** What `openSerial` takes. */
  readonly path: string;
  /** What is behind the port, for people. */
  readonly description?: string;
  /** USB ids, if it is a USB device. */
  readonly vendor?: number;
  readonly product?: number;
  readonly serialNumber?: string;
}

/** Lists the serial ports that a board could be behind, sorted by path. Never throws: no ports is an answer. */
export async function listSerialPorts(): Promise<SerialPortInfo[]> {
  const ports = await (process.platform === 'linux' ? listLinux('/sys/class/tty') : listOthers());
  return ports.sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
}

async function listOthers(): Promise<SerialPortInfo[]> {
  try {
    const { SerialPort } = await import('serialport');
    return (await SerialPort.list()).map((port) => {
      const friendly = (port as { friendlyName?: string }).friendlyName;
      return info({
        path: port.path,
        description: friendly ?? port.manufacturer,
        vendor: port.vendorId,
        product: port.productId,
        serialNumber: port.serialNumber,
      });
    });
  } catch {
    return [];
  }
}

/**
 * Ports under a folder like /sys/class/tty: those that are USB devices. (A PC's four legacy ports are listed by
 * every kernel, whether they exist or not, and have no board behind them.)
 */
export async function listLinux(folder: string): Promise<SerialPortInfo[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const ports = await Promise.all(
    names.map(async (name) => {
      const device = await realpath(join(folder, name, 'device')).catch(() => undefined);
      const usb = device === undefined ? undefined : await usbDevice(device);
      if (usb === undefined) return [];
      const attribute = (file: string): Promise<string | undefined> =>
        readFile(join(usb, file), 'utf8').then(
          (text) => text.trim() || undefined,
          () => undefined,
        );
      return [
        info({
          path: `/dev/${name}`,
          description: (await attribute('product')) ?? (await attribute('manufacturer')),
          vendor: await attribute('idVendor'),
          product: await attribute('idProduct'),
          serialNumber: await attribute('serial'),
        }),
      ];
    }),
  );
  return ports.flat();
}

/** The USB device that a tty's device belongs to: the nearest folder upwards with an idVendor. */
async function usbDevice(device: string): Promise<string | undefined> {
  for (let folder = device, depth = 0; depth < 4; folder = dirname(folder), depth++) {
    const files = await readdir(folder).catch((): string[] => []);
    if (files.includes('idVendor')) return folder;
  }
  return undefined;
}

function info(port: {
  path: string;
  description: string | undefined;
  vendor: string | undefined;
  product: string | undefined;
  serialNumber: string | undefined;
}): SerialPortInfo {
  const { path, description, serialNumber } = port;
  return {
    path,
    ...(description === undefined ? {} : { description }),
    ...(port.vendor === undefined ? {} : { vendor: Number.parseInt(port.vendor, 16) }),
    ...(port.product === undefined ? {} : { product: Number.parseInt(port.product, 16) }),
    ...(serialNumber === undefined ? {} : { serialNumber }),
  };
}
