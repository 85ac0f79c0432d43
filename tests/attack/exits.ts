/** What leaves: exports, files, texts for other programs. */
import { unzipSync } from 'fflate'
import type * as Y from 'yjs'
import { safeHref } from '../../src/editor/schema/safeHref'
import type { Block } from '../../src/story/copy/copy'
import { group, type Attempt, type Seen } from './attempt'
import { elementWith, page, picture, table, typed } from './blocks'
import { done, short, Unprepared, type Desk, type Reply } from './driver'

const { named, ours } = group('exits')

const SCAN = 'Then scan the bytes: text, metadata and file name, for every protected name, alias, contact.'
const BLIND = { mutant: 'the leak scan finds nothing' }
const NAME = 'Kim Deep'

interface Deep {
  readonly desk: Desk
  readonly source: string
}

async function deep(desk: Desk, more: Readonly<Record<string, unknown>> = {}): Promise<Deep> {
  const source = await desk.source(NAME, 'person', { protected: true, aliases: ['Deepy', 'KD'], ...more })
  return { desk, source }
}

interface Output {
  readonly bytes: Uint8Array
  readonly fileName: string
}

/** Everything readable in an output, parts of a zip included. */
function readable({ bytes, fileName }: Output): string {
  const text = Buffer.from(bytes).toString('utf8')
  if (!text.startsWith('PK')) return `${fileName}\n${text}`
  return [fileName, ...Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString('utf8'))].join('\n')
}

/** Let through: it was exported, and the name (or its folded form) is in it. */
function holds(reply: Reply, ...words: readonly string[]): Seen {
  if (!reply.ok) return { through: false, seen: short(reply.message) }
  const text = readable(reply.value as Output)
  const found = words.find((word) => text.includes(word))
  return { through: found !== undefined, seen: found === undefined ? 'the name is not in it' : `“${found}” is in it` }
}

/** Chief confirms the name in one place. Then it stands in another, and is exported from there. */
const confirmedElsewhere =
  (copy: readonly Block[], then: (doc: Y.Doc) => void): Attempt['run'] =>
  async (room) => {
    const { desk } = await deep(await room.desk())
    const story = await desk.story('Reporter', copy)
    await desk.must('Chief', 'finding.dismiss', { story, ...(await desk.finding(story, 'sourceProtection')) })
    const before = await desk.ask('Editor', 'story.export', { story, format: 'text', draft: true })
    if (!before.ok) throw new Unprepared(`The confirmation does not hold: ${before.message}`)
    await desk.mustType('Reporter', story, then)
    return holds(await desk.ask('Editor', 'story.export', { story, format: 'text', draft: true }), NAME)
  }

const OCCURRENCE = 'A hit in the copy needs another person’s confirmation for that occurrence.'

ours(
  'A confirmed name in a table stands under another header',
  { spec: OCCURRENCE, proof: { mutant: 'a confirmed name is confirmed under another header' } },
  confirmedElsewhere(page(...table(['Town', 'Attended'], ['Ostrava', NAME])), typed('Attended', 'Whistleblower')),
)

ours(
  'A confirmed sentence with a name is written a second time, under other words',
  { spec: OCCURRENCE, proof: { mutant: 'a confirmed name is confirmed at every place of its sentence' } },
  confirmedElsewhere(
    page('Ten people attended.', `${NAME} was there.`, 'One of them told us.', 'And so it went.'),
    typed('And so it went.', `${NAME} was there.`),
  ),
)

/** Puts an address under “man”. */
function link(doc: Y.Doc, href: string): void {
  const text = elementWith(doc, 'The man').toArray()[0] as Y.XmlText
  text.format(4, 3, { link: { href } })
}

/** A published story with the name somewhere, exported. */
const exported =
  (
    put: (desk: Desk, story: string) => Promise<unknown>,
    options: Readonly<Record<string, unknown>> = {},
    words: readonly string[] = [NAME],
    copy = page('The man waited at the door.'),
  ): Attempt['run'] =>
  async (room) => {
    const { desk } = await deep(await room.desk())
    const story = await desk.story('Reporter', copy)
    await put(desk, story)
    return holds(
      await desk.ask('Editor', 'story.export', { story, format: 'ninjs', draft: true, ...options }),
      ...words,
    )
  }

const set =
  (field: string, value: unknown) =>
  (desk: Desk, story: string): Promise<unknown> =>
    desk.must('Chief', 'story.setField', { story, field, value })
const nothing = (): Promise<void> => Promise.resolve()

