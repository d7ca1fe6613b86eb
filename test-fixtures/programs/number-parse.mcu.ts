console.log(Number('42'), Number('  -1.5e3 '), Number(''), Number('abc'), Number('0x1f'), Number('1e400'));
console.log(parseInt('42px'), parseInt('ff', 16), parseInt('-0b1'), parseInt('x'), parseFloat('3.14abc'), parseFloat('.5'), parseFloat('-'));
console.log(+'12', +'1.5' * 2);
