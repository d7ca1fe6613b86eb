// What JSON has no text for; and functions that replace parts of values with arrays inside.
console.log(JSON.stringify(undefined), JSON.stringify(() => 1));
const perhaps: number | undefined = undefined as number | undefined;
console.log(JSON.stringify(perhaps), JSON.stringify(perhaps) ?? 'none', `${JSON.stringify(undefined)}`);
if (JSON.stringify(undefined) === undefined) console.log('no text');
console.log(JSON.stringify({ f() { return 1; }, x: 2, u: undefined }), JSON.stringify([() => 1, undefined]));

const data = {
  users: [
    { name: 'a', tags: ['x', 'y'] },
    { name: 'b', tags: [] as string[] },
  ],
  grid: [[1, 2], [3]],
  words: [['q']],
  on: [true, false],
};
console.log(JSON.stringify(data, (_key, value) => (typeof value === 'string' ? value.toUpperCase() : value)));
console.log(JSON.stringify(data, ['users', 'name']));
console.log(JSON.stringify({ e: new Error('x'), m: new Map([[1, 2]]), s: new Set([1]) }, (_key, value) => value));

const typed: any = data;
console.log(typed.users.length, typed.users[0].name, typed.users[1].tags.length, typed.grid[0][1], typed.words[0][0]);
for (const user of typed.users) console.log(user.name);
console.log(typed.users.map((user: any) => user.name).join());
console.log(Object.keys(new Map([[1, 2]]) as any), Object.keys(new Set([1]) as any));
