// Loops that an exception leaves close the generator that they have, whichever function its type is of.
function* numbers(): Generator<number> { yield 1; yield 2; }
function* closing(): Generator<number> { try { yield 3; yield 4; } finally { console.log('closed'); } }
function each(make: typeof numbers): number { let sum = 0; for (const x of make()) { sum += x; if (x === 3) throw new Error('three'); } return sum; }
console.log(each(numbers));
try { each(closing); } catch (e) { console.log((e as Error).message); }
const held = { make: numbers }; held.make = closing;
try { for (const x of held.make()) if (x > 2) throw new Error('held'); } catch (e) { console.log((e as Error).message); }
const made = function* () { yield 5; yield 6; };
try { for (const x of made()) if (x > 5) throw new Error('made'); } catch (e) { console.log((e as Error).message); }
