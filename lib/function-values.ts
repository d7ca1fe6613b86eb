// The library's functions as values: `xs.map(Math.abs)` passes value_Math_abs.

function value_String<T>(value: T): string {
  return __text(value);
}

function value_Number<T>(value: T): number {
  return Number(value);
}

function value_Boolean<T>(value: T): boolean {
  return Boolean(value);
}

function value_parseInt(text: string, radix: number = 0): number {
  return parseInt(text, radix);
}

function value_parseFloat(text: string): number {
  return parseFloat(text);
}

function value_isNaN(x: number): boolean {
  return isNaN(x);
}

function value_isFinite(x: number): boolean {
  return isFinite(x);
}

function value_Number_isNaN<T>(x: T): boolean {
  return Number.isNaN(x);
}

function value_Number_isFinite<T>(x: T): boolean {
  return Number.isFinite(x);
}

function value_Number_isInteger<T>(x: T): boolean {
  return Number.isInteger(x);
}

function value_Number_isSafeInteger<T>(x: T): boolean {
  return Number.isSafeInteger(x);
}

function value_Number_parseInt(text: string, radix: number = 0): number {
  return parseInt(text, radix);
}

function value_Number_parseFloat(text: string): number {
  return parseFloat(text);
}

function value_Math_abs(x: number): number {
  return Math.abs(x);
}

function value_Math_acos(x: number): number {
  return Math.acos(x);
}

function value_Math_acosh(x: number): number {
  return Math.acosh(x);
}

function value_Math_asin(x: number): number {
  return Math.asin(x);
}

function value_Math_asinh(x: number): number {
  return Math.asinh(x);
}

function value_Math_atan(x: number): number {
  return Math.atan(x);
}

function value_Math_atanh(x: number): number {
  return Math.atanh(x);
}

function value_Math_cbrt(x: number): number {
  return Math.cbrt(x);
}

function value_Math_ceil(x: number): number {
  return Math.ceil(x);
}

function value_Math_clz32(x: number): number {
  return Math.clz32(x);
}

function value_Math_cos(x: number): number {
  return Math.cos(x);
}

function value_Math_cosh(x: number): number {
  return Math.cosh(x);
}

function value_Math_exp(x: number): number {
  return Math.exp(x);
}

function value_Math_expm1(x: number): number {
  return Math.expm1(x);
}

function value_Math_floor(x: number): number {
  return Math.floor(x);
}

function value_Math_fround(x: number): number {
  return Math.fround(x);
}

function value_Math_log(x: number): number {
  return Math.log(x);
}

function value_Math_log10(x: number): number {
  return Math.log10(x);
}

function value_Math_log1p(x: number): number {
  return Math.log1p(x);
}

function value_Math_log2(x: number): number {
  return Math.log2(x);
}

function value_Math_round(x: number): number {
  return Math.round(x);
}

function value_Math_sign(x: number): number {
  return Math.sign(x);
}

function value_Math_sin(x: number): number {
  return Math.sin(x);
}

function value_Math_sinh(x: number): number {
  return Math.sinh(x);
}

function value_Math_sqrt(x: number): number {
  return Math.sqrt(x);
}

function value_Math_tan(x: number): number {
  return Math.tan(x);
}

function value_Math_tanh(x: number): number {
  return Math.tanh(x);
}

function value_Math_trunc(x: number): number {
  return Math.trunc(x);
}

function value_Math_atan2(x: number, y: number): number {
  return Math.atan2(x, y);
}

function value_Math_imul(x: number, y: number): number {
  return Math.imul(x, y);
}

function value_Math_pow(x: number, y: number): number {
  return Math.pow(x, y);
}

function value_Math_max(x: number, y: number): number {
  return Math.max(x, y);
}

function value_Math_min(x: number, y: number): number {
  return Math.min(x, y);
}

function value_Math_hypot(x: number, y: number): number {
  return Math.hypot(x, y);
}

function value_Math_max_all(...xs: number[]): number {
  return Math.max(...xs);
}

function value_Math_min_all(...xs: number[]): number {
  return Math.min(...xs);
}

function value_Math_hypot_all(...xs: number[]): number {
  return Math.hypot(...xs);
}

function value_Math_random(): number {
  return Math.random();
}

function value_console_log<A>(a: A): void {
  console.log(a);
}

function value_console_log2<A, B>(a: A, b: B): void {
  console.log(a, b);
}

function value_console_log3<A, B, C>(a: A, b: B, c: C): void {
  console.log(a, b, c);
}

function value_console_error<A>(a: A): void {
  console.error(a);
}

function value_console_error2<A, B>(a: A, b: B): void {
  console.error(a, b);
}

function value_console_error3<A, B, C>(a: A, b: B, c: C): void {
  console.error(a, b, c);
}

function value_console_warn<A>(a: A): void {
  console.warn(a);
}

function value_console_warn2<A, B>(a: A, b: B): void {
  console.warn(a, b);
}

function value_console_warn3<A, B, C>(a: A, b: B, c: C): void {
  console.warn(a, b, c);
}

function value_console_log_all(...values: unknown[]): void {
  console.log(...values);
}

function value_console_error_all(...values: unknown[]): void {
  console.error(...values);
}

function value_console_warn_all(...values: unknown[]): void {
  console.warn(...values);
}

function value_console_info_all(...values: unknown[]): void {
  console.info(...values);
}

function value_console_debug_all(...values: unknown[]): void {
  console.debug(...values);
}

function value_console_group_all(...values: unknown[]): void {
  console.group(...values);
}

function value_console_groupCollapsed_all(...values: unknown[]): void {
  console.groupCollapsed(...values);
}

function value_console_table(data: unknown): void {
  console.table(data);
}

function value_console_dir(value: unknown): void {
  console.dir(value);
}

function value_console_assert_all(condition?: boolean, ...values: unknown[]): void {
  console.assert(condition, ...values);
}

function value_console_count(label?: string): void {
  console.count(label ?? 'default');
}

function value_console_countReset(label?: string): void {
  console.countReset(label ?? 'default');
}

function value_console_groupEnd(): void {
  console.groupEnd();
}

function value_console_time(label?: string): void {
  console.time(label ?? 'default');
}

function value_console_timeLog_all(label?: string, ...values: unknown[]): void {
  console.timeLog(label ?? 'default', ...values);
}

function value_console_timeEnd(label?: string): void {
  console.timeEnd(label ?? 'default');
}
