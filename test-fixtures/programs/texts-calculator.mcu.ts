type Token = { type: 'num'; value: number } | { type: 'op'; value: string } | { type: 'paren'; value: '(' | ')' };
function tokenize(s: string): Token[] {
  const out: Token[] = []; let i = 0;
  while (i < s.length) {
    const c = s[i];
    if (c === ' ') { i++; continue; }
    if (c >= '0' && c <= '9') { let j = i; while (j < s.length && (s[j] >= '0' && s[j] <= '9' || s[j] === '.')) j++; out.push({ type: 'num', value: Number(s.slice(i, j)) }); i = j; continue; }
    if (c === '(' || c === ')') out.push({ type: 'paren', value: c }); else out.push({ type: 'op', value: c });
    i++;
  }
  return out;
}
const prec: Record<string, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 };
function evaluate(s: string): number {
  const nums: number[] = []; const ops: string[] = [];
  const apply = () => { const b = nums.pop()!, a = nums.pop()!; switch (ops.pop()) { case '+': nums.push(a + b); break; case '-': nums.push(a - b); break; case '*': nums.push(a * b); break; case '/': nums.push(a / b); break; case '^': nums.push(a ** b); break; } };
  for (const t of tokenize(s)) {
    if (t.type === 'num') nums.push(t.value);
    else if (t.type === 'paren') { if (t.value === '(') ops.push('('); else { while (ops.at(-1) !== '(') apply(); ops.pop(); } }
    else { while (ops.length && ops[ops.length - 1] !== '(' && prec[ops[ops.length - 1]] >= prec[t.value]) apply(); ops.push(t.value); }
  }
  while (ops.length) apply();
  return nums[0];
}
for (const e of ['1 + 2 * 3', '(1+2)*3', '10/4-1', '2^10', '((2))']) console.log(e, '=', evaluate(e));
console.log(tokenize('1+(2)'));
interface Visitor<R> { num(n: number): R; bin(op: string, l: Expr, r: Expr): R }
interface Expr { accept<R>(v: Visitor<R>): R }
