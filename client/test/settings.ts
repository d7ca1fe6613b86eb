// Settings under which VS Code is tested: nothing that happens by itself.

/** User settings. */
export const testSettings = {
  // Tests say when a file is saved.
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
} as const;
