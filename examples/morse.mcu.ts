// %% [markdown]
// # Morse code
// A text becomes flashes of the LED. Change the text in the last cell and run that cell again.

// %% The code of each letter
const letters = 'abcdefghijklmnopqrstuvwxyz';
const codes =
  '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..'.split(' ');

function morse(text: string): string {
  const words = text.toLowerCase().split(' ');
  return words
    .map((word) =>
      word
        .split('')
        .map((letter) => codes[letters.indexOf(letter)]!)
        .join(' '),
    )
    .join(' / ');
}
morse('SOS');

// %% One step of a message at a time, by timers: the board stays free for other cells
const led = new Pin(25, Pin.OUT);
/** Length of a dot, in milliseconds. */
const dot = 80;

function send(message: string, at: int) {
  if (at >= message.length) {
    console.log('sent', message);
    return;
  }
  const sign = message[at];
  const isOn = sign === '.' || sign === '-';
  if (isOn) led.high();
  const time = sign === '.' ? dot : 3 * dot;
  setTimeout(() => {
    led.low();
    setTimeout(() => send(message, at + 1), dot);
  }, time);
}

// %% Send it
send(morse('hello world'), 0);
