// What was thrown, taken apart where it is caught.
try {
  throw new Error('boo');
} catch ({ name, message }: any) {
  console.log(name, message);
}
try {
  throw { code: 4, why: 'because' };
} catch ({ code, why, other = 'default' }: any) {
  console.log(code + 1, why, other);
}
function read(text: string) {
  try {
    if (text === '') throw new RangeError('empty');
    return text;
  } catch ({ message: reason }: any) {
    return `no: ${reason}`;
  }
}
console.log(read(''), read('x'));
const { a, b: { c } }: any = { a: 1, b: { c: 'deep' } };
console.log(a, c);
