// Signature help: the parameters of the call that is being typed.
import type { SignatureHelp } from 'vscode-languageserver-types';
import { ts } from '../compiler/frontend/typescript.ts';
import { documentationOf } from './documentation.ts';
import type { View } from './edited-program.ts';

export function signatureHelp({ service, path }: View, offset: number): SignatureHelp | undefined {
  const help = service.getSignatureHelpItems(path, offset, {});
  if (!help) return undefined;
  const text = (parts: readonly ts.SymbolDisplayPart[]) => ts.displayPartsToString([...parts]);
  return {
    activeSignature: help.selectedItemIndex,
    activeParameter: help.argumentIndex,
    signatures: help.items.map((item) => {
      const parameters = item.parameters.map(({ displayParts, documentation }) => ({
        label: text(displayParts),
        documentation: text(documentation),
      }));
      const list = parameters.map(({ label }) => label).join(text(item.separatorDisplayParts));
      return {
        label: `${text(item.prefixDisplayParts)}${list}${text(item.suffixDisplayParts)}`,
        documentation: { kind: 'markdown', value: documentationOf(item.documentation, item.tags) },
        parameters,
      };
    }),
  };
}
