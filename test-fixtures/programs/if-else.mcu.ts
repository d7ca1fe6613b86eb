function classify(n: int): string {
  if (n < 0) return 'negative';
  else if (n === 0) {
    return 'zero';
  } else if (n % 2 === 0) return 'even';
  return 'odd';
}
for (let i: int = -2; i < 4; i++) console.log(i, classify(i));
if (classify(1) === 'odd') console.log('ok');
else console.log('wrong');
