// Bytes in JSON messages: as base64, in what Node and browsers both have.

/** Characters that are made at once: a call takes no more arguments than this safely. */
const CHUNK = 8192;

export function encodeBytes(bytes: Uint8Array): string {
  let characters = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    characters += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(characters);
}

/** Throws a DOMException if `text` is no base64. */
export function decodeBytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
