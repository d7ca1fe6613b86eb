console.log('a,b,c'.split(','), 'a,b,c'.split(',', 2), 'abc'.split(''), ''.split(','), ''.split(''), 'abc'.split('abc'), 'abc'.split('x'));
console.log(',a,,b,'.split(','), 'a--b--c'.split('--'), 'aaa'.split('a'), 'aaa'.split('aa'), 'a b  c'.split(' '));
console.log('a,b'.split(',', 0), 'a,b'.split(',', -1), 'a,b'.split(',', 1.9), 'abc'.split('', 2), 'a,b'.split(',', NaN), 'a,b'.split(',', 2 ** 32 + 1));
console.log('héé😀'.split('é'), '😀'.split('').length, [...'😀é'].length, 'line1\nline2\r\nline3'.split('\n'));
console.log('k=v;k2=v2'.split(';').map((pair) => pair.split('=')), '1,2,3'.split(',').map(Number).reduce((a, b) => a + b, 0));
console.log('the quick brown fox'.split(' ').map((w) => w[0]).join(''), 'abc'.split('').reverse().join(''), '2024-01-15'.split('-').map((s) => parseInt(s, 10)));
console.log(['a', 'b'].join(), ['a', 'b'].join(''), ['a'].join('-'), ([] as string[]).join('x') === '', [1, 2.5, -0].join(' '), [true, false].join('|'), ['', ''].join(','));
console.log([null, 'a', undefined].join('-'), [[1, 2], [3]].join(';'), [[[1, 2]], [[3, 4]]].join('|'));
