function tag(s: TemplateStringsArray, ...v: unknown[]) { return s.join('|') + '#' + v.length; }
console.log(tag`a${1}b${'x'}c`, tag`plain`, tag`${1}${2}`);
function hi(s: TemplateStringsArray, ...v: number[]) { let r = s[0]; for (let i = 0; i < v.length; i++) r += '<' + v[i] + '>' + s[i + 1]; return r; }
const x = 3; console.log(hi`x=${x} y=${x * 2}!`);
const fmt = (p: string) => (s: TemplateStringsArray, ...v: string[]) => p + s.length + v.join('');
console.log(fmt('p')`a${'b'}c${'d'}`);
function two(s: TemplateStringsArray, a: number, b = 7) { return s.length + a + b; } console.log(two`${1}`, two`${1}${2}`);
function gen<T>(s: TemplateStringsArray, ...v: T[]): T[] { return v; } console.log(gen`${1}${2}`, gen`${'a'}`);
