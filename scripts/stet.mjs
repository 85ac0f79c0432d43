#!/usr/bin/env node
// npm run --silent stet -- ARGUMENTS : the command line, in this very process, so that its exit code is ours.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderOfTheCaller, root } from './places.mjs';

const program = join(root, 'out', 'main', 'stet.js');
if (!existsSync(program)) {
  const { runAsScript } = await import('./say.mjs');
  await runAsScript(async () => {
    const { ensureNodeModules } = await import('./node-modules.mjs');
    const { ensureBuilt } = await import('./build.mjs');
    await ensureNodeModules();
    await ensureBuilt();
  });
}
if (existsSync(program)) {
  process.chdir(folderOfTheCaller('stet'));
  await import(pathToFileURL(program).href);
}
