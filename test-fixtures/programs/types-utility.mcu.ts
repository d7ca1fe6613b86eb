// Types made of other types.
interface Settings {
  name: string;
  speed: number;
  on: boolean;
}
function update(settings: Settings, changes: Partial<Settings>): Settings {
  return { ...settings, ...changes };
}
const settings: Settings = { name: 'a', speed: 1, on: false };
console.log(update(settings, { speed: 2 }));
console.log(update(settings, { name: 'b', on: true }));
console.log(update(settings, {}));

const picked: Pick<Settings, 'name' | 'speed'> = { name: 'q', speed: 3 };
const rest: Omit<Settings, 'name'> = { speed: 4, on: true };
const fixed: Readonly<Settings> = settings;
const whole: Required<Partial<Settings>> = { name: 'w', speed: 0, on: true };
console.log(picked, rest, fixed, whole);

function make() {
  return { id: 7, tag: 't' };
}
type Made = ReturnType<typeof make>;
const made: Made = make();
console.log(made);
const args: Parameters<typeof update> = [settings, { speed: 9 }];
console.log(update(...args).speed);

class Box {
  constructor(public value: number) {}
}
const box: InstanceType<typeof Box> = new Box(...([5] as ConstructorParameters<typeof Box>));
console.log(box.value);

type ElementOf<T> = T extends (infer U)[] ? U : T;
const element: ElementOf<number[]> = 3;
const same: ElementOf<string> = 'x';
console.log(element, same);
type Flags<T> = { [K in keyof T]: boolean };
const flags: Flags<Settings> = { name: true, speed: false, on: true };
console.log(flags);
const key: Uppercase<'abc'> = 'ABC';
console.log(key);