for (const [what, field, value, format] of [
  ['a keyword', 'keywords', [NAME], 'ninjs'],
  ['the usage terms', 'usageTerms', `Ask ${NAME}`, 'newsml-g2'],
  ['the note to editors', 'edNote', `Met ${NAME}`, 'nitf'],
  ['the role of a byline', 'byline', [{ name: 'Reporter', role: `with ${NAME}` }], 'html'],
] as const)
  ours(`A protected name leaves in ${what}`, { spec: SCAN, proof: BLIND }, exported(set(field, value), { format }))

ours(
  'A protected name leaves in an alt text',
  { spec: SCAN, proof: BLIND },
  exported(nothing, { format: 'html' }, [NAME], page('A graf.', picture('The door.', { alt: `${NAME} at the door` }))),
)

ours(
  'A protected name leaves in the address of a link',
  { spec: SCAN, proof: BLIND },
  exported(
    (desk, story) => desk.mustType('Reporter', story, (doc) => link(doc, 'https://example.org/?who=Kim%20Deep')),
    { format: 'html' },
    ['Kim%20Deep', NAME],
  ),
)

ours(
  'A protected name leaves in the host of a link, which Stet writes in Punycode',
  { spec: SCAN, proof: { mutant: 'an address is read as it is written' } },
  exported(
    async (desk, story) => {
      await desk.source('김민지', 'person', { protected: true })
      await desk.mustType('Reporter', story, (doc) => link(doc, safeHref('https://김민지.kr') ?? ''))
    },
    { format: 'html' },
    ['xn--4k0bm4xcwk'],
  ),
)

ours(
  'A protected name leaves in the file name that a person chose',
  { spec: SCAN, proof: BLIND },
  exported(nothing, { saveAs: 'Kim Deep.json' }, [NAME, 'The man']),
)
ours(
  'A protected name leaves through the pattern of the file name',
  { spec: SCAN, proof: BLIND },
  exported(set('slug', 'kim deep'), { format: 'text', fileNamePattern: '{slug}' }, [
    'kim-deep',
    'kim deep',
    'kim_deep',
  ]),
)

for (const [what, written] of [
  ['accents', 'Kïm Déép'],
  ['wide letters', 'Ｋｉｍ Ｄｅｅｐ'],
  ['soft hyphens', 'Kim De\u00ADep'],
  ['zero-width characters', 'Ki\u200Bm De\u2060ep'],
  ['a no-break space', 'Kim\u00A0Deep'],
  ['capitals', 'KIM DEEP'],
] as const)
  (what === 'accents' ? ours : ours)(
    `A protected name is written with ${what}`,
    { spec: SCAN, proof: BLIND },
    exported(nothing, { format: 'text' }, ['waited'], page(`${written} waited at the door.`)),
  )

ours(
  'A protected name is broken by a line',
  { spec: SCAN, proof: BLIND },
  exported(nothing, { format: 'html' }, ['waited'], page('The man, Kim\nDeep, waited at the door.')),
)
ours(
  'A short alias stands alone in the copy',
  { spec: 'Latin aliases under four letters match as whole tokens with case.', proof: BLIND },
  exported(nothing, { format: 'text' }, ['KD'], page('They call him KD at the door.')),
)
ours('The telephone number of a protected source leaves', { spec: SCAN, proof: BLIND }, async (room) => {
  const { desk } = await deep(await room.desk(), { contact: '+82 10-1234-5678' })
  const story = await desk.story('Reporter', page('Call +82 10 1234 5678 for more.'))
  return holds(await desk.ask('Editor', 'story.export', { story, format: 'text', draft: true }), '1234')
})

ours('A protected name leaves in a comment of a Word file', { spec: SCAN, proof: BLIND }, async (room) => {
  const { desk } = await deep(await room.desk())
  const story = await desk.story('Reporter', page('The man waited.'))
  await desk.must('Checker', 'comment.add', { story, text: `Was it ${NAME}?`, on: 'The man' })
  return holds(
    await desk.ask('Editor', 'story.export', { story, format: 'docx', draft: true, include: ['comments'] }),
    NAME,
  )
})

ours('A protected name leaves in a proposed deletion of a Word file', { spec: SCAN, proof: BLIND }, async (room) => {
  const { desk } = await deep(await room.desk())
  const story = await desk.story('Reporter', page('The man waited.'))
  await desk.must('Checker', 'suggestion.propose', { story, replace: 'The man', with: NAME })
  return holds(
    await desk.ask('Editor', 'story.export', { story, format: 'docx', draft: true, include: ['suggestions'] }),
    NAME,
  )
})

