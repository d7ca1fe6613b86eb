// Fluent builders, with inheritance and optional parts.
interface Pizza {
  readonly size: 'small' | 'large';
  readonly toppings: readonly string[];
  readonly extraCheese?: boolean;
  readonly note?: string;
}
class PizzaBuilder {
  private size: Pizza['size'] = 'small';
  private readonly toppings: string[] = [];
  private options: Partial<Pizza> = {};
  withSize(size: Pizza['size']): this {
    this.size = size;
    return this;
  }
  add(...toppings: string[]): this {
    this.toppings.push(...toppings);
    return this;
  }
  cheese(on = true): this {
    this.options = { ...this.options, extraCheese: on };
    return this;
  }
  note(text: string): this {
    this.options = { ...this.options, note: text };
    return this;
  }
  build(): Pizza {
    if (this.toppings.length === 0) throw new Error('a pizza needs toppings');
    return { size: this.size, toppings: [...this.toppings], ...this.options };
  }
}
class VeganBuilder extends PizzaBuilder {
  override add(...toppings: string[]): this {
    const banned = ['ham', 'cheese'];
    return super.add(...toppings.filter((t) => !banned.includes(t)));
  }
  herbs(): this {
    return this.add('basil', 'oregano');
  }
}
console.log(new PizzaBuilder().withSize('large').add('ham', 'olives').cheese().build());
console.log(new VeganBuilder().add('ham', 'tomato').herbs().note('hot').build());
try {
  new VeganBuilder().add('ham').build();
} catch (e) {
  console.log((e as Error).message);
}
class QueryBuilder {
  #table = '';
  #columns: string[] = ['*'];
  #where: [string, '=' | '<' | '>', string | number][] = [];
  #limit: number | undefined;
  static from(table: string) {
    const q = new QueryBuilder();
    q.#table = table;
    return q;
  }
  select(...columns: string[]) {
    this.#columns = columns;
    return this;
  }
  where(column: string, op: '=' | '<' | '>', value: string | number) {
    this.#where.push([column, op, value]);
    return this;
  }
  limit(n: number) {
    this.#limit = n;
    return this;
  }
  toString() {
    const conditions = this.#where.map(([c, op, v]) => `${c} ${op} ${typeof v === 'string' ? `'${v}'` : v}`);
    let sql = `SELECT ${this.#columns.join(', ')} FROM ${this.#table}`;
    if (conditions.length) sql += ` WHERE ${conditions.join(' AND ')}`;
    if (this.#limit !== undefined) sql += ` LIMIT ${this.#limit}`;
    return sql;
  }
}
console.log(`${QueryBuilder.from('users')}`);
console.log(String(QueryBuilder.from('users').select('id', 'name').where('age', '>', 18).where('name', '=', 'bob').limit(5)));
