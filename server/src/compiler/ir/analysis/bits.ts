// Which bits of an int32 value may be set, as far as its own definition tells.
import type { AliasClass, Inst } from '../ir.ts';

/** Nothing on any board has this many bytes or more: lengths are below. */
export const LENGTH_LIMIT = 1 << 28;

/** True for lengths of arrays and strings. */
export function isLengthAlias(alias: AliasClass | undefined): boolean {
  return alias === 'length' || alias === 'stringLength';
}

/** A mask of the bits that may be one. */
export function possibleBits(value: Inst, depth = 4): number {
  const [a, b] = value.args;
  switch (value.op) {
    case 'iconst':
      return value.imm!;
    case 'icmp':
    case 'rcmp':
    case 'fcmp':
    case 'dcmp':
    case 'iaddFits':
    case 'isubFits':
      return 1;
    case 'iclz':
      return 63;
    case 'load':
      if (value.memory === 'u8') return 0xff;
      if (value.memory === 'u16') return 0xffff;
      return isLengthAlias(value.alias) ? LENGTH_LIMIT - 1 : -1;
    case 'helper':
      return value.symbol === 'gn_str_unit' ? 0xffff : -1;
    case 'iand':
      return depth === 0 ? -1 : possibleBits(a!, depth - 1) & possibleBits(b!, depth - 1);
    case 'ior':
    case 'ixor':
      return depth === 0 ? -1 : possibleBits(a!, depth - 1) | possibleBits(b!, depth - 1);
    case 'select':
      return depth === 0 ? -1 : possibleBits(b!, depth - 1) | possibleBits(value.args[2]!, depth - 1);
    case 'iushr':
      return depth === 0 || b!.op !== 'iconst' ? -1 : (possibleBits(a!, depth - 1) >>> b!.imm!) | 0;
    case 'ishr':
      return depth === 0 || b!.op !== 'iconst' ? -1 : possibleBits(a!, depth - 1) >> b!.imm!;
    case 'ishl':
      return depth === 0 || b!.op !== 'iconst' ? -1 : possibleBits(a!, depth - 1) << b!.imm!;
    case 'urem': {
      const limit = b!.op === 'iconst' ? b!.imm! >>> 0 : 0;
      return limit === 0 ? -1 : lowMask(limit - 1);
    }
    default:
      return -1;
  }
}

/** The bits up to the highest one of an unsigned number. */
function lowMask(value: number): number {
  return value === 0 ? 0 : (-1 >>> Math.clz32(value)) | 0;
}

/** True if the value is never negative. */
export function isNonNegative(value: Inst): boolean {
  return possibleBits(value) >= 0;
}

/** True if the value is 0 or 1. */
export function isBoolean(value: Inst): boolean {
  return (possibleBits(value) & ~1) === 0;
}

/** True if a load of the same kind gives back what was stored. */
export function survivesStore(store: Inst): boolean {
  switch (store.memory) {
    case 'u8':
      return (possibleBits(store.args[0]!) & ~0xff) === 0;
    case 'u16':
      return (possibleBits(store.args[0]!) & ~0xffff) === 0;
    case 'i8':
      return (possibleBits(store.args[0]!) & ~0x7f) === 0;
    case 'i16':
      return (possibleBits(store.args[0]!) & ~0x7fff) === 0;
    default:
      return true;
  }
}
