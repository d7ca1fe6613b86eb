const words = ['sun', 'dial'];
words.push('gnomon');
words[0] = words[0] + 's';
console.log(words, words.length, words[2].length);
const long: string[] = [];
for (let i = 0; i < 30; i++) long.push('item' + i);
console.log(long);
