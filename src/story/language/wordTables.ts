interface WordTable {
  readonly negation: string
  readonly number: string
  readonly hedge: string
  /** Sounds of hesitation. Omitting one is an elision. Phrases are separated by "|". */
  readonly filler: string
}

/**
 * Words for negation, counting, hedging and hesitation in each language: data for speakers of the language to read and
 * extend. Phrases are separated by "|". A phrase of several words is written with spaces. Chinese, Japanese and Korean
 * phrases are compared by character; a space at an end requires one there ("안" is not in "안전").
 */
export const WORD_TABLES: Readonly<Record<string, WordTable>> = {
  en: {
    negation:
      'not|no|never|none|nothing|nobody|nowhere|neither|nor|cannot|without|hardly|barely|scarcely|non|' +
      'unless|refuse|refused|deny|denied|lack|fail|failed|far from|except|aint',
    number:
      'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|' +
      'sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|' +
      'hundreds|thousand|thousands|million|millions|billion|billions|trillion|dozen|dozens|half|twice|' +
      'double|triple|first|second|third|quarter|percent|percentage',
    hedge:
      'maybe|perhaps|possibly|probably|likely|unlikely|might|may|could|would|should|seem|seems|seemed|' +
      'appear|appears|appeared|apparently|allegedly|reportedly|supposedly|about|around|almost|nearly|' +
      'roughly|approximately|some|somewhat|kind of|sort of|i ' +
      'think|think|believe|guess|suppose|hope|if|sometimes|often|usually|partly|mostly|largely|more ' +
      'than|less than|fewer than|at least|at most|up to|as many as|only|just|except',
    filler: 'um|uh|umm|uhh|uhm|erm|er|hmm|hm|mm|mmm|mhm|ah|eh',
  },
  de: {
    negation:
      'nicht|nichts|nie|niemals|niemand|nirgends|kein|keine|keinen|keinem|keiner|keines|nein|weder|ohne|kaum|außer',
    number:
      'null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert|tausend|' +
      'million|millionen|milliarde|milliarden|hälfte|halb|drittel|viertel|doppelt|dutzend|prozent|erste|' +
      'zweite|dritte',
    hedge:
      'vielleicht|möglicherweise|wahrscheinlich|vermutlich|wohl|etwa|ungefähr|rund|circa|fast|beinahe|' +
      'könnte|könnten|dürfte|würde|würden|sollte|scheint|angeblich|offenbar|glaube|denke|hoffe|wenn|falls|' +
      'mindestens|höchstens|bis zu|mehr als|weniger als|nur|teilweise|eher',
    filler: 'äh|ähm|öh|hm|hmm|mhm|ehm',
  },
  fr: {
    negation: 'ne|pas|non|jamais|rien|personne|aucun|aucune|ni|sans|guère|nul|nulle|sauf',
    number:
      'zéro|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|cent|mille|million|millions|milliard|' +
      'milliards|moitié|demi|tiers|quart|double|premier|première',
    hedge:
      'peut-être|peut être|probablement|sans ' +
      'doute|environ|presque|quelque|quelques|pourrait|pourraient|devrait|semble|apparemment|crois|pense|' +
      'espère|si|au moins|au plus|plus de|moins de|jusqu’à|seulement|plutôt',
    filler: 'euh|heu|hum|hein',
  },
  es: {
    negation: 'no|nunca|jamás|nada|nadie|ningún|ninguno|ninguna|ni|sin|tampoco|salvo|excepto',
    number:
      'cero|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|treinta|cien|ciento|mil|millón|millones|' +
      'mitad|medio|tercio|cuarto|doble|primer|primera',
    hedge:
      'quizá|quizás|tal vez|acaso|probablemente|posiblemente|casi|cerca de|alrededor ' +
      'de|unos|unas|podría|podrían|debería|parece|creo|pienso|espero|si|al menos|más de|menos ' +
      'de|hasta|sólo|solo|supuestamente',
    filler: 'eh|em|ehm|este|mmm',
  },
  ko: {
    negation: ' 안 |않| 못 |못하|못했|못한|못할|없|아니|아닌|말라|말고|지 마|모르|모른|절대|결코|전혀',
    number:
      '하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열 명|열 번|한 명|두 명|세 명|한 번|두 번|세 번|두 배|세 배|절반|수십|수백|수천|수만|억|조 원|퍼센트| 첫 ',
    hedge:
      '아마|혹시|어쩌면| 약 |정도|가량|쯤|거의|대략|것 같|듯|수 있|수도|지도 모|생각|바라|만약|면 |최소|최대|적어도|이상|이하|미만|까지|대체로|다소|일부',
    filler: '음|으음|어어|에에|흠',
  },
  ja: {
    negation: 'ない|なかっ|なく|なけれ|ません|ずに|無い|無く|不可能|不十分|未定|否定|否認|決して|全然',
    number:
      '一人|二人|三人|一つ|二つ|三つ|一回|二回|三回|一度|二度|数十|数百|数千|百万|千万|億|兆|半分|倍|パーセント|割|初めて',
    hedge:
      'たぶん|多分|おそらく|恐らく|かもしれ|だろう|でしょう|と思|約|およそ|ほぼ|ほとんど|くらい|ぐらい|程度|ようだ|ように|らしい|そうだ|もし|以上|以下|未満|まで|だけ|のみ|少なくとも|可能性|はず',
    filler: 'えー|えーと|えっと|ええと|あのー|あのう|うーん|まあ|んー',
  },
  zh: {
    negation:
      '不|没|沒|无法|無法|无人|無人|并无|並無|毫无|毫無|从未|從未|未曾|未能|尚未|未必|并非|並非|绝非|絕非|别再|別再|勿|否认|否認|除了',
    number: '三|四|五|六|七|八|九|十|两|兩|百|千|万|萬|亿|億|一半|倍|第一',
    hedge:
      '可能|也许|也許|或许|或許|大概|大约|大約|约|約|左右|几乎|幾乎|似乎|好像|据说|據說|应该|應該|恐怕|如果|至少|最多|以上|以下|只|仅|僅|我想|认为|認為|希望|不到|超过|超過',
    filler: '嗯|呃|额|啊|哦',
  },
  ar: {
    negation: 'لا|لم|لن|ليس|ليست|لسنا|ليسوا|ما|غير|دون|بدون|كلا|أبدا|أبدًا|ولا|ولم|ولن|إلا|سوى|عدم',
    number:
      'صفر|واحد|واحدة|اثنان|اثنين|ثلاثة|ثلاث|أربعة|أربع|خمسة|خمس|ستة|ست|سبعة|سبع|ثمانية|تسعة|عشرة|عشر|عشرون|' +
      'عشرين|مئة|مائة|ألف|آلاف|مليون|ملايين|مليار|نصف|ثلث|ربع|ضعف|أول',
    hedge:
      'ربما|قد|لعل|لعله|يمكن|محتمل|نحو|حوالي|تقريبا|تقريبًا|قرابة|يبدو|أعتقد|نعتقد|أظن|آمل|إذا|لو|على ' +
      'الأقل|على الأكثر|أكثر من|أقل من|فقط|بعض',
    filler: 'اه|آه|أه|إم|اممم',
  },
  ru: {
    negation: 'не|нет|ни|никогда|ничего|никто|нигде|без|нельзя|кроме',
    number:
      'ноль|один|одна|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|двадцать|сто|тысяча|тысячи|' +
      'тысяч|миллион|миллионов|миллиард|половина|треть|вдвое|первый',
    hedge:
      'может|возможно|вероятно|наверное|примерно|около|почти|бы|кажется|якобы|думаю|надеюсь|если|хотя ' +
      'бы|более|менее|не более|до|только|лишь|отчасти',
    filler: 'э|ээ|эм|мм|хм',
  },
}

/** Small words that distinguish languages of one script. */
export const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for it with we have this are but they you will our',
  de: 'der die und das zu den mit auf für ist dem nicht ein eine auch wir haben sie wird',
  fr: 'le la les des et une est que qui dans pour pas sur nous avons cette avec sont',
  es: 'el los las de que y en una por con para del nosotros hemos esta más pero',
}
