function outer(n: int): int {
  function square(x: int): int {
    return x * x;
  }
  function sumTo(k: int): int {
    return k === 0 ? 0 : square(k) + sumTo(k - 1);
  }
  return sumTo(n);
}
console.log(outer(3), outer(10));
console.log(hoisted(2));
function hoisted(x: int): int {
  return x + 40;
}
