/**
 * Every rule of the gate, by keyboard alone: it blocks (or warns, where it never blocks) once in the Checks of the
 * editor's window, and is then satisfied, dismissed or overridden. On the Busan story, with a reporter, an editor and a
 * person with the legal role at a window each.
 */
import { graveFindings } from '../axe'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RULES, type RuleId } from '../../../src/story/assessment/finding'
import { pngOf } from '../../builders/files/pictures'
import { expect, test } from '../fixtures'
import { busanDesk, type BusanDesk } from '../pages/busanDesk'
import { SuggestionsPanel } from '../pages/suggestionsPanel'
import type { Backup, Seat } from '../pages/seat'
import { factRow } from '../pages/factsPanel'
import { ReviewRoom } from '../pages/reviewRoom'
import { embargoInWords } from '../pages/stetWindow'
import { chosenIn } from '../pages/options'

interface Raised {
  readonly rule: RuleId
  /** Words of the finding. */
  readonly says: string
  /** This rule warns, and never blocks such words. */
  readonly warns?: true
  readonly settle: (desk: BusanDesk) => Promise<void>
}
interface Scene {
  readonly name: string
  readonly raise: (desk: BusanDesk) => Promise<void>
  readonly findings: readonly Raised[]
}

const MANIFEST: Backup = { source: 'Manifest', locator: 'p. 1' }
const NEW_MANIFEST: Backup = { ...MANIFEST, kind: 'Document' }

const TRANSCRIPT =
  'MAYOR: I do not think we will raise fares.\n\nHARBOUR MASTER: We are ready.\n\nPILOT: We are ready.\n'

