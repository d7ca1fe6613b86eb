// %% [markdown]
// # Hello, microcontroller
// Each cell below is compiled to native code on this computer and runs on the board a moment later. Variables and
// functions stay: later cells use them, and any of them can be defined again.

// %% Values
const words = ['sun', 'dial', 'gnomon'];
words.join(' ');

// %% Functions, compiled to machine code
function fib(n: int): int {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}
fib(20);

// %% The LED of the Pico is on pin 25
const led = new Pin(25, Pin.OUT);
let blinks: int = 0;

function blink() {
  led.toggle();
  blinks++;
}

// %% A timer goes on while other cells run
const timer = setInterval(blink, 100);

// %% Meanwhile: primes by the sieve
function primesBelow(limit: int): int[] {
  const composite: boolean[] = new Array(limit).fill(false);
  const primes: int[] = [];
  for (let i: int = 2; i < limit; i++) {
    if (composite[i]) continue;
    primes.push(i);
    for (let j: int = i * i; j < limit; j += i) composite[j] = true;
  }
  return primes;
}
const primes = primesBelow(1000);
console.log(`${primes.length} primes below 1000, the last is ${primes[primes.length - 1]}`);

// %% Numbers are JavaScript's, whatever the processor
[7 / 2, 2 ** 40, 0.1 + 0.2, Math.sqrt(2)];

// %% Change a function while it runs: the timer calls the new one
function blink() {
  led.toggle();
  blinks += 100;
}

// %% Two seconds later the timer ends
const ending = setTimeout(() => {
  clearInterval(timer);
  led.low();
  console.log(`blinked ${blinks} times`);
}, 2000);
