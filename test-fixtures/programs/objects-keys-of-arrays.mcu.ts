// Keys, values and entries of arrays and strings.
{
  console.log(Object.keys(['a', 'b']), Object.values(['a', 'b']), Object.entries(['a', 'b']));
  const a = [5, 6];
  for (const [i, v] of Object.entries(a)) console.log(i, v);
  for (const k of Object.keys(a)) console.log(k);
}
{
  console.log(Object.keys('ab'), Object.values('ab'), Object.entries('ab'));
}
{
  const x: any = [1, 'a'];
  console.log(Object.keys(x), Object.entries(x));
  const y: any = 'xy';
  console.log(Object.keys(y), Object.entries(y));
}
