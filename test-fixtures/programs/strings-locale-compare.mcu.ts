console.log('a'.localeCompare('b'), 'b'.localeCompare('a'), 'a'.localeCompare('a'), 'a'.localeCompare('B'), 'a'.localeCompare('A'), 'A'.localeCompare('a'));
console.log('résumé'.localeCompare('resume'), 'resume'.localeCompare('Resume'), 'réserve'.localeCompare('resist'), ''.localeCompare('a'), ''.localeCompare(''));
console.log(['z', 'a', 'Z', 'A', 'ä', 'é', 'e', '10', '9', '_x', '-y', ' s', 'ñ', 'n', 'o'].sort((a, b) => a.localeCompare(b)));
console.log(['Straße', 'Strasse', 'strasse', 'Æon', 'aeon', 'Aeon'].toSorted((a, b) => a.localeCompare(b)));
console.log('a b'.localeCompare('ab'), 'co-op'.localeCompare('coop'), 'ab'.localeCompare('abc'), 'a\u00ADb'.localeCompare('ab'), 'x²'.localeCompare('x2'));
const people = [{ name: 'bob', age: 3 }, { name: 'Alice', age: 2 }, { name: 'alice', age: 1 }];
console.log(people.sort((a, b) => a.name.localeCompare(b.name) || a.age - b.age).map((p) => p.name + p.age));
