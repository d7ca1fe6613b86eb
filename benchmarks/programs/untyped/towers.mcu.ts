class Disk {
  next: Disk | null = null;
  constructor(readonly size: number) {}
}
class Towers {
  private piles: (Disk | null)[] = [null, null, null];
  moved = 0;
  failures = 0;

  private push(disk: Disk, pile: number): void {
    const top = this.piles[pile];
    if (top !== null && disk.size >= top.size) this.failures++;
    disk.next = top;
    this.piles[pile] = disk;
  }

  private pop(pile: number): Disk {
    const top = this.piles[pile];
    this.piles[pile] = top!.next;
    top!.next = null;
    return top!;
  }

  build(pile: number, disks: number): void {
    for (let size = disks; size >= 0; size--) this.push(new Disk(size), pile);
  }

  move(disks: number, from: number, to: number): void {
    if (disks === 1) {
      this.push(this.pop(from), to);
      this.moved++;
      return;
    }
    const other = 3 - from - to;
    this.move(disks - 1, from, other);
    this.move(1, from, to);
    this.move(disks - 1, other, to);
  }
}
const towers = new Towers();

// %%
towers.build(0, 10);
towers.move(10, 0, 1);
towers.moved;
