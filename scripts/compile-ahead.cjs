// node scripts/compile-ahead.cjs FOLDER : has V8 compile what the command line of the build in FOLDER runs, and keeps that beside it.
// It works as a person would, in a library of its own that is gone afterwards, so that what is kept is what is needed.
'use strict';
const { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

const STORY = `# Talks end after two hours

The talks ended after **two** hours on *Friday*, the [ministry](https://example.org) said. “We will go on,” Kim said.

## What is next

- 24 percent in June
- first in six years

> A quote.
`;

async function workADay(folder) {
  const main = join(resolve(folder), 'main');
  const chunk = (name) => require(join(main, 'chunks', readdirSync(join(main, 'chunks')).find((file) => file.startsWith(`${name}-`))));
  const { CodeCache } = require(join(main, 'codeCache.cjs'));
  const cache = new CodeCache(main);
  const { runCli } = chunk('runCli');
  const { answerReader } = chunk('answerReader');
  const desk = mkdtempSync(join(tmpdir(), 'stet-compile-'));
  try {
    const environment = { STET_LIBRARY: join(desk, 'library'), STET_USER: 'Reporter' };
    const stet = async (...args) => {
      let said = '';
      const tell = (text) => { said += `${text}\n`; };
      const code = await runCli([...args, '--json'], environment, { out: tell, err: tell, cwd: desk });
      if (code !== 0) throw new Error(`stet ${args.join(' ')} ended with ${code}: ${said}`);
      return JSON.parse(said);
    };
    writeFileSync(join(desk, 'story.md'), STORY);
    const { stories: [{ id }] } = await stet('import', 'story.md');
    const fact = await stet('tag', id, '--text', '24 percent', '--type', 'figure');
    await stet('show', id);
    await stet('untag', id, fact.id, '--reason', 'once more').catch(() => undefined);
    const out = (name, ...more) => stet('export', id, '--draft', '--out', name, ...more);
    for (const format of ['ninjs', 'newsml-g2', 'nitf', 'html', 'markdown', 'text', 'docx', 'factsheet']) await out(`story.${format}`, '--format', format);
    const again = ['docx', 'html', 'ninjs', 'nitf', 'newsml-g2'].map((format) => `story.${format}`);
    await stet('import', ...again);
    // In the command line the reader has a thread of its own, with a memory of its own of what was compiled.
    for (const name of ['story.md', ...again]) await answerReader({ id: 1, as: 'story', name, bytes: new Uint8Array(readFileSync(join(desk, name))) });
    await stet('list');
    await stet('gate', id);
    await stet('search', 'ministry');
    cache.keep();
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}

workADay(process.argv[2]).catch((trouble) => {
  process.stderr.write(`${trouble.stack ?? trouble}\n`);
  process.exitCode = 1;
});
