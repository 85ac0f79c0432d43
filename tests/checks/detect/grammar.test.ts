/**
 * The grammar of comparison, a language at a time: what claims something, and words beside it that claim nothing. The
 * committed `grammar` halves measure many more; here stands one sentence for each rule.
 */
import { describe, expect, it } from 'vitest'
import type { StatementKind } from '../../../src/checks/detect/statement'
import { statementsOf } from '../../../src/checks/detect/statementsOf'

const CLAIMS: ReadonlySet<StatementKind> = new Set(['quote', 'figure', 'superlative'])
const claimsIn = (text: string): readonly string[] =>
  statementsOf({ role: 'paragraph', text, spans: [] })
    .filter(({ kind }) => CLAIMS.has(kind))
    .map(({ kind, words }) => `${kind}: ${words}`)

describe('a superlative or comparison is seen in', () => {
  it.each([
    ['Velay est la commune qui recycle le moins.', 'moins'],
    ['Les villes les mieux dotées conservent leurs lignes.', 'mieux dotées'],
    ['C’était le dernier moulin de la vallée.', 'dernier'],
    ['Le pétrole a touché un sommet à Londres.', 'sommet'],
    ['La Pologne arrive deuxième du palmarès.', 'deuxième'],
    ['Les importations dépassent les exportations.', 'dépassent les exportations'],
    ['La vallée n’avait jamais connu une crue.', 'jamais connu'],
    ['Jamais le fleuve n’était monté jusqu’aux halles.', 'Jamais le fleuve n’était'],
    ['C’est la première réunion du conseil depuis la grève.', 'première réunion du conseil depuis'],
    ['L’équipe joue moins bien que l’an dernier.', 'moins bien que'],
    ['Le pays est devenu le deuxième exportateur de cacao.', 'deuxième exportateur'],
    ['C’est l’un des rares ateliers à travailler le buis.', 'rares'],
    ['Les ventes sont en deçà des prévisions.', 'en deçà des prévisions'],
    ['El Betis lidera la tabla.', 'lidera la tabla'],
    ['Los ingresos superaron las previsiones.', 'superaron las previsiones'],
    ['La bolsa cayó a mínimos de octubre.', 'mínimos de'],
    ['España ocupa el tercer puesto de la lista.', 'tercer puesto de'],
    ['La vacuna es igual de eficaz que la anterior.', 'igual de eficaz que'],
    ['Der Euro stieg auf ein Dreimonatshoch.', 'Dreimonatshoch'],
    ['In keinem Land sind die Mieten so stark gestiegen.', 'keinem Land sind die Mieten so stark'],
    ['Der Kanzler ist unbeliebter denn je.', 'unbeliebter denn je'],
    ['Zum ersten Mal fährt die Bahn ohne Fahrer.', 'Zum ersten Mal'],
    ['Bremen steht an der Spitze der Liga.', 'an der Spitze'],
    ['Der Hafen ist so groß wie der von Triest.', 'so groß wie der'],
    ['The senator leads in the polls.', 'leads in the polls'],
    ['He was the last blacksmith in the valley.', 'was the last'],
    ['The film topped the box office.', 'topped the box office'],
    ['The firm is Europe’s number two.', 'Europe’s number two'],
    ['이 다리가 훨씬 길다.', '훨씬'],
    ['득표율에서 앞섰다.', '에서 앞섰'],
    ['환율이 연고점을 찍었다.', '연고점'],
    ['客がいちばん多いのは春だ。', 'いちばん'],
    ['国内最後の蒸気機関車が引退した。', '国内最後'],
    ['税収は見込みを超えた。', '見込みを超え'],
    ['米国に次いで多い。', 'に次いで'],
    ['男子百メートルで日本新を出した。', '日本新'],
    ['产量仅次于巴西。', '仅次于'],
    ['全国没有第二座这样的塔。', '没有第二座'],
    ['收入远超预期。', '远超'],
    ['Beim ersten Treffen am Rhein seit sechs Jahren sprachen sie lange.', 'ersten Treffen am Rhein seit '],
    ['It was the best picture of the war.', 'best'],
    ['Dealers saw a sharper fall in sales.', 'sharper fall'],
    ['Growers earn as little as their rivals do.', 'as little as their rivals do'],
    ['Am Bodensee ist es wärmer.', 'wärmer'],
    ['Der Verband rechnet damit, dass die Karten teurer werden.', 'teurer werden'],
    ['Die Werft leidet unter schwächerer Nachfrage.', 'schwächerer Nachfrage'],
    ['Il a battu Brest, meilleure attaque du championnat.', 'meilleure'],
    ['Le pain vient de Velay, plus petit village du canton.', 'plus petit'],
    ['Le filtre est aussi utile en été qu’en hiver.', 'aussi utile'],
    ['수출이 더 줄었다.', '더 줄었'],
    ['来年は米の値段がもっと下がる。', 'もっと'],
    ['味道比不上旧店。', '比不上'],
    ['山区的夜晚会更冷。', '更冷'],
  ])('%s', (text, words) => expect(claimsIn(text)).toContain(`superlative: ${words}`))
})

