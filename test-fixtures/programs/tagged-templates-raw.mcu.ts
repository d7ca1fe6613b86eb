// The texts of templates as they are written.
{
  function tag(s: TemplateStringsArray, ...v: unknown[]) { return s.raw.map((r, i) => r + (v[i] ?? '')).join('|'); }
  console.log(tag`a\n${1}b\t${2}c`);
  function t2(s: TemplateStringsArray) { return s.raw[0] + s[0] + s.raw.length; }
  console.log(t2`x\\y`, String.raw`a\n${3}`);
  console.log(String.raw({ raw: ['a', 'b', 'c'] }, 1, 2));
}
