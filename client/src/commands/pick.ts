// A list to choose from whose items may change while it is open: with a button to look again.
import { type Disposable, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';

/** An item that stands for a value. */
export interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/** Items below a heading. Without items, the heading is not shown. */
export interface ChoiceGroup<T> {
  readonly heading: string;
  readonly choices: readonly Choice<T>[];
}

export interface PickOptions<T> {
  readonly title: string;
  readonly placeholder: string;
  load(): Promise<readonly ChoiceGroup<T>[]>;
}

interface Item<T> extends QuickPickItem {
  readonly value?: T;
}

/** What was chosen; undefined if nothing was. Rejects if loading does. */
export async function pick<T>({ title, placeholder, load }: PickOptions<T>): Promise<T | undefined> {
  const list = window.createQuickPick<Item<T>>();
  const subscriptions: Disposable[] = [list];
  list.title = title;
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  list.buttons = [{ iconPath: new ThemeIcon('refresh'), tooltip: 'Refresh' }];
  try {
    return await new Promise((resolve, reject) => {
      const refresh = async () => {
        list.busy = true;
        list.items = (await load()).flatMap(itemsOf);
        list.busy = false;
      };
      subscriptions.push(
        list.onDidTriggerButton(() => refresh().catch(reject)),
        list.onDidAccept(() => {
          const [item] = list.selectedItems;
          if (item) resolve(item.value);
        }),
        list.onDidHide(() => resolve(undefined)),
      );
      list.show();
      refresh().catch(reject);
    });
  } finally {
    for (const subscription of subscriptions) subscription.dispose();
  }
}

function itemsOf<T>({ heading, choices }: ChoiceGroup<T>): Item<T>[] {
  if (choices.length === 0) return [];
  return [{ label: heading, kind: QuickPickItemKind.Separator }, ...choices];
}
