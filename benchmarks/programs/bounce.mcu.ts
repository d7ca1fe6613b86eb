class Random {
  private seed: int = 74755;
  next(): int {
    this.seed = (this.seed * 1309 + 13849) & 65535;
    return this.seed;
  }
}
class Ball {
  private x: int;
  private y: int;
  private xSpeed: int;
  private ySpeed: int;
  constructor(random: Random) {
    this.x = random.next() % 500;
    this.y = random.next() % 500;
    this.xSpeed = (random.next() % 300) - 150;
    this.ySpeed = (random.next() % 300) - 150;
  }
  bounce(): boolean {
    let bounced = false;
    this.x += this.xSpeed;
    this.y += this.ySpeed;
    if (this.x > 500) {
      this.x = 500;
      this.xSpeed = -Math.abs(this.xSpeed);
      bounced = true;
    }
    if (this.x < 0) {
      this.x = 0;
      this.xSpeed = Math.abs(this.xSpeed);
      bounced = true;
    }
    if (this.y > 500) {
      this.y = 500;
      this.ySpeed = -Math.abs(this.ySpeed);
      bounced = true;
    }
    if (this.y < 0) {
      this.y = 0;
      this.ySpeed = Math.abs(this.ySpeed);
      bounced = true;
    }
    return bounced;
  }
}
function bounces(): int {
  const random = new Random();
  const balls: Ball[] = [];
  for (let i: int = 0; i < 100; i++) balls.push(new Ball(random));
  let count: int = 0;
  for (let frame: int = 0; frame < 50; frame++) {
    for (const ball of balls) if (ball.bounce()) count++;
  }
  return count;
}

// %%
bounces();
