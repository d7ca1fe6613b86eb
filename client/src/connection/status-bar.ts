// The connection in the editor's frame: the status bar item and the context keys.
import { commands, Disposable, MarkdownString, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { Connection } from './connection.ts';
import { contextKeys } from './context-keys.ts';
import { present } from './presentation.ts';

const backgrounds = {
  none: undefined,
  warning: new ThemeColor('statusBarItem.warningBackground'),
  error: new ThemeColor('statusBarItem.errorBackground'),
};

/** Shows the state of a connection until it is disposed of. */
export function showConnection(connection: Connection): Disposable {
  const item = window.createStatusBarItem('gnomon.board', StatusBarAlignment.Left, 10);
  item.name = 'Gnomon Board';
  const shownKeys = new Map<string, unknown>();

  const update = () => {
    const { state } = connection;
    const { text, tooltip, severity, command, label } = present(state);
    item.text = text;
    item.tooltip = new MarkdownString(tooltip);
    item.backgroundColor = backgrounds[severity];
    item.command = command;
    item.accessibilityInformation = { label: `Board: ${label}`, role: 'button' };
    for (const [key, value] of Object.entries(contextKeys(state))) {
      if (shownKeys.get(key) === value) continue;
      shownKeys.set(key, value);
      void commands.executeCommand('setContext', key, value);
    }
  };
  update();
  item.show();
  return Disposable.from(item, connection.onDidChange(update));
}