const STATEMENTS: readonly Scene[] = [
  {
    name: 'statements without a tag, and a TK',
    raise: ({ reporter }) =>
      reporter.write('Kim Min-jun called it “a new page” after 90 minutes, the biggest deal in Asia, TK.'),
    findings: [
      {
        rule: 'untaggedQuote',
        says: 'a new page',
        settle: ({ editor }) => editor.override('untaggedQuote', 'a new page', 'On tape.'),
      },
      {
        rule: 'untaggedFigure',
        says: '90 minutes',
        settle: ({ editor }) => editor.dismiss('untaggedFigure', '90 minutes'),
      },
      {
        rule: 'untaggedSuperlative',
        says: 'biggest',
        settle: ({ editor }) => editor.dismiss('untaggedSuperlative', 'biggest'),
      },
      {
        rule: 'untaggedName',
        says: 'Kim Min-jun',
        warns: true,
        settle: ({ editor }) => editor.dismiss('untaggedName', 'Kim Min-jun'),
      },
      { rule: 'openTk', says: 'TK', settle: ({ editor }) => editor.dismiss('openTk', 'TK', 'Not a TK') },
    ],
  },
  {
    name: 'a line for the desk in the copy',
    raise: ({ reporter }) => reporter.write('Eds: hold for art.'),
    findings: [
      { rule: 'deskLine', says: 'Eds', warns: true, settle: ({ editor }) => editor.dismiss('deskLine', 'Eds') },
    ],
  },
  {
    name: 'a sentence in a language without word tables',
    raise: ({ reporter }) => reporter.write('O ministro disse que não há mais dinheiro para as obras do aeroporto.'),
    findings: [
      {
        rule: 'unreadLanguage',
        says: 'O ministro',
        warns: true,
        settle: ({ editor }) => editor.dismiss('unreadLanguage', 'O ministro'),
      },
    ],
  },
  {
    name: 'a figure that nobody checked',
    raise: async ({ reporter }) => {
      await reporter.write('The ferry carried 300 people home.')
      await reporter.tag('300 people', 'f')
    },
    findings: [
      { rule: 'factStatus', says: '300 people', settle: ({ editor }) => editor.verify('300 people', NEW_MANIFEST) },
    ],
  },
  {
    name: 'a “not” in the sentence of a verified figure',
    raise: async ({ reporter }) => {
      await reporter.stet.caretBefore('carried 300')
      await reporter.page.keyboard.type('never ')
    },
    findings: [
      {
        rule: 'context',
        says: '300 people',
        settle: ({ editor }) =>
          editor.review('300 people', async (row) => {
            await editor.press('c')
            await expect(factRow(row).status).toHaveText('Verified')
          }),
      },
    ],
  },
  {
    name: 'a hole in a tag',
    raise: async ({ reporter }) => {
      await reporter.stet.caretAfter('carried 300', 0)
      await reporter.stet.pasteText(' or so')
    },
    findings: [
      {
        rule: 'hole',
        says: '300',
        settle: async ({ reporter }) => {
          await reporter.take('300')
          await reporter.command('Repair the tag')
        },
      },
    ],
  },
  {
    name: 'a fact cut while its words stand',
    raise: async ({ reporter, editor }) => {
      await reporter.write('They sailed 12 miles.')
      await reporter.tag('12 miles', 'f')
      await editor.verify('12 miles', MANIFEST)
      await reporter.stet.select('12 miles')
      await reporter.press('Delete')
      await reporter.page.keyboard.insertText('12 miles')
    },
    findings: [
      {
        rule: 'factLeftStanding',
        says: '12 miles',
        settle: async ({ reporter }) => {
          const row = await reporter.take('12 miles')
          const again = row.getByRole('button', { name: 'Tag again' })
          await expect(again).toBeEnabled()
          await again.press('Enter')
        },
      },
    ],
  },
  {
    name: 'quotes against a transcript',
    raise: async ({ reporter, scratch }) => {
      await writeFile(join(scratch, 'hearing.txt'), TRANSCRIPT)
      await reporter.write(
        '“We are ready,” it was said. The mayor said “we will raise fares” and spoke of “a golden era”.',
      )
      for (const [index, words] of ['“we will raise fares”', '“We are ready,”', '“a golden era”'].entries()) {
        await reporter.tag(words, 'q')
        await reporter.take(words)
        await reporter.attach({
          source: 'Hearing',
          ...(index === 0 ? { kind: 'Image, audio or video' } : {}),
          locator: '0:01',
          file: join(scratch, 'hearing.txt'),
        })
      }
    },
    findings: [
      {
        rule: 'quoteCut',
        says: 'we will raise fares',
        settle: async ({ editor }) => {
          const row = await editor.take('“we will raise fares”')
          await row.getByRole('button', { name: 'Accept the cut' }).press('Enter')
        },
      },
      {
        rule: 'quoteSpeaker',
        says: 'We are ready',
        warns: true,
        settle: ({ reporter }) =>
          reporter.review('“We are ready,”', async () => {
            await reporter.press('n')
            const { question } = new ReviewRoom(reporter.page)
            await reporter.fill(question.getByLabel('Speaker'), 'Pilot')
            await reporter.press('Enter')
            await expect(question).toHaveCount(0)
          }),
      },
      {
        rule: 'quoteDiffers',
        says: 'a golden era',
        settle: ({ editor }) => editor.override('quoteDiffers', 'a golden era', 'Heard by two of us.'),
      },
    ],
  },
  {
    name: 'a translation without a second reader',
    raise: async ({ reporter }) => {
      await reporter.write('The pilot promised “a new dawn”.')
      await reporter.tag('“a new dawn”', 'q')
      await reporter.take('“a new dawn”')
      await reporter.command('Translation…')
      const form = reporter.dialog('Translation')
      await reporter.fill(form.getByLabel('Original words'), '새 새벽')
      await reporter.fill(form.getByLabel('Language'), 'ko')
      await reporter.press('Enter')
      await expect(form).toBeHidden()
    },
    findings: [
      {
        rule: 'translation',
        says: 'a new dawn',
        settle: async ({ editor }) => {
          await editor.take('“a new dawn”')
          await editor.command('Translation…')
          const form = editor.dialog('Translation')
          await form.getByLabel('I have compared it').press('Space')
          await form.getByRole('button', { name: 'Save' }).press('Enter')
          await expect(form).toBeHidden()
        },
      },
    ],
  },
  {
    name: 'another sentence beside a verified quote',
    raise: async ({ reporter, editor }) => {
      await reporter.write('The pilot spoke first. “We sail tonight,” he said.')
      await reporter.tag('“We sail tonight,”', 'q')
      await editor.verify('“We sail tonight,”', MANIFEST)
      await reporter.stet.select('The pilot spoke')
      await reporter.page.keyboard.type('The cook spoke')
    },
    findings: [
      {
        rule: 'context',
        says: 'We sail tonight',
        settle: ({ editor }) =>
          editor.review('“We sail tonight,”', async (row) => {
            await editor.press('c')
            await expect(factRow(row).status).toHaveText('Verified')
          }),
      },
    ],
  },
  {
    name: 'another graf before a verified quote',
    raise: async ({ reporter, editor }) => {
      await reporter.write('The owner stood by.')
      await reporter.write('“Nobody asked us,” he said.')
      await reporter.tag('“Nobody asked us,”', 'q')
      await editor.verify('“Nobody asked us,”', MANIFEST)
      await reporter.stet.select('The owner stood')
      await reporter.page.keyboard.type('The pilot stood')
    },
    findings: [
      {
        rule: 'precedingSentence',
        says: 'Nobody asked us',
        warns: true,
        settle: ({ editor }) => editor.dismiss('precedingSentence', 'Nobody asked us'),
      },
    ],
  },
  {
    name: 'a figure that was worked out otherwise',
    raise: async ({ reporter }) => {
      await reporter.write('The crossing took 95 minutes.')
      await reporter.tag('95 minutes', 'f')
      await reporter.take('95 minutes')
      await reporter.command('Calculation…')
      const form = reporter.dialog('Calculation')
      await reporter.fill(form.getByRole('group', { name: 'a', exact: true }).getByLabel('Value'), '11:01')
      await reporter.fill(form.getByRole('group', { name: 'b', exact: true }).getByLabel('Value'), '12:41')
      await reporter.press('Enter')
      await expect(form).toBeHidden()
    },
    findings: [
      {
        rule: 'derivedFigure',
        says: '95 minutes',
        settle: async ({ reporter }) => {
          await reporter.stet.select('95 minutes')
          await reporter.page.keyboard.type('100 minutes')
        },
      },
    ],
  },
  {
    name: 'two values for one statement',
    raise: async ({ reporter }) => {
      await reporter.write('A crew of 20 sailed; the owner counted 21.')
      for (const figure of ['20', '21']) {
        await reporter.tag(figure, 'f')
        await reporter.review(figure, async (row) => {
          await reporter.press('n')
          const { question } = new ReviewRoom(reporter.page)
          await reporter.fill(question.getByLabel('What it claims, in one sentence'), 'So many were on board.')
          await reporter.press('Enter')
          await expect(row).toContainText('So many were on board.')
        })
      }
    },
    findings: [{ rule: 'echo', says: '21', settle: ({ editor }) => editor.override('echo', '21', 'Both are said.') }],
  },
]

