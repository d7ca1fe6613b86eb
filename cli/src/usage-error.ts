// Arguments that make no sense: shown with a hint at the help, exit code 2.

export class UsageError extends Error {}