describe('nothing is claimed in', () => {
  it.each([
    'Kansas left the Big 12 in July.',
    'The Dow 30 closed flat.',
    'Der 1. FC Köln hat verloren.',
    'Er spielt in der 1. Bundesliga.',
    'Las víctimas del 11-M piden respeto.',
    'Invité du 20 heures de TF1, il a refusé.',
    '七国集团外长发表声明。',
    'It was nominated for Best Picture and Best Actor.',
    'The first witness testified in the morning.',
    'The first-term senator voted with the majority.',
    'Das Erste zeigt den Film am Abend.',
    'Am ersten Weihnachtstag schneite es.',
    'Beim ersten Treffen am Rhein sprachen sie lange.',
    'La plus haute juridiction a tranché.',
    '지금 가장 필요한 것은 물이다.',
    '첫 방문지는 광주였다.',
    'La victime n’avait jamais porté plainte.',
    'Aucun blessé n’a été signalé dans l’effondrement.',
    'Aucun suspect n’a été vu dans la rue.',
    'Le premier convoi humanitaire a franchi le poste-frontière.',
    'Une première audience s’est tenue à huis clos.',
    'La plupart du temps, la rue est déserte.',
    'Elle avait reçu le César du meilleur espoir féminin.',
    'Le double vitrage a éclaté sous la grêle.',
    'Le théâtre a installé un rideau neuf dans la salle.',
    'Sept-Îles attend la neige.',
    'La Ligue 1 reprend ses droits vendredi.',
    'El primer detenido guardó silencio.',
    'Los regantes piden más agua.',
    'Nadie ha reclamado el atentado.',
    'La actriz ganó el Goya a la mejor actriz.',
    'El doble acristalamiento evita el ruido.',
    'Der Eurocity 171 blieb stehen.',
    'Der erste Spatenstich ist geplant.',
    'Nichts anderes habe er gemeint.',
    'Um acht beginnt das Konzert.',
    'The worst is over, the doctor said.',
    'He never replied to the letter.',
    'The S&P 500 was flat.',
    '가장 좋아하는 노래를 불렀다.',
    '두 팀은 다시 만난다.',
    '302호에서 불이 났다.',
    '첫 공판이 열렸다.',
    '最高気温の予報が出た。',
    '平成3年に建てられた。',
    'のぞみ15号が遅れた。',
    '二人組の男が逃げた。',
    '春一番が吹いた。',
    '最悪の事態は避けられた。',
    '百分比没有公布。',
    '两人和解。',
    '最佳男主角奖空缺。',
    '沪深300指数未开盘。',
    'The painter moved to a smaller studio.',
    'They get as much as they can.',
    'Die Lage wird immer teurer.',
    'Autant dire que la séance a tourné court.',
    'Le maire a aussi annoncé que la halle ferme.',
    'Le maire est parti, plus précisément en train de nuit.',
    '한 번 더 늘어놓았다.',
    '종로3가역 출입구가 닫혔다.',
    'もっと強くなりたい。',
    'ふたりとも黙っていた。',
    '五道口的书店开到深夜。',
    '让生活更好。',
    '网站已更新。',
  ])('%s', (text) => expect(claimsIn(text)).toEqual([]))
})

describe('a number before a verb is still counted where something counts it', () => {
  it.each([
    ['À Paris 300 manifestants ont défilé.', 'figure: 300 manifestants'],
    ['In der Halle 300 junge Menschen.', 'figure: 300 junge'],
    ['Le Sénat 12 fois saisi a refusé.', 'figure: 12 fois'],
    ['今季5号本塁打を放った。', 'figure: 5'],
    ['À Paris, un tiers sont absents.', 'figure: un tiers'],
    ['Il reste trois ateliers, dont un tiers fermé.', 'figure: un tiers fermé'],
    ['Nach zwölfeinhalb Jahren kam er frei.', 'figure: zwölfeinhalb Jahren'],
    ['漁師ふたりが助けられた。', 'figure: ふたり'],
    ['乗客ひとりが死亡した。', 'figure: ひとり'],
    ['구청은 종로3가구를 도왔다.', 'figure: 3'],
    ['임대주택 300호 공급을 약속했다.', 'figure: 300'],
  ])('%s', (text, found) => expect(claimsIn(text)).toContain(found))
})

describe('a digit before a word that only ends like a comparative is no comparison', () => {
  it.each([
    ['On 4 November they met.'],
    ['Police said on 3 September that the road was shut.'],
    ['They spoke of 5 October and 6 December.'],
    ['It killed 4 other people.'],
    ['She met 3 former ministers and 2 officers.'],
    ['The No. 2 officer spoke on page 3 of Channel 4.'],
  ])('%s', (text) => expect(claimsIn(text).filter((claim) => claim.startsWith('superlative'))).toEqual([]))

  it('but one that is a comparative is', () =>
    expect(claimsIn('Prices are 3 percent higher.').filter((claim) => claim.startsWith('superlative'))).toHaveLength(1))
})
