// npm run firmware: builds the runtime for the boards and writes its image and manifest to device-runtime/images.
import { ensurePackages, run } from './setup.mjs';

ensurePackages();
run(process.execPath, ['--import', 'tsx', 'device-runtime/build.ts']);
