// Timers that may not have been started, and the clocks Date.now and performance.now.
let timer: ReturnType<typeof setTimeout> | undefined;
clearTimeout(timer);
clearInterval(undefined);
timer = setTimeout(() => console.log('never'), 1);
clearTimeout(timer);
timer = undefined;

class Debounced {
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly action: () => void) {}

  call() {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.action, 5);
  }
}
const debounced = new Debounced(() => console.log('called once'));
debounced.call();
debounced.call();

const begin = Date.now();
const exact = performance.now();
console.log(typeof begin, typeof exact, begin >= 0, exact >= 0, begin === Math.trunc(begin));
setTimeout(() => {
  console.log(Date.now() - begin >= 20, performance.now() - exact >= 20, Date.now() - begin < 1000);
}, 20);

class Stopwatch {
  private readonly begin: number;

  constructor(private readonly now: () => number = Date.now) {
    this.begin = now();
  }

  elapsed = () => this.now() - this.begin;
}
const watch = new Stopwatch(performance.now);
delay(30);
console.log(watch.elapsed() >= 30, new Stopwatch().elapsed() >= 0);
