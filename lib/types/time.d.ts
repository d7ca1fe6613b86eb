// Clocks by their names in JavaScript. A board has no calendar: both begin when it starts.

interface DateConstructor {
  /** Whole milliseconds since the board started. */
  now(): number;
}
declare const Date: DateConstructor;

interface Performance {
  /** Milliseconds since the board started, with fractions. */
  now(): number;
}
declare const performance: Performance;
