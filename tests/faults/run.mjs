// npm run faults:NAME [-- --runs N --seed S --fresh] : one campaign. It goes on where the last call was stopped.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/places.mjs';
import { runAsScript, say } from '../../scripts/say.mjs';
import { buildPrograms } from './programs.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, seed: { type: 'string', default: '1' }, fresh: { type: 'boolean', default: false }, only: { type: 'string' } },
});

await runAsScript(async () => {
  const [name = ''] = positionals;
  const built = await buildPrograms();
  const scratch = mkdtempSync(join(tmpdir(), `stet-faults-${name}-`));
  try {
    const { campaigns, notebookAt, notebookFolder, tableOf } = await import(pathToFileURL(built.program('campaigns')).href);
    const parts = campaigns[name];
    if (!parts) throw new Error(`There is no campaign “${name}”. There are: ${Object.keys(campaigns).join(', ')}.`);
    const rows = [];
    for (const [part, { run, runs }] of Object.entries(parts)) {
      if (values.only !== undefined && values.only !== part) continue;
      const notebook = notebookAt(join(notebookFolder(root), `${name}-${part}-${values.seed}.json`));
      if (values.fresh) notebook.clear();
      say(`${name}: ${part}`);
      const told = await run({ runs: Number(values.runs ?? runs), seed: Number(values.seed), scratch, program: built.program, root, say, notebook });
      rows.push(...[told].flat());
    }
    process.stdout.write(`\n${tableOf(rows)}\n`);
    return rows.some(({ failed }) => failed) ? 1 : 0;
  } finally {
    built.remove();
    rmSync(scratch, { recursive: true, force: true });
  }
});
