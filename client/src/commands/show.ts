// Commands that show where things are written down.
import { commands } from 'vscode';
import type { Gnomon } from '../gnomon.ts';

export function showLog({ log }: Gnomon): void {
  log.show();
}

export function showConsole({ console }: Gnomon): void {
  console.show();
}

/** The walkthrough that package.json contributes. */
export async function getStarted({ context }: Gnomon): Promise<void> {
  const walkthrough = `${context.extension.id}#gnomon.start`;
  await commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
}
