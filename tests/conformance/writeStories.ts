/** Writes the generated stories as PDF and DOCX into a folder, with what their pages must say. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WRITERS } from '../../src/exchange/export/writers'
import { generatedStories } from '../exchange/conformance/generatedStories'
import { pageBlocks } from './pageBlocks'

const FOLDER = process.env['STET_CONFORMANCE_FOLDER'] ?? ''
const ONLY = process.env['STET_CONFORMANCE_ONLY']
const COUNT = Number(process.env['STET_CONFORMANCE_STORIES'] ?? 330)

for (const [index, { name, input }] of generatedStories(COUNT).entries()) {
  const at = (ending: string): string => join(FOLDER, `${String(index).padStart(3, '0')}${ending}`)
  await writeFile(at('.pdf'), (await WRITERS.pdf.write(input)).bytes)
  if (ONLY !== 'pdf') await writeFile(at('.docx'), (await WRITERS.docx.write(input)).bytes)
  const killed = input.dates?.killReason !== undefined
  await writeFile(
    at('.json'),
    JSON.stringify({ name, killed, copy: input.story.copy.map(({ text }) => text), blocks: pageBlocks(input) }),
  )
  process.stdout.write('.')
}
