function run(n: int): string {
  let log = '';
  switch (n) {
    case 1:
      log += 'one ';
    case 2:
      log += 'two ';
      break;
    default:
      log += 'default ';
    case 3:
      log += 'three ';
  }
  return log;
}
console.log(run(1), '|', run(2), '|', run(3), '|', run(4));
