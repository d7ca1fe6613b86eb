let picture = '';
for (let y = -1.2; y <= 1.2; y += 0.4) {
  for (let x = -2; x <= 0.6; x += 0.1) {
    let re = 0;
    let im = 0;
    let n = 0;
    while (n < 20 && re * re + im * im < 4) {
      const t = re * re - im * im + x;
      im = 2 * re * im + y;
      re = t;
      n++;
    }
    picture += n === 20 ? '#' : n > 5 ? '+' : '.';
  }
  picture += '\n';
}
console.log(picture);
