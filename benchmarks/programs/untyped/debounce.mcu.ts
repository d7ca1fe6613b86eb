enum State {
  Released,
  Pressing,
  Pressed,
  Releasing,
}
const n = 500;
function presses(levels: Uint8Array): number {
  let state = State.Released;
  let since = 0;
  let count = 0;
  for (let time = 0; time < n; time++) {
    const down = levels[time] !== 0;
    switch (state) {
      case State.Released:
        if (down) {
          state = State.Pressing;
          since = time;
        }
        break;
      case State.Pressing:
        if (!down) {
          state = State.Released;
        } else if (time - since >= 4) {
          state = State.Pressed;
          count++;
        }
        break;
      case State.Pressed:
        if (!down) {
          state = State.Releasing;
          since = time;
        }
        break;
      case State.Releasing:
        if (down) state = State.Pressed;
        else if (time - since >= 4) state = State.Released;
        break;
    }
  }
  return count;
}
const levels = new Uint8Array(n);

// %%
for (let i = 0; i < n; i++) levels[i] = ((i >> 4) & 1) ^ (((i * 7) & 15) === 3 ? 1 : 0);
presses(levels);
