// Errors that are values of type any, and what JSON.parse gives.
try { throw new RangeError('r'); } catch (e: any) { console.log(e.message, e.name, `${e}`, e.message.length); }
Promise.reject(new Error('x')).catch((e) => { console.log(e.message); });
const p: any = JSON.parse('{"message":"hi","n":{"a":[1,2]}}'); console.log(p.message, p.n.a[1]);
