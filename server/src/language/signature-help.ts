// The parameters of the call around a position.
import type { Frontend } from '../compiler/frontend/index.ts';
import { ts } from '../compiler/frontend/typescript.ts';
import { documentationOf } from './documentation.ts';

/** Why help is asked for. */
export interface SignatureHelpContext {
  /** The character that was typed, if that is why. */
  readonly triggerCharacter?: string;
  /** Help is shown already. */
  readonly isRetrigger?: boolean;
}

export interface SignatureHelp {
  readonly signatures: readonly {
    readonly label: string;
    readonly documentation: string;
    readonly parameters: readonly {
      /** Where it is in the signature's label. */
      readonly label: [start: number, end: number];
      readonly documentation: string;
    }[];
  }[];
  readonly activeSignature: number;
  readonly activeParameter: number;
}

/** Characters after which an editor asks for help. */
export const signatureTriggers = ['(', ',', '<'] as const;

export function signatureHelp(
  frontend: Frontend,
  cell: string,
  offset: number,
  context: SignatureHelpContext = {},
): SignatureHelp | undefined {
  const { service, path } = frontend.edited(cell);
  const help = service.getSignatureHelpItems(path, offset, { triggerReason: reasonOf(context) });
  if (!help) return undefined;
  return {
    signatures: help.items.map(signatureOf),
    activeSignature: help.selectedItemIndex,
    activeParameter: help.argumentIndex,
  };
}

function reasonOf({ triggerCharacter, isRetrigger }: SignatureHelpContext): ts.SignatureHelpTriggerReason {
  const character = signatureTriggers.find((each) => each === triggerCharacter);
  if (isRetrigger)
    return character ? { kind: 'retrigger', triggerCharacter: character } : { kind: 'retrigger' };
  return character ? { kind: 'characterTyped', triggerCharacter: character } : { kind: 'invoked' };
}

function signatureOf(item: ts.SignatureHelpItem): SignatureHelp['signatures'][number] {
  let label = ts.displayPartsToString(item.prefixDisplayParts);
  const separator = ts.displayPartsToString(item.separatorDisplayParts);
  const parameters = item.parameters.map(({ displayParts, documentation }, i) => {
    if (i > 0) label += separator;
    const start = label.length;
    label += ts.displayPartsToString(displayParts);
    return {
      label: [start, label.length] as [number, number],
      documentation: documentationOf(documentation, undefined),
    };
  });
  label += ts.displayPartsToString(item.suffixDisplayParts);
  // Those of parameters stand beside the parameters.
  const tags = item.tags.filter(({ name }) => name !== 'param');
  return { label, documentation: documentationOf(item.documentation, tags), parameters };
}
