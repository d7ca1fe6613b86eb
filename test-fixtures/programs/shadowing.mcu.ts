const x: int = 1;
{
  const x = 'inner';
  console.log(x);
  {
    let x = 2.5;
    x++;
    console.log(x);
  }
}
function f(x: boolean): string {
  if (x) {
    const x = 'deep';
    return x;
  }
  return 'no';
}
console.log(x, f(true), f(false));
