// Arguments that make no sense: shown with a hint at the help, exit code 2.

export class UsageError extends Error {}

/** Runs a parser of arguments; what it throws becomes a UsageError. */
export function parseUsage<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
