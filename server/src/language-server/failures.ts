// Requests that fail: what the client shows to people.
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** A request that can't be done now; `message` says why and what to do. */
export function failure(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/** The client has cancelled the request. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'the request was cancelled');
}

/** Awaits; what goes wrong becomes a failed request with the same message. */
export async function orFail<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof ResponseError
      ? error
      : failure(error instanceof Error ? error.message : String(error));
  }
}
