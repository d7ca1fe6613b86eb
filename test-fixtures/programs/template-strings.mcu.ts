const name = 'Pico';
const mhz: int = 125;
console.log(`${name} runs at ${mhz} MHz`, ``, `a${1}b${2.5}c${true}d${'e'}f`);
console.log(`nested ${`inner ${mhz * 2}`} ${mhz > 100 ? `fast` : 'slow'}`);
console.log(`line 1
line 2 \${not} \``);
