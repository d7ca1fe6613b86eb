// A matcher that is used with many types, as test frameworks have: one function for all of them.
function expect<T>(actual: T) {
  const make = (negate: boolean) => {
    const check = (ok: boolean, what: string, expected?: unknown) => { if (ok === negate) console.log('failed', what, actual, expected); else console.log('ok', what); };
    return {
      toBe: (e: T) => check(Object.is(actual, e), 'to be ', e),
      toBeNull: () => check(actual === null, 'to be null'), toBeUndefined: () => check(actual === undefined, 'to be undefined'),
      toBeTruthy: () => check(!!actual, 'to be truthy'), toBeFalsy: () => check(!actual, 'to be falsy'),
      toBeGreaterThan: (n: number) => check((actual as number) > n, 'to be > ' + n),
      toContain: (x: unknown) => check((actual as any).includes(x), 'to contain ' ),
      toHaveLength: (n: number) => check((actual as any).length === n, 'to have length ' + n),
      toThrow: (message?: string) => { let thrown: unknown; try { (actual as () => void)(); } catch (e) { thrown = e; } check(thrown !== undefined && (message === undefined || (thrown as Error).message.includes(message)), 'to throw ' + message); },
      toBeInstanceOf: (c: new (...args: any[]) => any) => check(actual instanceof c, 'to be instance of ' + c.name),
    };
  };
  return { ...make(false), not: make(true) };
}
expect(1).toBe(1); expect('a').toBe('b'); expect([1]).toHaveLength(1); expect({ a: 1 }).toBeTruthy();
expect(null).toBeNull(); expect([1, 2].find((x) => x > 5)).toBeUndefined();
expect(5).toBeGreaterThan(4); expect(5).not.toBeGreaterThan(5);
expect([1, 2]).toContain(2); expect('hello').toContain('ell'); expect(['a']).not.toContain('b');
try { expect(() => 1).not.toThrow(); } catch (e) { console.log('1', (e as Error).message); }
try { expect(() => { throw new TypeError('bad thing'); }).toThrow('bad'); } catch (e) { console.log('2', (e as Error).message); }
try { expect(() => { throw new TypeError('bad thing'); }).toThrow(); } catch (e) { console.log('3', (e as Error).message); }
try { expect(new TypeError('x')).toBeInstanceOf(Error); } catch (e) { console.log('4', (e as Error).message); }
