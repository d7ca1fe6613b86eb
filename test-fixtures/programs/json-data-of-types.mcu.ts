// Data that is read as unknown, and turns out to be of a type.
interface Reading {
  id: number;
  values: number[];
  unit?: string;
  notes?: { text: string }[];
}
function isReading(data: unknown): data is Reading {
  return (
    typeof data === 'object' &&
    data !== null &&
    Number.isInteger((data as Reading).id) &&
    Array.isArray((data as Reading).values)
  );
}
function load(text: string): Reading {
  const data: unknown = JSON.parse(text);
  if (!isReading(data)) throw new TypeError('no reading');
  data.values.push(0);
  return data;
}
console.log(load('{"id": 7, "values": [1, 2.5]}'));
console.log(load('{"id": 8, "values": [], "unit": "mV", "notes": [{"text": "new"}]}').notes?.[0]?.text);
for (const text of ['{"id": 7}', '[]', '5', 'null', '{"id": "7", "values": []}', '{"id": 1.5, "values": []}']) {
  try {
    console.log(load(text));
  } catch (error) {
    console.log(error instanceof TypeError, (error as Error).message);
  }
}

interface Point {
  x: number;
  y: number;
}
const data: any = JSON.parse('{"x": 1, "y": 2}');
const point: Point = data;
point.x = 5;
console.log(data.x, point === data, point.x + point.y, data);
const list = JSON.parse('[{"x": 1, "y": 2}, {"x": 3, "y": 4}]');
for (const { x, y } of list as Point[]) console.log(x * y);
console.log(list.length, list[1].x);
function parsed<T>(text: string, isRight: (data: unknown) => data is T): T | undefined {
  const value: unknown = JSON.parse(text);
  return isRight(value) ? value : undefined;
}
console.log(parsed('{"id": 3, "values": [4]}', isReading)?.values, parsed('{}', isReading));
async function fetched(): Promise<Point> {
  const value = JSON.parse('{"x": 9, "y": 8}');
  return value;
}
fetched().then((value) => console.log(value.x, value));

// What is there beside a type's properties stays.
const more = JSON.parse('{"x": 1, "y": 2, "z": {"deep": [true, null]}}');
const isPoint = (value: unknown): value is Point => Boolean(value) && typeof (value as Point).x === 'number';
console.log(isPoint(more), Object.keys(more), JSON.stringify(more), isPoint(JSON.parse('{"x": "1"}')));
