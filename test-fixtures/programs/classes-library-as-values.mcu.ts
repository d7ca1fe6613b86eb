// Classes of the library as values that nothing is made of, and one that extends such a class.
function is(x: unknown, c: new (...args: any[]) => any) { return x instanceof c; }
function isAny(x: any, c: any) { return x instanceof c; }
console.log(is(new Map(), Map), is(new Set(), Map), isAny(new Set(), Set), isAny(3, Map), Map.name, is(Promise.resolve(1), Promise));
class Reg extends Map<string, number> {}
console.log(is(new Reg(), Map), is(new Reg(), Reg), is(new Map(), Reg), is(new WeakMap(), WeakMap));
function name(c: new (...args: any[]) => any) { return c.name; }
console.log(name(Map), name(Set), name(Reg), name(Promise));
const kinds: any[] = [Map, Set, Reg, Promise]; console.log(kinds.map((k) => new Reg() instanceof k), kinds.indexOf(Set));
