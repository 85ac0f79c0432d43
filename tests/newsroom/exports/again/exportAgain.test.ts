import { describe, expect, test } from 'vitest'
import { EXPORT_FORMATS } from '../../../../src/story/requests/requests'
import { bothTrust, handOver, merge, replace, two } from '../../merge/twoMachines'
import { busanDesk } from '../../newsDesk'

async function exportedDraft() {
  const desk = await busanDesk()
  const { act, story } = desk
  const first = await act('Editor', 'story.export', {
    story,
    format: 'text',
    draft: true,
    lineLength: 60,
    slugHeader: true,
    destination: '/out/busan.txt',
  })
  const entry = (await act('Editor', 'story.history', { story })).at(-1)
  if (entry?.kind !== 'exported') throw new Error('The export is not in the history.')
  return { ...desk, first, entry }
}

describe('export again', () => {
  test('the log says what left, how, from which version and where to', async () => {
    const { entry, first } = await exportedDraft()
    expect(entry).toMatchObject({
      by: 'Editor',
      format: 'text',
      draft: true,
      sha256: first.sha256,
      options: { lineLength: 60, slugHeader: true },
      destination: '/out/busan.txt',
      version: 1,
      asOf: '2026-10-30T09:00:00.000Z',
      overrides: [],
      blocks: 0,
    })
  })

  test('every format gives the same bytes after the story changed', async () => {
    const { act, story } = await busanDesk()
    const made: { readonly format: string; readonly seq: number; readonly bytes: Uint8Array }[] = []
    for (const format of EXPORT_FORMATS) {
      const { bytes } = await act('Editor', 'story.export', { story, format, draft: true })
      made.push({ format, seq: (await act('Editor', 'story.history', { story })).at(-1)?.seq ?? 0, bytes })
    }
    await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'two hours' })
    await act('Reporter', 'story.setField', { story, field: 'slug', value: 'other' })
    for (const { format, seq, bytes } of made) {
      const again = await act('Editor', 'story.exportAgain', { story, entry: seq })
      expect({ format, same: again.same, bytes: again.bytes }).toEqual({ format, same: true, bytes })
    }
    expect((await act('Editor', 'story.history', { story })).at(-1)).toMatchObject({
      kind: 'exported',
      again: (await act('Editor', 'story.history', { story })).find(({ seq }) => seq === made.at(-1)?.seq)?.hash,
    })
  })

  test('words that somebody found wrong since are not published again', async () => {
    const { act, story } = await busanDesk()
    const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
    await act('Reporter', 'story.move', { story, to: 'filed' })
    await act('Editor', 'story.move', { story, to: 'inReview' })
    await act('Editor', 'story.move', { story, to: 'cleared', override: 'A test.' })
    await act('Editor', 'story.move', { story, to: 'published', override: 'A test.' })
    const { entry = 0 } = await act('Editor', 'story.export', { story, format: 'html', override: 'A test.' })
    expect((await act('Editor', 'story.exportAgain', { story, entry })).same).toBe(true)
    await act('Editor', 'fact.sign', { story, fact, status: 'wrong', reason: 'It was 90.' })
    await expect(act('Editor', 'story.exportAgain', { story, entry })).rejects.toThrow(
      'Not exported again: “100 minutes” is now wrong, says Editor.',
    )
  })

  describe('of what was cleared then', () => {
    async function clearedExport() {
      const desk = await busanDesk()
      const { act, story, pool } = desk
      const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
      const evidence = { source: pool, locator: '¶ 2', stance: 'supports' } as const
      await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence })
      await act('Reporter', 'story.move', { story, to: 'filed' })
      await act('Editor', 'story.move', { story, to: 'inReview' })
      await act('Editor', 'story.move', { story, to: 'cleared', override: 'A test.' })
      const { entry = 0 } = await act('Editor', 'story.export', { story, format: 'html', override: 'A test.' })
      const again = () => act('Reporter', 'story.exportAgain', { story, entry })
      expect((await again()).same).toBe(true)
      return { ...desk, fact, again }
    }
    const takenBack = (stage: string): string =>
      `Not exported again: the stage of the story is “${stage}” now, and it was never published, so what was cleared then may not leave. ` +
      'Clear it again and export it.'

    test('is refused once the story is spiked, or back in review', async () => {
      const { act, story, again } = await clearedExport()
      await act('Editor', 'story.move', { story, to: 'spiked' })
      await expect(again()).rejects.toThrow(takenBack('Spiked'))
      await act('Editor', 'story.move', { story, to: 'cleared' })
      expect((await again()).same).toBe(true)
      await act('Editor', 'story.move', { story, to: 'inReview' })
      await expect(again()).rejects.toThrow(takenBack('In review'))
    })

    test('is repeated while the next version of the published story is open', async () => {
      const { act, story, again } = await clearedExport()
      await act('Editor', 'story.move', { story, to: 'published', override: 'A test.' })
      await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
      expect((await again()).same).toBe(true)
    })

    test('is refused once a tick is taken back, and while a query is open', async () => {
      const { act, story, fact, again } = await clearedExport()
      await act('Editor', 'fact.sign', { story, fact, status: 'queried', reason: 'Whose clock?' })
      await expect(again()).rejects.toThrow('Not exported again: “100 minutes” is now queried, says Editor.')
      await act('Editor', 'fact.withdraw', { story, fact, reason: 'Found it.' })
      expect((await again()).same).toBe(true)
      await act('Editor', 'fact.withdraw', { story, fact, reason: 'Another meeting.' })
      await expect(again()).rejects.toThrow(
        'Not exported again: the verdict of Editor on “100 minutes” no longer counts.',
      )
    })

    test('is refused once evidence is taken away, until the words are verified again', async () => {
      const { act, story, fact, pool, again } = await clearedExport()
      const { facts } = await act('Editor', 'story.show', { story })
      const used = facts.find(({ id }) => id === fact)?.evidence[0]?.id ?? ''
      await act('Editor', 'fact.removeEvidence', { story, fact, evidence: used })
      await expect(again()).rejects.toThrow(
        'Not exported again: the verdict of Editor on “100 minutes” has lapsed (its evidence changed). ' +
          'The earlier export is in the history. Check these words again and export the story.',
      )
      const evidence = { source: pool, locator: '¶ 2', stance: 'supports' } as const
      await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence })
      expect((await again()).same).toBe(true)
    })

    test('is repeated when the next version has other words, whatever that does to the tick there', async () => {
      const { act, story, again } = await clearedExport()
      await act('Editor', 'story.move', { story, to: 'published', override: 'A test.' })
      await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
      await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'not even 100 minutes' })
      expect((await again()).same).toBe(true)
    })

    test('is refused once the verifier is an author', async () => {
      const { act, story, again } = await clearedExport()
      await act('Editor', 'story.setField', { story, field: 'author', value: 'Editor' })
      // The override by the same person counts no longer either, and is asked first.
      await expect(again()).rejects.toMatchObject({ reason: 'refused' })
    })
  })

  describe.each([
    ['factsheet', 'public'],
    ['factsheet', 'internal'],
    ['annotations', 'public'],
    ['annotations', 'internal'],
  ] as const)('of facts, as %s (%s)', (format, edition) => {
    async function listed() {
      const desk = await busanDesk()
      const { act, story, pool } = desk
      const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
      const evidence = { source: pool, locator: '¶ 2', stance: 'supports' } as const
      const sign = (status: 'verified' | 'wrong') =>
        act('Editor', 'fact.sign', {
          ...{ story, fact, status },
          ...(status === 'verified' ? { evidence } : { reason: 'It was 90.' }),
        })
      const list = async () => {
        const { entry = 0 } = await act('Editor', 'story.export', { story, format, edition })
        return () => act('Reporter', 'story.exportAgain', { story, entry })
      }
      return { ...desk, fact, sign, list }
    }

    test('is refused once the words are wrong; a list that says so is repeated', async () => {
      const { sign, list } = await listed()
      await sign('verified')
      const again = await list()
      expect((await again()).same).toBe(true)
      await sign('wrong')
      await expect(again()).rejects.toThrow('Not exported again: “100 minutes” is now wrong, says Editor.')
      expect((await (await list())()).same).toBe(true)
    })

    test('is refused once the verifier is an author', async () => {
      const { act, story, sign, list } = await listed()
      await sign('verified')
      const again = await list()
      await act('Editor', 'story.setField', { story, field: 'author', value: 'Editor' })
      await expect(again()).rejects.toThrow(
        'Not exported again: the verdict of Editor on “100 minutes” no longer counts.',
      )
    })

    test('is refused under an embargo that was set since', async () => {
      const { act, story, list } = await listed()
      const again = await list()
      await act('Editor', 'story.setField', { story, field: 'embargo', value: '2026-10-31T19:00:00+09:00' })
      await expect(again()).rejects.toThrow('The story is now embargoed until 2026-10-31T19:00:00+09:00.')
    })

    test('is refused once the story is killed', async () => {
      const { act, story, list } = await listed()
      await act('Reporter', 'story.move', { story, to: 'filed' })
      for (const to of ['inReview', 'cleared', 'published'] as const)
        await act('Editor', 'story.move', { story, to, override: 'A test.' })
      const again = await list()
      await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
      await expect(again()).rejects.toThrow(
        'The story has been killed since, so earlier exports cannot be repeated. Export the kill.',
      )
    })
  })

  describe('of a name that somebody confirmed', () => {
    async function confirmedExport() {
      const desk = await busanDesk()
      const { act, story } = desk
      await act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
      await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
      await act('Reporter', 'copy.replace', { story, replace: 'separately', with: 'with Mina Kang beside them' })
      const { blocks } = await act('Editor', 'story.gate', { story, door: 'draftExport' })
      const findings = blocks.flatMap(({ rule, key }) => (rule === 'sourceProtection' ? [{ rule, key }] : []))
      const confirm = async (by: string) => {
        for (const finding of findings) await act(by, 'finding.dismiss', { story, ...finding })
      }
      await confirm('Editor')
      const { entry = 0 } = await act('Editor', 'story.export', { story, format: 'text', draft: true })
      const again = () => act('Reporter', 'story.exportAgain', { story, entry })
      expect([findings.length, (await again()).same]).toEqual([1, true])
      return { ...desk, findings, confirm, again }
    }
    const NAMED = 'Source A’s name is in the copy.'

    test('is refused once the confirmation is taken back, until it is given again', async () => {
      const { act, story, findings, confirm, again } = await confirmedExport()
      await act('Editor', 'finding.undismiss', { story, findings })
      await expect(again()).rejects.toThrow(NAMED)
      await confirm('Editor')
      expect((await again()).same).toBe(true)
    })

    test('is refused when only a later confirmation stands', async () => {
      const { act, story, findings, confirm, again } = await confirmedExport()
      await act('Editor', 'finding.undismiss', { story, findings })
      await confirm('Checker')
      await expect(again()).rejects.toThrow(NAMED)
    })

    test('is refused once the person who confirmed it is an author', async () => {
      const { act, story, again } = await confirmedExport()
      await act('Editor', 'story.setField', { story, field: 'byline', value: 'Reporter and Editor' })
      await expect(again()).rejects.toThrow(NAMED)
    })
  })

  test('“nothing to check” that was taken back, or whose giver became an author, lets no cleared words out again', async () => {
    for (const change of ['undismiss', 'author'] as const) {
      const { act, story } = await busanDesk()
      await act('Editor', 'roster.add', { name: 'Checker', role: 'checker' })
      await act('Reporter', 'story.move', { story, to: 'filed' })
      await act('Editor', 'story.move', { story, to: 'inReview' })
      const { blocks } = await act('Checker', 'story.gate', { story, door: 'clear' })
      const findings = blocks.flatMap(({ rule, key, dismissable }) => (dismissable ? [{ rule, key }] : []))
      expect(findings.length).toBeGreaterThan(0)
      for (const finding of findings) await act('Checker', 'finding.dismiss', { story, ...finding })
      await act('Editor', 'story.move', { story, to: 'cleared', override: 'A test.' })
      await act('Editor', 'story.move', { story, to: 'published', override: 'A test.' })
      const { entry = 0 } = await act('Editor', 'story.export', { story, format: 'html', override: 'A test.' })
      const again = () => act('Editor', 'story.exportAgain', { story, entry })
      expect((await again()).same).toBe(true)
      await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
      expect((await again()).same).toBe(true)
      if (change === 'undismiss') await act('Checker', 'finding.undismiss', { story, findings })
      else await act('Editor', 'story.setField', { story, field: 'byline', value: 'Checker' })
      await expect(again()).rejects.toMatchObject({ reason: 'refused' })
    }
  })

  test('a failed export is noted once, by the person who made it, and can be made again', async () => {
    const { act, story, entry, first } = await exportedDraft()
    expect(first.entry).toBe(entry.seq)
    const request = { story, entry: entry.seq, reason: 'the disk is full' }
    await expect(act('Reporter', 'story.exportFailed', request)).rejects.toMatchObject({
      reason: 'usage',
      message: `Entry ${entry.seq} of the history is not an export by Reporter.`,
    })
    await act('Editor', 'story.exportFailed', request)
    await act('Editor', 'story.exportFailed', { ...request, reason: 'again' })
    const history = await act('Editor', 'story.history', { story })
    expect(
      history
        .filter(({ seq }) => seq >= entry.seq)
        .map((one) => (one.kind === 'exportFailed' ? [one.kind, one.by, one.export, one.reason] : one.kind)),
    ).toEqual(['exported', ['exportFailed', 'Editor', entry.hash, 'the disk is full']])
    expect((await act('Editor', 'story.exportAgain', { story, entry: entry.seq })).same).toBe(true)
  })

  test('what another person says of an export hides no failure that its own person notes', async () => {
    const { room, act, story, entry } = await exportedDraft()
    const said = { kind: 'exportFailed', export: entry.hash, reason: 'made up' } as const
    await (await room.storyNow(story)).note('Reporter', said).written
    const request = { story, entry: entry.seq, reason: 'the disk is full' }
    await act('Editor', 'story.exportFailed', request)
    await act('Editor', 'story.exportFailed', request)
    const history = await act('Editor', 'story.history', { story })
    expect(history.flatMap((one) => (one.kind === 'exportFailed' ? [[one.by, one.reason]] : []))).toEqual([
      ['Reporter', 'made up'],
      ['Editor', 'the disk is full'],
    ])
  })

  describe('of words that are embargoed now', () => {
    const EVENING = '2026-10-30T19:00:00+09:00'
    const NIGHT = '2026-10-30T23:00:00+09:00'

    /** Exports ninjs under one embargo, and again under another: whether the bytes are equal, or the refusal. */
    async function embargoedSince(then: string, now: string, draft = false): Promise<boolean | string> {
      const { act, story } = await busanDesk()
      const clearUnder = async (value: string) => {
        await act('Editor', 'story.setField', { story, field: 'embargo', value })
        await act('Editor', 'story.move', { story, to: 'cleared', override: 'A test.' })
      }
      await act('Reporter', 'story.move', { story, to: 'filed' })
      await act('Editor', 'story.move', { story, to: 'inReview' })
      await clearUnder(then)
      const made = { story, format: 'ninjs', draft, override: 'A test.' } as const
      const { entry = 0 } = await act('Editor', 'story.export', made)
      await clearUnder(now)
      return act('Editor', 'story.exportAgain', { story, entry }).then(
        ({ same }) => same,
        ({ reason, message }: { readonly reason: string; readonly message: string }) => `${reason}: ${message}`,
      )
    }
    const refused = (until: string): string =>
      `refused: The story is now embargoed until ${until}. The file as it was then has no embargo, or one that ends ` +
      'earlier. Nothing was exported. Export the story as it is now.'

    test('is refused if the file has no embargo or one that ends earlier, drafts included', async () => {
      expect([
        await embargoedSince('', EVENING),
        await embargoedSince(EVENING, NIGHT),
        await embargoedSince('', EVENING, true),
      ]).toEqual([refused(EVENING), refused(NIGHT), refused(EVENING)])
    })

    test('is repeated if the file has the embargo of now or one that ends later, and if that of now is over', async () => {
      expect([
        await embargoedSince(NIGHT, EVENING),
        await embargoedSince(EVENING, '2026-10-30T10:00:00Z'),
        await embargoedSince(EVENING, ''),
        await embargoedSince('', '2026-10-30T17:00:00+09:00'),
      ]).toEqual([true, true, true, true])
    })
  })

  test('an export of another machine is refused: its number names another snapshot here', async () => {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await replace(train, 'Kim', story, 'about 100 minutes', 'ninety minutes')
    const { n: version } = await train.act('Kim', 'version.keep', { story, name: 'Shorter' })
    await desk.act('Lee', 'story.export', { story, format: 'text', draft: true })
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const entry = [...(await train.act('Kim', 'story.history', { story }))].find(
      (one) => one.kind === 'exported' && one.format === 'text',
    )
    expect(entry).toMatchObject({ by: 'Lee', version })
    await expect(train.act('Kim', 'story.exportAgain', { story, entry: entry?.seq ?? 0 })).rejects.toMatchObject({
      reason: 'failed',
      message:
        `Entry ${entry?.seq} cannot be repeated: this library does not have the snapshot of that export. It was made ` +
        'on another computer, or its file was exchanged. Make a new export of the story.',
    })
  })

  test('other entries are refused', async () => {
    const { act, story, entry } = await exportedDraft()
    await expect(act('Editor', 'story.exportAgain', { story, entry: 1 })).rejects.toMatchObject({
      reason: 'usage',
      message: `Entry 1 of the history is not an export. Exports: ${entry.seq}.`,
    })
  })

  test('a name protected since blocks the same bytes', async () => {
    const { act, story, entry } = await exportedDraft()
    await act('Reporter', 'source.add', { name: 'Donald Trump', kind: 'person', protected: true })
    await expect(act('Editor', 'story.exportAgain', { story, entry: entry.seq })).rejects.toMatchObject({
      reason: 'refused',
      message: expect.stringContaining('Source A’s name is in the copy.') as string,
    })
  })
})

test('the name of an embargoed draft says both in every format, also under a chosen name', async () => {
  const { act, story } = await busanDesk()
  await act('Reporter', 'story.setField', { story, field: 'embargo', value: '2026-10-31T19:00:00+09:00' })
  const made = await act('Editor', 'story.export', {
    story,
    format: 'html',
    draft: true,
    saveAs: 'busan.html',
    destination: '/out/busan.html',
  })
  expect({ fileName: made.fileName.slice(-21), saveAs: made.saveAs }).toEqual({
    fileName: '-EMBARGOED-DRAFT.html',
    saveAs: 'busan-EMBARGOED-DRAFT.html',
  })
  expect((await act('Editor', 'story.history', { story })).at(-1)).toMatchObject({
    destination: '/out/busan-EMBARGOED-DRAFT.html',
  })
})
