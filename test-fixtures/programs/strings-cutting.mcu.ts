const t = 'Hello, World';
console.log(t.slice(0, 5), t.slice(-5), t.slice(7, -1), t.slice(5, 2) === '', t.slice(100) === '', t.slice(-100, 3), t.slice(), t.slice(NaN, 2), t.slice(1.9, 3.9));
console.log(t.substring(7), t.substring(5, 0), t.substring(-3, 2), t.substring(3, NaN), t.substring(0, 100), t.substring(4, 4) === '', t.substring(2, Infinity));
console.log(t.substr(7), t.substr(-5), t.substr(-5, 2), t.substr(0, 0) === '', t.substr(2, 100), t.substr(20) === '', t.substr(3, -1) === '', t.substr(-100, 3), t.substr(1, NaN) === '');
const end: number | undefined = undefined;
console.log(t.slice(7, end), t.substring(7, end), t.substr(7, end), t.slice(undefined, 3));
for (let n = -3; n <= 3; n++) console.log(t.slice(n), t.slice(0, n), t.substring(n, 4), t.substr(n, 2));
console.log('😀ab'.slice(0, 2), '😀ab'.slice(2), 'é日本'.slice(1), 'é日本'.substring(0, 1), '日本'.slice(-1));
