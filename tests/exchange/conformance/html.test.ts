import { HtmlValidate } from 'html-validate'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { WRITERS } from '../../../src/exchange/export/writers'
import { decode } from '../busanStory'
import { generatedStories } from './generatedStories'
import { note, noted } from './judges'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

/** Content models and attributes of the HTML standard. Rules of style are off. */
const judge = new HtmlValidate({ root: true, extends: ['html-validate:standard'] })
const faultsOf = async (html: string): Promise<readonly string[]> => {
  const { results } = await judge.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}, line ${line}: ${message}`),
  )
}

describe('HTML of 330 generated stories, by html-validate', () => {
  afterAll(() => process.stdout.write(noted()))

  test('the judge refuses what the standard forbids', async () => {
    expect(
      (
        await faultsOf(
          '<!doctype html><html lang="en"><head><title>x</title></head><body><p><div>x</div></p><ul><p>' +
            'x</p></ul></body></html>',
        )
      ).length,
    ).toBeGreaterThan(0)
  })

  test('every page is valid', async () => {
    let judged = 0
    const faults: string[] = []
    for (const { name, input } of generatedStories(330)) {
      const found = await faultsOf(decode(WRITERS.html.write(input).bytes))
      if (found.length === 0) judged++
      faults.push(...found.map((fault) => `${name}: ${fault}`))
    }
    note('HTML', 'html-validate, HTML standard', judged)
    expect(faults.slice(0, 20)).toEqual([])
    expect(judged).toBeGreaterThanOrEqual(300)
  })
})
