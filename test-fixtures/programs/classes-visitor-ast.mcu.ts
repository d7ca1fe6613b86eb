// A visitor over an expression tree.
interface Visitor<R> {
  visitNum(n: Num): R;
  visitBinary(b: Binary): R;
  visitUnary(u: Unary): R;
}
abstract class Expr {
  abstract accept<R>(visitor: Visitor<R>): R;
}
class Num extends Expr {
  constructor(public readonly value: number) {
    super();
  }
  accept<R>(visitor: Visitor<R>): R {
    return visitor.visitNum(this);
  }
}
class Binary extends Expr {
  constructor(
    public readonly op: '+' | '-' | '*' | '/',
    public readonly left: Expr,
    public readonly right: Expr,
  ) {
    super();
  }
  accept<R>(visitor: Visitor<R>): R {
    return visitor.visitBinary(this);
  }
}
class Unary extends Expr {
  constructor(public readonly operand: Expr) {
    super();
  }
  accept<R>(visitor: Visitor<R>): R {
    return visitor.visitUnary(this);
  }
}
class Evaluator implements Visitor<number> {
  visitNum(n: Num) {
    return n.value;
  }
  visitBinary({ op, left, right }: Binary): number {
    const a = left.accept(this);
    const b = right.accept(this);
    switch (op) {
      case '+':
        return a + b;
      case '-':
        return a - b;
      case '*':
        return a * b;
      case '/':
        return a / b;
    }
  }
  visitUnary(u: Unary): number {
    return -u.operand.accept(this);
  }
}
class Printer implements Visitor<string> {
  visitNum(n: Num) {
    return `${n.value}`;
  }
  visitBinary(b: Binary): string {
    return `(${b.left.accept(this)} ${b.op} ${b.right.accept(this)})`;
  }
  visitUnary(u: Unary): string {
    return `-${u.operand.accept(this)}`;
  }
}
class Depth implements Visitor<number> {
  visitNum() {
    return 1;
  }
  visitBinary(b: Binary): number {
    return 1 + Math.max(b.left.accept(this), b.right.accept(this));
  }
  visitUnary(u: Unary): number {
    return 1 + u.operand.accept(this);
  }
}
const tree: Expr = new Binary('+', new Num(1), new Binary('*', new Unary(new Num(2)), new Num(3.5)));
console.log(tree.accept(new Printer()), '=', tree.accept(new Evaluator()), tree.accept(new Depth()));
