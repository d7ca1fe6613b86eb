const settings: Record<string, string> = { host: 'localhost', port: '80' };
const { host, port = '8080', user = 'anonymous' } = settings;
console.log(host, port, user);
const key = 'po' + 'rt';
const { [key]: chosen = 'none', ['missing']: other = 'default' } = settings;
console.log(chosen, other);
let a = '', b = '';
({ host: a, zone: b = 'none' } = settings);
console.log(a, b);
function show({ host, port = '1' }: Record<string, string>): string {
  return `${host}:${port}`;
}
console.log(show({ host: 'h' }), show({ host: 'h', port: '2' }));
for (const { name, age = '?' } of [{ name: 'x' }, { name: 'y', age: '3' }] as Record<string, string>[]) console.log(name, age);
for (const k in settings) if (settings.hasOwnProperty(k)) console.log(k, settings[k]);
const point = { x: 1, y: 2 };
console.log(point.hasOwnProperty('x'), point.hasOwnProperty('z'), Object.getOwnPropertyNames(point));
console.log(String.raw`a\n${1 + 1}\t${'x'}`, String.raw`plain\\`);