ours(
  'Comments leave in a Word file that nobody asked for',
  { spec: 'Facts, comments, suggestions only where the user chose it.', proof: { mutant: 'comments leave always' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The man waited.'))
    await desk.must('Checker', 'comment.add', { story, text: 'Is this libel?', on: 'The man' })
    return holds(await desk.ask('Editor', 'story.export', { story, format: 'docx', draft: true }), 'Is this libel?')
  },
)

ours(
  'Comments are asked of a format for readers',
  { spec: 'Comments only where the format asks for them.', proof: { mutant: 'any format takes comments' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The man waited.'))
    await desk.must('Checker', 'comment.add', { story, text: 'Is this libel?', on: 'The man' })
    return done(await desk.ask('Editor', 'story.export', { story, format: 'html', draft: true, include: ['comments'] }))
  },
)

ours(
  'A protected name stands in the history that is exported',
  { spec: SCAN, proof: { mutant: 'the leak scan finds nothing' } },
  async (room) => {
    const { desk } = await deep(await room.desk())
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.mustSign('Editor', story, fact, 'queried', { reason: `Did ${NAME} say so?` })
    const reply = await desk.ask('Guest', 'story.exportHistory', { story })
    const text = JSON.stringify(reply)
    return { through: text.includes(NAME), seen: text.includes(NAME) ? 'the name is in it' : 'sealed' }
  },
)

ours(
  'A history is saved under a protected name',
  { spec: SCAN, proof: { mutant: 'a name that a person types for a history is not scanned' } },
  async (room) => {
    const { desk } = await deep(await room.desk())
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    return done(await desk.ask('Reporter', 'story.exportHistory', { story, saveAs: `history ${NAME}.json` }))
  },
)

ours(
  'A protected name stands in the numbered queries for a message',
  { spec: SCAN, proof: { mutant: 'the leak scan finds nothing' } },
  async (room) => {
    const { desk } = await deep(await room.desk())
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.mustSign('Editor', story, fact, 'queried', { reason: `Did ${NAME} say so?` })
    const text = JSON.stringify(await desk.ask('Guest', 'query.list', { story }))
    return { through: text.includes(NAME), seen: text.includes(NAME) ? 'the name is in it' : 'sealed' }
  },
)

ours(
  'A protected source is named in the fact sheet',
  { spec: 'Logs and papers say “Source A”.', proof: BLIND },
  async (room) => {
    const { desk, source } = await deep(await room.desk())
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.must('Editor', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source, locator: `${NAME}, 2026-10-29, phone`, stance: 'supports' },
    })
    return holds(await desk.ask('Editor', 'story.export', { story, format: 'factsheet', edition: 'internal' }), NAME)
  },
)

ours(
  'A protected name lies in the ledger in plain',
  {
    spec: 'No view, ledger or bundle holds a protected name or its plain hash.',
    proof: { mutant: 'the leak scan finds nothing' },
  },
  async (room) => {
    const desk = await room.library()
    const { source } = await deep(desk)
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.mustSign('Editor', story, fact, 'verified', {
      evidence: { source, locator: `${NAME}, 2026-10-29, phone`, stance: 'supports' },
      reason: `${NAME} told me`,
    })
    const text = JSON.stringify(await desk.history(story))
    return { through: text.includes(NAME), seen: text.includes(NAME) ? 'the name is in it' : 'sealed' }
  },
)

ours(
  'A protected name lies in the ledger in an address as browsers copy it',
  {
    spec: 'No view, ledger or bundle holds a protected name or its plain hash.',
    proof: { mutant: 'an address is read as it is written' },
  },
  async (room) => {
    const desk = await room.library()
    await desk.source('김민지', 'person', { protected: true })
    const source = await desk.source('A blog')
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    const locator = `https://blog.example/${encodeURIComponent('김민지')}, 2026-10-29`
    await desk.mustSign('Editor', story, fact, 'verified', { evidence: { source, locator, stance: 'supports' } })
    const text = decodeURIComponent(JSON.stringify(await desk.history(story)))
    return { through: text.includes('김민지'), seen: text.includes('김민지') ? 'the name is in it' : 'sealed' }
  },
)

ours(
  'A finding of “wrong” in published copy, and the export is repeated',
  { spec: 'Publish, public export: all of clear.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    const fact = await desk.tag('Reporter', story, '100', 'figure')
    await desk.verify(story, fact)
    await desk.published(story)
    const { entry } = await desk.must<{ entry: number }>('Editor', 'story.export', { story, format: 'html' })
    await desk.mustSign('Chief', story, fact, 'wrong', { reason: 'no', evidence: null })
    return done(await desk.ask('Producer', 'story.exportAgain', { story, entry }))
  },
)

