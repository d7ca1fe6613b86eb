// Time: waiting, clocks, timers. Timers' callbacks run between cells, one after another, never inside other code.

/** Waits; nothing else happens on the board meanwhile but input and output. */
function delay(milliseconds: number): void {
  __delay(milliseconds);
}

/** Whole milliseconds since the board started. */
function millis(): number {
  return __millis();
}

/** Microseconds since the board started. */
function micros(): number {
  return __micros();
}

/** Calls a function once, after at least so many milliseconds; returns an identifier for clearTimeout. Further arguments are passed to the function. */
function setTimeout(callback: (value: void) => void, milliseconds?: number): int;
function setTimeout<A extends any[]>(callback: (...args: A) => void, milliseconds: number, ...args: A): int;
function setTimeout(callback: () => void, milliseconds: number = 0): int {
  return __startTimer(callback, milliseconds, 0);
}

/** Calls a function again and again, every so many milliseconds, until clearInterval gets the identifier. Further arguments are passed. */
function setInterval(callback: (value: void) => void, milliseconds?: number): int;
function setInterval<A extends any[]>(callback: (...args: A) => void, milliseconds: number, ...args: A): int;
function setInterval(callback: () => void, milliseconds: number = 0): int {
  return __startTimer(callback, milliseconds, 1);
}

/** Ends a timer, if there is one. */
function clearTimeout(timer?: int): void {
  if (timer !== undefined) __clearTimer(timer);
}

/** Ends a timer, if there is one. */
function clearInterval(timer?: int): void {
  if (timer !== undefined) __clearTimer(timer);
}

/** `Date.now()` and `performance.now()` have no other clock than the board's. */
function value_Date_now(): number {
  return __millis();
}

/** With a fraction, as in JavaScript. */
function value_performance_now(): number {
  return __micros() / 1000;
}
