/** Main process of Electron: writes the generated stories as PDF and DOCX into the folder it is given, with what their pages say. */
import { app } from 'electron'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WRITERS, type WriterInput } from '../../src/exchange/out/writers'
import { lockDownContents } from '../../src/main/lockDown'
import { printPdf } from '../../src/main/print/printPdf'
import { generatedStories } from '../exchange/conformance/generatedStories'

const FOLDER = process.env['STET_CONFORMANCE_FOLDER'] ?? ''
const COUNT = Number(process.env['STET_CONFORMANCE_STORIES'] ?? 330)

/** The words that a page shows, without white space between blocks being of meaning. */
const wordsOfPage = (html: string): string => html.replace(/<head>[\s\S]*?<\/head>/, '').replace(/<(?:br|p|h\d|li|td|th|tr|div|footer|header|figcaption|blockquote)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '')
  .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&')

async function writeAll(): Promise<void> {
  for (const [index, { name, input }] of generatedStories(COUNT).entries()) {
    const at = (ending: string): string => join(FOLDER, `${String(index).padStart(3, '0')}${ending}`)
    const printing: WriterInput = { ...input, print: printPdf }
    const { bytes, preview } = await WRITERS.pdf.write(printing)
    await writeFile(at('.pdf'), bytes)
    await writeFile(at('.docx'), (await WRITERS.docx.write(input)).bytes)
    const killed = input.dates?.killReason !== undefined
    const { provider, language } = input.story.fields
    await writeFile(at('.json'), JSON.stringify({ name, killed, page: wordsOfPage(new TextDecoder().decode(preview)), copy: input.story.copy.map(({ text }) => text), provider, language }))
    process.stdout.write('.')
  }
}

lockDownContents()
app.on('window-all-closed', () => undefined)
void app.whenReady().then(writeAll).then(() => app.exit(0), (trouble: unknown) => {
  process.stderr.write(`${trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble)}\n`)
  app.exit(1)
})
