// node scripts/hidden.mjs ARGUMENTS : runs the built app without a window on the screen (the command line prints this way).
import { electronExecutable } from './electron.mjs';
import { flagsForRoot, runWithDisplay } from './display.mjs';
import { root } from './places.mjs';
import { runAsScript } from './say.mjs';

await runAsScript(async () => {
  const { code } = await runWithDisplay(await electronExecutable(), [root, ...flagsForRoot(), ...process.argv.slice(2)], { show: 'stderr' });
  return code;
});
