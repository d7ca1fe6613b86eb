struct ball {
  int x, y, x_speed, y_speed;
};
static struct ball balls[100];
static int seed;

static int next(void) {
  seed = (seed * 1309 + 13849) & 65535;
  return seed;
}

static int absolute(int x) { return x < 0 ? -x : x; }

static int bounce(struct ball *ball) {
  int bounced = 0;
  ball->x += ball->x_speed;
  ball->y += ball->y_speed;
  if (ball->x > 500) {
    ball->x = 500;
    ball->x_speed = -absolute(ball->x_speed);
    bounced = 1;
  }
  if (ball->x < 0) {
    ball->x = 0;
    ball->x_speed = absolute(ball->x_speed);
    bounced = 1;
  }
  if (ball->y > 500) {
    ball->y = 500;
    ball->y_speed = -absolute(ball->y_speed);
    bounced = 1;
  }
  if (ball->y < 0) {
    ball->y = 0;
    ball->y_speed = absolute(ball->y_speed);
    bounced = 1;
  }
  return bounced;
}

int bench(void) {
  seed = 74755;
  for (int i = 0; i < 100; i++) {
    balls[i].x = next() % 500;
    balls[i].y = next() % 500;
    balls[i].x_speed = next() % 300 - 150;
    balls[i].y_speed = next() % 300 - 150;
  }
  int count = 0;
  for (int frame = 0; frame < 50; frame++)
    for (int i = 0; i < 100; i++) count += bounce(&balls[i]);
  return count;
}
