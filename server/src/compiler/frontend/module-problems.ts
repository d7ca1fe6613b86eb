// What is wrong in the modules that a cell imports, said at the import: a module is in no cell that a diagnostic could be
// shown in.
import { type Diagnostic, fromTypeScript, messages } from './diagnostics.ts';
import type { ImportedModule } from './modules.ts';
import { type LiveProgram, sourceName } from './program.ts';
import { ts } from './typescript.ts';
import type { ProgramWorld } from './world.ts';

/** The errors of TypeScript's in the modules that a cell imports, and uses of names of cells there. */
export function moduleProblems(program: LiveProgram, world: ProgramWorld, cell: string): Diagnostic[] {
  return world.modulesFor(cell).flatMap((module) => {
    const { file } = module;
    const source = sourceName(file.fileName);
    const found = program
      .fileDiagnostics(file.fileName)
      .filter(({ category }) => category === ts.DiagnosticCategory.Error)
      .map((each) => fromTypeScript(each, source));
    return [...found, ...usesOfCells(program, world, file)].map((each) => said(each, module, cell));
  });
}

/** A diagnostic of a module's, at the import that leads there; others as they are. */
export function atImport(
  diagnostic: Diagnostic,
  program: LiveProgram,
  world: ProgramWorld,
  cell: string,
): Diagnostic {
  if (diagnostic.source === cell || program.text(diagnostic.source)) return diagnostic;
  const module = world.modulesFor(cell).find(({ file }) => sourceName(file.fileName) === diagnostic.source);
  return module ? said(diagnostic, module, cell) : diagnostic;
}

function said(diagnostic: Diagnostic, { file, site }: ImportedModule, cell: string): Diagnostic {
  const { code, message, source, severity } = diagnostic;
  const line = String(file.getLineAndCharacterOfPosition(diagnostic.start).line + 1);
  return {
    source: cell,
    start: site.getStart(),
    end: site.end,
    code: 'GN1015',
    message: messages.GN1015(source, line, code, message),
    severity,
  };
}

function usesOfCells(program: LiveProgram, { checker }: ProgramWorld, file: ts.SourceFile): Diagnostic[] {
  const result: Diagnostic[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && program.providerOf(node.text)) {
      const declared = checker.getSymbolAtLocation(node)?.declarations ?? [];
      if (declared.some((each) => program.cellOf(each.getSourceFile()) !== undefined)) {
        const { text } = node;
        const source = sourceName(file.fileName);
        const message = messages.GN1016(text);
        const [start, end] = [node.getStart(), node.end];
        result.push({ source, start, end, code: 'GN1016', message, severity: 'error' });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return result;
}
