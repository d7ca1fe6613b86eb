// Callbacks: middleware, hooks, undo stacks, command maps, interceptors.
type Context = { path: string; log: string[]; status?: number };
type Next = () => void;
type Middleware = (context: Context, next: Next) => void;
class App {
  private readonly stack: Middleware[] = [];
  use(middleware: Middleware): this {
    this.stack.push(middleware);
    return this;
  }
  handle(path: string): Context {
    const context: Context = { path, log: [] };
    const dispatch = (i: number): void => {
      const middleware = this.stack[i];
      if (i < this.stack.length && middleware) middleware(context, () => dispatch(i + 1));
    };
    dispatch(0);
    return context;
  }
}
const app = new App()
  .use((c, next) => {
    c.log.push('before');
    next();
    c.log.push('after');
  })
  .use((c, next) => {
    if (c.path === '/stop') {
      c.status = 403;
      return;
    }
    next();
  })
  .use((c) => {
    c.status = 200;
    c.log.push(`handle ${c.path}`);
  });
console.log(app.handle('/a'), app.handle('/stop'));

interface Command {
  readonly name: string;
  execute(): void;
  undo(): void;
}
class Editor {
  text = '';
  private done: Command[] = [];
  private undone: Command[] = [];
  run(command: Command) {
    command.execute();
    this.done.push(command);
    this.undone = [];
  }
  undo(): boolean {
    const command = this.done.pop();
    if (!command) return false;
    command.undo();
    this.undone.push(command);
    return true;
  }
  redo(): boolean {
    const command = this.undone.pop();
    if (command === undefined) return false;
    command.execute();
    this.done.push(command);
    return true;
  }
}
const insert = (editor: Editor, text: string): Command => ({
  name: `insert ${text}`,
  execute() {
    editor.text += text;
  },
  undo() {
    editor.text = editor.text.slice(0, -text.length);
  },
});
class UpperCase implements Command {
  readonly name = 'upper';
  private before = '';
  constructor(private readonly editor: Editor) {}
  execute() {
    this.before = this.editor.text;
    this.editor.text = this.before.toUpperCase();
  }
  undo() {
    this.editor.text = this.before;
  }
}
const editor = new Editor();
editor.run(insert(editor, 'hello'));
editor.run(new UpperCase(editor));
editor.run(insert(editor, ' world'));
console.log(editor.text, editor.undo(), editor.text, editor.undo(), editor.text, editor.redo(), editor.text);
const handlers: Record<string, (...args: number[]) => number> = {
  add: (...ns) => ns.reduce((a, b) => a + b, 0),
  max: (...ns) => Math.max(...ns),
  neg: (n) => -n!,
};
for (const [name, handler] of Object.entries(handlers)) console.log(name, handler(3, 9, 4));
const wrap =
  <A extends unknown[], R>(f: (...args: A) => R, before: (...args: A) => void): ((...args: A) => R) =>
  (...args) => {
    before(...args);
    return f(...args);
  };
const traced = wrap(
  (a: number, b: number) => a * b,
  (a, b) => console.log('calling with', a, b),
);
console.log(traced(6, 7));
