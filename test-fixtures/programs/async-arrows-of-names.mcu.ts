// Asynchronous arrow functions whose whole body is a name, `this`, or something in parentheses.
const same = async (x: number) => x;
const generic = async <T>(x: T) => x;
const outer = 'outer';
const constant = async () => outer;
const nested = (x: string) => async () => x;

class Service {
  name = 'service';
  self = async () => this;
  part = async (key: keyof Service) => key;
}

const main = async () => {
  let sum = 0;
  sum += await same(5);
  console.log(sum, await generic('text'), await generic([1, 2]), await constant(), await nested('inner')());
  const service = new Service();
  console.log((await service.self()).name, await service.part('name'));
  const list = [1];
  list[await same(0)] = await same(9);
  console.log(list, await Promise.all([1, 2, 3].map(async (x) => x)));
  for (let i = await same(0); i < (await same(2)); i++) console.log(i);
  const [a, b] = await Promise.all([same(1), generic('b')]);
  console.log(a, b);
  console.log(await [same].map((f) => f(7))[0]);
};
main().then(() => console.log('done'));
