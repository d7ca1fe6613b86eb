// Notifications to the client.
import type { Connection, NotificationType } from 'vscode-languageserver';

/** Sends a notification. Notifications and answers arrive in the order in which they are sent. */
export type Notify = <P>(type: NotificationType<P>, params: P) => void;

export function notifierFor(connection: Connection): Notify {
  return (type, params) => {
    connection.sendNotification(type.method, params).catch(() => {
      // The client is gone, and this process goes with it: there is nobody to tell.
    });
  };
}
