// Functions that are given away before the variables are declared that they capture.
function setup(): void {
  const handlers: (() => void)[] = [];
  handlers.push(handler);
  const state = { n: 0 };
  let count: number;
  function handler(): void {
    state.n++;
    count = state.n;
    show();
  }
  function show(): void {
    console.log('count', count);
  }
  for (const each of handlers) each();
  console.log(state.n);
  count = 5;
  show();
}
setup();
setup();

function inLoops(): void {
  const all: (() => number)[] = [];
  for (let i = 0; i < 3; i++) {
    all.push(get);
    const value = i * 10;
    all.push(get);
    function get(): number {
      return value;
    }
  }
  console.log(all.map((f) => f()).join(), all[0] === all[1], all[1] === all[2]);
}
inLoops();