ours(
  'A reporter merges an own source into a protected one, whose meeting place then leaves',
  { spec: SCAN },
  async (room) => {
    const place = 'Café Lido, Tuesdays'
    const { desk, source: into } = await deep(await room.desk(), { contact: place })
    const story = await desk.story('Reporter', page(`They met at ${place}.`))
    const before = await desk.ask('Editor', 'story.export', { story, format: 'text', draft: true })
    if (before.ok) throw new Unprepared('The meeting place leaves before the merge.')
    const own = { name: 'The aide', kind: 'person', contact: 'x@y.org' }
    const { id: source } = await desk.must<{ id: string }>('Reporter', 'source.add', own)
    await desk.ask('Reporter', 'source.merge', { source, into })
    return holds(await desk.ask('Editor', 'story.export', { story, format: 'text', draft: true }), place)
  },
)

ours(
  'A source is protected after an export, and the export is repeated',
  { spec: SCAN, proof: BLIND },
  async (room) => {
    const desk = await room.desk()
    const source = await desk.source(NAME, 'person')
    const story = await desk.story('Reporter', page(`The man was ${NAME}.`))
    await desk.published(story)
    const { entry } = await desk.must<{ entry: number }>('Editor', 'story.export', { story, format: 'html' })
    await desk.must('Chief', 'source.edit', { source, protected: true })
    return holds(await desk.ask('Producer', 'story.exportAgain', { story, entry }), NAME)
  },
)

/** An export that holds a confirmed name, then a change, then the same export again. */
const confirmedOnce =
  (then: (desk: Desk, story: string, finding: Readonly<Record<string, unknown>>) => Promise<unknown>): Attempt['run'] =>
  async (room) => {
    const { desk } = await deep(await room.desk())
    const story = await desk.story('Reporter', page(`The man was ${NAME}.`))
    const finding = await desk.finding(story, 'sourceProtection')
    await desk.must('Chief', 'finding.dismiss', { story, ...finding })
    const { entry } = await desk.must<{ entry: number }>('Editor', 'story.export', {
      story,
      format: 'html',
      draft: true,
    })
    await desk.must('Producer', 'story.exportAgain', { story, entry })
    await then(desk, story, { rule: finding.rule, key: finding.key })
    return holds(await desk.ask('Producer', 'story.exportAgain', { story, entry }), NAME)
  }

ours(
  'A confirmation of a name is taken back, and the export is repeated',
  { spec: SCAN, proof: { mutant: 'a name is exported again whose confirmation was taken back' } },
  confirmedOnce((desk, story, finding) => desk.must('Chief', 'finding.undismiss', { story, findings: [finding] })),
)

ours(
  'Who confirmed a name becomes an author, and the export is repeated',
  { spec: SCAN, proof: { mutant: 'a name is exported again whose confirmer became an author' } },
  confirmedOnce((desk, story) => desk.must('Editor', 'story.setField', { story, field: 'byline', value: 'Chief' })),
)

ours(
  'A killed story is exported again with its body',
  { spec: 'Kill: the body is never exported.', proof: { mutant: 'the body of a killed story leaves' } },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.published(story)
    await desk.must('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong' })
    const seen: Seen[] = []
    for (const format of ['ninjs', 'nitf', 'html', 'text', 'markdown'])
      seen.push(holds(await desk.ask('Editor', 'story.export', { story, format }), 'The council met and rose.'))
    return seen.find(({ through }) => through) ?? seen[0] ?? { through: false, seen: '' }
  },
)

ours('A kill text names a protected source', { spec: 'Kill: leak scan.', proof: BLIND }, async (room) => {
  const { desk } = await deep(await room.desk())
  const story = await desk.story('Reporter', page('The council met and rose.'))
  await desk.published(story)
  const killed = await desk.ask('Editor', 'story.move', { story, to: 'killed', reason: `${NAME} took it back` })
  if (!killed.ok) return done(killed)
  return holds(await desk.ask('Editor', 'story.export', { story, format: 'ninjs' }), NAME)
})