/** Resolves when the editor's window shows the reporter's words and its lists are up to date. */
const abreast = async ({ reporter, editor }: BusanDesk): Promise<void> => {
  await reporter.stet.settled()
  const grafs = (seat: Seat): Promise<string[]> => seat.stet.sheet.blocks.allTextContents()
  await expect
    .poll(async () => JSON.stringify(await grafs(editor)) === JSON.stringify(await grafs(reporter)))
    .toBe(true)
  await expect(editor.page.getByRole('region', { name: 'Checks' })).toHaveAttribute('aria-busy', 'false')
}

const walk = async (desk: BusanDesk, scenes: readonly Scene[]): Promise<void> => {
  for (const { name, raise, findings } of scenes) {
    await test.step(name, async () => {
      await raise(desk)
      await desk.editor.press('Control+2')
      await abreast(desk)
      for (const { rule, says, warns } of findings) {
        const found = desk.editor.checks.finding(rule, says).first()
        await desk.editor.checks.unfoldUntil((soon) =>
          expect(found, `${rule} is raised`).toHaveAttribute('data-severity', warns ? 'warn' : 'block', soon),
        )
      }
      for (const { rule, says, settle } of findings) {
        await settle(desk)
        await desk.editor.press('Control+2')
        await desk.editor.checks.unfold()
        await expect(desk.editor.checks.finding(rule, says), `${rule} is settled`).toHaveCount(0)
      }
      desk.lap(name)
    })
  }
}

