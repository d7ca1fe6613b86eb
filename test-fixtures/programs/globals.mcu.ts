let count: int = 0;
let ratio = 0.5;
let label = 'start';
let flags: boolean[] = [];
function update(): void {
  count++;
  ratio *= 1.5;
  label += '.';
  flags.push(count % 2 === 0);
}
for (let i = 0; i < 4; i++) update();
console.log(count, ratio, label, flags);
