// Variables declared with ! that have no value yet.
let s!: string;
let o!: { x: number };
console.log(s, o);
function useO() {
  try {
    return o.x;
  } catch (e) {
    return (e as Error).name;
  }
}
console.log(useO());
o = { x: 3 };
console.log(useO());
