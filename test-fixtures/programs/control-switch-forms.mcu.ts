// Switches over strings, numbers, truth values, mixed types; default anywhere; expressions as cases.
function where(x: number | string | boolean | null | undefined): string {
  const out: string[] = [];
  switch (x) {
    default:
      out.push('default');
    case 1:
      out.push('one');
      break;
    case '1':
      out.push('text');
    case true:
      out.push('yes');
    case null:
      out.push('null');
      break;
    case undefined:
      return 'undefined';
  }
  return out.join();
}
console.log([1, '1', true, false, null, undefined, NaN, 2].map(where));
function graded(score: number): string {
  switch (true) {
    case score >= 90:
      return 'A';
    case score >= 80:
      return 'B';
    default:
      return 'F';
  }
}
console.log([95, 85, 10].map(graded));
let evaluated = '';
const c = (n: number) => {
  evaluated += n;
  return n;
};
switch (c(2)) {
  case c(1):
  case c(2):
  case c(3):
    console.log(evaluated);
}
switch ('x') {
}
switch (5 as number) {
  case 4: {
    const scoped = 'four';
    console.log(scoped);
    break;
  }
  case 5: {
    const scoped = 'five';
    console.log(scoped);
  }
  case 6:
    console.log('through');
}
const enum Op {
  Push = 1,
  Add = 10,
  Halt = 20,
}
const code = [Op.Push, Op.Push, Op.Add, Op.Halt];
let depth = 0;
run: for (const op of code) {
  switch (op) {
    case Op.Push:
      depth++;
      continue run;
    case Op.Add:
      depth--;
      break;
    case Op.Halt:
      break run;
  }
  console.log('after', op, depth);
}
console.log(depth);
