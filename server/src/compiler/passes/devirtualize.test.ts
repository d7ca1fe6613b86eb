// Devirtualization: what is called directly, under which assumptions, and where nothing is assumed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CLASS_MEMBERS,
  CLASS_METHODS,
  CLASS_PARENT,
  CLOSURE_CAPTURES,
  CLOSURE_CODE,
  MEMBER_IS_METHOD,
  MEMBER_NAME_SHIFT,
} from '../abi/objects.ts';
import { ClassHierarchy } from '../class-hierarchy.ts';
import type { ConstantData } from '../ir/ir.ts';
import { devirtualize } from './devirtualize.ts';
import { golden } from './testing/golden.ts';

const closure = (name: string): ConstantData => ({
  symbol: `k.${name}`,
  bytes: new Uint8Array(CLOSURE_CAPTURES),
  relocations: [{ offset: CLOSURE_CODE, symbol: `f.${name}` }],
  writable: true,
});

/** A class, its closures and its list of members, by the names of its methods; `-` for an abstract one. */
function classConstants(
  name: string,
  parent: string | undefined,
  methods: readonly string[],
): ConstantData[] {
  const symbol = `k.class.${name}`;
  const words = methods.map((_, i) => ((10 + i) << MEMBER_NAME_SHIFT) | MEMBER_IS_METHOD | i);
  const list = new Uint8Array(Uint32Array.of(...words, 0).buffer);
  const relocations = methods.flatMap((method, i) =>
    method === '-' ? [] : [{ offset: CLASS_METHODS + 4 * i, symbol: `k.${method}` }],
  );
  relocations.push({ offset: CLASS_MEMBERS, symbol: `c.${name}` });
  if (parent) relocations.push({ offset: CLASS_PARENT, symbol: `k.class.${parent}` });
  return [
    ...methods.filter((method) => method !== '-').map(closure),
    { symbol: `c.${name}`, bytes: list, relocations: [] },
    { symbol, bytes: new Uint8Array(CLASS_METHODS + 4 * methods.length), relocations, isClass: true },
  ];
}

const classes = new ClassHierarchy().with([
  ...classConstants('Shape', undefined, ['-', 'Shape.name']),
  ...classConstants('Square', 'Shape', ['Square.area', 'Shape.name']),
  ...classConstants('Circle', 'Shape', ['Circle.area', 'Circle.name']),
  ...classConstants('Disk', 'Circle', ['Circle.area', 'Circle.name']),
]);

const virtual = (query: string, symbol = 'f.t') => `fn ${symbol}: i32 {
b0(v0: ref):
  v1 = load.i32 v0+4 @"field.#class"
  v2 = load.ref v1+20 @constant
  v3: i32 = callRef v2(v0) ${JSON.stringify(query)}
  return v3
}`;

golden(
  'a method that no subclass overrides, inherited by them',
  devirtualize,
  virtual('slot 0 of k.class.Circle'),
  `fn f.t assumes("slot 0 of k.class.Circle", f.Circle.area): i32 {
b0(v0: ref):
  v1 = load.i32 v0+4 @"field.#class"
  v2 = load.ref v1+20 @constant
  v3: i32 = call f.Circle.area(v0)
  return v3
}`,
  [],
  classes,
);

const unchanged = (name: string, query: string, symbol?: string) =>
  golden(name, devirtualize, virtual(query, symbol), virtual(query, symbol), [], classes);
unchanged('a method that is overridden stays virtual', 'slot 1 of k.class.Shape');
unchanged('an abstract method with two implementations stays virtual', 'slot 0 of k.class.Shape');
unchanged('a class that is not there yet is not assumed to stay so', 'slot 0 of k.class.Later');
unchanged('a closure that the heap may hold assumes nothing', 'slot 0 of k.class.Circle', 'f.t.value');
unchanged('nor does the library, whose frames may wait', 'slot 0 of k.class.Circle', 'f.lib.t');

golden(
  'an object that was just made is of the very class',
  devirtualize,
  `fn f.t: i32 {
b0:
  v0 = iconst 774
  v1 = address k.class.Square
  v2 = helper gn_new(v0, v1)
  v3 = load.i32 v2+4 @"field.#class"
  v4 = load.ref v3+24 @constant
  v5: i32 = callRef v4(v2) "slot 1 of k.class.Shape"
  return v5
}`,
  `fn f.t assumes("slot 1 exactly k.class.Square", f.Shape.name): i32 {
b0:
  v0 = iconst 774
  v1 = address k.class.Square
  v2 = helper gn_new(v0, v1)
  v3 = load.i32 v2+4 @"field.#class"
  v4 = load.ref v3+24 @constant
  v5: i32 = call f.Shape.name(v2)
  return v5
}`,
  [],
  classes,
);

golden(
  'a name that all objects of an interface have at one place',
  devirtualize,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = findMember v0, "member 11 having 10,11"
  return v1
}`,
  `fn f.t assumes("member 11 having 10,11", "2945"): i32 {
b0(v0: i32):
  v1 = iconst 2945
  return v1
}`,
  [],
  classes,
);

golden(
  'a function value that is a constant',
  devirtualize,
  `fn f.t.value: i32 {
b0(v0: ref):
  v1 = object k.Square.area
  v2: i32 = callRef v1(v0)
  return v2
}`,
  `fn f.t.value: i32 {
b0(v0: ref):
  v1 = object k.Square.area
  v2: i32 = call f.Square.area(v0)
  return v2
}`,
  [],
  classes,
);

test('the same classes make the same hierarchy, a subclass another, in which older ones keep their answers', () => {
  const square = classConstants('Square', 'Shape', ['Square.area', 'Shape.name']);
  assert.equal(classes.with(square), classes);
  const more = classes.with(classConstants('Tile', 'Square', ['Tile.area', 'Shape.name']));
  assert.equal(more.answer('slot 0 of k.class.Square'), undefined);
  assert.equal(more.answer('slot 0 exactly k.class.Square'), 'f.Square.area');
  assert.equal(more.answer('slot 1 of k.class.Square'), 'f.Shape.name');
  assert.equal(more.answer('method 10 having 10'), undefined);
  assert.equal(classes.answer('slot 0 of k.class.Square'), 'f.Square.area');
});
