// The notebook: *.mcu.ts files as cells with their results.
import { NOTEBOOK_TYPE } from '@gnomon/server/editor-protocol';
import { Disposable, notebooks, workspace } from 'vscode';
import type { Gnomon } from '../gnomon.ts';
import { CostItems } from './cost-items.ts';
import { Kernel } from './kernel.ts';
import { serializer } from './serializer.ts';

export function activateNotebook({ runner, connection, log }: Gnomon): Disposable {
  const costs = new CostItems();
  return Disposable.from(
    workspace.registerNotebookSerializer(NOTEBOOK_TYPE, serializer, { transientOutputs: true }),
    notebooks.registerNotebookCellStatusBarItemProvider(NOTEBOOK_TYPE, costs),
    new Kernel(runner, connection, costs, log),
    costs,
  );
}
