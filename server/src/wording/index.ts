// How quantities are said to people, the same in the terminal and in the editor.

/** Milliseconds for people: two digits or so. */
export function formatMs(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms >= 10) return `${Math.round(ms)} ms`;
  return ms >= 0.1 ? `${ms.toFixed(1)} ms` : `${Math.max(1, Math.round(ms * 1000))} µs`;
}

/** `1 byte`, `2,500 bytes`. */
export function count(value: number, noun: string): string {
  return `${value.toLocaleString('en-US')} ${noun}${value === 1 ? '' : 's'}`;
}

/** A quantity of bytes at a glance: `812 B`, `9.6 KB`, `24 KB` (of 1,024 bytes). */
export function roundBytes(value: number): string {
  if (value < 1024) return `${value} B`;
  const kilobytes = value / 1024;
  return `${kilobytes < 9.95 ? Number(kilobytes.toFixed(1)) : Math.round(kilobytes)} KB`;
}
