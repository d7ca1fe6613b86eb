class Disk {
  next: Disk | null = null;
  constructor(readonly size: int) {}
}
class Towers {
  private piles: (Disk | null)[] = [null, null, null];
  moved: int = 0;
  failures: int = 0;

  private push(disk: Disk, pile: int): void {
    const top = this.piles[pile];
    if (top !== null && disk.size >= top.size) this.failures++;
    disk.next = top;
    this.piles[pile] = disk;
  }

  private pop(pile: int): Disk {
    const top = this.piles[pile];
    this.piles[pile] = top!.next;
    top!.next = null;
    return top!;
  }

  build(pile: int, disks: int): void {
    for (let size: int = disks; size >= 0; size--) this.push(new Disk(size), pile);
  }

  move(disks: int, from: int, to: int): void {
    if (disks === 1) {
      this.push(this.pop(from), to);
      this.moved++;
      return;
    }
    const other: int = 3 - from - to;
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
