// A small text adventure: rooms, items, commands, a parser.
type Direction = 'north' | 'south' | 'east' | 'west';
const opposite: Record<Direction, Direction> = { north: 'south', south: 'north', east: 'west', west: 'east' };
interface Item {
  name: string;
  weight: number;
  use?(game: Game): string;
}
class Room {
  readonly exits: Partial<Record<Direction, Room>> = {};
  items: Item[] = [];
  constructor(
    readonly name: string,
    private readonly text: string,
  ) {}
  connect(direction: Direction, room: Room): void {
    this.exits[direction] = room;
    room.exits[opposite[direction]] = this;
  }
  look(): string {
    const exits = Object.keys(this.exits).sort().join(', ');
    const items = this.items.map(({ name }) => name).join(', ') || 'nothing';
    return `${this.name}: ${this.text} Exits: ${exits}. You see ${items}.`;
  }
}
class Game {
  inventory: Item[] = [];
  over = false;
  constructor(public room: Room) {}
  get load() {
    return this.inventory.reduce((sum, { weight }) => sum + weight, 0);
  }
  private readonly commands: { [verb: string]: (arg: string) => string } = {
    look: () => this.room.look(),
    go: (direction) => {
      const next = this.room.exits[direction as Direction];
      if (!next) return `You can't go ${direction}.`;
      this.room = next;
      return this.room.look();
    },
    take: (name) => {
      const index = this.room.items.findIndex((item) => item.name === name);
      if (index < 0) return `There is no ${name}.`;
      const [item] = this.room.items.splice(index, 1);
      if (this.load + item!.weight > 10) {
        this.room.items.push(item!);
        return 'Too heavy.';
      }
      this.inventory.push(item!);
      return `Taken: ${item!.name}.`;
    },
    use: (name) => {
      const item = this.inventory.find((each) => each.name === name);
      return item?.use?.(this) ?? `You can't use ${name || 'that'}.`;
    },
    quit: () => {
      this.over = true;
      return 'Bye.';
    },
  };
  run(line: string): string {
    const [verb = '', ...rest] = line.trim().toLowerCase().split(' ');
    if (!(verb in this.commands)) return `I don't know how to ${verb}.`;
    return this.commands[verb]!(rest.join(' '));
  }
}
const hall = new Room('Hall', 'It is dark.');
const cellar = new Room('Cellar', 'It smells.');
hall.connect('north', cellar);
const lamp: Item = { name: 'lamp', weight: 2, use: (game) => `The ${game.room.name.toLowerCase()} is bright.` };
hall.items.push(lamp, { name: 'anvil', weight: 50 });
cellar.items.push({ name: 'coin', weight: 1 });
const game = new Game(hall);
for (const line of ['look', 'take lamp', 'take anvil', 'go north', 'use lamp', 'take coin', 'go up', 'use coin', 'dance', 'quit']) {
  if (game.over) break;
  console.log(`> ${line}\n${game.run(line)}`);
}
console.log(game.load, game.over, hall.items.length);
