// Arguments for what timers call.
{
  setTimeout(console.log, 1, 'x', 2);
  setTimeout(console.log, 2);
  setTimeout((a: number, b: string) => console.log(a, b), 1, 5, 'q');
  function greet(name: string, n = 3) { console.log('hi', name, n); }
  setTimeout(greet, 3, 'bob');
  setTimeout(greet, 4, 'al', 7);
  let n = 0;
  const t = setInterval((step: number) => { n += step; console.log('n', n); if (n > 5) clearInterval(t); }, 5, 3);
  new Promise<string>((resolve) => setTimeout(resolve, 6, 'done')).then(console.log);
  const sleep = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));
  sleep(9).then(() => console.log('slept'));
  const later = <T,>(ms: number, v: T): Promise<T> => new Promise((r) => setTimeout(r, ms, v));
  later(10, { a: 1 }).then((o) => console.log(o));
  later(11, 5).then((o) => console.log(o + 1));
}
