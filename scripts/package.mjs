// npm run package: makes build/gnomon-VERSION.vsix, the extension as it is installed. It is packed from a folder with
// just what it needs: the bundles, the files that ship beside them, and `serialport`, which has native code.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { ensurePackages, root, run } from './setup.mjs';

/** What a package may weigh, in bytes. */
const MOST_BYTES = 5_000_000;

ensurePackages();
run(process.execPath, ['scripts/build.mjs']);
const folder = `${root}build/package/`;
rmSync(folder, { recursive: true, force: true });
mkdirSync(`${folder}dist`, { recursive: true });
const bundles = readdirSync(`${root}dist`).filter((name) =>
  /^((client|server|virtual-board)[.]cjs([.]LEGAL[.]txt)?|board-view[.](js|css))$/.test(name),
);
const shipped = [
  ...bundles.map((name) => `dist/${name}`),
  ...['lib', 'device-runtime/images', 'media', 'syntaxes', 'examples', 'docs/images'],
  ...['language-configuration.json', 'package.nls.json', 'README.md', 'CHANGELOG.md', 'LICENSE'],
];
for (const name of shipped) cpSync(`${root}${name}`, folder + name, { recursive: true });

const {
  workspaces,
  scripts,
  devDependencies,
  private: _,
  type: __,
  ...manifest
} = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const { dependencies } = JSON.parse(readFileSync(`${root}boards/package.json`, 'utf8'));
manifest.dependencies = { serialport: dependencies.serialport };
writeFileSync(`${folder}package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(
  `${folder}.vscodeignore`,
  [
    'package-lock.json',
    '**/*.d.ts.map',
    'node_modules/**/*.{ts,map,md}',
    'node_modules/**/test/**',
    'node_modules/@serialport/bindings-cpp/{src,build}/**',
    'node_modules/@serialport/bindings-cpp/prebuilds/android*/**',
  ].join('\n'),
);
// The native parts come prebuilt; nothing is compiled.
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
run('npm', ['install', '--omit=dev', ...quiet], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });

const file = `${root}build/${manifest.name}-${manifest.version}.vsix`;
const options = ['--out', file, '--allow-missing-repository', '--no-rewrite-relative-links'];
run(process.execPath, [`${root}node_modules/.bin/vsce`, 'package', ...options], { cwd: folder });
const { size } = statSync(file);
console.log(`${file}: ${(size / 1e6).toFixed(2)} MB`);
if (size > MOST_BYTES) {
  console.error(`The package is larger than ${MOST_BYTES / 1e6} MB.`);
  process.exit(1);
}
