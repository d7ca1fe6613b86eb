// The locale that there is: comparing with options, numbers with a count of decimals, and letters.
const files = ['img12', 'img10', 'IMG2', 'img1', 'img02', 'img2', 'a', 'A', 'á', 'b', '', '10', '9', '1a', '01', '1'];
console.log([...files].sort((a, b) => a.localeCompare(b, undefined, { numeric: true })));
console.log([...files].sort((a, b) => a.localeCompare(b, 'en')));
console.log([...files].sort((a, b) => a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' })));
for (const [a, b] of [['a', 'A'], ['a', 'á'], ['a', 'b'], ['résumé', 'resume'], ['x', 'X'], ['a1', 'A01'], ['', 'a']] as [string, string][]) {
  console.log(
    a,
    b,
    a.localeCompare(b),
    a.localeCompare(b, 'en-US', { sensitivity: 'base' }),
    a.localeCompare(b, 'en', { sensitivity: 'accent' }),
    a.localeCompare(b, 'en', { sensitivity: 'case' }),
    a.localeCompare(b, 'en', { sensitivity: 'variant' }),
    a.localeCompare(b, 'en', { numeric: true }),
  );
}
console.log('10'.localeCompare('9', undefined, { numeric: true }), '2-10'.localeCompare('2-9', 'en', { numeric: true }));
console.log('007'.localeCompare('7', 'en', { numeric: true }), 'v1.10'.localeCompare('v1.9', 'en', { numeric: true }));

for (const x of [0, 1234.5, 1234567.891, -0.5, 0.005, 999.995, 1e21, NaN, -1e6, 0.1 + 0.2])
  console.log(
    x.toLocaleString(),
    x.toLocaleString('en-US'),
    x.toLocaleString('en-US', { minimumFractionDigits: 2 }),
    x.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    x.toLocaleString(undefined, { maximumFractionDigits: 0 }),
    x.toLocaleString('en', { maximumFractionDigits: 1 }),
    x.toLocaleString('en', { minimumFractionDigits: 5 }),
  );
console.log('Straße'.toLocaleUpperCase(), 'ÀB'.toLocaleLowerCase());
