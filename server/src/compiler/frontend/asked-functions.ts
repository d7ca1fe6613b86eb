// Functions whose callers don't know which one it is: of an interface, an overridden method, a parameter (`peek: () => string`).
// Where such a call asks for an element that may not be there, and some function by that name gives one, all functions of
// that name may give undefined, wherever they are values or methods (docs/decisions/0022).
import { familiesOf } from './class-families.ts';
import { type Opening, shapesOf } from './open-shapes.ts';
import { isLibraryPath } from './program.ts';
import { isNothing, isNumeric, type Rep, withUndefined } from './reps.ts';
import { ts } from './typescript.ts';

/** Names of functions that may give undefined although their types do not say so. */
type Names = ReadonlySet<string>;

/** What finds out if a function is such a one (perhaps-values.ts). */
export type FindsPerhaps = (checker: ts.TypeChecker, node: ts.Node) => boolean;

const givers = new WeakMap<ts.SourceFile, Names>();

/** True for what is called without knowing which function it is, if some function by its name may give undefined. */
export function isLikePerhaps(
  checker: ts.TypeChecker,
  declaration: ts.SignatureDeclaration | ts.JSDocSignature | undefined,
  gives: FindsPerhaps,
): boolean {
  if (!declaration || isLibraryPath(declaration.getSourceFile().fileName)) return false;
  const name = nameOfFunction(declaration);
  if (name === undefined) return false;
  if (ts.isFunctionDeclaration(declaration)) return gives(checker, declaration);
  return (familiesOf(checker)?.files ?? []).some((file) => giversIn(checker, file, gives).has(name));
}

function giversIn(checker: ts.TypeChecker, file: ts.SourceFile, gives: FindsPerhaps): Names {
  const known = givers.get(file);
  if (known) return known;
  const names = new Set<string>();
  givers.set(file, names);
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && gives(checker, node))
      for (const name of namesOf(checker, node)) names.add(name);
    ts.forEachChild(node, visit);
  };
  // What gives what another function gives may stand before that.
  for (let count = -1; names.size > count; ) {
    count = names.size;
    visit(file);
  }
  return names;
}

/** Its own name, and that of what it is given to: `run(() => text[i])`, where `run` has a parameter `peek`. */
function namesOf(checker: ts.TypeChecker, node: ts.SignatureDeclaration): string[] {
  const isExpression = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  const context = isExpression ? checker.getContextualType(node) : undefined;
  const wanted = context ? checker.getNonNullableType(context).getCallSignatures() : [];
  const declarations = [node, ...wanted.map(({ declaration }) => declaration)];
  return declarations.flatMap((each) => (each && nameOfFunction(each)) ?? []);
}

/** The name of a function, or of what holds it or has its type; of one that another function gives, `get()`. */
function nameOfFunction(node: ts.SignatureDeclaration | ts.JSDocSignature): string | undefined {
  let holder: ts.Node = node;
  while (!nameIn(holder) && isAroundFunction(holder.parent)) holder = holder.parent;
  const { parent } = holder;
  const isGiven = ts.isReturnStatement(parent) || (ts.isFunctionLike(parent) && !ts.isParameter(holder));
  const giver = nameIn(holder) || !isGiven ? undefined : ts.findAncestor(parent, ts.isFunctionLike);
  if (giver) return `${nameOfFunction(giver)}()`;
  const name = nameIn(holder) ?? nameIn(parent);
  return name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) ? name.text : undefined;
}

const nameIn = (node: ts.Node): ts.Node | undefined => (node as Partial<ts.NamedDeclaration>).name;

const isAroundFunction = (node: ts.Node) =>
  ts.isParenthesizedExpression(node) || ts.isParenthesizedTypeNode(node) || ts.isUnionTypeNode(node);

/** Names that the library calls methods by, which give what it wants. */
const ofLibrary = new Set(['toString', 'valueOf', 'toJSON', 'then']);

/** What has to be known so that functions by the name of one may give undefined beside such results. */
export function askedOpening(
  declaration: ts.SignatureDeclaration | ts.JSDocSignature | undefined,
  result: Rep,
): Opening | undefined {
  if (result.kind === 'any' || result.kind === 'optional' || isNothing(result)) return undefined;
  const name = declaration && nameOfFunction(declaration);
  if (name === undefined || ofLibrary.has(name)) return undefined;
  return { shape: `result ${name}: ${isNumeric(result) ? 'number' : result.kind}`, forms: [] };
}

/** What a function gives as a value or method: undefined, too, if that is asked for by its name. */
export function askedResult(
  checker: ts.TypeChecker,
  declaration: ts.SignatureDeclaration | ts.JSDocSignature | undefined,
  result: Rep,
): Rep {
  const shapes = shapesOf(checker);
  if (!shapes || shapes.isEmpty || !declaration) return result;
  if (isLibraryPath(declaration.getSourceFile().fileName)) return result;
  const opening = askedOpening(declaration, result);
  return opening && shapes.isOpen(opening.shape) ? withUndefined(result) : result;
}
