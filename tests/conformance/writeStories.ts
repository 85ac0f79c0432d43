/** Main process of Electron: writes the generated stories as PDF and DOCX into the folder it is given, with what their pages have to say. */
import { app } from 'electron'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WRITERS, type WriterInput } from '../../src/exchange/out/writers'
import { lockDownContents } from '../../src/main/lockDown'
import { printPdf } from '../../src/main/print/printPdf'
import { generatedStories } from '../exchange/conformance/generatedStories'
import { pageBlocks } from './pageBlocks'

const FOLDER = process.env['STET_CONFORMANCE_FOLDER'] ?? ''
const ONLY = process.env['STET_CONFORMANCE_ONLY']
const COUNT = Number(process.env['STET_CONFORMANCE_STORIES'] ?? 330)

async function writeAll(): Promise<void> {
  for (const [index, { name, input }] of generatedStories(COUNT).entries()) {
    const at = (ending: string): string => join(FOLDER, `${String(index).padStart(3, '0')}${ending}`)
    const printing: WriterInput = { ...input, print: printPdf }
    await writeFile(at('.pdf'), (await WRITERS.pdf.write(printing)).bytes)
    if (ONLY !== 'pdf') await writeFile(at('.docx'), (await WRITERS.docx.write(input)).bytes)
    const killed = input.dates?.killReason !== undefined
    await writeFile(at('.json'), JSON.stringify({ name, killed, copy: input.story.copy.map(({ text }) => text), blocks: pageBlocks(input) }))
    process.stdout.write('.')
  }
}

lockDownContents()
app.on('window-all-closed', () => undefined)
void app.whenReady().then(writeAll).then(() => app.exit(0), (trouble: unknown) => {
  process.stderr.write(`${trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble)}\n`)
  app.exit(1)
})
