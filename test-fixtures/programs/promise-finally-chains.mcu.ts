// Chains of catch, finally and then.
Promise.reject(new Error('1'))
  .catch((e) => {
    throw new Error((e as Error).message + '2');
  })
  .finally(() => console.log('f'))
  .then(
    () => 'no',
    (e) => 'yes ' + (e as Error).message,
  )
  .then(console.log);
new Promise((_, rej) => rej('str')).catch((s) => console.log(s, typeof s));
Promise.resolve(1)
  .then((x) => {
    if (x) throw { code: 5 };
    return x;
  })
  .catch((e) => console.log(e.code));
