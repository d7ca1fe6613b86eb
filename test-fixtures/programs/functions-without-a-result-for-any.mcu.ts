// Functions that return nothing in the place of ones that return anything.
const list: ((...args: any[]) => any)[] = [(a, b) => a + b, () => {}, (a) => { if (a > 5) return a; }];
console.log(list.map((f) => f(1, 2)), list[2](6));
const table: { [name: string]: (...args: any[]) => any } = { none: () => {}, async later() {} };
console.log(table['none'](1), typeof table['later']());
const tasks: (() => Promise<any>)[] = [async () => {}, async () => 1, async () => 'x'];
Promise.all(tasks.map((t) => t())).then((all) => console.log(all));
const unknowns: ((x: number) => unknown)[] = [() => {}, (x) => x];
console.log(unknowns.map((f) => f(3)));
function none(x: any): any { if (x) return 1; }
console.log(none(0), none(1));
class A { m(): any {} get g(): any { return; } }
console.log(new A().m(), new A().g);
