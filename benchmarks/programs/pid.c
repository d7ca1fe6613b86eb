static float integral, last;

static float step(float target, float actual) {
  float error = target - actual;
  integral += error * 0.01f;
  if (integral > 10.0f) integral = 10.0f;
  else if (integral < -10.0f) integral = -10.0f;
  float slope = (error - last) * 100.0f;
  last = error;
  float output = 2.0f * error + 0.5f * integral + 0.01f * slope;
  return output > 100.0f ? 100.0f : output < -100.0f ? -100.0f : output;
}

int bench(void) {
  float actual = 20.0f;
  integral = last = 0;
  for (int i = 0; i < 200; i++) actual += step(60.0f, actual) * 0.05f;
  return (int)(actual * 100.0f);
}
