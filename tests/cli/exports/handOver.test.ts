import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBundle } from '../../../src/exchange/bundle/readBundle'
import { readCard } from '../../../src/newsroom/people/deviceCardText'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import { commandLine } from '../run/terminal'

const open = (path: string) =>
  readBundle(path, 'a.stet', { check: checkSignature, readCard: (text) => readCard(text, checkSignature) })

async function desk() {
  const cli = await commandLine()
  await cli.stet('alert', '--headline', 'Harbour closed', '--slug', 'harbour')
  const out = join(cli.folder, 'stick')
  await mkdir(out)
  return { ...cli, out }
}

describe('stet export --format bundle', () => {
  test('writes a story under its own name, and the history says so', async () => {
    const { stet, out } = await desk()
    expect(await stet('export', 'story-1', '--format', 'bundle', '--out', out)).toMatchObject({
      code: 0,
      out: `Wrote ${join(out, 'harbour.stet')} with the story`,
      err: '',
    })
    expect(await readdir(out)).toEqual(['harbour.stet'])
    const bundle = await open(join(out, 'harbour.stet'))
    expect(bundle.manifest).toMatchObject({ by: 'Reporter', stories: [{ id: 'story-1', headline: 'Harbour closed' }] })
    expect(bundle.stories[0]?.card).toBeDefined()
    await bundle.close()
    expect((await stet('history', 'story-1')).out).toContain(
      `Reporter handed the story over as a bundle (${join(out, 'harbour.stet')};`,
    )
  })

  test('takes stories by slug, and answers with their ids', async () => {
    const { stet, out } = await desk()
    await stet('alert', '--headline', 'Harbour open', '--slug', 'harbour-open')
    const path = join(out, 'both.stet')
    const ran = await stet('export', 'harbour', 'story-2', '--format', 'bundle', '--out', path, '--json')
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.json()).toMatchObject({ path, stories: ['story-1', 'story-2'] })
    const twice = await stet('export', 'harbour', 'story-1', '--format', 'bundle', '--out', join(out, 'twice.stet'))
    expect([twice.code, await readdir(out)]).toEqual([1, ['both.stet']])
  })

  test('writes several stories, and what stays here is told', async () => {
    const { stet, out, folder } = await desk()
    await writeFile(join(folder, 'pool.txt'), 'The harbour is closed.')
    await stet('alert', '--headline', 'Harbour open', '--slug', 'harbour-open')
    await stet('source', 'add', '--name', 'Port office', '--kind', 'official')
    const tagged = await stet('tag', 'story-1', '--text', 'Harbour', '--type', 'place', '--json')
    const { id: fact } = tagged.json() as { readonly id: string }
    const evidence = ['--evidence', 'Port office', '--locator', '¶ 1', '--file', join(folder, 'pool.txt')]
    expect((await stet('fact', 'story-1', fact, ...evidence)).code).toBe(0)
    const path = join(out, 'both.stet')
    expect(
      await stet('export', 'story-1', 'story-2', '--format', 'bundle', '--without-files', '--out', path),
    ).toMatchObject({
      code: 0,
      out: `Wrote ${path} with 2 stories\nnot included: captured files, as requested (1)`,
    })
    const bundle = await open(path)
    expect(bundle.stories.map(({ story, leftOut, files }) => [story.id, leftOut.length, files.size])).toEqual([
      ['story-1', 1, 0],
      ['story-2', 0, 0],
    ])
    await bundle.close()
  })

  test('a file that is there is left as it is, and nothing is noted', async () => {
    const { stet, out } = await desk()
    const path = join(out, 'harbour.stet')
    await writeFile(path, 'Mine.')
    const before = (await stet('history', 'story-1')).out
    expect(await stet('export', 'story-1', '--format', 'bundle', '--out', path)).toMatchObject({
      code: 2,
      err: `stet: ${path} already exists and was not changed. Nothing was exported. To replace it, add: --force`,
    })
    expect(await readFile(path, 'utf8')).toBe('Mine.')
    expect((await stet('history', 'story-1')).out).toBe(before)
    expect((await stet('export', 'story-1', '--format', 'bundle', '--force', '--out', path)).code).toBe(0)
    await (await open(path)).close()
  })

  test('a protected name refuses it, whatever the gate would say, and leaves no file', async () => {
    const { stet, out } = await desk()
    await stet('alert', '--headline', 'Olena Kovalchuk resigns', '--slug', 'resigns')
    await stet('source', 'add', '--name', 'Olena Kovalchuk', '--kind', 'person', '--protected')
    expect(await stet('export', 'story-1', 'story-2', '--format', 'bundle', '--out', out)).toMatchObject({
      code: 3,
      err:
        'stet: Nothing was handed over: Source A’s name is in the headline, the slug or the sender’s name. ' +
        'Choose another file name, headline or slug. Source A’s name is in the copy of “Source A resigns”. ' +
        'Remove it, or ask another person to confirm that it may be there.',
    })
    expect(await readdir(out)).toEqual([])
  })

  test('options that a bundle does not have, and more than one story in other formats, are wrong usage', async () => {
    const { stet, out } = await desk()
    for (const [args, message] of [
      [
        ['story-1', '--format', 'bundle', '--draft', '--out', out],
        '--draft cannot be used with --format bundle: a bundle contains the whole story as it is.',
      ],
      [
        ['story-1', '--format', 'bundle', '--edition', 'public', '--out', out],
        '--edition cannot be used with --format bundle: a bundle contains the whole story as it is.',
      ],
      [['story-1', '--format', 'html', '--without-files', '--out', out], '--without-files needs --format bundle.'],
      [['story-1', '--format', 'html', '--for', 'Kim', '--out', out], '--for needs --format bundle.'],
      [['story-1', 'story-2', '--format', 'html', '--out', out], 'Name one story. Only --format bundle takes several.'],
    ] as const) {
      const { code, err } = await stet('export', ...args)
      expect([code, err]).toEqual([1, expect.stringContaining(message)])
    }
    const added = await stet('profiles', 'add', 'Whole', '--format', 'bundle', '--folder', out)
    expect([added.code, added.err]).toEqual([1, expect.stringContaining('A profile cannot export bundles')])
    expect(await readdir(out)).toEqual([])
  })

  test('names the people for whom it is, and seals for them who a protected source is', async () => {
    const { stet, stetWith, folder, out } = await desk()
    const there = (...argv: readonly string[]) =>
      stetWith({ STET_LIBRARY: join(folder, 'train'), STET_USER: 'Kim Min', STET_IDS: undefined }, ...argv)
    await there('roster', 'add', 'Kim Min', '--role', 'editor')
    const { card, code } = (await there('roster', 'key', '--json')).json() as Record<'card' | 'code', string>
    await stet('source', 'add', '--name', 'Olena Kovalchuk', '--kind', 'person', '--protected')
    const tagged = await stet('tag', 'story-1', '--text', 'Harbour', '--type', 'place', '--json')
    const { id: fact } = tagged.json() as { readonly id: string }
    await stet('fact', 'story-1', fact, '--evidence', 'Source A', '--locator', 'Call, 3 May')
    const handing = ['export', 'story-1', '--format', 'bundle', '--for', 'Kim Min', '--out', out]
    expect(await stet(...handing)).toMatchObject({
      code: 1,
      err: expect.stringContaining(
        'Kim Min is not on the roster. Trust their device card first (“stet roster trust”), or hand over without naming anyone.',
      ) as string,
    })
    await stet('roster', 'add', 'Reporter', '--role', 'editor')
    await writeFile(join(folder, 'card.txt'), card)
    const trusted = await stet('roster', 'trust', join(folder, 'card.txt'), '--code', code, '--role', 'checker')
    expect(trusted).toMatchObject({ code: 0, err: '' })
    const path = join(out, 'harbour-for-kim-min.stet')
    expect(await stet(...handing)).toMatchObject({
      code: 0,
      out: [
        `Wrote ${path} with the story`,
        'sealed for Kim Min: the identity of Source A',
        'The history in the file has what people typed about the evidence of protected sources, unchanged. Stet' +
          ' searches it for whole names, but not for a surname on its own. Read it before you send the file:',
        '  Call, 3 May',
      ].join('\n'),
      err: '',
    })
    expect((await stet('history', 'story-1')).out).toContain('handed the story over to Kim Min as a bundle')
    const library = (await stet('history', '--library').catch(() => undefined))?.out ?? ''
    expect(library).not.toContain('Olena')
    const own = (await stet('roster', 'key', '--json')).json() as Record<'card' | 'code', string>
    await writeFile(join(folder, 'own.txt'), own.card)
    await there('roster', 'trust', join(folder, 'own.txt'), '--code', own.code, '--role', 'editor')
    const merged = await there('merge', path, '--yes')
    expect(merged).toMatchObject({ code: 0, err: '' })
    expect(merged.out).toContain('  Sealed for you: the identity of Source A. Stet protects it here, too.')
    expect(merged.out).not.toContain('Olena')
  })

  test('help names it', async () => {
    const { stet } = await desk()
    const { out } = await stet('export', '--help')
    expect(out).toContain('ID… --format bundle --out PATH [--for NAME]… [--without-files] [--pen NAME] [--force]')
    expect(out).toMatch(/Formats: .*, bundle\./)
  })
})
