// The device view: the board with its memory and the variables of the live program, kept up to date while it is shown.
import { readMemory, readVariables } from '@gnomon/server/editor-protocol';
import {
  Disposable,
  EventEmitter,
  MarkdownString,
  Range,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { BoardServer } from '../../connection/board-server.ts';
import type { Connection } from '../../connection/connection.ts';
import { linkOf } from '../../connection/state.ts';
import { Watch } from '../watch.ts';
import { changesBetween, DeviceContent, type DeviceNode, type DeviceReading } from './device-content.ts';

/** Time between two looks at the board, in milliseconds: timers change variables while no cell runs. */
const LOOK_EVERY = 1000;

/** Elements of the tree are identifiers of nodes, so that they last while what they show changes. */
export class DeviceTree implements TreeDataProvider<string>, Disposable {
  private content = DeviceContent.empty;
  /** What was read last, and over which stream. */
  private latest: { readonly stream: number; readonly reading: DeviceReading } | undefined;
  private readonly changes = new EventEmitter<string[] | undefined>();
  readonly onDidChangeTreeData = this.changes.event;
  private readonly watch = new Watch({ look: () => this.look(), every: LOOK_EVERY });
  private readonly view: TreeView<string>;
  private readonly subscriptions: Disposable;

  constructor(
    private readonly server: BoardServer,
    private readonly connection: Connection,
  ) {
    this.view = window.createTreeView('gnomon.device', { treeDataProvider: this });
    this.subscriptions = Disposable.from(
      this.watch,
      this.view,
      this.changes,
      this.view.onDidChangeVisibility(({ visible }) => this.watch.setVisible(visible)),
      connection.onDidChange(() => {
        this.show();
        this.watch.lookNow();
      }),
    );
    this.show();
    this.watch.setVisible(this.view.visible);
  }

  getChildren(id?: string): string[] {
    return this.content.children(id).map((node) => node.id);
  }

  /** What a variable holds, by the identifier of its node; undefined of other nodes. */
  valueOf(id: string): string | undefined {
    return this.content.node(id)?.value;
  }

  getTreeItem(id: string): TreeItem {
    const node = this.content.node(id);
    return node ? itemOf(node) : new TreeItem('');
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async look(): Promise<void> {
    const stream = linkOf(this.connection.state)?.stream;
    if (stream === undefined) return;
    const [memory, variables] = await Promise.all([
      this.server.sendRequest(readMemory),
      this.server.sendRequest(readVariables),
    ]);
    this.latest = { stream, reading: { memory, variables } };
    this.show();
  }

  private show(): void {
    const { state } = this.connection;
    const reading = linkOf(state)?.stream === this.latest?.stream ? this.latest?.reading : undefined;
    const before = this.content;
    this.content = DeviceContent.of(state, reading);
    const changed = changesBetween(before, this.content);
    if (changed === 'roots') this.changes.fire(undefined);
    else if (changed.length > 0) this.changes.fire(changed);
  }
}

function itemOf(node: DeviceNode): TreeItem {
  const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
  const whenParent = node.isOpen ? Expanded : Collapsed;
  const item = new TreeItem(node.label, node.children ? whenParent : None);
  item.id = node.id;
  item.iconPath = new ThemeIcon(node.icon);
  if (node.description !== undefined) item.description = node.description;
  item.accessibilityInformation = { label: [node.label, node.description].filter(Boolean).join(' ') };
  if (node.value !== undefined) item.contextValue = 'variable';
  const tooltip = tooltipOf(node);
  if (tooltip !== undefined) item.tooltip = tooltip;
  if (node.location) {
    const { uri, range } = node.location;
    const { start, end } = range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    item.command = {
      command: 'vscode.open',
      title: 'Go to the Declaration',
      arguments: [Uri.parse(uri), { selection }],
    };
  }
  return item;
}

function tooltipOf({ tooltip, code }: DeviceNode): string | MarkdownString | undefined {
  return code === undefined ? tooltip : new MarkdownString().appendCodeblock(code, 'typescript');
}
