// Reads JSON into a tree of objects.
abstract class Value {
  /** The values in the tree. */
  abstract size(): int;
  /** Of all numbers and texts. */
  abstract weight(): int;
}
class Literal extends Value {
  constructor(readonly name: string) {
    super();
  }
  size(): int {
    return 1;
  }
  weight(): int {
    return 0;
  }
}
class NumberValue extends Value {
  constructor(readonly value: int) {
    super();
  }
  size(): int {
    return 1;
  }
  weight(): int {
    return this.value;
  }
}
class TextValue extends Value {
  constructor(readonly text: string) {
    super();
  }
  size(): int {
    return 1;
  }
  weight(): int {
    return this.text.length;
  }
}
class ArrayValue extends Value {
  readonly elements: Value[] = [];
  size(): int {
    let size: int = 1;
    for (const each of this.elements) size += each.size();
    return size;
  }
  weight(): int {
    let weight: int = 0;
    for (const each of this.elements) weight += each.weight();
    return weight;
  }
}
class ObjectValue extends Value {
  readonly names: string[] = [];
  readonly values: Value[] = [];
  get(name: string): Value {
    const place = this.names.indexOf(name);
    if (place < 0) throw new Error('no property ' + name);
    return this.values[place];
  }
  size(): int {
    let size: int = 1;
    for (const each of this.values) size += each.size();
    return size;
  }
  weight(): int {
    let weight: int = 0;
    for (const name of this.names) weight += name.length;
    for (const each of this.values) weight += each.weight();
    return weight;
  }
}
const END: int = -1;
const SPACE: int = 32;
const QUOTE: int = 34;
const COMMA: int = 44;
const MINUS: int = 45;
const ZERO: int = 48;
const NINE: int = 57;
const COLON: int = 58;
const OPEN_BRACKET: int = 91;
const BACKSLASH: int = 92;
const CLOSE_BRACKET: int = 93;
const LETTER_N: int = 110;
const OPEN_BRACE: int = 123;
const CLOSE_BRACE: int = 125;
class Parser {
  #at: int = 0;
  constructor(readonly text: string) {}
  parse(): Value {
    const value = this.#value();
    if (this.#peek() !== END) throw new Error('more than one value');
    return value;
  }
  /** The next character after white space. */
  #peek(): int {
    const { text } = this;
    while (this.#at < text.length) {
      const character: int = text.charCodeAt(this.#at);
      if (character > SPACE) return character;
      this.#at++;
    }
    return END;
  }
  #expect(character: int): void {
    if (this.#peek() !== character) throw new Error('unexpected character at ' + this.#at);
    this.#at++;
  }
  /** Passes by a character if it is the next. */
  #skip(character: int): boolean {
    const isNext = this.#peek() === character;
    if (isNext) this.#at++;
    return isNext;
  }
  #value(): Value {
    const first = this.#peek();
    switch (first) {
      case OPEN_BRACE:
        return this.#object();
      case OPEN_BRACKET:
        return this.#array();
      case QUOTE:
        return new TextValue(this.#string());
    }
    if (first === MINUS || (first >= ZERO && first <= NINE)) return this.#number();
    if (this.#skipWord('true')) return new Literal('true');
    if (this.#skipWord('false')) return new Literal('false');
    if (this.#skipWord('null')) return new Literal('null');
    throw new Error('unexpected character at ' + this.#at);
  }
  #skipWord(word: string): boolean {
    const isNext = this.text.startsWith(word, this.#at);
    if (isNext) this.#at += word.length;
    return isNext;
  }
  #object(): Value {
    const object = new ObjectValue();
    this.#expect(OPEN_BRACE);
    if (this.#skip(CLOSE_BRACE)) return object;
    do {
      if (this.#peek() !== QUOTE) throw new Error('expected a name at ' + this.#at);
      object.names.push(this.#string());
      this.#expect(COLON);
      object.values.push(this.#value());
    } while (this.#skip(COMMA));
    this.#expect(CLOSE_BRACE);
    return object;
  }
  #array(): Value {
    const array = new ArrayValue();
    this.#expect(OPEN_BRACKET);
    if (this.#skip(CLOSE_BRACKET)) return array;
    do array.elements.push(this.#value());
    while (this.#skip(COMMA));
    this.#expect(CLOSE_BRACKET);
    return array;
  }
  #string(): string {
    const { text } = this;
    let result = '';
    this.#at++;
    let from = this.#at;
    for (;;) {
      const character: int = text.charCodeAt(this.#at);
      if (character === QUOTE) break;
      if (character === BACKSLASH) {
        result += text.slice(from, this.#at);
        this.#at++;
        const escaped: int = text.charCodeAt(this.#at);
        result += escaped === LETTER_N ? '\n' : text[this.#at];
        from = this.#at + 1;
      }
      this.#at++;
    }
    result += text.slice(from, this.#at);
    this.#at++;
    return result;
  }
  #number(): Value {
    const { text } = this;
    const isNegative = this.#skip(MINUS);
    let value: int = 0;
    while (this.#at < text.length) {
      const character: int = text.charCodeAt(this.#at);
      if (character < ZERO || character > NINE) break;
      value = value * 10 + (character - ZERO);
      this.#at++;
    }
    return new NumberValue(isNegative ? -value : value);
  }
}
const text = `{
  "device": "weather \\"roof\\"", "id": 4711, "active": true, "parent": null,
  "position": {"latitude": 525163, "longitude": 133777, "height": -12},
  "sensors": [
    {"name": "temperature", "pin": 26, "unit": "C", "limits": [-200, 600], "enabled": true},
    {"name": "humidity", "pin": 27, "unit": "%", "limits": [0, 1000], "enabled": true},
    {"name": "pressure", "pin": 28, "unit": "hPa", "limits": [8700, 10850], "enabled": false}
  ],
  "history": [[215, 438, 10132], [218, 431, 10131], [223, 420, 10129], [], {}],
  "message": "first line\\nsecond line"
}`;
function check(value: Value): int {
  if (!(value instanceof ObjectValue)) throw new Error('no object');
  const message = value.get('message');
  if (!(message instanceof TextValue)) throw new Error('no text');
  return ((value.weight() & 0xffff) * 256 + value.size()) * 32 + message.text.length;
}

// %%
let result: int = 0;
for (let round: int = 0; round < 5; round++) result ^= check(new Parser(text).parse());
result;