test('each rule about the copy blocks, and its finding can be settled', async ({ newsroom }) => {
  await walk(await busanDesk(newsroom, [['Editor', 'editor']]), STATEMENTS)
})

const graf =
  (text: string, ...tags: readonly (readonly [words: string, letter: string, backup?: Backup])[]) =>
  async ({ reporter }: BusanDesk): Promise<void> => {
    await reporter.write(text)
    for (const [words, letter, backup] of tags) {
      await reporter.tag(words, letter)
      if (!backup) continue
      await reporter.take(words)
      await reporter.attach(backup)
    }
  }

const legalReads = async ({ third: legal }: BusanDesk, was: string): Promise<void> => {
  await legal.press('Control+6')
  await expect(chosenIn(legal.page.getByRole('region', { name: 'Fields' }).getByLabel('Legal read'))).toHaveText(was)
  await legal.setField('Legal read', 'Complete')
}

/** Settings are an editor's. */
const deskOfOne = async ({ editor, reporter }: BusanDesk, on: boolean): Promise<void> => {
  await editor.command('Rules for clearing')
  const box = editor.dialog().getByRole('checkbox', { name: 'One-person desk' })
  await box.press('Space')
  await expect(box).toBeChecked({ checked: on })
  await editor.press('Escape')
  await expect(editor.dialog()).toHaveCount(0)
  await expect(reporter.page.getByRole('banner').getByText(/one-person desk/i)).toHaveCount(on ? 1 : 0)
}

