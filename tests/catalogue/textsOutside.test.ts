import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { textsOutside } from './textsOutside'

const src = join(import.meta.dirname, '..', '..', 'src')

/** Lists of words that the checks look for, names of places that take the focus, the sample story: data, not texts. */
const DATA =
  /^newsroom\/stories\/sample\/sampleTexts\.ts$|^(?:checks\/detect\/words|checks\/quote\/words)\/|^renderer\/(?:state\/focusPlaces|ui\/focus\/\w+)\.ts$/
/** Names that are the same in every language, and names that nobody reads. */
const NAMES: ReadonlySet<string> = new Set([
  'Stet',
  'Normal',
  'evidence/',
  'ko',
  'legal read',
  // Choices of a message, joints of a query, parts of a file.
  'yes',
  'no',
  'OR',
  'AND',
  '<br/>',
  'manifest.json',
  'sealed.age',
  'version',
  'act',
  '{} pen',
  'changes {}-{}',
  'format {}',
])
/** What a program did wrong, or a file that only Stet reads back. People get the text of a room around it. */
const FAULTS: ReadonlySet<string> = new Set([
  'A list of words names itself: {}',
  'No list of words has the name {}',
  'no transaction',
  'The schema has no hard break.',
  'The schema has no blocks.',
  'The schema has no cells.',
  'This editor was not made by createStoryEditor.',
  'The schema has no fact mark.',
  'The schema has no mark “{}”.',
  'This editor is not bound to a shared document.',
  'The sheet was changed while it was being rendered.',
  'This editor has no undo.',
  'The schema has no rows.',
  'Forms are nested too deeply.',
  'The page has an inline picture.',
  'Words are shown in no font.',
  'A font does not say what a code means.',
  'A font is missing.',
  'A font does not say what its codes mean.',
  'There is a sign that PDF has no use for.',
  'A dictionary has a value without a name.',
  '“{}” is missing.',
  'A string has no end.',
  'A stream does not say its length.',
  'A stream is packed in an unknown way.',
  'The picture is cut short.',
  "an entry of the library's ledger does not count: {}",
  'no recipients, or too many',
  'The reader answered something else for {}.',
  'A file was read and no story came of it.',
  'index.html has no #root',
  'useWindowServices needs a WindowServicesProvider above it',
  '{} of {} bytes were stored',
  'the upload has ended',
  'the disk took no more bytes',
])

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? sources(path) : /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

const inWindow = (source: string): readonly string[] => textsOutside('Sample.tsx', source, true).map(({ text }) => text)
const elsewhere = (source: string): readonly string[] =>
  textsOutside('sample.ts', source, false).map(({ text }) => text)

test('every text for people is in the catalogue', () => {
  const found = sources(src).flatMap((path) => {
    const name = relative(src, path).split(sep).join('/')
    if (DATA.test(name)) return []
    return textsOutside(path, readFileSync(path, 'utf8'), name.startsWith('renderer/'))
      .filter(({ text }) => !NAMES.has(text) && !FAULTS.has(text))
      .map(({ line, text }) => `${name}:${line}: ${text}`)
  })
  expect(found).toEqual([])
})

test('each fault in the list is in the code', () => {
  const all = new Set(
    sources(src).flatMap((path) =>
      textsOutside(path, readFileSync(path, 'utf8'), path.includes(`${sep}renderer${sep}`)).map(({ text }) => text),
    ),
  )
  expect([...FAULTS].filter((text) => !all.has(text))).toEqual([])
})

test.each([
  ['text of an element', 'const A = () => <p>Saved</p>', 'Saved'],
  ['a string in an element', "const A = () => <p>{'saved'}</p>", 'saved'],
  ['a template in an element', 'const A = () => <p>{`${n} facts`}</p>', '{} facts'],
  ['a branch in an element', "const A = () => <p>{n > 1 ? 'facts' : other}</p>", 'facts'],
  ['a name for a screen reader', 'const A = () => <button aria-label="Close" />', 'Close'],
  ['a tooltip', "const A = () => <button title={open ? 'Fold' : undefined} />", 'Fold'],
  ['a placeholder', 'const A = () => <input placeholder={`Find ${what}`} />', 'Find {}'],
  ['an alternative text', 'const A = () => <img alt="map" />', 'map'],
  ['the label of a component', 'const A = () => <TextField label="Slug" />', 'Slug'],
  ['a template', 'const words = `${count} facts are open`', '{} facts are open'],
  ['a joined text', "const words = count + ' facts are open'", 'facts are open'],
  ['a text in a variable', "const hint = 'press the key again'", 'press the key again'],
  ['a notice', "notices.showAlert('Copied')", 'Copied'],
  ['an announcement', "announce('nothing left')", 'nothing left'],
  ['a problem of a form', "setProblem(refused ?? 'Give a reason')", 'Give a reason'],
  ['a value of an option', "const options = [{ value: '', label: 'Unassigned' }]", 'Unassigned'],
  ['an attribute that is set', "node.setAttribute('aria-label', 'Story sheet of the desk')", 'Story sheet of the desk'],
])('%s in the window is found', (_what, source, text) => expect(inWindow(source)).toContain(text))

test.each([
  ['an error of a room', "throw new NewsroomError('refused', 'no one may do that')", 'no one may do that'],
  ['an error of the language', "throw new Error('The story could not be saved.')", 'The story could not be saved.'],
  ['an error without a full stop', 'throw new Error(`cannot open ${path}`)', 'cannot open {}'],
  ['a message', "return { ok: false, message: 'Not now' }", 'Not now'],
  ['a sentence', "const why = late ? 'The embargo runs until noon.' : ''", 'The embargo runs until noon.'],
  ['a raw word in a text', "cliText('note.state', { done: record ? 'approved' : other })", 'approved'],
  ['a list with a word between', "const names = all.join(' and ')", 'and'],
  ['a line of the command line', "print('done with it')", 'done with it'],
  [
    'a sentence in Korean',
    "const why = '엠바고가 아직 끝나지 않았습니다. 기다려 주십시오.'",
    '엠바고가 아직 끝나지 않았습니다. 기다려 주십시오.',
  ],
])('%s outside the window is found', (_what, source, text) => expect(elsewhere(source)).toContain(text))

test('names, keys, selectors, classes and statements are no texts', () => {
  expect(
    inWindow(`
      'use no memo'
      import { x } from 'some module'
      const A = () => <p className="gate-words is-ok" data-tone="to check" id={\`fact \${id}\`}>{windowText('foot.saved')} · {n} %</p>
      document.querySelector('input, textarea, select')
      const key = \`story \${id}\`
      const style = { font: 'inherit' }
    `),
  ).toEqual([])
  expect(
    elsewhere("const sql = 'select n from stories where id = ?'; const file = 'System Volume Information'"),
  ).toEqual([])
})
