// A store with reducers and subscribers; an observable with operators.
type Action = { type: 'add'; text: string } | { type: 'toggle'; id: number } | { type: 'clear' };
interface Todo {
  readonly id: number;
  readonly text: string;
  readonly done: boolean;
}
interface State {
  readonly todos: readonly Todo[];
  readonly nextId: number;
}
type Reducer<S, A> = (state: S, action: A) => S;
const reducer: Reducer<State, Action> = (state, action) => {
  switch (action.type) {
    case 'add':
      return {
        ...state,
        todos: [...state.todos, { id: state.nextId, text: action.text, done: false }],
        nextId: state.nextId + 1,
      };
    case 'toggle':
      return { ...state, todos: state.todos.map((t) => (t.id === action.id ? { ...t, done: !t.done } : t)) };
    case 'clear':
      return { ...state, todos: state.todos.filter((t) => !t.done) };
  }
};
class Store<S, A> {
  #state: S;
  #listeners = new Set<(state: S, previous: S) => void>();
  constructor(
    private readonly reducer: Reducer<S, A>,
    initial: S,
  ) {
    this.#state = initial;
  }
  get state(): S {
    return this.#state;
  }
  dispatch(action: A): A {
    const previous = this.#state;
    this.#state = this.reducer(previous, action);
    if (previous !== this.#state) for (const listener of this.#listeners) listener(this.#state, previous);
    return action;
  }
  subscribe(listener: (state: S, previous: S) => void): () => boolean {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  select<T>(selector: (state: S) => T): T {
    return selector(this.#state);
  }
}
const store = new Store(reducer, { todos: [], nextId: 1 });
const stop = store.subscribe(({ todos }, before) => console.log(`${before.todos.length} -> ${todos.length}`));
store.dispatch({ type: 'add', text: 'write' });
store.dispatch({ type: 'add', text: 'test' });
store.dispatch({ type: 'toggle', id: 1 });
console.log(store.select((s) => s.todos.filter((t) => t.done).map((t) => t.text)));
console.log(stop(), stop());
store.dispatch({ type: 'clear' });
console.log(store.state);
type Unsubscribe = () => void;
class Observable<T> {
  constructor(private readonly source: (next: (value: T) => void) => Unsubscribe) {}
  subscribe(next: (value: T) => void): Unsubscribe {
    return this.source(next);
  }
  map<U>(f: (value: T) => U): Observable<U> {
    return new Observable<U>((next) => this.subscribe((v) => next(f(v))));
  }
  filter(test: (value: T) => boolean): Observable<T> {
    return new Observable<T>((next) => this.subscribe((v) => void (test(v) && next(v))));
  }
  static of<T>(...values: T[]): Observable<T> {
    return new Observable<T>((next) => {
      values.forEach((v) => next(v));
      return () => console.log('done');
    });
  }
}
const end = Observable.of(1, 2, 3, 4)
  .filter((n) => n % 2 === 0)
  .map((n) => `n${n}`)
  .subscribe((v) => console.log(v));
end();
