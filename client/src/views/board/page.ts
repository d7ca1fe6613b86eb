// The board view's page: the drawing and what is said around it, as HTML for a webview. The page's script and style
// sheet are bundles of page/.
import { pico } from '@gnomon/boards/pico';
import { Uri, type Webview } from 'vscode';
import type { CommandId } from '../../commands/commands.ts';
import { drawBoard } from './drawing.ts';

/** Commands that links of the page may run. */
export const pageCommands: readonly CommandId[] = ['gnomon.connect', 'gnomon.selectBoard'];

/** Folder of what the page loads. */
export function pageFiles(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist');
}

/** HTML that loads nothing but the two bundles, and runs no script but the one with this page's nonce. */
export function boardPage(webview: Webview, extension: Uri): string {
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(pageFiles(extension), name));
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Board</title>
<link rel="stylesheet" href="${file('board-view.css')}">
</head>
<body>
<p class="missing" role="status">No board is connected.
${link('gnomon.connect', 'Connect')} or ${link('gnomon.selectBoard', 'select a board')}.</p>
${drawBoard(pico)}
<p class="legend">${legend('output', 'output')}${legend('input', 'input')}<span class="filled">filled: high</span></p>
<p class="hint">Click an input to change its level, as a button or a sensor would.</p>
<script nonce="${nonce}" src="${file('board-view.js')}"></script>
</body>
</html>`;
}

function link(command: CommandId, text: string): string {
  return `<a href="command:${command}">${text}</a>`;
}

function legend(direction: 'input' | 'output', text: string): string {
  const arrow = `<path class="arrow ${direction}" d="M1 1L9 5L1 9Z"/>`;
  return `<span data-direction="${direction}"><svg viewBox="0 0 10 10" aria-hidden="true">${arrow}</svg>${text}</span>`;
}
