// What has a `then` of its own is waited for as a promise is.
class Later {
  constructor(private readonly text: string) {}
  then(resolve: (text: string) => void, reject?: (error: unknown) => void): void {
    if (this.text === '') reject?.(new Error('nothing'));
    else resolve(`${this.text}!`);
  }
}
class Rejected {
  then(_resolve: (text: string) => void, reject: (error: Error) => void): void {
    reject(new Error('rejected'));
  }
}
class Thrower {
  then(_resolve: () => void): void {
    throw new TypeError('thrown');
  }
}

async function main(): Promise<void> {
  const answer = {
    then(resolve: (x: number) => void) {
      resolve(42);
    },
  };
  console.log((await answer) + 1, await new Later('hi'));
  const failing = [new Later(''), new Rejected(), new Thrower()];
  for (const each of failing) {
    try {
      if (each instanceof Later) await each;
      else if (each instanceof Rejected) await each;
      else await each;
    } catch (error) {
      console.log((error as Error).name, (error as Error).message);
    }
  }
  const slow = {
    then(resolve: (x: string) => void) {
      setTimeout(() => resolve('slow'), 1);
    },
  };
  console.log(await slow);
}

const order: string[] = [];
async function ordered(): Promise<void> {
  order.push('a');
  const value = await {
    then(resolve: (x: number) => void) {
      order.push('then');
      resolve(1);
    },
  };
  order.push(`b${value}`);
}
ordered();
Promise.resolve()
  .then(() => order.push('1'))
  .then(() => order.push('2'))
  .then(() => order.push('3'))
  .then(() => console.log(order.join()))
  .then(main);
