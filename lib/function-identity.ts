// Which function a value stands for: a function that is seen as one of another type is wrapped
// (docs/decisions/0013-function-values-of-other-types.md), and a wrapper is the function that it wraps.

/** The address of the function that the one at an address stands for. A wrapper refers to that, then to itself. */
function function_origin(address: int): int {
  let at: int = address;
  // A closure of three captures: header, code, what is wrapped, itself.
  while (__load32(at) >>> 8 >= 5 && __load32(at + 12) === at) at = __load32(at + 8);
  return at;
}
