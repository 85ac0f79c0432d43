import { directionsIn } from '../../../projection/print/direction'
import type { Direction } from '../../../story/language/direction'
import { escapeHtml, htmlOfBlocks, htmlOfRuns } from '../../../projection/print/htmlOfBlocks'
import { bodyOf, type PublishedStory } from '../../../projection/published/publishedStory'
import { correctionLabel, correctionText } from '../../../projection/published/publicCorrection'
import { alertLoss } from '../parts/alertLoss'
import { correctionsOf } from '../parts/correctionFields'
import { datelineLoss, datelineOf, printedByline } from '../parts/datelineText'
import { fileNameOf } from '../parts/fileName'
import { lossList } from '../parts/lossList'
import { draftNote, withdrawnLines } from '../parts/notes'
import { isRightToLeft } from '../parts/rightToLeft'
import { dataUriOf, pictureLosses } from '../pictures/pictures'
import { projected } from '../parts/projected'
import { titleOf } from '../parts/titles'
import { toBytes, type TextWriter, type WriterInput } from '../parts/writer'
import { htmlDocument } from './document'
import { jsonForScript, newsArticle } from './newsArticle'
import { PAGE_STYLE } from './pageStyle'

/** Writes a web page with its style sheet, unless `bare`, and a schema.org NewsArticle as JSON-LD. */
export const htmlWriter: TextWriter = {
  mediaType: 'text/html',
  audience: 'public',
  hasEmbargoField: false,
  fileName: (input) => fileNameOf(input, 'public', '.html'),
  write: (input) => {
    const story = projected(input, 'public')
    return {
      bytes: toBytes(pageOf(story, input)),
      losses: lossList({
        ...alertLoss(story),
        ...datelineLoss(story, 'all'),
        ...pictureLosses(story.blocks, dataUriOf(input), ['rights', 'captured']),
      }),
    }
  },
}

function pageOf(story: PublishedStory, input: WriterInput): string {
  return htmlDocument({
    language: story.fields.language,
    title: titleOf(story),
    head: [
      story.pubStatus === 'usable' ? '' : '<meta name="robots" content="noindex">\n',
      input.bare ? '' : `<style>\n${PAGE_STYLE}\n</style>\n`,
      `<script type="application/ld+json">\n${jsonForScript(newsArticle(story, input))}\n</script>\n`,
    ].join(''),
    body: articleOf(story, input),
  })
}

/** Writes the story as an article element, without the page around it. */
export function articleOf(story: PublishedStory, input: WriterInput): string {
  const { fields } = story
  const around: Direction = isRightToLeft(fields.language) ? 'rtl' : 'ltr'
  const dirOf = directionsIn(story.blocks, around)
  const heading = (role: 'headline' | 'deck', open: string, close: string): string => {
    const block = story.blocks.find((one) => one.role === role)
    const words = htmlOfRuns(block?.runs ?? [])
    return block === undefined || words === '' ? '' : `<${open}${dirOf(block)}>${words}</${close}>`
  }
  const by = printedByline(story)
  const dateline = datelineOf(story)
  const lines = [
    story.draft ? `<p class="draft"><strong>${escapeHtml(draftNote(story))}</strong></p>` : '',
    '<article>',
    '<header>',
    heading('headline', 'h1', 'h1'),
    heading('deck', 'p class="deck"', 'p'),
    by === '' ? '' : `<p class="byline">${escapeHtml(by)}</p>`,
    '</header>',
    story.pubStatus === 'canceled'
      ? withdrawnLines(story, input.dates)
          .map((line) => `<p class="withdrawn">${escapeHtml(line)}</p>`)
          .join('\n')
      : htmlOfBlocks(
          bodyOf(story.blocks),
          dateline === '' ? '' : `<span class="dateline">${escapeHtml(dateline)} —</span> `,
          dataUriOf(input),
          around,
        ),
    ...correctionGrafs(story, input),
    fields.contributors === '' && fields.copyrightLine === '' ? '' : footer(story),
    '</article>',
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/** Readers look for corrections under the copy. */
const correctionGrafs = (story: PublishedStory, { dates }: WriterInput): readonly string[] =>
  correctionsOf(story, dates).map((correction) => {
    const label = escapeHtml(correctionLabel(correction, story.fields.language))
    return `<p class="correction"><strong>${label}:</strong> ${escapeHtml(correctionText(correction))}</p>`
  })

function footer({ fields }: PublishedStory): string {
  const lines = [fields.contributors, fields.copyrightLine].filter((line) => line !== '')
  return `<footer>\n${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}\n</footer>`
}
