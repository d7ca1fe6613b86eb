// Callbacks of arrays of type any that are given the array itself.
const ns = [1, 2, 3]; const q: any = ns; q.forEach((x: any, i: number, self: any) => { self[i] = x + 1; }); console.log(ns, q);
const words = ['a', 'b']; const w: any = words; console.log(w.map((x: any, i: number, self: any[]) => self.length + x + self[i]), w.reduce((t: string, x: string, i: number, self: any) => t + x + self.length, ''));
const mixed: any = [1, 'x']; mixed.forEach((x: any, i: number, self: any) => { self[i] = [x]; }); console.log(mixed);
const show = (...args: any[]) => { console.log(args.length); }; q.forEach(show);
