// Classes: fields, inheritance, virtual methods, accessors, statics, `#private`, abstract, `instanceof`.
import type { Feature, Generator, Maker } from '../generator.ts';
import {
  type Callable,
  type ClassDeclaration,
  number,
  type Parameter,
  sameType,
  type Type,
  textOf,
} from '../types.ts';

const classesOf = (g: Generator) => g.namedTypes.flatMap((t) => (t.kind === 'class' ? [t.declaration] : []));

const extendsClass = (c: ClassDeclaration | undefined, parent: ClassDeclaration): boolean =>
  c !== undefined && (c === parent || extendsClass(c.parent, parent));

const listed = (parameters: readonly Parameter[]) =>
  parameters.map((p) => `${p.name}: ${textOf(p.type)}`).join(', ');

/** All public properties, those of the parents too. */
function propertiesOf(c: ClassDeclaration): ClassDeclaration['properties'] {
  return [...(c.parent ? propertiesOf(c.parent) : []), ...c.properties];
}

function methodsOf(c: ClassDeclaration): Callable[] {
  const inherited = c.parent ? methodsOf(c.parent) : [];
  return [...inherited.filter((m) => !c.methods.some((own) => own.name === m.name)), ...c.methods];
}

function declareClass(g: Generator, parent: ClassDeclaration | undefined, isAbstract: boolean): void {
  const name = g.fresh('C');
  const own: Parameter[] = Array.from({ length: g.random.integer(0, 2) }, () => ({
    name: g.fresh('f'),
    type: g.dataType(1),
  }));
  const c: ClassDeclaration = {
    name,
    parent,
    isAbstract,
    constructorParameters: [...(parent?.constructorParameters ?? []), ...own],
    properties: own.map((p) => ({ ...p, mutable: true })),
    methods: [],
    statics: [],
  };
  const members: string[] = [];
  const hidden = g.fresh('h');
  members.push(`#${hidden} = ${g.literal(number, 0)};`, `static made = 0;`);
  const initial = { name: g.fresh('f'), type: g.dataType(1), mutable: true };
  members.push(`${initial.name}: ${textOf(initial.type)} = ${g.literal(initial.type, 1)};`);
  c.properties.push(initial);
  const inherited = parent?.constructorParameters ?? [];
  members.push(
    `constructor(${[listed(inherited), own.map((p) => `${g.random.pick(['public ', 'protected '].slice(0, 1))}${p.name}: ${textOf(p.type)}`).join(', ')].filter(Boolean).join(', ')}) {
${parent ? `super(${inherited.map((p) => p.name).join(', ')});` : ''}
${name}.made++;
this.#${hidden} += ${name}.made;
}`,
  );
  // In methods, the properties are variables called `this.name`.
  const own_ = () =>
    propertiesOf(c).map((p) => ({ name: `this.${p.name}`, type: p.type, mutable: p.mutable }));
  const methodOf = (declared: Omit<Callable, 'cost' | 'throws'>, before: string[] = []): Callable => {
    const { text, cost } = g.inside(
      {},
      () => g.body(declared.result, declared.parameters, 1, {}, before),
      own_(),
    );
    members.push(`${declared.name}(${listed(declared.parameters)}): ${textOf(declared.result)} ${text}`);
    return { ...declared, cost, throws: false };
  };
  for (const method of parent ? methodsOf(parent) : []) {
    const isMissing = parent?.isAbstract && method.name.startsWith('abs');
    if (!isMissing && !g.random.chance(0.6)) continue;
    const before =
      !isMissing && g.random.chance(0.5)
        ? [
            `const above = super.${method.name}(${method.parameters.map((p) => p.name).join(', ')});\nif (${g.random.pick(['true', `this.#${hidden} > 1`])}) console.log('super', above);`,
          ]
        : [];
    const overriding = methodOf(method, before);
    c.methods.push({ ...overriding, cost: overriding.cost + method.cost });
  }
  c.methods.push(methodOf({ name: g.fresh('m'), parameters: g.parameters(2), result: g.dataType(1) }));
  if (isAbstract) {
    const method = {
      name: g.fresh('abs'),
      parameters: g.parameters(1),
      result: g.scalar(),
      cost: 30,
      throws: false,
    };
    members.push(`abstract ${method.name}(${listed(method.parameters)}): ${textOf(method.result)};`);
    c.methods.push(method);
  }
  if (g.random.chance(0.5)) {
    const accessor = { name: g.fresh('g'), type: number, mutable: true };
    members.push(
      `get ${accessor.name}(): number { return this.#${hidden} * 2; }`,
      `set ${accessor.name}(v: number) { this.#${hidden} = v + 1; }`,
    );
    c.properties.push(accessor);
  }
  if (g.random.chance(0.5)) {
    const parameters = g.parameters(1);
    const { text, cost } = g.body(number, parameters, 1);
    const method = g.fresh('s');
    members.push(`static ${method}(${listed(parameters)}): number ${text}`);
    c.statics.push({ name: `${name}.${method}`, parameters, result: number, cost, throws: false });
  }
  if (g.random.chance(0.3)) members.push(`static { ${name}.made = ${g.literal(number, 0)}; }`);
  g.topLevel.push(
    `${isAbstract ? 'abstract ' : ''}class ${name}${parent ? ` extends ${parent.name}` : ''} {\n${members.join('\n')}\n}`,
  );
  g.namedTypes.push({ kind: 'class', declaration: c });
  g.functions.push(...c.statics);
}

