// Finds collisions of aircraft: a red-black tree has their last positions, another what moves through each voxel.
class Vector {
  constructor(
    readonly x: number,
    readonly y: number,
    readonly z: number,
  ) {}
  plus(other: Vector): Vector {
    return new Vector(this.x + other.x, this.y + other.y, this.z + other.z);
  }
  minus(other: Vector): Vector {
    return new Vector(this.x - other.x, this.y - other.y, this.z - other.z);
  }
  times(scale: number): Vector {
    return new Vector(this.x * scale, this.y * scale, this.z * scale);
  }
  dot(other: Vector): number {
    return this.x * other.x + this.y * other.y + this.z * other.z;
  }
}
class Entry<T> {
  left: Entry<T> | null = null;
  right: Entry<T> | null = null;
  isRed = true;
  constructor(
    readonly key: number,
    public value: T,
    public parent: Entry<T> | null,
  ) {}
}
class RedBlackTree<T> {
  #root: Entry<T> | null = null;
  find(key: number): Entry<T> | null {
    let entry = this.#root;
    while (entry !== null && entry.key !== key) entry = key < entry.key ? entry.left : entry.right;
    return entry;
  }
  /** Adds a key that is not in the tree. */
  add(key: number, value: T): void {
    let parent: Entry<T> | null = null;
    let place = this.#root;
    while (place !== null) {
      parent = place;
      place = key < place.key ? place.left : place.right;
    }
    const entry = new Entry(key, value, parent);
    if (parent === null) this.#root = entry;
    else if (key < parent.key) parent.left = entry;
    else parent.right = entry;
    this.#balance(entry);
  }
  forEach(visit: (value: T) => void): void {
    let entry = this.#root;
    while (entry !== null && entry.left !== null) entry = entry.left;
    while (entry !== null) {
      visit(entry.value);
      if (entry.right !== null) {
        entry = entry.right;
        while (entry.left !== null) entry = entry.left;
      } else {
        let child: Entry<T> = entry;
        entry = entry.parent;
        while (entry !== null && entry.right === child) {
          child = entry;
          entry = entry.parent;
        }
      }
    }
  }
  #balance(added: Entry<T>): void {
    let entry = added;
    for (;;) {
      let parent = entry.parent;
      if (parent === null || !parent.isRed) break;
      const grandparent = parent.parent!;
      const isLeft = parent === grandparent.left;
      const uncle = isLeft ? grandparent.right : grandparent.left;
      if (uncle !== null && uncle.isRed) {
        parent.isRed = false;
        uncle.isRed = false;
        grandparent.isRed = true;
        entry = grandparent;
        continue;
      }
      if (entry === (isLeft ? parent.right : parent.left)) {
        if (isLeft) this.#rotateLeft(parent);
        else this.#rotateRight(parent);
        parent = entry;
      }
      parent.isRed = false;
      grandparent.isRed = true;
      if (isLeft) this.#rotateRight(grandparent);
      else this.#rotateLeft(grandparent);
      break;
    }
    this.#root!.isRed = false;
  }
  #rotateLeft(entry: Entry<T>): void {
    const up = entry.right!;
    entry.right = up.left;
    if (up.left !== null) up.left.parent = entry;
    this.#replace(entry, up);
    up.left = entry;
  }
  #rotateRight(entry: Entry<T>): void {
    const up = entry.left!;
    entry.left = up.right;
    if (up.right !== null) up.right.parent = entry;
    this.#replace(entry, up);
    up.right = entry;
  }
  #replace(entry: Entry<T>, up: Entry<T>): void {
    const { parent } = entry;
    up.parent = parent;
    if (parent === null) this.#root = up;
    else if (parent.left === entry) parent.left = up;
    else parent.right = up;
    entry.parent = up;
  }
}
class Motion {
  constructor(
    readonly callsign: number,
    readonly from: Vector,
    readonly to: Vector,
  ) {}
}
const VOXEL = 8;
const RADIUS = 1;
function voxel(coordinate: number): number {
  return Math.trunc(coordinate / VOXEL);
}
class Detector {
  collisions = 0;
  #nearest = 1000;
  readonly #last = new RedBlackTree<Vector>();
  nearest(): number {
    return this.#nearest;
  }
  frame(motions: Motion[]): void {
    const voxels = new RedBlackTree<Motion[]>();
    for (const motion of motions) this.#draw(motion, voxels);
    voxels.forEach((inside) => {
      for (let i = 0; i < inside.length; i++)
        for (let k = i + 1; k < inside.length; k++) this.#check(inside[i], inside[k]);
    });
  }
  /** The motion of an aircraft since the last frame. */
  move(callsign: number, to: Vector): Motion {
    const entry = this.#last.find(callsign);
    if (entry === null) {
      this.#last.add(callsign, to);
      return new Motion(callsign, to, to);
    }
    const from = entry.value;
    entry.value = to;
    return new Motion(callsign, from, to);
  }
  #draw(motion: Motion, voxels: RedBlackTree<Motion[]>): void {
    const { from, to } = motion;
    const left = voxel(Math.min(from.x, to.x) - RADIUS);
    const right = voxel(Math.max(from.x, to.x) + RADIUS);
    const bottom = voxel(Math.min(from.y, to.y) - RADIUS);
    const top = voxel(Math.max(from.y, to.y) + RADIUS);
    for (let x = left; x <= right; x++) {
      for (let y = bottom; y <= top; y++) {
        const key = x * 64 + y;
        const entry = voxels.find(key);
        if (entry === null) voxels.add(key, [motion]);
        else entry.value.push(motion);
      }
    }
  }
  /** How near two aircraft come to each other between two frames. */
  #check(a: Motion, b: Motion): void {
    const start = b.from.minus(a.from);
    const change = b.to.minus(b.from).minus(a.to.minus(a.from));
    const speed = change.dot(change);
    let time = 0;
    if (speed > 0) time = Math.fround(-start.dot(change) / speed);
    if (time < 0) time = 0;
    if (time > 1) time = 1;
    const apart = start.plus(change.times(time));
    const distance = apart.dot(apart);
    if (distance < this.#nearest) this.#nearest = distance;
    if (distance <= 4 * RADIUS * RADIUS) this.collisions++;
  }
}
/** Between 0 and 1 and back, as time goes by. */
function wave(time: number): number {
  const phase = time & 31;
  const x = (phase < 16 ? phase : 32 - phase) / 16;
  return x * x * (3 - 2 * x);
}
function simulate(aircraft: number, frames: number): number {
  const detector = new Detector();
  for (let time = 0; time < frames; time++) {
    const motions: Motion[] = [];
    for (let i = 0; i < aircraft; i++) {
      const lane = i * 3 + 2;
      const position =
        (i & 1) === 0
          ? new Vector(wave(time) * 40 + 2, lane, 10)
          : new Vector(lane, wave(time + i) * 40 + 2, 10 + wave(i) * 2);
      motions.push(detector.move(i * 7 & 31, position));
    }
    detector.frame(motions);
  }
  return detector.collisions * 4096 + Math.trunc(detector.nearest() * 1024);
}

// %%
simulate(16, 12);
