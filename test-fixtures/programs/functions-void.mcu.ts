let counter: int = 0;
function bump(by: int): void {
  if (by === 0) return;
  counter += by;
}
bump(3);
bump(0);
bump(-1);
console.log(counter);
const arrow = (x: int): int => x * 2;
console.log(arrow(21));
