enum { n = 5 };
static float px[n], py[n], pz[n], vx[n], vy[n], vz[n], mass[n];

static float root(float x) {
  float guess = x > 1.0f ? x * 0.5f : 1.0f;
  for (int i = 0; i < 12; i++) guess = 0.5f * (guess + x / guess);
  return guess;
}

static void __attribute__((noinline)) advance(float dt) {
  for (int i = 0; i < n; i++) {
    for (int j = i + 1; j < n; j++) {
      float dx = px[i] - px[j], dy = py[i] - py[j], dz = pz[i] - pz[j];
      float d2 = dx * dx + dy * dy + dz * dz;
      float mag = dt / (d2 * root(d2));
      float mi = mass[i] * mag, mj = mass[j] * mag;
      vx[i] -= dx * mj;
      vy[i] -= dy * mj;
      vz[i] -= dz * mj;
      vx[j] += dx * mi;
      vy[j] += dy * mi;
      vz[j] += dz * mi;
    }
  }
  for (int i = 0; i < n; i++) {
    px[i] += dt * vx[i];
    py[i] += dt * vy[i];
    pz[i] += dt * vz[i];
  }
}

int bench(void) {
  for (int i = 0; i < n; i++) {
    px[i] = (float)(i * 3 - 5);
    py[i] = (float)(i * i);
    pz[i] = (float)(7 - i);
    vx[i] = vy[i] = vz[i] = 0;
    mass[i] = (float)(i + 1);
  }
  for (int step = 0; step < 10; step++) advance(0.01f);
  return (int)(px[0] * 1000.0f);
}
