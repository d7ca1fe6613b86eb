// Enums: computed members, reverse mapping, strings, in types, as keys and flags.
enum Level {
  Low,
  Mid = 5,
  High,
  Max = High * 2,
}
enum Dir {
  Up = 'UP',
  Down = 'DOWN',
}
enum Flag {
  None = 0,
  Read = 1 << 0,
  Write = 1 << 1,
  All = Read | Write,
}
console.log(Level.Low, Level.High, Level.Max, Level[5], Level[Level.High], Dir.Up, Dir.Down.length);
let flags = Flag.None;
flags |= Flag.Read;
console.log(flags, (flags & Flag.Write) !== 0, flags === Flag.Read, (flags | Flag.Write) === Flag.All, ~flags & Flag.All);
const names: Record<Level, string> = { [Level.Low]: 'low', [Level.Mid]: 'mid', [Level.High]: 'high', [Level.Max]: 'max' };
console.log(names[Level.Mid], names[Level.Low]);
function turn(d: Dir): Dir {
  return d === Dir.Up ? Dir.Down : Dir.Up;
}
console.log(turn(Dir.Up), turn(turn(Dir.Up)), `${Dir.Up}!`, Dir.Up < Dir.Down);
const byDir = new Map<Dir, number>([[Dir.Up, 1]]);
byDir.set(Dir.Down, 2).set(Dir.Up, 3);
console.log(byDir, [...byDir.keys()].includes(Dir.Down));
const levels: Level[] = [Level.Max, Level.Low, Level.High];
console.log(levels.sort((a, b) => a - b), levels.map((l) => Level[l]));
interface Event_ {
  level: Level;
  dir?: Dir;
}
const events: Event_[] = [{ level: Level.Mid }, { level: Level.Low, dir: Dir.Down }];
for (const { level, dir = Dir.Up } of events) console.log(level, dir);
let next: Level = Level.Low;
next++;
console.log(next, Level[Level.Low] === 'Low');
