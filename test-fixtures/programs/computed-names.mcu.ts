// Names of members that are computed from constants.
const KEY = 'x' as const;
enum Text {
  A = 'alpha',
  B = 'beta',
}
enum Index {
  One = 1,
  Two,
}
class C {
  static [KEY] = 4;
  [Text.A] = 3;
  [Index.One] = 'one';
  ['quoted name'] = 5;
  [`template`] = 7;
  [KEY]() {
    return 2;
  }
  get [Text.B]() {
    return this.alpha * 2;
  }
  static ['literal']() {
    return 'static';
  }
  'other-name'() {
    return 6;
  }
  ['a' + 'b']() {
    return 'joined';
  }
}
const c = new C();
console.log(c.x(), c[Text.A], c.alpha, c[Text.B], c.beta, C[KEY], C.literal(), c[1], c[Index.One]);
console.log(c['quoted name'], c['other-name'](), c.template);
console.log(c);

const o = {
  [KEY]: 1,
  [Text.A]: 2,
  [Text.B]() {
    return this.x + 4;
  },
  get [`g`]() {
    return 1;
  },
};
console.log(o.x, o.alpha, o[Text.B](), o.beta(), o.g);
const { [KEY]: got, [Text.A]: alpha } = o;
console.log(got, alpha);

const EVENT = { CLICK: 'click', KEY: 'key' } as const;
const handlers = { [EVENT.CLICK]: (n: number) => n + 1, [EVENT.KEY]: (n: number) => n * 2 };
for (const event of ['click', 'key'] as const) console.log(event, handlers[event](5));

// Only the running program knows these.
let i = 0;
const numbered = { [`k${++i}`]: i, [`k${++i}`]: i, plain: i };
console.log(numbered);
const methods = {
  a() {
    return 1;
  },
  ['b' + 'c']() {
    return 3;
  },
};
console.log(methods['bc']!(), methods.a());
