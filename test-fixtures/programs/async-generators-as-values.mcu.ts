// Asynchronous generators as values and methods.
async function* e() {}
console.log(e());
const fe = async function* () {
  yield 1;
};
(async () => {
  for await (const x of fe()) console.log(x);
  const obj = {
    async *gen() {
      yield 5;
    },
    n: 1,
  };
  for await (const x of obj.gen()) console.log(x, obj.n);
})();
