for (const x of [0, -0, 1, 999, 1000, 1234567, -1234.5678, 0.0005, 0.00049, 1e15, 123456789.125, 1e21, 1.5e22, 99999.9996]) console.log(x.toLocaleString());
console.log(NaN.toLocaleString(), Infinity.toLocaleString(), (-Infinity).toLocaleString());
const count: int = 1000000;
console.log(`${count.toLocaleString()} items`);
