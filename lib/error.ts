// Errors, and what `throw` and `catch` do beside the runtime's part (device-runtime/core/exceptions.c).

interface ErrorOptions {
  /** What led to this error. */
  cause?: unknown;
}

/** What is thrown when something goes wrong. */
class Error {
  /** The kind of error: that of the class, unless it is given another one. */
  name = 'Error';
  /** What went wrong. */
  message: string;
  /** What led to this error. */
  cause: unknown;
  /** Properties that a program gives to the error alone. */
  __more?: __Dictionary<unknown>;

  constructor(message = '', options?: ErrorOptions) {
    this.message = message;
    if (options) this.cause = options.cause;
  }

  /** Name and message; where the error was made is not kept on the board. */
  get stack(): string {
    return this.toString();
  }

  /** Name and message. */
  toString(): string {
    if (this.name === '') return this.message;
    return this.message === '' ? this.name : this.name + ': ' + this.message;
  }
}

/** A value is not in the range of what is allowed. */
class RangeError extends Error {
  override name = 'RangeError';
}

/** A value is not of the type that is needed. */
class TypeError extends Error {
  override name = 'TypeError';
}

/** A variable is used that has no value yet. */
class ReferenceError extends Error {
  override name = 'ReferenceError';
}

/** A text is not of the form that is needed. */
class SyntaxError extends Error {
  override name = 'SyntaxError';
}

/** Nothing throws it any more. */
class EvalError extends Error {
  override name = 'EvalError';
}

/** A text is no part of a URI. */
class URIError extends Error {
  override name = 'URIError';
}

/** `throw value`. */
function error_throw(value: unknown): void {
  __throw(value);
  // Nothing catches it.
  if (value instanceof Error) __uncaught(value.name, value.message);
  else __uncaught('Uncaught', any_text(value));
}

/** What a `catch` gets: what was thrown, or the error that a trap of the runtime stands for. */
function error_caught(isTrap: boolean): unknown {
  return isTrap ? error_ofTrap(__caughtTrap(0), __caughtTrap(1), __caughtTrap(2)) : __caught();
}

function error_ofTrap(kind: int, a: int, b: int): Error {
  let text = __trapMessage(kind);
  text = error_filled(text, '{a}', String(a));
  text = error_filled(text, '{b}', String(b));
  if (__indexOf(text, '{d}', 0) >= 0) text = error_filled(text, '{d}', String(__makeDouble(b, a)));
  switch (__trapName(kind)) {
    case 0:
      return new RangeError(text);
    case 1:
      return new TypeError(text);
    default:
      return new ReferenceError(text);
  }
}

function error_filled(text: string, place: string, value: string): string {
  const at = __indexOf(text, place, 0);
  return at < 0 ? text : __slice(text, 0, at) + value + __slice(text, at + 3, __length(text));
}

/** A property of what may be an error. */
function error_property(value: unknown, name: string): unknown {
  if (__kind(value) === 5 && name === 'name') return function_name(__addressInside(value));
  if (!(value instanceof Error)) return any_property(value, name);
  switch (name) {
    case 'name':
      return value.name;
    case 'message':
      return value.message;
    case 'stack':
      return value.stack;
    default:
      return value.cause;
  }
}
