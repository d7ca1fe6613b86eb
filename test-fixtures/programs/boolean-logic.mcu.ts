function yes(name: string): boolean {
  console.log('called', name);
  return true;
}
function no(name: string): boolean {
  console.log('called', name);
  return false;
}
console.log(yes('a') && no('b'), no('c') && yes('d'), yes('e') || no('f'), no('g') || yes('h'));
console.log(!yes('i'), !!no('j'), yes('k') !== no('l'));
const flag = yes('m') && (no('n') || yes('o'));
console.log(flag, true && false, [true, false, flag]);
