function price(fruit: string): number {
  switch (fruit) {
    case 'apple':
      return 0.5;
    case 'pe' + 'ar':
      return 0.75;
    default:
      return -1;
  }
}
console.log(price('apple'), price('pear'), price('fig'));
switch (true) {
  case price('fig') > 0:
    console.log('sold');
    break;
  case price('pear') > 0.7:
    console.log('dear');
}
