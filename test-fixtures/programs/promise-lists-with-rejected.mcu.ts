// Lists of promises of which some can only be rejected.
async function main() {
  const e = new Error('e');
  const ps = [Promise.resolve(1), Promise.reject(e)];
  try {
    await Promise.all(ps);
  } catch (x) {
    console.log(x === e);
  }
  const r = await Promise.allSettled(ps);
  console.log(r[0].status, r[1].status);
}
main();
