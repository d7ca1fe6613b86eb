// Names of functions that are values, and how many parameters they have: by their code, which the compiler lists for programs
// that ask (server/src/compiler/frontend/lower/function-table.ts).

/** The entry of a function at an address; 0 if it is none of the list. What is wrapped is looked for, too. */
function function_entry(address: int): int {
  let at: int = address;
  for (;;) {
    const code = __load32(at + 4);
    for (let entry: int = __functionTable(); __load32(entry) !== 0; entry += 12)
      if (__load32(entry) === code) return entry;
    // A wrapper refers to what it wraps, then to itself (lib/function-identity.ts).
    if (__load32(at) >>> 8 < 4 || __load32(at + 12) !== at) return 0;
    at = __load32(at + 8);
  }
}

function function_name(address: int): string {
  const entry = function_entry(address);
  if (entry === 0) throw new TypeError('the name of this function is not known on the board');
  return __at<string>(__load32(entry + 4));
}

function function_length(address: int): int {
  const entry = function_entry(address);
  const count = entry === 0 ? -1 : __load32(entry + 8);
  if (count < 0) throw new TypeError('how many parameters this function has is not known on the board');
  return count;
}

/** The same of what is known to be a function. */
function function_nameOf(address: int): string {
  return function_name(address);
}

function function_lengthOf(address: int): int {
  return function_length(address);
}
