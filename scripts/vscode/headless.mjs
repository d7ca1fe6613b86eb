#!/usr/bin/env node
// An executable that takes the command line of VS Code's desktop application and runs extension tests without a
// screen: for @vscode/test-electron where there is no desktop (headless.ts does the work).
import { register } from 'tsx/esm/api';

register();
await import('./headless.ts');
