// Guards of what was read from JSON, beside literals of the same types.

interface Reading { sensor: string; value: number; unit?: string }
interface Config { name: string; interval: number; sensors: string[]; nested?: { a: number } }
function isReading(x: any): x is Reading { return !!x && typeof x.sensor === 'string' && typeof x.value === 'number'; }
function isConfig(x: unknown): x is Config {
  if (typeof x !== 'object' || x === null) return false;
  const c = x as Partial<Config>;
  return typeof c.name === 'string' && typeof c.interval === 'number' && Array.isArray(c.sensors);
}
function load<T>(text: string, guard: (x: unknown) => x is T): T | null {
  try { const v: unknown = JSON.parse(text); return guard(v) ? v : null; } catch { return null; }
}
console.log(load('{"sensor":"t","value":2.5}', isReading));
console.log(load('{"sensor":"t"}', isReading), load('nope', isReading));
const cfg = load('{"name":"n","interval":10,"sensors":["a","b"],"nested":{"a":1}}', isConfig);
if (cfg) { console.log(cfg.name, cfg.interval + 1, cfg.sensors.map((s) => s.toUpperCase()), cfg.nested?.a); cfg.sensors.push('c'); console.log(cfg.sensors.length, JSON.stringify(cfg)); }
const readings: Reading[] = [{ sensor: 'p', value: 1 }, { sensor: 'q', value: 2, unit: 'Pa' }];
const items: unknown[] = [...readings, 5, null, 'x', ...JSON.parse('[{"sensor":"z","value":9}]')];
const good = items.filter(isReading);
console.log(good.length, good.map((r) => `${r.sensor}=${r.value}${r.unit ?? ''}`));
let sum = 0;
for (const r of good) { sum += r.value; r.value *= 2; }
console.log(sum, readings, Math.max(...good.map((r) => r.value)));
const { sensor, ...others } = readings[1];
console.log(sensor, others, Object.keys(readings[1]), 'unit' in readings[0]);
const byName = new Map(readings.map((r) => [r.sensor, r] as const));
console.log(byName.get('q')?.unit, [...byName.keys()]);
readings.sort((a, b) => b.value - a.value);
console.log(readings.map((r) => r.sensor).join());
const updated: Reading = { ...readings[0], value: 0 };
console.log(updated, updated === readings[0]);
