// %% [markdown]
// # The game of life
// A world of 32 by 16 cells in typed arrays, with a glider in it. Each generation is computed by the board and drawn below.

// %% The world, and a glider in it
const width: int = 32;
const height: int = 16;
let world = new Uint8Array(width * height);
let other = new Uint8Array(width * height);

function set(x: int, y: int) {
  world[y * width + x] = 1;
}
set(1, 0);
set(2, 1);
set(0, 2);
set(1, 2);
set(2, 2);

// %% One generation; the world has no edges
function neighbours(x: int, y: int): int {
  let count: int = 0;
  for (let dy: int = -1; dy <= 1; dy++) {
    for (let dx: int = -1; dx <= 1; dx++) {
      const column: int = (x + dx + width) % width;
      const row: int = (y + dy + height) % height;
      if (dx !== 0 || dy !== 0) count += world[row * width + column]!;
    }
  }
  return count;
}

function generation() {
  for (let y: int = 0; y < height; y++) {
    for (let x: int = 0; x < width; x++) {
      const count = neighbours(x, y);
      const lives = count === 3 || (count === 2 && world[y * width + x] === 1);
      other[y * width + x] = lives ? 1 : 0;
    }
  }
  const before = world;
  world = other;
  other = before;
}

// %% Draw it
function draw() {
  for (let y: int = 0; y < height; y++) {
    let line = '';
    for (let x: int = 0; x < width; x++) line += world[y * width + x] === 1 ? '█' : '·';
    console.log(line);
  }
}
draw();

// %% Twenty generations on: run this cell again and again
for (let i: int = 0; i < 20; i++) generation();
draw();
