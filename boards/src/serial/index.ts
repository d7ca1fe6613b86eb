// Real boards: their serial ports and boot drives. For Node only.

export { copyUf2, findUf2Drives } from './drives.ts';
export { openSerial, SerialError, type SerialOptions, touch1200 } from './port.ts';
export { listSerialPorts, type SerialPortInfo } from './ports.ts';
