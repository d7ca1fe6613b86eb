// An incremental solver of constraints between variables, after Sannella, Maloney, Freeman-Benson and Borning (1993).
enum Strength {
  Required,
  Preferred,
  StrongDefault,
  Normal,
  Weakest,
}
enum Direction {
  None,
  Forward,
  Backward,
}
class Variable {
  readonly constraints: Constraint[] = [];
  determinedBy: Constraint | null = null;
  mark = 0;
  walkStrength: Strength = Strength.Weakest;
  stays = true;
  constructor(public value: number) {}
  remove(constraint: Constraint): void {
    this.constraints.splice(this.constraints.indexOf(constraint), 1);
    if (this.determinedBy === constraint) this.determinedBy = null;
  }
}
abstract class Constraint {
  constructor(readonly strength: Strength) {}
  abstract isSatisfied(): boolean;
  abstract addToGraph(): void;
  abstract removeFromGraph(): void;
  abstract chooseMethod(mark: number): void;
  abstract markInputs(mark: number): void;
  abstract inputsKnown(mark: number): boolean;
  abstract output(): Variable;
  abstract markUnsatisfied(): void;
  abstract recalculate(): void;
  execute(): void {}
  isInput(): boolean {
    return false;
  }
  add(planner: Planner): this {
    this.addToGraph();
    planner.add(this);
    return this;
  }
  destroy(planner: Planner): void {
    if (this.isSatisfied()) planner.remove(this);
    else this.removeFromGraph();
  }
  /** Enforces the constraint if it is strong enough; returns the one that this overrides. */
  satisfy(mark: number, planner: Planner): Constraint | null {
    this.chooseMethod(mark);
    if (!this.isSatisfied()) {
      if (this.strength === Strength.Required) throw new Error('a required constraint is not satisfied');
      return null;
    }
    this.markInputs(mark);
    const output = this.output();
    const overridden = output.determinedBy;
    if (overridden !== null) overridden.markUnsatisfied();
    output.determinedBy = this;
    planner.propagate(this, mark);
    output.mark = mark;
    return overridden;
  }
}
abstract class UnaryConstraint extends Constraint {
  #satisfied = false;
  constructor(
    readonly variable: Variable,
    strength: Strength,
  ) {
    super(strength);
  }
  isSatisfied(): boolean {
    return this.#satisfied;
  }
  addToGraph(): void {
    this.variable.constraints.push(this);
    this.#satisfied = false;
  }
  removeFromGraph(): void {
    this.variable.remove(this);
    this.#satisfied = false;
  }
  chooseMethod(mark: number): void {
    this.#satisfied = this.variable.mark !== mark && this.strength < this.variable.walkStrength;
  }
  markInputs(mark: number): void {}
  inputsKnown(mark: number): boolean {
    return true;
  }
  output(): Variable {
    return this.variable;
  }
  markUnsatisfied(): void {
    this.#satisfied = false;
  }
  recalculate(): void {
    this.variable.walkStrength = this.strength;
    this.variable.stays = !this.isInput();
    if (this.variable.stays) this.execute();
  }
}
class StayConstraint extends UnaryConstraint {}
class EditConstraint extends UnaryConstraint {
  isInput(): boolean {
    return true;
  }
}
abstract class BinaryConstraint extends Constraint {
  direction: Direction = Direction.None;
  constructor(
    readonly first: Variable,
    readonly second: Variable,
    strength: Strength,
  ) {
    super(strength);
  }
  isSatisfied(): boolean {
    return this.direction !== Direction.None;
  }
  addToGraph(): void {
    this.first.constraints.push(this);
    this.second.constraints.push(this);
    this.direction = Direction.None;
  }
  removeFromGraph(): void {
    this.first.remove(this);
    this.second.remove(this);
    this.direction = Direction.None;
  }
  chooseMethod(mark: number): void {
    const { first, second, strength } = this;
    const forward = second.mark !== mark && strength < second.walkStrength ? Direction.Forward : Direction.None;
    const backward = first.mark !== mark && strength < first.walkStrength ? Direction.Backward : Direction.None;
    if (first.mark === mark) this.direction = forward;
    else if (second.mark === mark) this.direction = backward;
    else this.direction = first.walkStrength > second.walkStrength ? backward : forward;
  }
  input(): Variable {
    return this.direction === Direction.Forward ? this.first : this.second;
  }
  output(): Variable {
    return this.direction === Direction.Forward ? this.second : this.first;
  }
  markInputs(mark: number): void {
    this.input().mark = mark;
  }
  inputsKnown(mark: number): boolean {
    const input = this.input();
    return input.mark === mark || input.stays || input.determinedBy === null;
  }
  markUnsatisfied(): void {
    this.direction = Direction.None;
  }
  recalculate(): void {
    const input = this.input();
    const output = this.output();
    output.walkStrength = this.strength > input.walkStrength ? this.strength : input.walkStrength;
    output.stays = input.stays;
    if (output.stays) this.execute();
  }
}
class EqualityConstraint extends BinaryConstraint {
  execute(): void {
    this.output().value = this.input().value;
  }
}
/** second = first * scale + offset */
class ScaleConstraint extends BinaryConstraint {
  constructor(
    first: Variable,
    readonly scale: Variable,
    readonly offset: Variable,
    second: Variable,
    strength: Strength,
  ) {
    super(first, second, strength);
  }
  addToGraph(): void {
    super.addToGraph();
    this.scale.constraints.push(this);
    this.offset.constraints.push(this);
  }
  removeFromGraph(): void {
    super.removeFromGraph();
    this.scale.remove(this);
    this.offset.remove(this);
  }
  markInputs(mark: number): void {
    super.markInputs(mark);
    this.scale.mark = mark;
    this.offset.mark = mark;
  }
  execute(): void {
    const { first, second, scale, offset } = this;
    if (this.direction === Direction.Forward) second.value = first.value * scale.value + offset.value;
    else first.value = Math.trunc((second.value - offset.value) / scale.value);
  }
  recalculate(): void {
    const input = this.input();
    const output = this.output();
    output.walkStrength = this.strength > input.walkStrength ? this.strength : input.walkStrength;
    output.stays = input.stays && this.scale.stays && this.offset.stays;
    if (output.stays) this.execute();
  }
}
class Planner {
  #mark = 0;
  add(constraint: Constraint): void {
    const mark = ++this.#mark;
    let overridden = constraint.satisfy(mark, this);
    while (overridden !== null) overridden = overridden.satisfy(mark, this);
  }
  remove(constraint: Constraint): void {
    const output = constraint.output();
    constraint.markUnsatisfied();
    constraint.removeFromGraph();
    const unsatisfied = this.#unsatisfiedBehind(output);
    for (let strength: Strength = Strength.Required; strength < Strength.Weakest; strength++)
      for (const each of unsatisfied) if (each.strength === strength) this.add(each);
  }
  propagate(constraint: Constraint, mark: number): void {
    const todo: Constraint[] = [constraint];
    while (todo.length > 0) {
      const next = todo.pop()!;
      const output = next.output();
      if (output.mark === mark) throw new Error('the constraints have a cycle');
      next.recalculate();
      this.#addConsumers(output, todo);
    }
  }
  plan(edit: Constraint): Constraint[] {
    const mark = ++this.#mark;
    const plan: Constraint[] = [];
    const todo: Constraint[] = [];
    if (edit.isInput() && edit.isSatisfied()) todo.push(edit);
    while (todo.length > 0) {
      const next = todo.pop()!;
      const output = next.output();
      if (output.mark === mark || !next.inputsKnown(mark)) continue;
      plan.push(next);
      output.mark = mark;
      this.#addConsumers(output, todo);
    }
    return plan;
  }
  #addConsumers(variable: Variable, todo: Constraint[]): void {
    const determining = variable.determinedBy;
    for (const each of variable.constraints) if (each !== determining && each.isSatisfied()) todo.push(each);
  }
  #unsatisfiedBehind(output: Variable): Constraint[] {
    output.determinedBy = null;
    output.walkStrength = Strength.Weakest;
    output.stays = true;
    const unsatisfied: Constraint[] = [];
    const todo: Variable[] = [output];
    while (todo.length > 0) {
      const variable = todo.pop()!;
      const determining = variable.determinedBy;
      for (const each of variable.constraints) {
        if (!each.isSatisfied()) {
          unsatisfied.push(each);
        } else if (each !== determining) {
          each.recalculate();
          todo.push(each.output());
        }
      }
    }
    return unsatisfied;
  }
}
function change(planner: Planner, variable: Variable, value: number, times: number): void {
  const edit = new EditConstraint(variable, Strength.Preferred).add(planner);
  const plan = planner.plan(edit);
  for (let i = 0; i < times; i++) {
    variable.value = value + i;
    for (const each of plan) each.execute();
  }
  edit.destroy(planner);
}
/** A chain of equal variables: the last follows the first. */
function chain(length: number): number {
  const planner = new Planner();
  const first = new Variable(0);
  let last = first;
  for (let i = 0; i < length; i++) {
    const next = new Variable(0);
    new EqualityConstraint(last, next, Strength.Required).add(planner);
    last = next;
  }
  new StayConstraint(last, Strength.StrongDefault).add(planner);
  change(planner, first, 0, 50);
  return last.value;
}
/** Two sets of variables that are scaled to each other: changes go both ways. */
function projection(count: number): number {
  const planner = new Planner();
  const scale = new Variable(10);
  const offset = new Variable(1000);
  let source = scale;
  let target = scale;
  const targets: Variable[] = [];
  for (let i = 0; i < count; i++) {
    source = new Variable(i);
    target = new Variable(i);
    targets.push(target);
    new StayConstraint(source, Strength.Normal).add(planner);
    new ScaleConstraint(source, scale, offset, target, Strength.Required).add(planner);
  }
  change(planner, source, 17, 1);
  let sum = target.value;
  change(planner, target, 1050, 1);
  sum = (sum * 31 + source.value) & 0xfffff;
  change(planner, scale, 5, 1);
  for (const each of targets) sum = (sum * 31 + each.value) & 0xfffff;
  change(planner, offset, 2000, 1);
  for (const each of targets) sum = (sum * 31 + each.value) & 0xfffff;
  return sum;
}

// %%
let checksum = chain(20);
checksum = checksum * 1048576 + projection(15);
checksum;
