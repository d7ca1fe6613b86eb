const start = millis();
let ticks: int = 0;
function tick(): void {
  ticks++;
  console.log('tick', ticks, Math.round((millis() - start) / 10) * 10);
  if (ticks === 3) clearInterval(id);
}
const id = setInterval(tick, 100);
function late(): void {
  console.log('late', Math.round((millis() - start) / 10) * 10);
}
setTimeout(late, 250);
setTimeout(() => console.log('arrow'), 50);
console.log('started');
