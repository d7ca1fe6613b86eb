// %% [markdown]
// # A button and a light
// A button between pin GP14 and ground pulls the pin low when it is pressed. Without one: click GP14 in the board view.

// %% The pins: an input that is high by itself, and the LED
const button = new Pin(14, Pin.PULL_UP);
const led = new Pin(25, Pin.OUT);

// %% Each press switches the light
let wasDown = false;
let presses: int = 0;

function look() {
  const isDown = !button.read();
  if (isDown && !wasDown) {
    presses++;
    led.toggle();
    console.log('press', presses);
  }
  wasDown = isDown;
}
const looking = setInterval(look, 20);

// %% Press it now. The button is watched for a minute
const ending = setTimeout(() => {
  clearInterval(looking);
  led.low();
  console.log(`pressed ${presses} times`);
}, 60_000);

// %% How many presses up to now? Run this cell again and again
presses;