function concretes(g: Generator, c: ClassDeclaration): ClassDeclaration[] {
  return classesOf(g).filter((d) => !d.isAbstract && extendsClass(d, c));
}

function concrete(g: Generator, c: ClassDeclaration): ClassDeclaration {
  return g.random.pick(concretes(g, c));
}

export const classes: Feature = {
  name: 'classes',
  declare(g) {
    const isAbstract = g.random.chance(0.4);
    // While it is declared, nothing makes objects of it: an abstract class has no others yet.
    const before = g.namedTypes.length;
    declareClass(g, undefined, isAbstract);
    const root = g.namedTypes[before]!;
    if (root.kind !== 'class') return;
    if (isAbstract) g.namedTypes.splice(before, 1);
    declareClass(g, root.declaration, false);
    if (isAbstract) g.namedTypes.push(root);
    if (g.random.chance(0.6)) declareClass(g, g.random.pick(classesOf(g)), false);
  },
  literal(g, type, depth) {
    if (type.kind !== 'class') return undefined;
    // The first one was declared before others could be parts of it, so that this ends.
    const made = depth > 0 ? concrete(g, type.declaration) : concretes(g, type.declaration)[0]!;
    const values = made.constructorParameters.map((p) => g.literal(p.type, Math.max(0, depth - 1)));
    return `same<${type.declaration.name}>(new ${made.name}(${values.join(', ')}))`;
  },
  expressions(g, type, depth) {
    const makers: Maker[] = [];
    if (type.kind === 'class') {
      makers.push(() => {
        const made = concrete(g, type.declaration);
        return `new ${made.name}(${g.args(made.constructorParameters, depth)})`;
      });
    }
    for (const { name, type: of } of g.random.sample(
      g.variablesOf((t) => t.kind === 'class'),
      2,
    )) {
      if (of.kind !== 'class') continue;
      makers.push(...g.calls(methodsOf(of.declaration), `${name}.`, type, depth));
      for (const p of propertiesOf(of.declaration)) {
        if (sameType(p.type, type)) makers.push(() => `${name}.${p.name}`);
      }
      if (type.kind === 'boolean') {
        makers.push(() => `(${name} instanceof ${g.random.pick(classesOf(g)).name})`);
      }
    }
    if (type.kind === 'number') {
      for (const c of g.random.sample(classesOf(g), 1)) makers.push(() => `${c.name}.made`);
    }
    return makers;
  },
  statements(g, depth) {
    const makers: Maker[] = [];
    for (const { name, type } of g.random.sample(
      g.variablesOf((t) => t.kind === 'class'),
      2,
    )) {
      if (type.kind !== 'class') continue;
      const mutable = propertiesOf(type.declaration).filter((p) => p.mutable);
      if (mutable.length > 0) {
        const p = g.random.pick(mutable);
        makers.push(() => `${name}.${p.name} = ${g.value(p.type, depth)};`);
        if (p.type.kind === 'number')
          makers.push(() => `${name}.${p.name} += ${g.expression(number, depth)};`);
      }
      for (const d of classesOf(g)) {
        if (d === type.declaration || !extendsClass(d, type.declaration)) continue;
        const known = g.fresh('o');
        const is: Type = { kind: 'class', declaration: d };
        makers.push(
          () =>
            `{\nconst ${known} = same<${type.declaration.name}>(${name});\nif (${known} instanceof ${d.name}) ${g.block(depth, {}, [{ name: known, type: is, mutable: false }])}\n}`,
        );
      }
    }
    return makers;
  },
};
