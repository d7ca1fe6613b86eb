// Functions that capture nothing are others each time that they are made, where a program tells functions apart.
const mk = () => () => 'hi'; console.log(mk() === mk());
function mk2() { return function () { return 1; }; } const a = mk2(), b = mk2(); console.log(a === b, a === a);
const s = new Set([mk(), mk()]); console.log(s.size);
const fs: (() => number)[] = []; for (let i = 0; i < 2; i++) fs.push(() => 1); console.log(fs[0] === fs[1], fs.indexOf(fs[1]));
class K { h = () => 1; } console.log(new K().h === new K().h);
