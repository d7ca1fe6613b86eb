console.count();
console.count('loop');
for (let i = 0; i < 2; i++) console.count('loop');
console.countReset('loop');
console.count('loop');
console.count('default');
console.assert(true, 'not printed');
console.assert(false);
console.assert(1 > 2, 'printed %s', 'formatted');
console.assert(false, 'a', 1, [2]);
const xs = [1, 2];
console.assert(xs.length === 2, 'fine');
console.assert(xs.includes(3), 'missing', 3);
console.log(...xs, 'end', ...['a', 'b'], ...[]);
console.error(...'a b'.split(' '));
console.info('info', { x: 1 });
console.debug('debug', true);
function noisy(text: string): boolean {
  console.log(`called with ${text}`);
  return true;
}
console.assert(noisy('first'), noisy('second'));
