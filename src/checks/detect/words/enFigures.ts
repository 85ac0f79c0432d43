import type { LanguageWords } from './languageWords'

/** Figures in words, and words before numbers that are names. Lists and sources are in en.ts. */
export const ENGLISH_FIGURES: Pick<LanguageWords, 'figures' | 'notFigures' | 'designators'> = {
  figures: [
    {
      find:
        '(?:one|a|@number)[- ](?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|' +
        'tenth)s?(?= of\\b|\\b(?! \\w))|(?:one|@number)-(?:@fraction)' +
        '|half(?= (?:of|a|an|the|its|his|her|their|all|those|these|were|are|had|have|said|what|' +
        'full|empty|built|finished|price|capacity|pay|speed|strength)\\b)|(?:one|a)[- ]half|half (?:as|' +
        'that|this)' +
        '|(?:by|in|into|over|under|about|nearly|almost|than|another|first|cut|cuts|only|just) half(?! ' +
        '(?:term|time|past|hour|way|mast|price|brother|sister)\\b)' +
        '|(?:(?:@tens)(?:[- ](?:one|@number))?|@number|one(?=[- ](?:@scale|@unit)\\b| in (?:@number|' +
        '@tens)| out of )|an?(?= (?:@scale)\\b))' +
        '(?:[- ](?:@scale)s?)*(?: and (?:@tens|@number|one)(?:-(?:one|@number))?(?=[- ](?:@unit)\\b))?' +
        '|(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions|lakhs|crores)(?= of\\b|\\b)' +
        '|twice|thrice' +
        '|(?:re)?(?:doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing)|(?:tripl|trebl|quadrupl|quintupl|' +
        'halv)(?:es?)(?= (?:to|in|its|the|their|over|since|from))' +
        '|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand)-?fold',
      lower: true,
    },
    { find: '(@ordinals)(?= (?:@turn)\\b)', lower: true },
    { find: '(@higherOrdinals)(?= @l+)', lower: true },
    '(?:@number|\\d+|one) (?:out of|in) (?:every )?(@number|@tens|\\d+)',
    '(?:several|a few|some|many) (hundred|thousand|million|billion|dozen|lakh|crore)',
    '(?:more than|less than|over|nearly|almost|at least|about|under|half|part of) (an? (?:decade|year|century|' +
      'month|week|hour|mile|kilomet(?:er|re)|dozen|kilo|kilogram|pound|ton|tonne|lit(?:er|re)|gallon|' +
      'met(?:er|re)|acre|hectare|minute|second(?! @l)|day|fortnight|million|billion))',
    '(zero) (?:percent|per cent|degrees|points|goals)|below (zero)',
    // None in words. “No one knows” and “zero tolerance” count nobody.
    '(zero) (?:people|men|women|children|@l{3,}s|(?:out )?of (?:the|these|those|@number|\\d))',
    '(@noOne)(?: (?:else|aboard|on board|inside|nearby|on the ground|in the (?:@w )?@w))? (?:(?:@became) (?:@fate)|@fell)',
    '(?:kill|hurt|injur|wound|harm)(?:ed|ing|s)? (@noOne)',
    '(none) of (?:the|them|those|these|its|their|his|her)(?: @w){0,3} (?:(?:@became) (?:@fate)|@fell)',
    '(none|not one|not a (?:soul|single @w)|only one|just one|one)(?: of (?:the|them|those|these|its|their|his|her)' +
      '(?: @w){0,3})? (?:@fell)',
    '(no) (?:(?:@w )?(?:or|and) )?(?:deaths|injuries|casualties|fatalities|survivors)(?! (?:@l{2,} )?comment)',
    // One and two in words, where people are counted. “One man said” and “both sides” count nobody.
    '(one) (?:other |more )?(?:@person)(?:,? aged \\d+,| \\(\\d+\\))? (?:(?:@became) (?:@fate)|@fell)',
    '(one) (?:@person )?(?:dead|killed|injured|hurt|wounded|missing)(?= (?:in|after|as|at|and|by|near|on)\\b|[.,;:]|$)',
    '(?:at least|exactly) (one) (?:other )?(?:@person)',
    '(one) (?:@person) and (?:@number|\\d+|one|an?) (?:@person|@people)',
    '(?:@number|\\d+|one) (?:@person|@people) and (one) (?:@person)',
    '(both)(?: of (?:them|the @w|@w @w)| (?!and )@w)? (?:(?:@became) (?:@fate)(?! and)|@fell)' +
      '|(both) dead(?= |[.,;]|$)|(?:were|are|was) (both) (?:@fate)(?! and)',
    '(?:kill|hurt|injur|wound|arrest|detain|sav|rescu)(?:ed|ing|es|s)? (both)' +
      '(?=[.,;]|$| of\\b| (?:@people)(?! and (?!@l+ing\\b)))',
    '(a couple) of (?!things?\\b|words?\\b|thoughts\\b|ideas\\b)(?=@l|\\d)|(a couple) (?:hundred|thousand|million|dozen)',
    '(?:@number|one|nil|love)[- –](nil|love|all)(?=[- .,;]|$)|(nil)[- –](?:@number|one|nil)',
    '(a (?:mile|kilomet(?:er|re)|met(?:er|re)|inch|foot|yard|tonne?|lit(?:er|re)|gallon|fortnight)) ' +
      '(?:wide|long|deep|high|tall|away|thick|off|apart|across|up|below|above|from|of|or|an? @w)',
    '(?:by|with|without|lost|won|for|cast|from) (a single) (?:@w )?(?:vote|point|goal|run|seat|penny|' +
      'cent|dollar|pound|stroke|shot|second|game|set|day)',
    '(?:kill|injur|wound|arrest|hurt|left|leav|hospitali[sz]|captur|rescu|sav|detain|charg)(?:ed|ing|' +
      'es|s)? (?:at least |only |just )?(one)(?= (?:dead|person|man|woman|child|boy|girl|soldier|' +
      'officer|civilian|worker|passenger|other|and)|[.,;]|$)',
    '(one) (?:other )?(?:person|soldier|civilian|worker|passenger|student|officer|firefighter|' +
      'rescuer|vote|seat|goal|point|run)(?! of)(?= (?:was|is|were|has|had|died|dead|short|behind|ahead|' +
      'clear|each|and|in|remains?))',
    '(?:multi-?)(million|billion)',
    '(?:by|of|another|an?|to) (?:an? )?((?:quarter|half|quarter of a|half a|three-quarters? of a)[- ](?:percentage )?point)(?!@l)',
    '(all but (?:one|@number))(?= (?:of|@l+))',
    // How often, how old, how long.
    '(double|triple|quadruple) (?:murder|killing|homicide|bombing|stabbing|shooting)s?',
    'in (?:his|her|their) (?:early |mid[- ]|late )?(twenties|thirties|forties|fifties|sixties|seventies|eighties|' +
      'nineties)(?![- ](?:style|music|fashion|look))',
    '(?:jailed|imprisoned|sentenced|suspended|banned)(?: for| to)? (an? (?:month|year|decade|week))',
    '(an? (?:kilo|kilogram|kilogramme|tonne|gram|gramme|ounce|barrel)) of ' +
      '(?!(?:laughs|prevention|sense|truth|decency)\\b)@w',
    '((?:single|double|triple)[- ]digits?)',
    '(an? (?:clear |large |vast |slim |narrow |simple |overwhelming )?majority) of (?!one\\b)',
    '(a couple)(?: who @w)? (?:(?:@became) (?:@fate)|@fell)',
    '(?:@number|one|zero|@tens) (point) (?:@number|one|zero|nought|oh)',
  ],
  notFigures: [
    'a (?:third|fourth|fifth|sixth) (?:man|woman|person|suspect|witness|boy|girl|driver|officer|' +
      'option|car|way|time round)',
    '(?<!of )(?:@pointing) (?:three|four|five|six|seven|eight|nine|ten)(?!-@l|[- ](?:(?:@scale)s?[- ])*(?:@unit)\\b)',
    '(?:@pointing) two(?![- ](?:(?:@scale)s?[- ])*(?:@unit)\\b)',
    'third (?:party|parties|person|persons|hand|world|reich|estate|degree|rail|wheel|way|age|floor|' +
      'grade)|fourth estate|fifth column|' +
      'sixth sense|cloud nine|seventh heaven|(?:first|second|other) half|eleventh hour|(?:third|fourth|' +
      'fifth|sixth|seventh|eighth|ninth|tenth) (?:floor|grade|grader|street|avenue)',
    'on all fours|two-way|four-wheel|three-piece|two-faced|two-tone|four-letter|ten-gallon|' +
      "nine-to-five|twenty-(?:first|one) century|(?:@number|@tens) o'clock",
    'one (?:day|night|morning|evening|afternoon)(?=,| (?:he|she|they|it|in|after|when|the|soon|be|last|this)\\b)',
    'zero (?:hours|emissions|days|sums|rates|gs)',
    'one or two|two by two|two cents worth|in two minds|at sixes|a million thanks|thanks a million',
  ],
  designators:
    'boeing|airbus|embraer|cessna|antonov|tupolev|ilyushin|apollo|artemis|falcon|soyuz|shenzhou|' +
    'hwasong|nuri|windows|iphone|ipad|galaxy|xbox|' +
    'playstation|formula|article|articles|section|sections|chapter|title|rule|rules|proposition|' +
    'resolution|directive|clause|amendment|route|' +
    'highway|interstate|motorway|room|flight|channel|radio|level|type|model|class|catch|studio|' +
    'terminal|gate|pier|platform|reactor|unit|phase|' +
    'pool|page|pages|paragraph|paragraphs|line|lane|exit|track|bus|tram|ward|district|precinct|zone|' +
    'area|grade|act|scene|verse|psalm|lot|' +
    'item|step|question|figure|table|tier|category|stage|group|block|building|apartment|suite|unit|box|' +
    'hangar|hall|dock|berth|bay|cell|' +
    'camp|fort|engine|ladder|battalion|squadron|case|exhibit|appendix|annex|schedule|form|bill|agent|' +
    'season|episode|series|volume|part|' +
    'version|mark|world war|super bowl|covid|mach|public law|pub\\. l\\.|opus|op\\.|no\\.|nos\\.|number|sgt\\. |ps',
}
