static volatile unsigned *const gpio_in = (unsigned *)0xd0000004;
static volatile unsigned *const gpio_out_set = (unsigned *)0xd0000014;
static volatile unsigned *const gpio_out_clr = (unsigned *)0xd0000018;
static volatile unsigned *const gpio_out_xor = (unsigned *)0xd000001c;
static volatile unsigned *const gpio_oe_set = (unsigned *)0xd0000024;
enum { led = 25, clock = 2, data = 3 };

static void __attribute__((noinline)) shift_out(int value) {
  for (int mask = 128; mask > 0; mask >>= 1) {
    if ((value & mask) != 0) *gpio_out_set = 1 << data;
    else *gpio_out_clr = 1 << data;
    *gpio_out_set = 1 << clock;
    *gpio_out_clr = 1 << clock;
  }
}

int bench(void) {
  *gpio_oe_set = 1 << led | 1 << clock | 1 << data;
  int lit = 0;
  for (int i = 0; i < 1001; i++) {
    *gpio_out_xor = 1 << led;
    if ((*gpio_in >> led & 1) != 0) lit++;
  }
  for (int byte = 0; byte < 64; byte++) {
    shift_out(byte * 5);
    if ((*gpio_in >> data & 1) != 0) lit++;
  }
  return lit;
}
