// What the connection needs of the language server: typed messages both ways. The editor's LanguageClient is one, and
// so is a plain connection to the server's process, in tests.
import type { Disposable, NotificationType, RequestType, RequestType0 } from 'vscode-languageserver-protocol';

export interface BoardServer {
  sendRequest<R>(type: RequestType0<R, void>): Promise<R>;
  sendRequest<P, R>(type: RequestType<P, R, void>, params: P): Promise<R>;
  sendNotification<P>(type: NotificationType<P>, params: P): Promise<void>;
  /** Takes the place of the listener before: of a kind of notification there is one. */
  onNotification<P>(type: NotificationType<P>, handler: (params: P) => void): Disposable;
}
