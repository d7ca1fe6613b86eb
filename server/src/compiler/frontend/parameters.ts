// The parameters that calls pass.
import { ts } from './typescript.ts';

/** All that are declared, without `this: void`, which says that a function has no `this`. */
export function parametersOf({ parameters }: ts.SignatureDeclaration): readonly ts.ParameterDeclaration[] {
  const [first] = parameters;
  return first && isThisParameter(first) && first.type?.kind === ts.SyntaxKind.VoidKeyword
    ? parameters.slice(1)
    : parameters;
}

/** True for `this` in the place of a parameter. */
export function isThisParameter(parameter: ts.ParameterDeclaration | undefined): boolean {
  return parameter !== undefined && ts.isIdentifier(parameter.name) && parameter.name.text === 'this';
}
