// What somebody does with the command line on a day, so that V8 compiles what is needed and nothing else.
'use strict'
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

const STORY = `# Talks end after two hours

The talks ended after **two** hours on *Friday*, the [ministry](https://example.org) said. “We will go on,” Kim said.

## What is next

- 24 percent in June
- first in six years

> A quote.
`

const TEXT_FORMATS = ['ninjs', 'newsml-g2', 'nitf', 'html', 'markdown', 'text']

/** In a library of its own that is gone afterwards. `chunk`: gives a built chunk by its name. */
async function atDesk(chunk, work) {
  const { runCli } = chunk('runCli')
  const desk = mkdtempSync(join(tmpdir(), 'stet-day-'))
  try {
    const environment = { STET_LIBRARY: join(desk, 'library'), STET_USER: 'Reporter', STET_IDS: 'sequential' }
    const stet = async (...args) => {
      let said = ''
      const tell = (text) => {
        said += `${text}\n`
      }
      const code = await runCli([...args, '--json'], environment, { out: tell, err: tell, cwd: desk })
      if (code !== 0) throw new Error(`stet ${args.join(' ')} ended with ${code}: ${said}`)
      return JSON.parse(said)
    }
    writeFileSync(join(desk, 'story.md'), STORY)
    const {
      stories: [{ id }],
    } = await stet('import', 'story.md')
    const out = (...formats) =>
      formats.reduce(
        (before, format) =>
          before.then(() => stet('export', id, '--draft', '--out', `story.${format}`, '--format', format)),
        Promise.resolve(),
      )
    await work({ stet, id, out, path: (name) => join(desk, name) })
  } finally {
    rmSync(desk, { recursive: true, force: true })
  }
}

/** Everything; V8 keeps what it compiled of each chunk in a file. */
const workAFullDay = (chunk) =>
  atDesk(chunk, async ({ stet, id, out, path }) => {
    const { answerReader } = chunk('answerReader')
    const fact = await stet('tag', id, '--text', '24 percent', '--type', 'figure')
    await stet('show', id)
    await stet('untag', id, fact.id, '--reason', 'once more').catch(() => undefined)
    await out(...TEXT_FORMATS, 'docx', 'factsheet', 'pdf')
    const again = ['docx', 'html', 'ninjs', 'nitf', 'newsml-g2'].map((format) => `story.${format}`)
    await stet('import', ...again)
    // In the command line the reader has a thread of its own, with a memory of its own of what was compiled.
    for (const name of ['story.md', ...again])
      await answerReader({ id: 1, as: 'story', name, bytes: new Uint8Array(readFileSync(path(name))) })
    await stet('list')
    await stet('gate', id)
    await stet('search', 'ministry')
  })

module.exports = { workAFullDay }