const SOURCES_AND_DESK: readonly Scene[] = [
  {
    name: 'only off the record',
    raise: graf('The deal is dead.', [
      'deal is dead',
      'e',
      { source: 'Tugman', kind: 'Person', rules: 'Off the record', locator: '30 Oct, quay' },
    ]),
    findings: [
      {
        rule: 'offTheRecord',
        says: 'deal is dead',
        settle: async ({ editor }) => {
          await editor.take('deal is dead')
          await editor.attach(NEW_MANIFEST)
        },
      },
    ],
  },
  {
    name: 'a quote on deep background',
    raise: graf('Officials fear “a long winter”.', [
      '“a long winter”',
      'q',
      { source: 'Aide', kind: 'Person', rules: 'Deep background', locator: '30 Oct, phone' },
    ]),
    findings: [
      {
        rule: 'groundRules',
        says: 'a long winter',
        settle: ({ editor }) => editor.override('groundRules', 'a long winter', 'Agreed anew this morning.'),
      },
    ],
  },
  {
    name: 'another outlet alone',
    raise: graf('There were 40 tugs.', [
      '40 tugs',
      'f',
      { source: 'Busan Post', kind: 'Another outlet', locator: 'https://example.org 30 Oct' },
    ]),
    findings: [
      {
        rule: 'otherOutlet',
        says: '40 tugs',
        settle: async ({ reporter }) => {
          await reporter.stet.caretAfter('There were 40 tugs', 0)
          await reporter.page.keyboard.type(', the Busan Post said')
        },
      },
    ],
  },
  {
    name: 'an allegation',
    raise: graf('The line hid the accident.', ['hid the accident', 'a', MANIFEST]),
    findings: [
      {
        rule: 'allegationBacking',
        says: 'hid the accident',
        settle: async ({ editor }) => {
          await editor.take('hid the accident')
          await editor.attach({ source: 'Port captain', kind: 'Person', locator: '30 Oct, phone' })
        },
      },
      {
        rule: 'responseSought',
        says: 'No response was sought',
        settle: async ({ reporter }) => {
          const row = await reporter.take('hid the accident')
          await row.getByRole('button', { name: 'Note a response…' }).press('Enter')
          const form = row.getByRole('form', { name: 'Response sought' })
          for (const [label, text] of [
            ['Who was asked', 'The line'],
            ['How', 'by phone'],
            ['When', '30 Oct, 11:05 KST'],
            ['Reply', 'Declined to comment'],
          ] as const)
            await reporter.fill(form.getByLabel(label, { exact: true }), text)
          await reporter.press('Enter')
          await expect(form).toBeHidden()
        },
      },
      { rule: 'needsLegal', says: 'hid the accident', settle: (desk) => legalReads(desk, 'Required') },
    ],
  },
  {
    name: 'a graf that legal read, changed',
    raise: async ({ reporter }) => {
      await reporter.stet.select('The line hid')
      await reporter.page.keyboard.type('The ferry line hid')
    },
    findings: [{ rule: 'legalChanged', says: 'after legal read them', settle: (desk) => legalReads(desk, 'Required') }],
  },
  {
    name: 'one person’s own check',
    raise: async (desk) => {
      await desk.reporter.write('It rained 9 days.')
      await desk.reporter.tag('9 days', 'f')
      await deskOfOne(desk, true)
      await desk.reporter.verify('9 days', MANIFEST)
      await deskOfOne(desk, false)
    },
    findings: [
      {
        rule: 'selfChecked',
        says: '9 days',
        warns: true,
        // Evidence that only the author brought, without a file, supports no more than the author's word.
        settle: async ({ editor }) => {
          await editor.take('9 days')
          await editor.attach({ source: 'Weather office', kind: 'Document', locator: 'p. 2' })
          await editor.verify('9 days')
        },
      },
    ],
  },
  {
    name: 'a protected name in the copy',
    raise: async ({ reporter }) => {
      await reporter.press('Control+4')
      const sources = reporter.page.getByRole('region', { name: 'Sources' })
      await sources.getByRole('button', { name: 'Add source' }).first().press('Enter')
      const form = sources.getByRole('form', { name: 'New source' })
      await reporter.fill(form.getByLabel('Name', { exact: true }), 'Olena Kovalchuk')
      await form.getByRole('checkbox', { name: 'Protected' }).press('Space')
      await form.getByLabel('Name', { exact: true }).press('Enter')
      await expect(form).toBeHidden()
      await reporter.write('Among them was Olena Kovalchuk.')
    },
    findings: [
      {
        rule: 'sourceProtection',
        says: '',
        settle: ({ editor }) => editor.dismiss('sourceProtection', '', 'Allow here'),
      },
    ],
  },
  {
    name: 'a comment that must be fixed',
    raise: async ({ editor }) => {
      await editor.stet.select('It rained 9 days')
      await editor.press('Control+Alt+m')
      const form = editor.page.getByRole('form', { name: 'New comment' })
      await expect(form.getByLabel('Comment', { exact: true })).toBeFocused()
      await editor.page.keyboard.insertText('Where?')
      await form.getByRole('checkbox', { name: 'Must be fixed' }).press('Space')
      await form.getByLabel('Comment', { exact: true }).press('Enter')
      await expect(form).toBeHidden()
    },
    findings: [
      {
        rule: 'mustFix',
        says: 'Where?',
        settle: async ({ reporter, editor }) => {
          await reporter.press('Control+3')
          const comments = reporter.page.getByRole('region', { name: 'Comments' })
          await comments.getByRole('button', { name: 'Reply' }).press('Enter')
          await expect(comments.getByRole('textbox', { name: 'Reply' })).toBeFocused()
          await reporter.page.keyboard.insertText('In Busan.')
          await reporter.press('Enter')
          await expect(comments.getByRole('textbox', { name: 'Reply' })).toHaveCount(0)
          await editor.press('Control+3')
          await editor.page
            .getByRole('region', { name: 'Comments' })
            .getByRole('button', { name: 'Resolve' })
            .press('Enter')
        },
      },
    ],
  },
  {
    name: 'an open suggestion',
    raise: async ({ editor }) => {
      await editor.stet.select('Among them')
      await editor.press('Control+Shift+e')
      await editor.page.keyboard.type('With them')
      await editor.press('Control+Shift+e')
      await editor.stet.settled()
    },
    findings: [
      {
        rule: 'openSuggestion',
        says: '',
        settle: async ({ reporter }) => {
          const panel = new SuggestionsPanel(reporter.stet)
          await panel.open()
          await panel.take('With')
          await reporter.press('a')
          await expect(panel.rows).toHaveCount(0)
        },
      },
    ],
  },
  {
    name: 'a picture of which nothing is said',
    raise: async ({ reporter, launched, scratch }) => {
      const path = join(scratch, 'quay.png')
      await writeFile(path, pngOf(16, 16))
      await launched.app.evaluate(({ dialog }, file) => {
        dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [file] })) as typeof dialog.showOpenDialog
      }, path)
      await reporter.stet.caretAtEnd()
      await reporter.press('Control+Shift+P')
      await expect(reporter.dialog('Picture')).toBeVisible()
    },
    findings: [
      {
        rule: 'pictureAlt',
        says: '',
        warns: true,
        settle: ({ reporter }) => describe(reporter, { 'Alternative text': 'A quay' }),
      },
      { rule: 'pictureCredit', says: '', settle: ({ reporter }) => describe(reporter, { Credit: 'Kim Ji-woo' }) },
      { rule: 'pictureRights', says: '', settle: ({ editor }) => editor.override('pictureRights', '', 'Ours.') },
    ],
  },
  {
    name: 'no slug',
    raise: ({ editor }) => editor.setField('Slug', ''),
    findings: [
      { rule: 'mandatoryField', says: 'no slug', settle: ({ editor }) => editor.setField('Slug', 'busan-summit') },
    ],
  },
  {
    name: 'an alert with a body',
    raise: ({ editor }) => editor.setField('Kind', 'Alert: slug and headline are enough'),
    findings: [{ rule: 'alertOnly', says: '', settle: ({ editor }) => editor.setField('Kind', 'Story') }],
  },
]

