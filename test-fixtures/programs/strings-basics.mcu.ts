const s: string = 'Hello';
const t: string = "wörld € ☃";
console.log(s.length, t.length, s + ', ' + t + '!', s[1], t[1], t[6]);
console.log(s === 'Hel' + 'lo', s !== t, s === t, 'a' < 'b', 'B' < 'a', 'abc' < 'abd', 'ab' < 'abc', '' < 'a', s >= 'Hello');
console.log(s.charAt(0), s.charCodeAt(0), t.charCodeAt(6), s.charAt(10) === '');
console.log('tab\tquote\'"\\ \u0041 \x42');
console.log('', ' ', 'multi\nline');
console.log(['it\'s', "say \"hi\"", 'new\nline', '€']);
