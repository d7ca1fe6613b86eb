console.log(encodeURIComponent('a b&c=d/ü?é€😀'), encodeURI('http://x.y/a b?q=ü&r=[1]#frag'));
console.log(decodeURIComponent('a%20b%26%C3%BC%E2%82%AC%F0%9F%98%80'), decodeURI('a%20b%3Fc%2Fd%C3%BC'));
console.log(encodeURIComponent("-_.!~*'()"), encodeURIComponent(''), encodeURIComponent('100%'), encodeURIComponent(42), encodeURIComponent(true));
for (const bad of ['%', '%4', '%zz', '%C3', '%C3%28', '%80', '%ED%A0%80']) {
  try {
    console.log(decodeURIComponent(bad));
  } catch (e) {
    console.log(bad, (e as Error).name, e instanceof URIError);
  }
}
try {
  encodeURIComponent('\ud800');
} catch (e) {
  console.log((e as Error).message);
}
const query = { q: 'rock & roll', page: '2' };
console.log(Object.entries(query).map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(v)}`).join('&'));
for (const part of 'a=1&b=x%20y&c='.split('&')) {
  const [name, value] = part.split('=').map((each) => decodeURIComponent(each));
  console.log(name, '->', value);
}
