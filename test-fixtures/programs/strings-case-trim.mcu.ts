console.log('Hello World'.toUpperCase(), 'Hello World'.toLowerCase());
console.log('[' + '  pad \t\n'.trim() + ']', '[' + '  a '.trimStart() + ']', '[' + ' a  '.trimEnd() + ']');
console.log('ab'.repeat(3), 'x'.repeat(0) === '', '5'.padStart(3, '0'), '5'.padEnd(4, 'ab'), 'long'.padStart(2), 'a'.padStart(4));
