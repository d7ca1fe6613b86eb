// How conditions of comparisons relate: negation, exchange of operands, translation between kinds.
import type { FloatCondition, IntCondition } from './ops.ts';

const intNegations: Record<IntCondition, IntCondition> = {
  eq: 'ne',
  ne: 'eq',
  lt: 'ge',
  le: 'gt',
  gt: 'le',
  ge: 'lt',
  ult: 'uge',
  ule: 'ugt',
  ugt: 'ule',
  uge: 'ult',
};

const intExchanges: Record<IntCondition, IntCondition> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'gt',
  le: 'ge',
  gt: 'lt',
  ge: 'le',
  ult: 'ugt',
  ule: 'uge',
  ugt: 'ult',
  uge: 'ule',
};

const floatNegations: Record<FloatCondition, FloatCondition> = {
  eq: 'ne',
  ne: 'eq',
  lt: 'nlt',
  le: 'nle',
  gt: 'ngt',
  ge: 'nge',
  nlt: 'lt',
  nle: 'le',
  ngt: 'gt',
  nge: 'ge',
};

const floatExchanges: Record<FloatCondition, FloatCondition> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'gt',
  le: 'ge',
  gt: 'lt',
  ge: 'le',
  nlt: 'ngt',
  nle: 'nge',
  ngt: 'nlt',
  nge: 'nle',
};

const withoutNaN: Record<FloatCondition, 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'lt',
  le: 'le',
  gt: 'gt',
  ge: 'ge',
  nlt: 'ge',
  nle: 'gt',
  ngt: 'le',
  nge: 'lt',
};

const unsignedForms = { eq: 'eq', ne: 'ne', lt: 'ult', le: 'ule', gt: 'ugt', ge: 'uge' } as const;

/** The condition that holds exactly when this one does not. */
export function negateInt(cond: IntCondition): IntCondition {
  return intNegations[cond];
}

/** `a cond b` is `b exchange(cond) a`. */
export function exchangeInt(cond: IntCondition): IntCondition {
  return intExchanges[cond];
}

export function negateFloat(cond: FloatCondition): FloatCondition {
  return floatNegations[cond];
}

export function exchangeFloat(cond: FloatCondition): FloatCondition {
  return floatExchanges[cond];
}

/** The signed integer condition that is equal for operands that are no NaN. */
export function intCondition(cond: FloatCondition): 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' {
  return withoutNaN[cond];
}

/** The same order on unsigned operands. */
export function unsignedCondition(cond: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'): IntCondition {
  return unsignedForms[cond];
}
