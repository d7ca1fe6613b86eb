// Labels on other statements than loops.
let x = 5;
l: try { console.log('in'); if (x > 2) break l; console.log('no'); } finally { console.log('out'); }
m: if (x > 1) { if (x > 2) break m; console.log('no'); } else console.log('else');
n: { o: { if (x > 2) break n; } console.log('no'); }
for (const y of [1, 2]) p: try { if (y === 1) break p; console.log(y); } catch { console.log('c'); }
console.log('end');
