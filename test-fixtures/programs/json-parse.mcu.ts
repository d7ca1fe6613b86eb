// JSON.parse: into types, and without.
interface Settings {
  name: string;
  levels: number[];
  nested: { on: boolean; label: string | null };
  extra?: number;
}
const text = '{"name": "n\\u00e9\\n", "levels": [1, 2.5, -3e2], "nested": {"on": true, "label": null}, "unknown": 1}';
const settings: Settings = JSON.parse(text);
console.log(settings.name, settings.levels, settings.nested.on, settings.nested.label, settings.extra);
const again = JSON.parse(JSON.stringify(settings)) as Settings;
console.log(again.levels.length, again.nested, again.name);
const withExtra: Settings = JSON.parse('{"name":"","levels":[],"nested":{"on":false,"label":"x"},"extra":7}');
console.log(withExtra.extra, withExtra.nested);
const numbers: number[] = JSON.parse(' [1, 2 ,3] ');
const rows = JSON.parse('[[1,2],[3]]') as number[][];
const ints: int[] = JSON.parse('[7, 8]');
console.log(numbers, rows, ints);
const words: Record<string, string> = JSON.parse('{"a": "x", "b": "y"}');
console.log(words, words.a);
const deep: Record<string, { n: number }[]> = JSON.parse('{"k": [{"n": 1}, {"n": 2}]}');
console.log(deep.k![1]!.n, deep);
const n: number = JSON.parse('-12.5e-1');
const s = JSON.parse('"text"') as string;
const b: boolean = JSON.parse('false');
console.log(n, s, b, JSON.parse('null'));
interface Tree {
  value: number;
  children: Tree[];
}
const tree: Tree = JSON.parse('{"value":1,"children":[{"value":2,"children":[]},{"value":3,"children":[{"value":4,"children":[]}]}]}');
const sum = (node: Tree): number => node.children.reduce((total, child) => total + sum(child), node.value);
console.log(sum(tree));

const data = JSON.parse('{"list": [1, "two", {"three": 3}], "flag": true, "text": "abc", "none": null}');
console.log(data);
console.log(data.list[0], data.list[1], data.list[2].three, data.flag, data.missing, data.text.length, data.list.length);
const first: number = data.list[0];
console.log(first + 1, typeof data.list[1], data['text'], data.none === null, data.list[9]);
console.log(JSON.stringify(data));
function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'number');
}
const loose: unknown = JSON.parse('[1,2]');
console.log(Array.isArray(loose), typeof JSON.parse('"x"'), JSON.parse('[]'), JSON.parse('{}'));

function attempt(json: string): string {
  try {
    JSON.parse(json);
    return 'fine';
  } catch (error) {
    return error instanceof SyntaxError ? 'SyntaxError' : 'another error';
  }
}
const texts = ['', '{', '[1,]', '{"a":}', '{"a" 1}', "{'a':1}", '[1 2]', 'tru', 'nulll', '01', '1.', '.5', '-', '1e', '+1'];
for (const each of texts) console.log(each, attempt(each));
for (const each of ['"a', '"\\x"', '"\\u12g4"', '"\n"', '[1]x', '  ', '{"a":1,}', 'NaN', '[[[[1]]]]', '"\\ud83d\\ude00"', '1E5', '0', '-0.0'])
  console.log(attempt(each));
try {
  const wrong: Settings = JSON.parse(1 > 2 ? "" : "{");
  console.log(wrong.name);
} catch (error) {
  console.log('not settings');
}
let total = 0;
for (const item of JSON.parse('[{"n": 1}, {"n": 2}]')) total += item.n as number;
console.log(total);
