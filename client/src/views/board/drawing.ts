// Draws a board with two rows of pins, such as the Pico, as SVG, from its description. It is a picture without state:
// the page finds the pins by `data-gpio` and shows their state by attributes, which the style sheet colours.
import type { BoardDescription, BoardPin, SupplyPin } from '@gnomon/boards/pico';

// All lengths are in units of the drawing; shown 200 pixels wide, a unit is a pixel.
const WIDTH = 200;
const PITCH = 12.5;
const TOP = 8;
const FIRST_ROW = 32;
const BOARD = { left: 62, right: 138 };
const CENTRE = WIDTH / 2;

/** The drawing, an `svg` element. The rows are numbered as on an integrated circuit: down on the left, up on the right. */
export function drawBoard(board: BoardDescription): string {
  const header = [...board.pins, ...board.supplies].filter((pin) => pin.header !== undefined);
  const rows = header.length / 2;
  const bottom = FIRST_ROW + (rows - 1) * PITCH + 16;
  const led = board.pins.find(({ gpio }) => gpio === board.led);
  return [
    `<svg class="board-drawing" viewBox="0 0 ${WIDTH} ${bottom + 6}" role="group" aria-label="${board.name}">`,
    `<rect class="board" x="${BOARD.left}" y="${TOP}" width="${BOARD.right - BOARD.left}" height="${bottom - TOP}" rx="4"/>`,
    ...mountingHoles(bottom),
    `<rect class="metal" x="${CENTRE - 15}" y="2" width="30" height="22" rx="2"/>`,
    `<rect class="button" x="${CENTRE - 17}" y="54" width="12" height="17" rx="6"/>`,
    chip(board, FIRST_ROW + ((rows - 1) * PITCH) / 2),
    `<text class="print" transform="translate(${CENTRE + 3} ${bottom - 14}) rotate(-90)">${board.name}</text>`,
    ...(led ? [drawLed(led)] : []),
    ...header.map((pin) => drawPin(pin, rows)),
    '</svg>',
  ].join('\n');
}

function mountingHoles(bottom: number): string[] {
  return [TOP + 8, bottom - 8].flatMap((y) =>
    [-21, 21].map((dx) => `<circle class="hole" cx="${CENTRE + dx}" cy="${y}" r="3.4"/>`),
  );
}

function chip({ chip }: BoardDescription, y: number): string {
  return (
    `<rect class="chip" x="${CENTRE - 13}" y="${y - 13}" width="26" height="26" rx="1.5"/>` +
    `<text class="chip-name" x="${CENTRE}" y="${y + 2}">${chip}</text>`
  );
}

function drawLed({ gpio, name }: BoardPin): string {
  const x = CENTRE - 11;
  const y = 37;
  return (
    `<g class="pin led" data-gpio="${gpio}" data-name="LED (${name})"><title></title>` +
    `<circle class="glow" cx="${x}" cy="${y}" r="10"/>` +
    `<rect class="lamp" x="${x - 4}" y="${y - 2.5}" width="8" height="5" rx="1"/>` +
    `<text class="print" x="${x + 9}" y="${y + 2.4}">LED</text></g>`
  );
}

/** A pin of the header: its pad and number on the board, its name beside it, and an arrow for its state. */
function drawPin(pin: BoardPin | SupplyPin, rows: number): string {
  const number = pin.header!;
  const isLeft = number <= rows;
  const y = FIRST_ROW + (isLeft ? number - 1 : 2 * rows - number) * PITCH;
  const edge = isLeft ? BOARD.left : BOARD.right;
  const inwards = isLeft ? 1 : -1;
  const at = (distance: number) => edge + distance * inwards;
  const pad = `<circle class="pad" cx="${at(5)}" cy="${y}" r="3.6"/>`;
  const numberText = `<text class="number" x="${at(11)}" y="${y + 2.5}" text-anchor="${isLeft ? 'start' : 'end'}">${number}</text>`;
  const name = (distance: number) =>
    `<text class="name" x="${at(distance)}" y="${y + 3.2}" text-anchor="${isLeft ? 'end' : 'start'}">${pin.name}</text>`;
  if (!('gpio' in pin)) return `<g class="supply ${pin.kind}">${pad}${numberText}${name(-4)}</g>`;
  const hit = `<rect class="hit" x="${isLeft ? 2 : at(-4) - 4}" y="${y - PITCH / 2}" width="${edge === BOARD.left ? BOARD.left + 14 : WIDTH - BOARD.right + 6}" height="${PITCH}" rx="2"/>`;
  return (
    `<g class="pin" data-gpio="${pin.gpio}" data-name="${pin.name}, pin ${number}"><title></title>` +
    `${hit}<rect class="mark" x="${isLeft ? 2 : BOARD.right + 2}" y="${y - PITCH / 2}" width="${BOARD.left - 4}" height="${PITCH}" rx="2"/>` +
    `${pad}${numberText}${arrow(at(-9), y, inwards)}${name(-17)}</g>`
  );
}

/** Two arrows, of which the style shows one: into the board for inputs, out of it for outputs. */
function arrow(x: number, y: number, inwards: 1 | -1): string {
  const triangle = (kind: string, towards: number) =>
    `<path class="arrow ${kind}" d="M${x - 4 * towards} ${y - 4}L${x + 4 * towards} ${y}L${x - 4 * towards} ${y + 4}Z"/>`;
  return triangle('input', inwards) + triangle('output', -inwards);
}
