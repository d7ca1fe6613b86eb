// Results that nothing uses: what would fail still fails.
const c = Number('1');
function name(e: unknown): string { return e instanceof Error ? e.name : 'other'; }
try { if (c) { 'x'.repeat(-1); } console.log('not here'); } catch (e) { console.log(1, name(e)); }
try { if (c) { (5).toFixed(101); } console.log('not here'); } catch (e) { console.log(2, name(e)); }
try { if (c) { String.fromCodePoint(-1); } console.log('not here'); } catch (e) { console.log(3, name(e)); }
try { if (c) { JSON.parse('{'); } console.log('not here'); } catch (e) { console.log(4, name(e)); }
try { if (c) { new Array<number>(-1); } console.log('not here'); } catch (e) { console.log(5, name(e)); }
try { if (c) { [1, 2].with(7, 1); } console.log('not here'); } catch (e) { console.log(6, name(e)); }
try { if (c) { (5).toString(99); } console.log('not here'); } catch (e) { console.log(7, name(e)); }
try { if (c) { 'x'.padEnd(5); [3].at(9); [1, 2].indexOf(3); } console.log('fine'); } catch (e) { console.log(8, name(e)); }
try { if (c) { new Uint8Array(-1); } console.log('not here'); } catch (e) { console.log(9, name(e)); }
try { if (c) { const o = null as { f: number } | null; o!.f; } console.log('not here'); } catch (e) { console.log(10, name(e)); }
try { if (c) { const xs: number[] = []; xs.reduce((a, b) => a + b); } console.log('not here'); } catch (e) { console.log(11, name(e)); }
try { if (c) { const xs: number[] = []; xs.length = -1; } console.log('not here'); } catch (e) { console.log(12, name(e)); }
