// The view that says how to begin, while no *.mcu.ts file is open. What it says is in package.json (viewsWelcome).
import { LANGUAGE_ID } from '@gnomon/server/editor-protocol';
import { commands, Disposable, type TextDocument, window, workspace } from 'vscode';

export function showStartView(): Disposable {
  let isShown: boolean | undefined;
  const update = () => {
    const hasProgram = workspace.textDocuments.some(isProgram);
    if (isShown === !hasProgram) return;
    isShown = !hasProgram;
    void commands.executeCommand('setContext', 'gnomon.hasProgram', hasProgram);
  };
  update();
  return Disposable.from(
    // A tree without a node: the editor shows the view's welcome in its place.
    window.registerTreeDataProvider<never>('gnomon.start', {
      getChildren: () => [],
      getTreeItem: (element) => element,
    }),
    workspace.onDidOpenTextDocument(update),
    workspace.onDidCloseTextDocument(update),
  );
}

function isProgram({ languageId, isClosed }: TextDocument): boolean {
  return languageId === LANGUAGE_ID && !isClosed;
}
