// Parsed files by their versions: a file that changes back and forth, as files do between what the board has and what
// an editor shows, is not parsed again. TypeScript's own registry keeps one version of each file.
import { ts } from './typescript.ts';

/** How many versions of a file are kept: those that were asked for last. */
export const KEPT_VERSIONS = 4;

interface Parsed {
  readonly version: string;
  readonly file: ts.SourceFile;
}

type Target = ts.CreateSourceFileOptions | ts.ScriptTarget;

const optionsOf = (target: Target) => (typeof target === 'object' ? target : { languageVersion: target });

/**
 * A registry for one language service, whose options never change. Files are scripts, in the global scope, also those
 * with imports, except for modules, which `isModule` knows by their paths.
 */
export class SourceFiles implements ts.DocumentRegistry {
  /** Versions of each file, the one that was asked for last first. */
  private readonly files = new Map<string, readonly Parsed[]>();

  constructor(private readonly isModule: (path: string) => boolean) {}

  acquireDocument(
    fileName: string,
    _settings: unknown,
    snapshot: ts.IScriptSnapshot,
    version: string,
    scriptKind?: ts.ScriptKind,
    target: Target = ts.ScriptTarget.ES2022,
  ): ts.SourceFile {
    const versions = this.files.get(fileName) ?? [];
    const [latest] = versions;
    // Each new program asks for all files.
    if (latest?.version === version) return latest.file;
    const known = versions.find((each) => each.version === version) ?? {
      version,
      file: this.parsed(fileName, snapshot, version, optionsOf(target), scriptKind),
    };
    const others = versions.filter((each) => each !== known).slice(0, KEPT_VERSIONS - 1);
    this.files.set(fileName, [known, ...others]);
    return known.file;
  }

  /** All files are read as modules, in which `await` is an operator everywhere, whatever they are from then on. */
  private parsed(
    fileName: string,
    snapshot: ts.IScriptSnapshot,
    version: string,
    options: ts.CreateSourceFileOptions,
    scriptKind: ts.ScriptKind | undefined,
  ): ts.SourceFile {
    let isRead = false;
    const setExternalModuleIndicator = (file: ts.SourceFile) => {
      const indicator = file as { externalModuleIndicator?: ts.Node | true | undefined };
      indicator.externalModuleIndicator = !isRead || this.isModule(fileName) || undefined;
    };
    const target = { ...options, setExternalModuleIndicator };
    const file = ts.createLanguageServiceSourceFile(fileName, snapshot, target, version, false, scriptKind);
    isRead = true;
    setExternalModuleIndicator(file);
    return file;
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
