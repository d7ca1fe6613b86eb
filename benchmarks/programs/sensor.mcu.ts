// Formats readings of sensors as JSON messages.
class Reading {
  constructor(
    readonly name: string,
    readonly unit: string,
    /** In tenths. */
    public value: int,
  ) {}
  text(): string {
    const { value } = this;
    const size: int = value < 0 ? -value : value;
    const sign = value < 0 ? '-' : '';
    return `{"name":"${this.name}","value":${sign}${Math.trunc(size / 10)}.${size % 10},"unit":"${this.unit}"}`;
  }
}
function message(device: string, time: int, readings: Reading[]): string {
  let list = '';
  for (const reading of readings) {
    if (list !== '') list += ',';
    list += reading.text();
  }
  return `{"device":"${device}","time":${time},"readings":[${list}]}\n`;
}
const readings = [
  new Reading('temperature', 'C', 0),
  new Reading('humidity', '%', 0),
  new Reading('pressure', 'hPa', 0),
];

// %%
let checksum: int = 0;
for (let time: int = 0; time < 20; time++) {
  readings[0].value = time * 13 - 57;
  readings[1].value = 431 - time * 7;
  readings[2].value = 10132 + time;
  const line = message('node-7', 86400 + time * 30, readings);
  for (let i: int = 0; i < line.length; i++) checksum = (checksum * 31 + line.charCodeAt(i)) & 0xffffff;
}
checksum;
