// Parsed files by their versions: a file that changes back and forth, as files do between what the board has and what
// an editor shows, is not parsed again. TypeScript's own registry keeps one version of each file.
import { ts } from './typescript.ts';

/** How many versions of a file are kept: those that were asked for last. */
export const KEPT_VERSIONS = 4;

type Target = ts.CreateSourceFileOptions | ts.ScriptTarget;

/**
 * A registry for one language service, whose options never change. Files are scripts, in the global scope, also those
 * with imports, except for modules, which `isModule` knows by their paths.
 */
export class SourceFiles implements ts.DocumentRegistry {
  private readonly files = new Map<string, Map<string, ts.SourceFile>>();

  constructor(private readonly isModule: (path: string) => boolean) {}

  acquireDocument(
    fileName: string,
    _settings: unknown,
    snapshot: ts.IScriptSnapshot,
    version: string,
    scriptKind?: ts.ScriptKind,
    target: Target = ts.ScriptTarget.ES2022,
  ): ts.SourceFile {
    const versions = this.files.get(fileName) ?? new Map<string, ts.SourceFile>();
    this.files.set(fileName, versions);
    const file =
      versions.get(version) ??
      ts.createLanguageServiceSourceFile(
        fileName,
        snapshot,
        this.targetOf(fileName, target),
        version,
        false,
        scriptKind,
      );
    versions.delete(version);
    versions.set(version, file);
    for (const oldest of versions.keys()) {
      if (versions.size <= KEPT_VERSIONS) break;
      versions.delete(oldest);
    }
    return file;
  }

  private targetOf(fileName: string, target: Target): ts.CreateSourceFileOptions {
    const options = typeof target === 'object' ? target : { languageVersion: target };
    return {
      ...options,
      setExternalModuleIndicator: (file) => {
        const indicator = file as { externalModuleIndicator?: ts.Node | true | undefined };
        indicator.externalModuleIndicator = this.isModule(fileName) || undefined;
      },
    };
  }

  acquireDocumentWithKey(
    fileName: string,
    _path: ts.Path,
    settings: unknown,
    _key: ts.DocumentRegistryBucketKey,
    snapshot: ts.IScriptSnapshot,
    version: string,
    scriptKind?: ts.ScriptKind,
    target?: Target,
  ): ts.SourceFile {
    return this.acquireDocument(fileName, settings, snapshot, version, scriptKind, target);
  }

  readonly updateDocument = this.acquireDocument;
  readonly updateDocumentWithKey = this.acquireDocumentWithKey;

  getKeyForCompilationSettings(): ts.DocumentRegistryBucketKey {
    return '' as ts.DocumentRegistryBucketKey;
  }

  /** A program has let go of the file; it may come back. */
  releaseDocument(): void {}
  releaseDocumentWithKey(): void {}

  /** Forgets a file that no longer exists. */
  forget(fileName: string): void {
    this.files.delete(fileName);
  }

  reportStats(): string {
    return `${this.files.size} files`;
  }
}
