// `toJSON` of values inside of others. Only programs whose types have such methods have this on the board: what the methods
// give is written in the place of the values.

/** Writes what objects tell, where they have a method for that. */
class __TellingJsonWriter extends __JsonWriter {
  #teller: __Replacer;

  constructor(indent: string, teller: __Replacer) {
    super(indent);
    this.#teller = teller;
  }

  override object(ref: int, text: int): boolean {
    // No name is passed: where the methods take one, the value is replaced before it is written.
    const told = this.#teller('', __at<object>(ref));
    const address = __address(told);
    if (address === ref) return super.object(ref, text);
    // What was told is not asked again.
    return __kind(told) === 0 ? super.object(address, __classText(told)) : this.any(address);
  }
}

function json_textTold(value: unknown, indent: string, teller: __Replacer): string | undefined {
  return json_written(new __TellingJsonWriter(json_indentation(indent), teller), value);
}

/** Has the objects of one type tell what is written for them; `others` is asked for all others, `last` for what was told. */
function json_teller<T>(others: __Replacer, last: __Replacer): __Replacer {
  return (key, value) =>
    __kind(value) === 0 && __tellsJson<T>(value) ? last(key, __toldJson<T>(value, key)) : others(key, value);
}

/** What is asked last, where the program has no replacer. */
function json_asIs(): __Replacer {
  return (_key, value) => value;
}
