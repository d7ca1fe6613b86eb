// Static properties that are inherited, assigned to by the classes that inherit them, and printed.
class Model {
  static table = 'models';
  static count = 1;
  static readonly kind = 'model';
  static all() {
    return `${this.kind} ${this.table}`;
  }
  static more() {
    this.count++;
    return this.count;
  }
}
class User extends Model {
  static table = 'users';
}
class Post extends Model {}
class Draft extends Post {}
console.log(Model.all(), User.all(), Post.all(), Draft.all());
Post.table = 'posts';
console.log(Post.all(), Draft.all(), Model.table, Draft.table);
Draft.table += '!';
console.log(Post.table, Draft.table);
console.log(Model.more(), Draft.more(), Model.more(), Draft.more(), Post.more());
console.log(Model.count, Post.count, Draft.count, User.count);

class Shown {
  static a = 1;
  static b = 'x';
  static list: number[] = [];
  static last?: string;
  static #hidden = 2;
  static hidden() {
    return Shown.#hidden;
  }
}
class More extends Shown {
  static readonly point = { x: 1 };
}
Shown.list.push(Shown.hidden());
console.log(Shown, More);

// Functions that say that they have no `this`.
class Sums {
  static add(this: void, a: number, b: number) {
    return a + b;
  }
}
function half(this: void, n: number, by = 2) {
  return n / by;
}
type Step = (this: void, n: number) => number;
const step: Step = half;
console.log([1, 2, 3].reduce(Sums.add), Sums.add(4, 5), [2, 4].map((n) => half(n)), step(9));
