// The board view's page: shows the state of the pins on the drawing, and says what is clicked. It has no state of its
// own but which pin has the keyboard's focus.
import './board.css';
import type { FromPage, ShownBoard, ToPage } from '../messages.ts';
import { describeState, isSameState, type PinState, pinState } from '../pin-state.ts';

/** What the editor keeps while the view is hidden. */
interface Kept {
  /** GPIO number of the pin that the keyboard is at. */
  readonly focus: number;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

/** How long a pin stays marked after a change, in milliseconds. */
const MARK_MS = 1200;

const editor = acquireVsCodeApi();

class Pin {
  readonly gpio: number;
  private readonly name: string;
  private readonly title: Element;
  private readonly mark: Element | null;
  private state: PinState | undefined;

  constructor(readonly element: SVGGElement) {
    this.gpio = Number(element.dataset.gpio);
    this.name = element.dataset.name ?? '';
    this.title = element.querySelector('title')!;
    this.mark = element.querySelector('.mark');
    this.show(undefined, false);
  }

  /** Whether a click means anything. */
  get canBeDriven(): boolean {
    return this.element.getAttribute('role') === 'switch';
  }

  /** Shows a state; undefined if there is no board. `canDrive`: inputs of this board can be driven by hand. */
  show(state: PinState | undefined, canDrive: boolean): void {
    const { element, mark } = this;
    const isSwitch = canDrive && mark !== null && state?.direction === 'input';
    if (state && this.state && isSameState(state, this.state) && isSwitch === this.canBeDriven) return;
    if (state && this.state) mark?.animate([{ opacity: 1 }, { opacity: 0 }], MARK_MS);
    this.state = state;
    const description = state ? `${this.name}: ${describeState(state)}` : this.name;
    element.setAttribute('role', isSwitch ? 'switch' : 'img');
    element.setAttribute('aria-label', description);
    this.title.textContent = isSwitch ? `${description} (click to change it)` : description;
    set(element, 'aria-checked', isSwitch ? String(state.level === 1) : undefined);
    set(element, 'data-direction', state?.direction);
    set(element, 'data-level', state && String(state.level));
  }

  toggle(): void {
    if (!this.canBeDriven || !this.state) return;
    editor.postMessage({ type: 'drive', pin: this.gpio, level: this.state.level === 1 ? 0 : 1 });
  }
}

function set(element: Element, attribute: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}

const pins = [...document.querySelectorAll<SVGGElement>('.pin')].map((element) => new Pin(element));
let board: ShownBoard | undefined;
let focused = pins.find(({ gpio }) => gpio === editor.getState()?.focus) ?? pins[0];

function receive(message: ToPage): void {
  switch (message.type) {
    case 'board':
      board = message.board;
      document.body.classList.toggle('connected', board !== undefined);
      document.body.classList.toggle('drivable', board?.canDrive === true);
      for (const pin of pins) pin.show(undefined, false);
      break;
    case 'levels':
      if (!board) break;
      for (const pin of pins) pin.show(pinState(message.levels, pin.gpio), board.canDrive);
      break;
  }
}

/** One pin at a time can be reached by the Tab key; arrow keys go on from there. */
function focus(pin: Pin, withElement: boolean): void {
  focused?.element.setAttribute('tabindex', '-1');
  focused = pin;
  pin.element.setAttribute('tabindex', '0');
  if (withElement) pin.element.focus();
  editor.setState({ focus: pin.gpio });
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function press(event: KeyboardEvent): void {
  const at = pins.findIndex(({ element }) => element === event.target);
  const pin = pins[at];
  if (!pin) return;
  const step = steps[event.key];
  if (step !== undefined) focus(pins[(at + step + pins.length) % pins.length]!, true);
  else if (event.key === 'Home') focus(pins[0]!, true);
  else if (event.key === 'End') focus(pins.at(-1)!, true);
  else if (event.key === ' ' || event.key === 'Enter') pin.toggle();
  else return;
  event.preventDefault();
}

for (const pin of pins) {
  pin.element.setAttribute('tabindex', pin === focused ? '0' : '-1');
  pin.element.addEventListener('click', () => {
    focus(pin, false);
    pin.toggle();
  });
}
document.addEventListener('keydown', press);
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
editor.postMessage({ type: 'ready' });
