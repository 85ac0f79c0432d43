import { expect, test } from 'vitest'
import { readCapturedText } from '../../../../src/exchange/import/captured/readCapturedText'

const CAPTIONS = `WEBVTT

00:00:01.000 --> 00:00:03.000
<v Donald Trump>It took 100 minutes.

00:00:03.000 --> 00:00:04.000
<v.loud Xi Jinping>It was short.</v>

00:00:04.000 --> 00:00:05.000
[applause]
`

test('captions keep the voices that they name, outside the words', async () => {
  const read = await readCapturedText('talk.vtt', new TextEncoder().encode(CAPTIONS))
  expect(read).toEqual({
    parts: [
      { graf: 1, time: '00:00:01', speaker: 'Donald Trump', text: 'It took 100 minutes.' },
      { graf: 2, time: '00:00:03', speaker: 'Xi Jinping', text: 'It was short.' },
      { graf: 3, time: '00:00:04', text: '[applause]' },
    ],
  })
})
