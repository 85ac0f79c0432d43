import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..', '..')

// Three stories of each kind. npm run conformance checks all 330.
test('PDFs of generated stories are valid, hold the words of their stories, and do not name who made them', async () => {
  const judged = promisify(execFile)(
    process.execPath,
    ['tests/conformance/run.mjs', '--only', 'pdf', '--stories', '30'],
    { cwd: root },
  ).catch((trouble: { readonly stdout?: string; readonly message: string }) => ({
    stdout: trouble.stdout || trouble.message,
  }))
  const { stdout } = await judged
  process.stdout.write(stdout)
  expect(stdout.match(/^PDF .*$/gm)?.map((line) => line.replace(/\s+/g, ' '))).toEqual([
    'PDF 30 of 30 qpdf --check',
    'PDF 30 of 30 mutool: the text of the story (right-to-left: its words)',
    'PDF 30 of 30 pdfinfo and XMP: title, language, publisher, date',
  ])
})
