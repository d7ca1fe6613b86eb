const q = (s: string) => `[${s}]`;
console.log(q('  a b  '.trim()), q('  a b  '.trimStart()), q('  a b  '.trimEnd()), q('\t\n\r\v\f x \u00a0\ufeff'.trim()), q('   '.trim()), q(''.trim()));
console.log(q('\u2003x\u3000'.trim()), q('\u1680\u2028\u2029\u202f\u205fx'.trim()), q('\u200bx\u200b'.trim()).length, q('\u180ex'.trim()).length, q('\0x\0'.trim()).length);
console.log(q('\x85x'.trim()).length, q('a\n'.trimEnd()), q('\na'.trimStart()), q('no'.trim()));
console.log(' 42 '.trim().length, Number(' \n42\t'), parseInt(' \u00a042'), ' a , b '.split(',').map((s) => s.trim()));
