// Methods that a constructor binds: by `this.handle = this.handle.bind(this)` each object has a property of the method's
// name, which can be given away as a function.
import { ts } from './typescript.ts';

/** The names of methods that a class's constructor binds to the object, in order. */
export function boundMethods({ members }: ts.ClassLikeDeclaration): string[] {
  const own = members.find((each) => ts.isConstructorDeclaration(each) && each.body !== undefined);
  const { body } = (own ?? {}) as Partial<ts.ConstructorDeclaration>;
  return (body?.statements ?? []).flatMap((statement) => boundIn(statement) ?? []);
}

function boundIn(statement: ts.Statement): string | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return undefined;
  const { left, right, operatorToken } = statement.expression;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(left))
    return undefined;
  const name = left.name.text;
  return right.getText().replace(/\s/g, '') === `this.${name}.bind(this)` && left.getText() === `this.${name}`
    ? name
    : undefined;
}
