const names = ['delta', 'alpha', 'charlie', 'bravo'];
for (let i = 0; i < names.length; i++) {
  for (let j = 0; j + 1 < names.length - i; j++) {
    if (names[j] > names[j + 1]) {
      const t = names[j];
      names[j] = names[j + 1];
      names[j + 1] = t;
    }
  }
}
console.log(names);
