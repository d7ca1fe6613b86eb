console.log('a,b,,c'.split(','), 'abc'.split(''), 'abc'.split('x'), ''.split(','));
console.log('2026-11-21'.split('-').join('/'), ['x'].join('-'), [1, 2, 3].join(), [true, false].join(' '));
console.log('one two one'.replace('one', '1'), 'one two one'.replaceAll('one', '1'));
