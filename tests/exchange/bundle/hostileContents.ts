/** Bundles whose manifest, sender or parts are not what they say. */
import { canonicalJson } from '../../../src/story/text/canonicalJson'
import { cardOf, FILE_PATH, otherKey, sha256, signed, type Breaks } from './builtBundle'
import { added, changed, type HostileBundle } from './hostileZips'

const ledger =
  (text: string): NonNullable<Breaks['parts']> =>
  (parts) =>
    void parts.set('stories/1/ledger.jsonl', text)
export const sources =
  (...list: object[]): NonNullable<Breaks['parts']> =>
  (parts) =>
    void parts.set('stories/1/sources.json', canonicalJson(list))
export const SOURCE = {
  id: 'source-1',
  name: 'Ministry',
  kind: 'official',
  groundRules: 'onTheRecord',
  groundRulesVersion: 1,
  protected: false,
  aliases: [],
}
export const SEALED = { ...SOURCE, name: 'Source A', pseudonym: 'Source A', protected: true }
const version =
  (value: object): NonNullable<Breaks['parts']> =>
  (parts) =>
    void parts.set('stories/1/versions/3.json', canonicalJson(value))
const VERSION = { n: 3, at: '2026-10-30T09:00:00.000Z', by: '', why: '', state: '', view: {} }
/** What is wrong, how it is made so, and what is said. */
export const HOSTILE_CONTENTS: readonly HostileBundle[] = [
  // The manifest and its parts.
  ['an unlisted part', { entries: added('files/x') }, 'its part files/x is not in its manifest'],
  [
    'a part that is missing',
    { entries: (entries) => entries.filter(({ name }) => name !== FILE_PATH) },
    `its part ${FILE_PATH} is missing`,
  ],
  [
    'a part listed twice',
    { manifest: (m) => void (m.files = [...m.files, ...m.files.slice(0, 1)]) },
    'its manifest lists a part twice',
  ],
  [
    'parts in another order',
    { entries: ([first, ...rest]) => [first ?? { name: '', data: '' }, ...rest.reverse()] },
    'its parts are not in the order of its manifest',
  ],
  [
    'an exchanged document',
    { entries: changed('stories/1/document.yjs', { data: new Uint8Array([0, 1]) }) },
    'its part stories/1/document.yjs is not the one that the manifest lists: it was changed',
  ],
  [
    'exchanged evidence of the same length',
    { entries: changed(FILE_PATH, { data: 'The fool report.' }) },
    `its part ${FILE_PATH} is not the one that the manifest lists: it was changed`,
  ],
  [
    'evidence under the hash of another file',
    {
      parts: (p) => {
        p.delete(FILE_PATH)
        p.set(`files/${sha256('other')}`, 'The pool report.')
      },
    },
    `its part files/${sha256('other')} is not the one that the manifest lists: it was changed`,
  ],
  [
    'a part of no kind',
    { parts: (p) => void p.set('run.sh', 'x') },
    'its part run.sh is of a kind that Stet does not know',
  ],
  [
    'a part of a story that the manifest does not have',
    { parts: (p) => void p.set('stories/2/sources.json', '[]') },
    'its part stories/2/sources.json is of a kind that Stet does not know',
  ],
  [
    'a story without its history',
    { parts: (p) => void p.delete('stories/1/ledger.jsonl') },
    'its part stories/1/ledger.jsonl is missing',
  ],
  ['no story', { manifest: (m) => void (m.stories = []) }, 'its manifest is not one that Stet writes (stories)'],
  [
    'an id that is a path',
    { manifest: (m) => void (m.stories = m.stories.map((s) => ({ ...s, id: '../x' }))) },
    'its manifest is not one that Stet writes (stories.0.id)',
  ],
  [
    'a field that nobody knows',
    { manifest: (m) => void (m['roles'] = { Reporter: 'editor' }) },
    'its manifest is not one that Stet writes (manifest.json)',
  ],
  [
    'a manifest with a field twice',
    { text: (text) => text.replace('"by":"Reporter"', '"by":"Editor","by":"Reporter"') },
    'its manifest is not written as Stet writes it, so its hash cannot be checked',
  ],
  [
    'a manifest with other white space',
    { text: (text) => JSON.stringify(JSON.parse(text), null, 1) },
    'its manifest is not written as Stet writes it, so its hash cannot be checked',
  ],
  // Sender and signature.
  [
    'a changed headline',
    { signed: (m) => void (m.stories = m.stories.map((s) => ({ ...s, headline: 'Other' }))) },
    'the signature of Reporter is not valid: the manifest was changed, or someone else made it',
  ],
  [
    'another sender than the card says',
    { manifest: (m) => void (m.by = 'Editor') },
    'the manifest names Editor as the sender, but the device card belongs to Reporter or to another device',
  ],
  [
    'another device than the card says',
    { manifest: (m) => void (m.device = 'device-2') },
    'the manifest names Reporter as the sender, but the device card belongs to Reporter or to another device',
  ],
  [
    'the signature of another key',
    { signed: (m) => void Object.assign(m, signed({ ...m, signature: undefined } as never, otherKey)) },
    'the signature of Reporter is not valid: the manifest was changed, or someone else made it',
  ],
  [
    'a card of another key',
    { parts: (p) => void p.set('card.txt', cardOf('Reporter', otherKey)) },
    'the signature of Reporter is not valid: the manifest was changed, or someone else made it',
  ],
  [
    'a signature that was taken off',
    { unsigned: true },
    'it has a device card without a signature, or a signature without a device card, so a part was removed',
  ],
  [
    'a card that was taken off',
    { parts: (p) => void p.delete('card.txt') },
    'it has a device card without a signature, or a signature without a device card, so a part was removed',
  ],
  [
    'a card that is none',
    { parts: (p) => void p.set('card.txt', 'Reporter') },
    'the device card in it cannot be read: This text contains no device card. A card begins with “BEGIN STET DEVICE CARD”',
  ],
  // What the parts say.
  [
    'a history of 100,001 entries',
    { parts: ledger('{"kind":"x","hash":""}\n'.repeat(100_001)) },
    'one of its histories has more than 100,000 entries',
  ],
  [
    'a history that lacks its last entry',
    { parts: ledger('{"hash":"a","kind":"created"}\n') },
    'its history has 1 entry, but the manifest says 2',
  ],
  [
    'a history that was cut off',
    { parts: ledger('{"hash":"a","kind":"created"}\n{"hash":"b","kind":"tagged"}') },
    'its part stories/1/ledger.jsonl does not contain what Stet writes there',
  ],
  [
    'a history of no entries',
    { parts: ledger('1\n2\n') },
    'its part stories/1/ledger.jsonl does not contain what Stet writes there',
  ],
  [
    'an entry of 5,000 levels',
    {
      parts: ledger(
        `{"hash":"a","kind":"created","x":${'['.repeat(5000)}${']'.repeat(5000)}}\n{"hash":"b","kind":"x"}\n`,
      ),
    },
    'its part stories/1/ledger.jsonl does not contain what Stet writes there',
  ],
  [
    'an entry that would change what every object is',
    { parts: ledger('{"hash":"a","kind":"x","more":{"__proto__":{"by":"Editor"}}}\n{"hash":"b","kind":"x"}\n') },
    'its part stories/1/ledger.jsonl does not contain what Stet writes there',
  ],
  [
    'a version of 5,000 levels',
    {
      parts: (p) =>
        void p.set(
          'stories/1/versions/3.json',
          `{"at":"2026-10-30T09:00:00.000Z","by":"","n":3,"state":"","view":{"x":${'['.repeat(5000)}${']'.repeat(5000)}},"why":""}`,
        ),
    },
    'its part stories/1/versions/3.json does not contain what Stet writes there',
  ],
  [
    'a manifest of 5,000 levels',
    {
      manifest: (m) => void Object.assign(m, { version: 3, x: 1 }),
      text: (text) => text.replace('"x":1', `"x":${'['.repeat(5000)}${']'.repeat(5000)}`),
    },
    'its manifest is not written as Stet writes it, so its hash cannot be checked',
  ],
  [
    'a document without bytes',
    { parts: (p) => void p.set('stories/1/document.yjs', '') },
    'its part stories/1/document.yjs does not contain what Stet writes there',
  ],
  [
    'a source with a field that nobody knows',
    { parts: sources({ ...SOURCE, role: 'editor' }) },
    'its part stories/1/sources.json does not contain what Stet writes there',
  ],
  [
    'a source twice',
    { parts: sources(SOURCE, SOURCE) },
    'its part stories/1/sources.json does not contain what Stet writes there',
  ],
  [
    'a source named after what every object has',
    { parts: sources({ ...SOURCE, constructor: 'x' }) },
    'its part stories/1/sources.json does not contain what Stet writes there',
  ],
  ...[
    { name: 'Olena Kovalchuk' },
    { contact: 'x@example.org' },
    { aliases: ['Lena'] },
    { commitmentKey: '0'.repeat(64) },
  ].map((open): readonly [string, Breaks, string, string] => [
    `a protected source with its ${Object.keys(open).join()}`,
    { parts: sources({ ...SEALED, ...open }) },
    'it names a protected source without sealing it',
    'Tell the sender that the source is not protected in this file, then delete the file.',
  ]),
  [
    'a version under another number',
    { parts: version({ ...VERSION, n: 4 }) },
    'its part stories/1/versions/3.json does not contain what Stet writes there',
  ],
  ...['', 'yesterday', '2026-99-99T99:99:99.000Z'].map((at): HostileBundle => [
    `a version of the instant “${at}”`,
    { parts: version({ ...VERSION, at }) },
    'its part stories/1/versions/3.json does not contain what Stet writes there',
  ]),
  [
    'a version without its words',
    { parts: version({ ...VERSION, view: [] }) },
    'its part stories/1/versions/3.json does not contain what Stet writes there',
  ],
]
