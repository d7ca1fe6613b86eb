const s = 'the shadow of the gnomon';
console.log(s.indexOf('the'), s.indexOf('the', 1), s.indexOf('xyz'), s.indexOf(''), s.lastIndexOf('the'), s.lastIndexOf('o'));
console.log(s.includes('shadow'), s.includes('sun'), s.startsWith('the'), s.startsWith('shadow', 4), s.endsWith('mon'), s.endsWith('the', 17));
