// Texts that are compared with one another and with several constants: literals, and the same made otherwise.
type State = 'idle' | 'heating' | 'holding' | 'cooling';
const order: State[] = ['idle', 'heating', 'holding', 'cooling'];
function next(state: State): State {
  switch (state) {
    case 'idle':
      return 'heating';
    case 'heating':
      return 'holding';
    case 'holding':
      return 'cooling';
    default:
      return 'idle';
  }
}
function code(word: string): number {
  let result = 0;
  if (word === 'on') result = 1;
  else if (word === 'off') result = 2;
  else if (word === 'no') result = 3;
  else if (word === '') result = 4;
  else if (word === 'größe' || word === '\u4e2d') result = 5;
  return result * 10 + word.length;
}
function codes(line: string): number[] {
  return line.split(' ').map(code);
}
function made(i: number): State {
  return ['id', 'heat', 'hold', 'cool'][i] + (i === 0 ? 'le' : 'ing') as State;
}
function count(words: string[], wanted: string): number {
  let n = 0;
  for (const word of words) if (word === wanted) n++;
  return n;
}
function differ(a: string, b: string): string {
  let text = '';
  for (let i = 0; i < 3; i++) {
    if (a !== b) text += `${a}!`;
    a = a + 'x';
    if (a !== b) text += '-';
    else text += '=';
  }
  return text;
}

// %%
for (const state of order) console.log(state, next(state));
for (let i = 0; i < 4; i++) console.log(next(made(i)), made(i) === order[i], order.indexOf(made(i)));
console.log(codes('on off no  none größe 中 onn o of'), code('o' + 'n'), code('中'.repeat(1)));
console.log(count(['ab', 'a' + 'b', 'abc', 'cb', ''], 'ab'), count(['', 'x'], ''), differ('a', 'axx'), differ('', 'b'));
