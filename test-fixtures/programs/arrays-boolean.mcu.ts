const flags: boolean[] = [true, false];
flags.push(!flags[0]);
flags[1] = true;
console.log(flags, flags.length);
let count: int = 0;
for (const f of flags) if (f) count++;
console.log(count);
