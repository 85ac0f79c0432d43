/**
 * Hunspell in a worker: the window never waits for it. The worker has a content security policy of its own, which
 * allows WebAssembly and nothing else (main/protocols/appProtocol.ts). It reads the window's own files only.
 */
import wasmAddress from 'hunspell-wasm/wasm/hunspell.wasm?url'
import { dictionariesOf, DICTIONARY_FOLDER, type DictionaryName } from '../../story/spelling/dictionaries'
import { messageOf } from '../../story/text/messageOf'
import { spellingCorrections, isRightIn, Speller, startEngine, type SpellEngine } from './speller'
import type { SpellAnswer, SpellRequest } from './spellMessages'

const pageAddress = new URL('/', globalThis.location.href)
let engine: Promise<SpellEngine> | undefined
/** A dictionary is read when its first word is asked about. */
const spellers = new Map<DictionaryName, Promise<Speller>>()

async function read(address: string | URL): Promise<Response> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${String(address)}: ${response.status}`)
  return response
}

async function open(name: DictionaryName): Promise<Speller> {
  engine ??= read(wasmAddress).then(async (file) => startEngine(await file.arrayBuffer()))
  const file = async (part: string): Promise<string> =>
    (await read(new URL(`${DICTIONARY_FOLDER}/${name}/${part}`, pageAddress))).text()
  const [started, affixes, words] = await Promise.all([engine, file('index.aff'), file('index.dic')])
  return new Speller(name, started, affixes, words)
}

function spellerOf(name: DictionaryName): Promise<Speller> {
  let speller = spellers.get(name)
  if (!speller) spellers.set(name, (speller = open(name)))
  return speller
}

async function answer(request: SpellRequest): Promise<SpellAnswer> {
  const { id, language } = request
  try {
    const ready = await Promise.all(dictionariesOf(language).map(spellerOf))
    return {
      id,
      words:
        request.ask === 'wrong'
          ? request.words.filter((word) => !isRightIn(ready, word))
          : spellingCorrections(ready, request.word),
    }
  } catch (error) {
    return { id, why: messageOf(error) }
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<SpellRequest>) => {
  void answer(data).then((given) => globalThis.postMessage(given))
})
