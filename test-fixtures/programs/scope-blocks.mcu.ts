let out = '';
for (let i = 0; i < 2; i++) {
  const inner = i * 10;
  out += inner + ' ';
}
{
  const out2 = 'block';
  out += out2;
}
console.log(out);
var hoisted = 5;
if (hoisted > 2) {
  var also = 'var';
  console.log(also);
}
console.log(hoisted);
