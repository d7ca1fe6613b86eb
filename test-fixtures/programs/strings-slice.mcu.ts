const s = 'microcontroller';
console.log(s.slice(5), s.slice(0, 5), s.slice(-10), s.slice(-10, -7), s.slice(3, 3), s.slice(10, 2), s.slice(100));
console.log(s.substring(5), s.substring(5, 0), s.substring(-3, 4), s.substring(12, 99));
