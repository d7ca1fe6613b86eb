function reverse(s: string): string {
  let r = '';
  for (let i = s.length - 1; i >= 0; i--) r += s[i];
  return r;
}
function isPalindrome(s: string): boolean {
  return s === reverse(s);
}
console.log(reverse('gnomon'), isPalindrome('level'), isPalindrome('levels'));
function caesar(s: string, shift: int): string {
  let out = '';
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c >= 97 && c <= 122) out += String.fromCharCode(((c - 97 + shift) % 26) + 97);
    else out += s[i];
  }
  return out;
}
console.log(caesar('hello, world', 3), caesar(caesar('abcxyz', 5), 21));
