function first(xs?: number[]): number | undefined { return xs?.at(0); }
console.log(first([4]), first(), first([])?.toFixed(2), (first([1.5]) ?? 0).toFixed(2));
const text: string | undefined = ['a,b'].find((t) => t.includes(','));
console.log(text?.split(',').length, text?.toUpperCase(), text?.at(9)?.length, text?.padEnd(5, '.') ?? 'none');
const none = ['a'].find((t) => t === 'z');
console.log(none?.split(','), none?.length, none?.trim() ?? 'none', none?.charCodeAt(0));
const lists: (number[] | undefined)[] = [[1, 2], undefined];
console.log(lists.map((l) => l?.length), lists.map((l) => l?.map((x) => x * 2)), lists.map((l) => l?.reduce((a, b) => a + b, 0) ?? -1), lists[0]?.filter((x) => x > 1), lists[1]?.join(), lists.flatMap((l) => l ?? []));
interface Opt { names?: string[]; size?: number }
const o: Opt = { names: ['x', 'y'] };
const p: Opt = { size: 3 };
for (const each of [o, p]) console.log(each.names?.map((n) => n + '!').join(), each.size?.toString().padStart(3, '0'), each.names?.includes('x'), each.names?.[0], (each.names ?? []).length);
const start: number | undefined = p.size;
const end: number | undefined = o.size;
console.log('abcdefgh'.slice(start, end), 'abcdefgh'.substring(2, start), [1, 2, 3, 4].slice(end, start), [1, 2, 3, 4].fill(0, start, end), 'a-b'.split('-', end), 'ab'.padEnd(start ?? 0, undefined) + '|');
console.log([1, 2, 3].indexOf(3, end), [1, 2, 3].lastIndexOf(3, start), 'abcabc'.indexOf('a', start), 'abcabc'.lastIndexOf('a', end), (5.678).toFixed(end), (5.678).toFixed(start), [1, 2].join(undefined));
