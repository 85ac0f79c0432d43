/**
 * Common small words by which a sentence in Latin letters shows its language. The first four languages have word
 * tables; the others are told apart so that a sentence in them warns.
 *
 * Sources: the most frequent function words of each language in the Leipzig Corpora Collection (news, 2020), by hand;
 * words that are frequent in several of these languages stand in each of their lists.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en:
    'the of and to in that is was for it with we have this are but they you will our a an at by from ' +
    'on as be been were had has he she his her ' +
    'him their them its who which what when where there than not no or if about after before into over ' +
    'said says would could should can may ' +
    'did does do one all any more most other some such only out up down off so then also because while ' +
    'during between under against through ' +
    'since until without within never every each both many much few those these i my your us me nobody ' +
    'how why just still even back told asked ' +
    'called left went made new first last two three',
  de:
    'der die und das zu den mit auf für ist dem nicht ein eine auch wir haben sie wird in im von des ' +
    'sich er es an als bei nach um am aus wie ' +
    'einen einem einer eines war waren hat hatte wurde wurden werden dass daß noch nur oder aber so ' +
    'zum zur vom über unter vor bis durch gegen ohne ' +
    'kein keine mehr sein seine ihre ihr ich mein man kann soll sagte sagt dann wenn weil nie jede ' +
    'jeder jedes diese dieser zwischen seit beim rund etwa ' +
    'erst alle allen ins wieder weiter doch sehr immer hier wo sind',
  fr:
    'le la les des et une est que qui dans pour pas sur nous avons cette avec sont un du de en à au ' +
    'aux il elle ils elles se sa son ses leur leurs ' +
    'ce ces ne plus par ou où mais ont été était être avait a y on je tu vous lui dont comme sans sous ' +
    'entre chez vers depuis après avant tout tous ' +
    'toute très aussi moins même deux dit selon lors fait jamais aucun aucune si son notre votre mes ' +
    'nos près quelque contre',
  es:
    'el los las de que y en una por con para del nosotros hemos esta más pero la un se su sus lo al es ' +
    'no a le les como o ha han fue era son ser sin ' +
    'sobre entre hasta desde este estos estas ese esa ya también muy cuando donde porque ni si me mi ' +
    'nos tras ante según dijo está están había todo ' +
    'todos toda dos cada nunca menos unos unas hay casi antes aún contra durante mientras nuevo nueva nuevos nuevas',
  pt:
    'o os as de que e em uma por com para do da dos das no na nos nas um se seu sua não mais foi ao à ' +
    'aos pelo pela ou são ser está também já como ' +
    'mas quando entre depois sem até muito disse eu ele ela isso este esta há segundo ainda era tem contra durante',
  it:
    'il lo la gli le di che e in una per con del della dei delle nel nella un si non è sono da dal ' +
    'dalla al alla ai anche come ma più ha hanno stato ' +
    'era essere questo questa tra fra suo sua sul sulla quando dopo senza ogni tutti ci lui lei detto nei degli i ed',
  nl:
    'de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog ' +
    'naar heeft door over ze zich hij worden wordt werd ' +
    'hebben deze die geen meer wel zou kan tegen na tot onder ik je wij we haar hun wat was waren zei',
  sv:
    'och att det som en på är av för med den till inte om ett han men var jag sig från vi så kan när ' +
    'år under också nu hade har de ska skulle efter ' +
    'vid där ut man eller hon mot alla blev sade säger',
  da:
    'og at det som en på er af for med den til ikke om et han men var jeg sig fra vi så kan når år ' +
    'under også nu havde har de skal skulle efter ved der ' +
    'ud man eller hun mod alle blev blir siger sagde ble etter også',
  fi:
    'ja on ei se että oli hän joka mutta ovat myös kun niin sen tai olla ole mukaan kuin jo vain sitä ' +
    'jos nyt noin vuoden sekä ollut hänen tämä',
  pl:
    'i w na z nie się do to że jest o jak za po od przez ale dla tym był była tego są oraz który która ' +
    'które może już tylko co czy tak jego jej przy',
  cs:
    'a v na se je že s do o z to i ve by pro si po jako ale za podle jsou byl bylo byla který která jeho ' +
    'jen až také od už při není což jak',
  tr:
    've bir bu da de için ile olarak çok daha olan gibi kadar sonra ne var en o ama değil dedi yıl yeni ' +
    'ise her şey büyük göre olduğunu',
  vi:
    'và của là có trong được cho không với các những một này đã người khi từ về ra đến tại năm theo sẽ ' +
    'cũng như để ông bà vào',
  id:
    'yang dan di ini itu dengan untuk dari pada dalam tidak akan ke juga oleh adalah ada karena telah ' +
    'bahwa mereka kata sudah saat atau lebih bisa para',
  ro:
    'și de la în a cu pe nu că o din un este pentru care mai se ce să sunt fost după au lui ale dar prin ' +
    'sau acest această ca fi',
  hu:
    'a az és hogy nem is egy volt meg ez de csak már el még van mint azt ha vagy után szerint lesz ki ' +
    'kell nagyon akkor minden',
  ca:
    'el la els les de que i en una per amb a dels un no és al es va més del són ha però com seva aquest ' +
    'aquesta també ser entre segons',
  // Of the rest, hardly a word that one of the first four languages has.
  sw:
    'na ya wa kwa katika za cha vya kuwa hii hiyo baada yake wake watu alisema amesema kutoka hata lakini ambao ' +
    'ambayo kumi mwaka jana',
  tl:
    'ang ng mga na sa ay ito siya niya nang mula hindi noong kanyang sila kung rin din pero dahil ayon isang ilang ' +
    'tao kay kagabi',
  hr: 'je da su iz što koji koja koje nije bio bila će kako ili nakon koje prema bez samo još već',
  et: 'ja ei oli kui mis aga ning siis oma ta nii üle pole juba kes ka pärast',
  lt: 'ir yra kad iš į tai kaip bet buvo nuo dėl apie jau per',
  lv: 'ir ka uz kas arī bija pēc lai bet tika gada nav',
}

/** Letters that only few languages have. */
export const TELLING_LETTERS: readonly (readonly [string, string])[] = [
  ['ß', 'de'],
  ['äöü', 'de fi sv hu tr'],
  ['ñ¿¡', 'es'],
  ['œêèùîûâ', 'fr'],
  ['ãõ', 'pt'],
  ['ø', 'da'],
  ['å', 'sv da fi'],
  ['łąęśźż', 'pl'],
  ['řěůťď', 'cs'],
  ['ğış', 'tr'],
  ['ăâđơưạảấầẩậắằặẹẻếềểệịọỏốồổộớờởợụủứừửựỳỵ', 'vi'],
  ['șț', 'ro'],
  ['őű', 'hu'],
]
