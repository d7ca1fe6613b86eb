console.log((255).toString(16), (255).toString(2), (-10).toString(36), (3.7).toString());
console.log((1.005).toFixed(2), (1.5).toFixed(0), (-1.25).toFixed(1), (123.456).toFixed(5), (0).toFixed(2));
console.log(Number.isInteger(5), Number.isInteger(5.5), Number.isFinite(1 / 0), isNaN(NaN), Number.isNaN(1));
