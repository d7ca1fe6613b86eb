// What the device view shows, as plain data: the board, its memory, and the variables of the live program.
import type { BoardMemory, BoardVariable, MemoryUse } from '@gnomon/server/editor-protocol';
import { count, roundBytes } from '@gnomon/server/wording';
import type { Location } from 'vscode-languageserver-protocol';
import { activity } from '../../connection/presentation.ts';
import { type ConnectionState, type Link, linkOf } from '../../connection/state.ts';

/** What was read of the board. */
export interface DeviceReading {
  readonly memory: BoardMemory;
  readonly variables: readonly BoardVariable[];
}

export interface DeviceNode {
  /** Stays the same while its content changes. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Shown with its children at first. */
  readonly isOpen?: boolean;
  /** Name of one of the editor's icons. */
  readonly icon: string;
  /** Plain text. */
  readonly tooltip?: string;
  /** Shown in the tooltip as code. */
  readonly code?: string;
  /** Of a variable: what it holds. */
  readonly value?: string;
  /** What a click shows. */
  readonly location?: Location;
  readonly children?: readonly DeviceNode[];
}

/** The view's nodes at one moment. */
export class DeviceContent {
  static readonly empty = new DeviceContent([]);
  private readonly byId = new Map<string, DeviceNode>();

  private constructor(private readonly roots: readonly DeviceNode[]) {
    const add = (node: DeviceNode) => {
      this.byId.set(node.id, node);
      node.children?.forEach(add);
    };
    roots.forEach(add);
  }

  /** Nothing without a board. `reading` is undefined while nothing has been read yet. */
  static of(state: ConnectionState, reading: DeviceReading | undefined): DeviceContent {
    const link = linkOf(state);
    if (!link) return DeviceContent.empty;
    const board = boardNode(link, activity(state));
    if (!reading) return new DeviceContent([board]);
    return new DeviceContent([board, memoryNode(reading.memory), variablesNode(reading.variables)]);
  }

  get nodes(): Iterable<DeviceNode> {
    return this.byId.values();
  }

  node(id: string): DeviceNode | undefined {
    return this.byId.get(id);
  }

  /** Children of a node, or the roots. */
  children(id?: string): readonly DeviceNode[] {
    return id === undefined ? this.roots : (this.byId.get(id)?.children ?? []);
  }
}

/** Identifiers of the nodes that show something else, or have other children, than before; or that the roots do. */
export function changesBetween(before: DeviceContent, after: DeviceContent): string[] | 'roots' {
  if (idsOf(before.children()) !== idsOf(after.children())) return 'roots';
  const changed: string[] = [];
  for (const node of after.nodes) {
    const old = before.node(node.id);
    // What is new is shown with its parent, whose children have changed.
    if (old && ownContent(old) !== ownContent(node)) changed.push(node.id);
  }
  return changed;
}

function ownContent({ children, ...own }: DeviceNode): string {
  return JSON.stringify([own, children && idsOf(children)]);
}

function idsOf(nodes: readonly DeviceNode[]): string {
  return nodes.map(({ id }) => id).join(' ');
}

function boardNode({ board, identity }: Link, description: string): DeviceNode {
  return {
    id: 'board',
    label: board.name,
    description,
    icon: 'circuit-board',
    tooltip: board.detail,
    children: [
      {
        id: 'board/chip',
        label: 'Processor',
        description: `${identity.chip.toUpperCase()} at ${identity.clockHz / 1e6} MHz`,
        icon: 'chip',
      },
      {
        id: 'board/connection',
        label: 'Connection',
        description: board.detail,
        icon: board.kind === 'virtual' ? 'vm' : 'plug',
      },
      {
        id: 'board/firmware',
        label: 'Firmware',
        description: identity.buildHash,
        icon: 'package',
        tooltip: 'Build of the device runtime in the flash',
      },
    ],
  };
}

function memoryNode({ code, data, heap, stack }: BoardMemory): DeviceNode {
  return {
    id: 'memory',
    label: 'Memory',
    isOpen: true,
    description: `${roundBytes(free(code) + free(data) + free(heap))} free`,
    icon: 'server',
    children: [
      arenaNode('code', 'Code', code, 'Machine code of the cells that ran.'),
      arenaNode('data', 'Data', data, 'Variables, and constants such as texts in the program.'),
      arenaNode(
        'heap',
        'Heap',
        heap,
        'Arrays, strings and objects: those in use, and those that the collector has not taken away yet.',
      ),
      {
        id: 'memory/stack',
        label: 'Stack',
        description: roundBytes(stack.size),
        icon: 'layers',
        tooltip: `${count(stack.size, 'byte')} for the calls of the running program.`,
      },
    ],
  };
}

function arenaNode(id: string, label: string, use: MemoryUse, what: string): DeviceNode {
  const { used, size } = use;
  return {
    id: `memory/${id}`,
    label,
    description: `${roundBytes(used)} of ${roundBytes(size)} used`,
    icon: 'database',
    tooltip: `${what}\n\n${count(used, 'byte')} used, ${count(free(use), 'byte')} free.`,
  };
}

function free({ used, size }: MemoryUse): number {
  return size - used;
}

function variablesNode(variables: readonly BoardVariable[]): DeviceNode {
  // There is always a child: what once had none, the editor does not open when it gets some.
  const children = variables.length > 0 ? sorted(variables).map(variableNode) : [noVariables];
  const description = variables.length > 0 ? { description: String(variables.length) } : {};
  return {
    id: 'variables',
    label: 'Variables',
    icon: 'symbol-namespace',
    isOpen: true,
    children,
    ...description,
  };
}

/** By name: the order in which cells ran changes with every run. */
function sorted(variables: readonly BoardVariable[]): BoardVariable[] {
  return [...variables].sort((a, b) => a.name.localeCompare(b.name));
}

const noVariables: DeviceNode = {
  id: 'no-variables',
  label: 'None yet',
  icon: 'info',
  tooltip: 'What a cell declares is here once it has run.',
};

function variableNode({ name, type, value, location }: BoardVariable): DeviceNode {
  return {
    id: `variables/${name}`,
    label: name,
    description: `= ${value}`,
    icon: iconOf(type),
    code: `${name}: ${type} = ${value}`,
    value,
    ...(location && { location }),
  };
}

const icons: Readonly<Record<string, string>> = {
  int: 'symbol-number',
  float: 'symbol-number',
  number: 'symbol-number',
  boolean: 'symbol-boolean',
  string: 'symbol-string',
};

function iconOf(type: string): string {
  if (type.endsWith('[]')) return 'symbol-array';
  return icons[type] ?? 'symbol-variable';
}