/** Describes the picture at the caret, in the open panel or by the palette. */
async function describe(seat: Seat, words: Readonly<Record<string, string>>): Promise<void> {
  const form = seat.dialog('Picture')
  if (!(await form.isVisible())) await seat.command('Picture: credit, rights, alternative text…')
  for (const [label, text] of Object.entries(words)) await seat.fill(form.getByLabel(label, { exact: true }), text)
  await seat.press('Enter')
  await expect(form).toBeHidden()
}

test('each rule about sources, legal review, pictures and fields blocks, and its finding can be settled', async ({
  newsroom,
}) => {
  await walk(
    await busanDesk(newsroom, [
      ['Editor', 'editor'],
      ['Legal', 'legal'],
    ]),
    SOURCES_AND_DESK,
  )
})

/**
 * The doors below, the record of a correction (correction.spec.ts) and the sample story (library.spec.ts). No window
 * makes a direction override or a loss: tests/newsroom does.
 */
const DOORS: readonly RuleId[] = [
  'copyChanged',
  'embargo',
  'killText',
  'correctionRecord',
  'relativeDay',
  'directionOverride',
  'loss',
  'sampleStory',
]

test('the doors behind clearing ask about changed copy and an embargo, and a kill closes the sheet', async ({
  newsroom,
}) => {
  const { reporter, editor, launched, story, lap } = await busanDesk(newsroom, [['Editor', 'editor']])
  const stage = async (): Promise<string> => (await newsroom.json<{ stage: string }>(['show', story])).stage
  const gate = editor.dialog('Export').getByRole('region', { name: 'Checks and leak scan' })
  await reporter.setField('Slug', 'busan-summit')
  // A subject is chosen by name, also a Korean one, and kept as a code.
  const subjects = reporter.page.getByRole('combobox', { name: 'Subjects' })
  await subjects.focus()
  await reporter.page.keyboard.insertText('국제관계')
  await expect(reporter.page.getByRole('option', { name: /^international relations/ })).toBeVisible()
  await reporter.press('Enter')
  await expect(reporter.page.getByRole('list', { name: 'Chosen subjects' })).toHaveText('international relations')
  await expect
    .poll(
      async () => (await newsroom.json<{ fields: { subjects: readonly string[] } }>(['show', story])).fields.subjects,
    )
    .toEqual(['medtop:20000638'])
  await reporter.stet.nextMove('File to desk')
  await expect.poll(stage).toBe('filed')
  await editor.stet.nextMove('Start review')
  await expect.poll(stage).toBe('inReview')
  await editor.move(/^Clear/, { override: 'Checked on paper.' })
  await expect.poll(stage).toBe('cleared')
  lap('cleared')

  // An edit ends the clearance, and the export is held until the story is cleared again.
  await reporter.stet.caretAtEnd()
  await reporter.page.keyboard.insertText(' They left.')
  await expect.poll(stage).toBe('inReview')
  await editor.press('Control+e')
  await expect(gate).toContainText('This copy has not been cleared.')
  await editor.press('Escape')
  await editor.move(/^Clear/)
  await expect.poll(stage).toBe('cleared')

  // An embargo holds a web page, which has no field for it. ninjs has one.
  await editor.press('Control+6')
  const until = editor.page.getByLabel('Embargo until')
  await until.focus()
  await editor.page.keyboard.type('11012026')
  await editor.press('Tab')
  await editor.page.keyboard.type('0600PM')
  await editor.press('Enter')
  await expect(embargoInWords(editor.page)).toContainText('1 Nov')
  // It leaves with the story, so the story is cleared with it.
  await expect.poll(stage).toBe('inReview')
  await editor.move(/^Clear/)
  await expect.poll(stage).toBe('cleared')
  await editor.press('Control+e')
  await editor
    .dialog('Export')
    .getByRole('radio', { name: /^Web page/ })
    .press('Space')
  await expect(gate).toContainText('this format has no field for it')
  await expect(editor.dialog('Export').getByRole('button', { name: 'Save as…' })).toBeEnabled()
  await editor
    .dialog('Export')
    .getByRole('radio', { name: /^ninjs/ })
    .press('Space')
  await expect(gate).toHaveAttribute('aria-busy', 'false')
  await expect(gate).toContainText('nothing blocks this export')
  await editor.press('Escape')
  await editor.press('Control+6')
  await editor.page.getByRole('button', { name: 'Lift embargo' }).press('Enter')
  await expect(editor.page.getByRole('button', { name: 'Lift embargo' })).toHaveCount(0)
  await expect.poll(stage).toBe('inReview')
  await editor.move(/^Clear/)
  await expect.poll(stage).toBe('cleared')
  await editor.saveExport(launched, /^Web page/, join(newsroom.scratch, 'page.html'))
  await editor.move(/^Publish/)
  await expect.poll(stage).toBe('published')
  lap('published')

  // A kill needs its text.
  await editor.command('Kill…')
  const panel = editor.page.getByRole('region', { name: 'Kill', exact: true })
  await panel.getByRole('button', { name: 'Kill the story' }).press('Enter')
  await expect(panel.getByText('Write the text that withdraws the story.')).toBeVisible()
  expect(await stage()).toBe('published')
  await editor.fill(panel.getByLabel(/^Kill text/), 'Editors: withdraw the Busan story.')
  await editor.press('Control+Enter')
  await expect.poll(stage).toBe('killed')

  // The sheet is closed in every window, and each destination has its notice.
  await expect(editor.page.getByRole('region', { name: 'Killed' })).toContainText('Do not use this story.')
  await expect(panel).toContainText('1 to notify')
  expect(await graveFindings(editor.page, 'killed')).toEqual([])
  await panel.getByText('Notice', { exact: true }).press('Enter')
  await expect(panel.getByLabel(/^Notice for/)).toContainText('Editors: withdraw the Busan story.')
  for (const { stet } of [editor, reporter]) await expect(stet.story).toHaveAttribute('contenteditable', 'false')
  // It is read with the keyboard all the same.
  await editor.stet.story.focus()
  await expect(editor.stet.story).toBeFocused()
  expect((await newsroom.stet(['set', story, 'slug', 'other'], 'Editor')).stderr).toContain('killed and read-only')
  await panel.getByRole('button', { name: 'Mark as notified…' }).press('Enter')
  await editor.press('Enter')
  await expect(panel).toContainText('Everyone was notified.')
})

test('these scenes raise every rule of the gate', () => {
  const walked = [...STATEMENTS, ...SOURCES_AND_DESK].flatMap(({ findings }) => findings.map(({ rule }) => rule))
  expect(new Set([...walked, ...DOORS])).toEqual(new Set(RULES))
})
