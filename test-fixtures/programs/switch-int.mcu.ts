function name(n: int): string {
  switch (n) {
    case 0:
      return 'zero';
    case 1:
    case 2:
      return 'small';
    case 100:
      return 'hundred';
    default:
      return 'other';
  }
}
for (const n of [0, 1, 2, 3, 100, -1] as int[]) console.log(n, name(n));
