// Enums: their members are their values.
enum Color {
  Red,
  Green = 5,
  Blue,
}
enum Unit {
  Meter = 'm',
  Second = 's',
}
function name(c: Color): string {
  switch (c) {
    case Color.Red:
      return 'red';
    case Color.Blue:
      return 'blue';
    default:
      return `color ${c}`;
  }
}
let c: Color = Color.Green;
console.log(c, name(c), name(Color.Red), name(Color.Blue));
c = Color.Blue;
console.log(c === Color.Blue, c + 1, `5 ${Unit.Meter}/${Unit.Second}`);
