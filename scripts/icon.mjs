// npm run icon: draws the extension's icon as the bitmap that the Marketplace wants, from media/icon.svg.
import { readFile } from 'node:fs/promises';
import { ensurePackages, root } from './setup.mjs';

/** Width and height in pixels. */
const SIZE = 256;

ensurePackages();
const { chromium } = await import('playwright-core');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  const svg = await readFile(`${root}media/icon.svg`, 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: `${root}media/icon.png`, omitBackground: true });
} finally {
  await browser.close();
}
