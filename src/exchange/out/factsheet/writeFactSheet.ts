import { projectFactSheet, type FactSheet, type SheetBackup, type SheetFact } from '../../../projection/factSheet'
import { escapeHtml } from '../../../projection/htmlOfBlocks'
import { projectStory } from '../../../projection/projectStory'
import { lineOf } from '../../../projection/publishedStory'
import { fileNameOf } from '../fileName'
import { htmlDocument } from '../html/document'
import { DRAFT_NOTE } from '../notes'
import { toBytes, type TextWriter } from '../writer'

/** Numbered facts with their backup, as a page to read and print. */
export const factSheetWriter: TextWriter = {
  mediaType: 'text/html',
  audience: 'desk',
  hasEmbargoField: false,
  fileName: (input) => fileNameOf(input, (input.edition ?? 'internal') === 'public' ? 'public' : 'wire', '.html', (input.edition ?? 'internal') === 'public' ? '-fact-sheet' : '-fact-sheet-INTERNAL'),
  write: ({ story, draft = false, edition = 'internal', assessments = [], sources = new Map() }) => {
    const published = projectStory(story, { audience: 'public', draft })
    const sheet = projectFactSheet(assessments, sources, edition)
    const headline = lineOf(published.blocks, 'headline')
    const body = [
      draft ? `<p class="draft"><strong>${DRAFT_NOTE}</strong></p>` : '',
      edition === 'internal' ? '<p class="edition"><strong>INTERNAL. Not for publication.</strong></p>' : '',
      `<h1>Fact sheet: ${escapeHtml(headline)}</h1>`,
      `<p class="identity">${escapeHtml(published.guid)}, version ${published.version}</p>`,
      factList(sheet.facts, 'No facts are tagged.'),
      sheet.tray.length === 0 ? '' : `<h2>No longer in the copy</h2>\n${factList(sheet.tray, '')}`
    ]
    return {
      bytes: toBytes(htmlDocument({
        language: 'en',
        title: `${draft ? 'DRAFT: ' : ''}Fact sheet: ${headline}`,
        head: `<meta name="robots" content="noindex">\n<style>${STYLE}</style>\n`,
        body: body.filter((part) => part !== '').join('\n')
      })),
      losses: []
    }
  }
}

const STYLE = 'body{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.5 serif}ol{padding:0;list-style:none}li{margin:0 0 1.2em}dl{margin:.3em 0 0 2em}dt{font-weight:bold;float:left;clear:left;margin-right:.5em}dd{margin:0}q,blockquote{white-space:pre-line}'

function factList(facts: FactSheet['facts'], whenEmpty: string): string {
  if (facts.length === 0) return whenEmpty === '' ? '' : `<p>${whenEmpty}</p>`
  return `<ol>\n${facts.map(factItem).join('\n')}\n</ol>`
}

function factItem(fact: SheetFact): string {
  const rows: (readonly [string, string])[] = [
    ['Attributed to', escapeHtml(fact.attributedTo)],
    ['Claim', escapeHtml(fact.statement)],
    ['Status', escapeHtml([fact.status, ...fact.reasons].join('; '))],
    ['Sign-off', fact.signOff ? signOffLine(fact.signOff) : ''],
    ...fact.backup.map((backup) => ['Backup', backupLine(backup)] as const)
  ]
  const shown = rows.filter(([, value]) => value !== '').map(([name, value]) => `<dt>${name}:</dt><dd>${value}</dd>`)
  return `<li><strong>${fact.number}. ${fact.type}</strong> <span class="words" dir="auto">${escapeHtml(fact.words)}</span>\n<dl>${shown.join('\n')}</dl></li>`
}

function signOffLine({ by, at, status, reason, selfChecked }: NonNullable<SheetFact['signOff']>): string {
  const who = by === undefined ? '' : ` by ${escapeHtml(by)}`
  return `${escapeHtml(status)}${who}, <time datetime="${escapeHtml(at)}">${escapeHtml(at)}</time>${selfChecked ? ', self-checked' : ''}${reason === undefined ? '' : `. Reason: ${escapeHtml(reason)}`}`
}

function backupLine({ source, contradicts, locator, excerpt }: SheetBackup): string {
  return [
    `${contradicts ? 'Contradicts: ' : ''}${escapeHtml(source)}${locator === '' ? '' : `, ${escapeHtml(locator)}`}`,
    excerpt === '' ? '' : `<blockquote dir="auto">${escapeHtml(excerpt)}</blockquote>`
  ].join('')
}
