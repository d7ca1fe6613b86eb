// Which function a value stands for: a function that is seen as one of another type is wrapped
// (docs/decisions/0013-function-values-of-other-types.md), and a wrapper is the function that it wraps.

/** The address of the function that the one at an address stands for. A wrapper refers to that, then to itself. */
function function_origin(address: int): int {
  let at: int = address;
  // Header, code, what is wrapped, itself. A function that has several values refers so to what they share.
  while (__load32(at) >>> 8 >= 4 && __load32(at + 12) === at) at = __load32(at + 8);
  return at;
}
