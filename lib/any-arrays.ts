// Arrays that were made without a type, and are taken for ones of a type later: `const out: any = { list: [1, 2] }`,
// `(out as Basket).list`. Such an array is loose as long as nothing but values of any type refers to it: bit 6 of its header.
// All of these refer to one box, which gets another array then.

/** Notes that nothing else refers to an array, which holds values of any type. */
function any_loosen(value: unknown): void {
  const array = __word(__address(value) + 8);
  __store32(array, __load32(array) | 0x40);
}

/** Notes that an array of values of any type is to be referred to as such. */
function any_keep(value: unknown): void {
  if (__kind(value) !== 4 || !any_holdsAny(value)) return;
  const array = __word(__address(value) + 8);
  if (__load32(array) & 0x40) __store32(array, __load32(array) & ~0x40);
}

/** A loose array as one of a type, which it is from now on. */
function any_taken<T>(value: unknown): T[] {
  const array = __word(__address(value) + 8);
  if ((__load32(array) & 0xc0) !== 0x40 || !any_holdsAny(value))
    throw new TypeError(
      'this array is of another type than its type says here; give it a type where it is made',
    );
  const taken = __newArray<T>(0);
  for (const element of __at<__Value[]>(array)) taken.push(element as T);
  const box: unknown = taken;
  __store32(__address(value) + 4, __word(__address(box) + 4));
  __store32(__address(value) + 8, __word(__address(box) + 8));
  return taken;
}
