class Random {
  private seed = 74755;
  next(): number {
    this.seed = (this.seed * 1309 + 13849) & 65535;
    return this.seed;
  }
}
class Ball {
  private x: number;
  private y: number;
  private xSpeed: number;
  private ySpeed: number;
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
function bounces(): number {
  const random = new Random();
  const balls: Ball[] = [];
  for (let i = 0; i < 100; i++) balls.push(new Ball(random));
  let count = 0;
  for (let frame = 0; frame < 50; frame++) {
    for (const ball of balls) if (ball.bounce()) count++;
  }
  return count;
}

// %%
bounces();
