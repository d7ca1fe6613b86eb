// switch: cases are compared in order, by ===; the body of each falls through to the next.
import { ts } from '../typescript.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { declareHoisted } from './kept-functions.ts';
import { comparison } from './operators.ts';
import { leaveIfUnreachable, lowerEach } from './statements.ts';

export function lowerSwitch(fn: FunctionLowering, node: ts.SwitchStatement, labels: readonly string[]): void {
  const { b } = fn;
  const subject = lowerExpression(fn, node.expression);
  const { clauses } = node.caseBlock;
  declareHoisted(
    fn,
    clauses.flatMap(({ statements }) => statements),
  );
  const exit = b.createBlock();
  const bodies = clauses.map(() => b.createBlock());
  for (const [i, clause] of clauses.entries()) {
    if (!ts.isCaseClause(clause)) continue;
    fn.at(clause);
    const value = lowerExpression(fn, clause.expression, subject.rep);
    const next = b.createBlock();
    b.branch(comparison(fn, 'eq', subject, value, clause), bodies[i]!, next);
    b.enterSealed(next);
  }
  const defaultIndex = clauses.findIndex(ts.isDefaultClause);
  b.jump(defaultIndex < 0 ? exit : bodies[defaultIndex]!);
  fn.jumps.push({ labels, breakBlock: exit, plainBreak: true });
  for (const [i, clause] of clauses.entries()) {
    b.enterSealed(bodies[i]!);
    leaveIfUnreachable(fn);
    lowerEach(fn, clause.statements);
    if (!b.terminated) b.jump(bodies[i + 1] ?? exit);
  }
  fn.jumps.pop();
  b.enterSealed(exit);
  leaveIfUnreachable(fn);
}
