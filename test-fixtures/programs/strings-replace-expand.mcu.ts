// Patterns in replacements, and numbers in other bases.
console.log('a-b-a'.replace('a', 'x'), 'a-b-a'.replaceAll('a', '[$&]'), 'abc'.replace('b', "$`|$'|$$"));
console.log('abc'.replaceAll('', '.'), 'aXbX'.replaceAll('X', ''), 'abc'.replace('z', 'y'), 'a$b'.replace('$', '$$'));
console.log((255).toString(16), (-255).toString(36), (0.5).toString(2), (3.14159).toString(8), (1e21).toString(36));
console.log((0.1).toString(3), (2 ** 60).toString(7), (1 / 3).toString(2));
console.log((1.005).toFixed(2), (-1.5).toFixed(0), (2.5).toFixed(0), (1e20).toFixed(2), (0.1).toFixed(20));
console.log((123456789012345680000).toFixed(3), (-0.0000001).toFixed(2), (1e21).toFixed(2), (1.45).toFixed(1));
