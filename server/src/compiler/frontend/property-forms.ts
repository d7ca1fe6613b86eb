// The forms in which objects of an open type may have its properties (docs/decisions/0017).
import { floatRep, intRep, isNothing, optionalOf, type Rep } from './reps.ts';

/**
 * How an object may have a property of an open type other than as the type says: by an accessor; always there where the
 * type has an optional one; as one that may not have its value yet; or as an int or float where the type has a number.
 */
export const forms = ['accessor', 'present', 'unset', 'int', 'float'] as const;
export type Form = (typeof forms)[number];

/** A form of a property: `accessor x`. */
export type PropertyForm = `${Form} ${string}`;

/** How a form keeps a property of a representation; that of accessors is what they give. */
export function repOfForm(form: Form, rep: Rep): Rep | undefined {
  switch (form) {
    case 'accessor':
      return rep;
    case 'present':
      return rep.kind === 'optional' ? rep.of : undefined;
    case 'unset':
      return rep.kind === 'optional' || isNothing(rep) || rep.kind === 'any' ? undefined : optionalOf(rep);
    case 'int':
      return rep.kind === 'number' ? intRep : undefined;
    case 'float':
      return rep.kind === 'number' ? floatRep : undefined;
  }
}
