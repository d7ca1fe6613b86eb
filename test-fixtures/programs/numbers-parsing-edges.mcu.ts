// Number, parseInt, parseFloat and unary plus on odd texts.
const texts = ['', ' ', '12', ' 12 ', '12px', 'px12', '0x1F', '0X1f', '0b101', '0o17', '-0x10', '1e3', '1e', '.5', '5.', '.', '-', '+7', '--7', 'Infinity', '-Infinity', 'infinity', 'NaN', '1_000', '0012', '1e1000', '1e-400', '\n9\t', '12 34', '-0', '1.2.3', 'true', 'null'];
for (const t of texts) console.log(JSON.stringify(t), Number(t), +t, parseInt(t), parseFloat(t), parseInt(t, 16), parseInt(t, 2), isNaN(Number(t)));
console.log(parseInt('z', 36), parseInt('10', 1), parseInt('10', 37), parseInt('10', 0), parseInt('123456789012345678901234567890'));
console.log(Number(true), Number(false), Number(null), Number(undefined), +true, Number('0.1') === 0.1);
console.log(Number.parseFloat('3.14abc'), Number.parseInt('42.9'), Number.isInteger(5.0), Number.isSafeInteger(2 ** 53));
console.log(~~-7.9, 2 ** 31 | 0, 2 ** 32 >>> 0, -1 >>> 0, 1 << 31, 1 << 32, 5 >> 33, 2 ** 53 | 0, NaN | 0, Infinity | 0, 1e20 | 0);
