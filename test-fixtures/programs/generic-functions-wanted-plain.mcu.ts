// Where a type that is no generic one wants it, a generic function is a value in a literal, too.
function identity<T>(x: T): T { return x; }
interface Steps { first: (x: number) => number; second?: (x: string) => string; third?(x: boolean): boolean }
const steps: Steps = { first: identity, second: identity, third<T>(x: T) { return x; } };
console.log(steps.first(1), steps.second?.('two'), steps.third?.(true));
function run({ first, second }: Steps) { return [first(5), second ? second('there') : 'none']; }
console.log(run({ first: <T>(x: T) => x, second: <T>(x: T) => x }), run({ first: identity }));
