// Commands that show where things are written down, and take copies.
import { commands, env } from 'vscode';
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

/** Copies the value of a variable in the device view. */
export async function copyValue({ views }: Gnomon, id: string): Promise<void> {
  const value = views.device.valueOf(id);
  if (value !== undefined) await env.clipboard.writeText(value);
}