ours('A kill names a source in headline and slug', { spec: 'Kill: leak scan.', proof: BLIND }, async (room) => {
  const desk = await room.desk()
  const story = await desk.story('Reporter', page('The council met and rose.'))
  await desk.must('Reporter', 'copy.replace', { story, replace: 'Council meets', with: `${NAME} leaves the council` })
  await desk.must('Reporter', 'story.setField', { story, field: 'slug', value: 'kim-deep' })
  await desk.published(story)
  // By mistake: the source is protected since.
  await deep(desk)
  await desk.must('Editor', 'story.move', { story, to: 'killed', reason: 'Named by mistake' })
  const seen: Seen[] = []
  for (const format of ['ninjs', 'newsml-g2', 'nitf', 'html', 'text', 'markdown', 'docx', 'pdf']) {
    const reply = await desk.ask('Editor', 'story.export', { story, format })
    // The kill must leave: a refusal holds nothing.
    if (!reply.ok) throw new Unprepared(`The kill does not leave as ${format}: ${reply.message}`)
    seen.push(holds(reply, NAME, 'kim-deep'))
  }
  return seen.find(({ through }) => through) ?? seen[0] ?? { through: false, seen: '' }
})

ours(
  'A format without a field for it leaves under an embargo',
  {
    spec: 'Embargo: formats without an embargo field are held.',
    proof: { mutant: 'every format has an embargo field' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.must('Chief', 'story.setField', { story, field: 'embargo', value: '2026-12-01T06:00:00+09:00' })
    await desk.published(story)
    return done(await desk.ask('Editor', 'story.export', { story, format: 'html' }))
  },
)

ours(
  'Copy that changed since publishing leaves for readers',
  {
    spec: 'Publish, public export: copy hash = cleared hash.',
    proof: { mutant: 'what nobody cleared leaves' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.published(story)
    await desk.mustType('Reporter', story, typed('rose', 'fell'))
    return done(await desk.ask('Editor', 'story.export', { story, format: 'html' }))
  },
)

ours(
  'A story in review leaves as if it were published',
  {
    spec: 'Publish, public export: copy hash = cleared hash.',
    proof: { mutant: 'what nobody cleared leaves' },
  },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('The council met and rose.'))
    await desk.inReview(story)
    return done(await desk.ask('Editor', 'story.export', { story, format: 'ninjs' }))
  },
)

ours(
  'An uncleared story leaves for readers by a person without a role',
  { spec: 'Gate: an editor may override.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It cost 100 won.'))
    await desk.inReview(story)
    const looked = await desk.lookAtDoor(story, 'publish')
    return done(await desk.ask('Guest', 'story.export', { story, format: 'ninjs', override: 'it is fine', ...looked }))
  },
)

ours(
  'A protected name stands in two cells of a row',
  { spec: SCAN, proof: BLIND },
  exported(
    nothing,
    { format: 'text' },
    ['waited'],
    page('Kim Deep waited.', ...table(['Name', 'Place'], ['Kim Deep', 'Door'])),
  ),
)

ours(
  'A direction override is in the copy, and the copy is exported',
  { spec: 'Rule 2: one that is there blocks clearing and exports.' },
  async (room) => {
    const desk = await room.desk()
    const story = await desk.story('Reporter', page('It killed \u202E54\u202C people.'))
    return holds(await desk.ask('Editor', 'story.export', { story, format: 'text', draft: true }), '\u202E')
  },
)

const CLIPBOARD = 'Text leaving by the clipboard passes the projection and the leak scan; a protected name asks first.'

for (const [what, kind] of [
  ['Words of the sheet are copied', 'copy'],
  ['Words of the sheet are cut', 'cut'],
  ['Words of the sheet are dragged to another program', 'dragstart'],
] as const)
  (kind === 'copy' ? named : ours)(`${what} with a protected name`, { spec: CLIPBOARD }, async (room) => {
    const { takeOut } = await import('./clipboard')
    const { desk } = await deep(await room.desk())
    const story = await desk.story('Reporter', page(`The man was ${NAME}.`))
    return takeOut(desk, story, kind, NAME)
  })

ours('A link of the sheet is copied whose address names a protected source', { spec: CLIPBOARD }, async (room) => {
  const { takeOut } = await import('./clipboard')
  const { desk } = await deep(await room.desk())
  const story = await desk.story('Reporter', page('The man waited.'))
  await desk.mustType('Reporter', story, (doc) => link(doc, 'https://example.org/?who=Kim%20Deep'))
  return takeOut(desk, story, 'copy', 'Kim%20Deep')
})

ours('Numbered queries are copied with a protected name', { spec: CLIPBOARD }, async (room) => {
  const { copyText } = await import('./clipboard')
  const { desk } = await deep(await room.desk())
  const story = await desk.story('Reporter', page(`The man was ${NAME}, they say.`))
  const fact = await desk.tag('Reporter', story, NAME, 'name')
  await desk.mustSign('Editor', story, fact, 'queried', { reason: 'Is that him?' })
  const { text } = await desk.must<{ text: string }>('Reporter', 'query.list', { story })
  return copyText(desk, story, text, NAME)
})
