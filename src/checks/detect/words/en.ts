import { ENGLISH_FIGURES } from './enFigures'
import { ENGLISH_SET_PHRASES } from './enSetPhrases'
import type { LanguageWords } from './languageWords'

/** The noun of a record: "a record profit", not "a record store". */
const RECORDED =
  'highs?|lows?|numbers?|levels?|profits?|loss|losses|turnout|sales|amounts?|sums?|years?|time|heat|' +
  'cold|rain|rainfall|snow|snowfall|' +
  'drought|floods?|flooding|temperatures?|exports|imports|crowds?|crop|harvest|output|production|' +
  'revenues?|earnings|income|dividends?|' +
  'fines?|budget|deficit|surplus|spending|debt|prices?|pace|streak|attendance|audience|bids?|sum|' +
  'payouts?|payments?|settlement|donations?|' +
  'votes?|win|wins|victory|defeat|margin|share|demand|supply|growth|inflation|unemployment|speed|' +
  'distance|haul|tally|total|figures?|' +
  'transfer|fee|goals?|medals?|wages?|rents?|waits?|backlog|investment|traffic|visitors?|passengers?|' +
  'tourists?|cases|deaths|seizure|melt|' +
  'warmth|winds?|waves?|run|\\d+(?:st|nd|rd|th)|breaking|setting|holder|holders|equal\\w*'
/** What may be "top" or "leading" by a count. Judges, aides and officials are so by rank. */
const COUNTED =
  'exporters?|importers?|producers?|suppliers?|sellers?|buyers?|scorers?|earners?|destinations?|' +
  'performers?|lenders?|employers?|' +
  'trading partners?|makers?|markets?|ranked|rated|paid|seed|seeded|spenders?|donors?|contributors?|' +
  'consumers?|causes?|growers?|' +
  'manufacturers?|emitters?|polluters?|investors?|carriers?|brands?|retailers?|builders?|oil|gas|' +
  'goalscorers?|runners?|scoring|grossing|' +
  'selling|earning|priced|prize|spot|rank|ranking|score|speed'
const NUMBER =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|' +
  'seventeen|eighteen|nineteen'

export const ENGLISH_WORDS: LanguageWords = {
  sources: [
    'Quirk et al., A Comprehensive Grammar of the English Language, 1985, 7.74-7.90 and 15.63-15.75: comparison',
    'The Associated Press Stylebook, "superlatives", "numerals", "first, firstly"',
    'Words in -est that are no superlatives: read off English word lists by hand',
  ],
  lists: {
    noSuperlative:
      'interest|disinterest|request|protest|arrest|test|retest|pretest|west|midwest|northwest|' +
      'southwest|rest|guest|harvest|invest|reinvest|' +
      'divest|suggest|contest|honest|dishonest|modest|immodest|manifest|digest|ingest|nest|vest|pest|' +
      'chest|zest|jest|behest|attest|detest|' +
      'infest|molest|earnest|tempest|unrest|wrest|lest|latest|budapest|bucharest|everest|priest|hest|' +
      'est|brest|forrest|trieste|ernest|podest|' +
      'palimpsest|congest|incest|armrest|headrest|footrest|backrest|reddest|prest|blest|celest|tibest|triest',
    number: NUMBER,
    count: `\\d[\\d.,]*|one|${NUMBER}|twenty|thirty|forty|fifty|sixty|hundreds?|thousands?|several|many`,
    ordinal: 'second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+(?:st|nd|rd|th)',
    recorded: RECORDED,
    counted: COUNTED,
    comparative:
      'more|fewer|less|better|worse|longer|faster|higher|lower|bigger|larger|greater|older|younger|' +
      'cheaper|closer|richer|poorer|harder|further|' +
      'farther|stronger|quicker|wider|deeper|safer|smaller|weaker|slower|shorter|taller|lighter|heavier|' +
      'narrower|earlier|later|warmer|colder|cooler|hotter|wetter|drier|louder|quieter|broader|steeper|' +
      'thicker|thinner|tougher|tighter|looser|fresher|newer|finer|dearer|milder|harsher|sharper|softer|' +
      'brighter|darker|cleaner|dirtier|busier|easier|happier|healthier|likelier|deadlier|costlier|' +
      'wealthier|hungrier|angrier|sicker|fitter|fatter|slimmer|calmer|rarer|nearer|shallower|rougher|' +
      'smoother|smarter|wiser|kinder|fairer|firmer|fuller|emptier|greener|bolder|braver|simpler',
    // What is measured: “weaker demand” claims a comparison, “a smaller studio” describes.
    measured:
      'demand|supply|supplies|growth|declines?|drops?|falls?|rises?|increases?|cuts?|gains?|losses|prices?|costs?|' +
      'sales|profits?|margins?|revenues?|earnings|orders|exports?|imports?|output|production|inflation|' +
      'unemployment|turnout|wages?|rents?|rates?|yields?|volumes?|spending|deficits?|surplus(?:es)?|debts?|' +
      'temperatures?|rainfall',
    be: "is|was|were|are|be|been|being|am|'m|'re|'s|felt|seemed|looked|sounded|remain|remains|remained",
    have: "has|have|had|'s|'ve|'d|would|could|will|did|does|do",
    tens: 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety',
    scale: 'hundred|thousand|million|billion|trillion|dozen|lakh|crore',
    unit:
      'seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|percent|per cent|' +
      'percentage points?|points?|' +
      'dollars?|won|yen|euros?|pounds?|yuan|cents?|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|' +
      'inch(?:es)?|tons?|tonnes?|degrees?|' +
      'times?|acres?|hectares?',
    fraction: 'hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?',
    ordinals: 'second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth',
    higherOrdinals:
      'third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|' +
      'fifteenth|sixteenth|seventeenth|' +
      'eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|hundredth|thousandth|millionth|' +
      '(?:@tens)-(?:first|@ordinals)',
    noOne: 'nobody|no one|no-one',
    // People who are counted when something happens to them.
    person:
      'person|man|woman|child|boy|girl|teenager|student|pupil|soldier|officer|policeman|guard|civilian|worker|' +
      'passenger|driver|pilot|firefighter|rescuer|patient|prisoner|hostage|suspect|protester|demonstrator|migrant|' +
      'sailor|tourist|hiker|climber|resident|victim|survivor',
    people:
      'people|men|women|children|boys|girls|teenagers|students|pupils|soldiers|officers|policemen|guards|civilians|' +
      'workers|passengers|drivers|pilots|firefighters|rescuers|patients|prisoners|hostages|suspects|protesters|' +
      'demonstrators|migrants|sailors|tourists|hikers|climbers|residents|victims|survivors',
    // What is counted of people: who died, was hurt, held or saved.
    harm: 'killed|hurt|injured|wounded|harmed|shot|stabbed|drowned',
    fate:
      '@harm|dead|missing|trapped|arrested|detained|charged|jailed|convicted|sentenced|acquitted|hospitali[sz]ed|' +
      'rescued|saved|evacuated|captured|executed|infected|taken to (?:an? )?(?:@w )?hospital|in (?:custody|hospital)|' +
      'unaccounted for|found dead|pulled (?:alive|dead|from)',
    fell: 'died|drowned|perished|survived',
    became:
      '(?:was|were|is|are|has been|have been|had been|got|remains?|remained|was reported|were reported)' +
      '(?: (?:also|still|later|reported|reportedly|seriously|badly|slightly|critically|fatally|feared|believed))?',
    pointing: 'the|these|those|his|her|its|their|our|my|your|both|all|other|any|no|each|every',
    turn:
      'time|straight|consecutive|successive|term|year|season|day|week|month|night|round|attempt|win|' +
      'victory|loss|defeat|title|goal|' +
      'child|victim|death|case|quarter in|place|strike|strikeout|home run|medal|edition',
    of: 'the|a|an|his|her|its|their|our|my|your|this|that',
    nobody: 'no(?:body| one|-one|ne)|nothing|nowhere|hardly anyone|few',
    best: 'best|worst',
    equal: 'equals?|parallels?|precedents?|rivals?|peers?|match|like|comparison',
    high: 'highs?|lows?|peaks?|records?|best|worst',
    ranking:
      'tables?|standings?|leagues?|pile|rankings?|charts?|list|division|groups?|heap|polls?|leaderboard|' +
      'medals?|bill|rota|pyramid|order|index|scale|conference|pack|field|pecking order',
    earlier: 'previous|earlier|former|prior|old|last|usual|normal|average|standing|existing|current|\\d{4}',
  },
  superlatives: [
    '(?:@ordinal[ -]|(?:two|three|four|five|ten|\\d+) )?(@l{2,}est)',
    '(@l+(?:ern|fore|upper|outer|inner|top|hind|lower|utter)most|foremost|topmost|uppermost|innermost|outermost)',
    '(first)',
    '(most|least)',
    '(best|worst)',
    '(one and only)',
    "((?:the|an?|his|her|its|their|our|my|@l+'s|@l+s') only)",
    "(?:the|its|his|her|their|our|a|as|@l+'s|@l+s') (sole|lone)",
    '(?:the )(last) (?:time|of its|of his|of her|of their|of the|remaining|surviving|known|living|such|' +
      'ever|person|man|woman|one)',
    '(never|unprecedented|unparalleled|unmatched|unrivall?ed|unequall?ed|unsurpassed|all-time|peerless|' +
      'matchless|record-\\w+)',
    '(unheard[ -]of|one of a kind|like no other|like none other|second to none|without (?:@equal)|' +
      '(?:no|little|few) (?:@equal)(?! to))',
    '(no other|more than any|than any other|than ever|than anyone|than anybody|than anything|' +
      'nowhere else|no one else|nobody else|not once|unlike any)',
    '(?:was|is|were|are|be|became|become|remains) (?:one of )?the (last)(?! (?:week|year|month|night|minute|word|' +
      'straw|resort|chance|' +
      'thing|day|one in|time (?:he|she|they|i|we)))',
    '(one of (?:the|only a) (?:very )?few)(?= @w)',
    '(leads?|led|leading) (?:@w )?(?:in (?:the |most |national )?polls|the (?:@w )?(?:polls|league|table|' +
      'standings|field|' +
      'race|rankings?|championship|pack|nation|country|division|group|medal|leaderboard)|by (?:\\d|@number))',
    '(?:points?|seconds?|strokes?|places?|seats?|votes?|lengths?|percent|laps?|shots?|\\d%?|finish\\w*|remain\\w*|' +
      'edg\\w+|' +
      'pull\\w*|stay\\w*|well|just|narrowly|far) (ahead of|clear of|behind|adrift of)(?! (?:schedule|time|bars|' +
      'closed|the|a|his|her|him) )',
    '(ahead of) (?:its|his|her|their|all|every|any|the) (?:@w )?(?:rivals?|competitors?|peers|opponents?|pack|' +
      'field|average|challengers?)',
    '(topp(?:ed|ing)|tops|atop) (?:the |a )(?:@w )?(?:@w )?(?:box office|charts?|polls?|table|list|league|' +
      'standings|rankings?|' +
      'medals?|leaderboard|timesheets|podium|division|group)',
    '(overt(?:ook|aken|akes|aking|ake)) (?:@w ){1,4}(?:in the (?:polls|table|standings|rankings|lead)|to become|' +
      'to (?:take|lead)|as|' +
      'for (?:first|second|third|the lead)|on the (?:final|last|line))',
    '(trail(?:s|ed|ing)?) (?:by (?:\\d|@number)|(?:@w ){0,3}in the polls)',
    '((?:half|twice|double|triple|a third|a quarter) (?:that|those) of)|(unassailable|insurmountable|' +
      'record-equall?ing|unbeatable)',
    "(?:@l+'s|world|national|market|industry|sector) (number (?:one|two|three|four))",
    '(@nobody(?: @w){0,2}(?: @have)? ever|no @w (?:@have )?(?:@w )?(?:ever|before)|not a single)',
    '(ever) (?:recorded|built|made|seen|held|known|played|sold|paid|measured|produced|set|found|staged|' +
      'fought|given|taken|to)',
    '(?:@w|\\d+)-(ever)',
    '(record)(?=[- ](?:@recorded)| [$€£¥₩]?\\d)',
    '(?:new|world|national|state|olympic|european|club|league|course|track|school|stadium|season|' +
      "career|season's|personal|all-time|" +
      'franchise|attendance|speed|lap|box-office|previous|old|old-time|a|another|an? @w) (records?)(?! of)',
    '(?:set|sets|setting|broke|breaks|break|breaking|broken|beat|beats|beating|smash\\w*|shatter\\w*|' +
      'equall?\\w*|tied|topp\\w+|hold|holds|held|' +
      "surpass\\w*|eclips\\w*) (?:@of |@w's )?(?:@w ){0,3}(records?)",
    '(?<!\\bthe )(on record)',
    '(records?)(?= (?:was|is|were|has been|had been|fell|tumbled|that had stood|that stood))',
    "(?:the|a|one of the|its|his|her|their|our|@l+'s|@l+s') (?:@w )?(top|leading|premier|chief|" +
      'principal) (?:\\w+ )?(?:@counted)',
    '(top-(?:ranked|rated|selling|grossing|earning|paid|scoring|performing|seeded|flight)|' +
      'leading the world|world-beating|world-leading)',
    '(number[- ]one|no\\. ?1)',
    '(?:rank(?:s|ed|ing)?|finish(?:es|ed)|came|placed|is|was|stands|stood) (?:@w )?((?:dead )?last|' +
      '(?:@ordinal)|no\\. ?\\d+)(?= (?:in|among|of|on|behind|out|place)|[.,;]|$)',
    '((?:\\d+|multi|decade|@number|twenty|thirty|forty|fifty|season|life|lifetime)-?(?:years?|months?|' +
      'weeks?|days?|decades?|centur(?:y|ies))?s?[- ](?:@high))(?! school)',
    '((?:\\d+|multi|@number|twenty|thirty|forty|fifty)-(?:year|month|week|day|decade)s?[- ](?:high|low|peak|record))',
    '(?:an?|their|its|his|her) (all-time|historic|record|lifetime|career|season) (?:@high)',
    '(maiden (?:flight|voyage|title|win|victory|century|appearance|visit)|in living memory|' +
      'in recorded history|of all time|hitherto unknown)',
    '(once-in-a-@w|greatest-ever|biggest-ever|first-ever|first-time)',
    '((?:@w )?(?:top|bottom|foot|head|summit|tail) of (?:the|its|their|his|her) (?:@w |@w-@w ){0,2}(?:@ranking))',
    '((?:rock[ -]|stone[ -]|dead )(?:bottom|last)|(?:top|bottom)-(?:of-the-table|placed|ranked)|rock-bottom|' +
      'sits? (?:top|bottom)|(?:go|goes|went|gone|going|stay|stays|stayed|move|moves|moved|back) top)',
    '(?:(?:shy|short|holder|ahead) of|near|nearing|approach\\w*|match\\w*|chas\\w*|past|toward|' +
      'towards|under|over|beyond|inside|outside|' +
      'below|above|within|take|takes|taking|took|claim\\w*|own|owns|owned|lower\\w*|rais\\w*|extend\\w*|' +
      'improv\\w*) ' +
      '(?:the|his|her|its|a|their|that) (records?)(?! (?:of|book|store|label))',
    '(second only to|next only to|(?:first|last) among|(?:first|last) in the (?:world|country|nation|region|state|' +
      'league|city|history)|ahead of (?:all|every|any)|bar none|' +
      'like never before|as never before|more than at any|than at any|at no (?:other|point|time)|' +
      'in a class of|head and shoulders|without rival|has no rivals?|no rivals?|runner-up|runners-up|' +
      'unbeaten|undefeated|' +
      'winless|invincible|unrepeatable|unprecedentedly|unique (?:in|to|among)|exclusively|' +
      'champions? of the world|undisputed)',
    '(this|so) (?:@l+) (?:in|for|since) (?:(?:more|less|nearly|almost|over|at) (?:than |least ' +
      ')?)?(?:\\d+|a|@number|the|@l+ties|@tens|living|decades|years|generations)',
    '(since (?:records?|record-keeping|measurements?|counting|polling|data) (?:began|begin|started|were|was))',
    // Comparisons.
    '(on (?:a )?par with|level(?:led|s)? with|neck and neck|rival(?:s|led|ling)? (?:that|those|the|any)|as against|' +
      'in contrast (?:to|with)|equal to (?:that|those|the|its)|equivalent to (?:that|those|the)|akin to|' +
      'a (?:fraction|shadow) of (?:what|its|the)|double-digit lead)',
    '((?:above|below|over|under|past|beyond|near|beat(?:s|ing)?|top(?:s|ped|ping)|exceed\\w*|' +
      'surpass\\w*|up (?:on|from)|' +
      'down (?:on|from)|from) (?:its|the|his|her|their|a|any|all) (?:@w )?(?:@earlier)(?: @w)? ' +
      '(?:@high|marks?|totals?|levels?|figures?|rates?|years?|months?|quarters?|weeks?|pace|tally|sum))',
    '(?:fewer|less|more) (than (?:it|they|he|she|we|under|before|when|in the|at the|the year|last))',
    "(more|fewer|less) (?!than |likely than not)(?:[\\w$€£'-]+ ){1,5}than",
    '((?:more|less|fewer) than)(?! (?:an?|one|@number|half|twice|[$€£¥₩]?\\d\\S*|\\w+ty|\\w+teen|' +
      'dozens?|hundreds?|thousands?|millions?|any|just|once|willing|happy|welcome)\\b)',
    '(@l{2,}er (?:@w )?than|worse than|better than|further than|farther than)',
    '(out(?:number|pac|strip|perform|sell|rank|weigh|liv|last|shin|scor|spend|earn|vot|class|play|' +
      'produc|sold|spent)(?:s|es|ed|e|ing|ped|ping)?|outdo|outdid|outdone|outgr[eo]w\\w*)',
    '(exceed(?:s|ed|ing)?) (?!(?:his|her|their|its) (?:authority|powers?|mandate|remit|brief|time)|@count|' +
      'the (?:speed|limit))' +
      '(?:that|those|the|its|their|all|any|last|@l{5,}s?)',
    '(surpass(?:es|ed|ing)?|dwarf(?:ed|ing)|dwarfs (?:the|its|that|all|any)|lag(?:s|ged|ging)? behind|trail(?:s|' +
      'ed|ing)? (?:behind|' +
      'only)|overt(?:ook|aken|akes|aking) @w as)',
    '((?:twice|thrice|half|double|triple|(?:@count) times|a quarter|a third|two-thirds|nearly|almost|' +
      'nowhere near|at least|every bit) as)(?= (?!soon|well|if|though))',
    '((?:just|not) as)(?= (?!soon|well|long|far|if|though|yet|much|such)@w as)',
    '(@ordinal) (?:@l+ )?(?:woman|man|person|player|country|nation|team|club|company|city|state|' +
      'president|american|@l+(?:er|or|ian|ist|ese|ish))(?= to @l)',
    '((?:@nobody|no @w) (?:@w ){1,6}(?:@comparative))',
    '((?!more|less|fewer)(?:@comparative)(?: (?!than|likely)@w){1,8} than)',
    '(nothing like (?:it|this|that|them)|a (?:world|national|state|european|historic) first|no ' +
      '(?:previous|prior|earlier) @w|(?:only|just) one other)',
    '((?:few|fewer|no) (?:other )?@w (?:@w ){0,2}(?:as|so) (?!(?:he|she|it|they|we|i|you|the|an?|of|to|in|that|this|' +
      'his|her|its|their|our|my|your|there|if)\\b)(?:many|much|few|little|@l+ly|@l+)(?: as)?)',
    '((?:(?:@count) times|twice|thrice) (?:the|that|those|these|this|more|less|@l+er|what|its|their|his|her|our|' +
      'any|' +
      'current|last|normal|average|usual|as))',
    '((?!more|less|later|earlier|longer|further|older|closer|easier)(?:@comparative)) (?:@measured)(?!-)',
    '(as (?:much|many|often|little|few|fast|hard) as (?:@w ){1,2}(?:do|does|did))(?! not)',
    '((?:@count) times (?:over|(?:@w ){1,3}(?:average|rate|level|size|price|norm)))',
    '((?:double|triple|quadruple) (?:the|its|their|that|last|what)|half the (?:size|number|price|rate|' +
      'amount|cost|speed|length|height|average|level|total))',
    '(as (?!soon|well|long|far|many as \\d|much as \\d|if|though|of|a|an|the|early|late|possible|' +
      'yet)(?:many|much|few|little|@l{3,}) (?:@w )?as (?:the|its|his|her|their|in|those|that|any|all|' +
      'last))',
    '((?:up|down|lower|higher|flat|level) on (?:last|the previous|a year|the same|its|the year|this time))',
    '(the same (?:@w )?(?:size|height|age|weight|number|amount|price|level|rate|speed|length|share|' +
      'width|depth|distance|pace|strength) as)',
    '(as (?:many|much|few|little|big|large|high|low|long|fast|often|old|rich|strong|heavy|cheap|' +
      'expensive|deep|wide|tall) (?:@w ){1,6}as (?!possible|\\d|@number|he |she |they |we |i |you |' +
      'well))',
    '(?:(?:beat(?:s|ing)?|missed|miss|missing|topp?(?:ed|s|ing)|exceed\\w*|outstripp\\w+|short of|' +
      'above|below|ahead of|better than|worse than|under|over) (?:its |the |their |all |analysts. |' +
      'market |most )*(benchmarks?|index|market|average|forecasts?|expectations|estimates|targets?|' +
      'projections?))',
    '((?:up|down) (?:from|on) (?:the )?(?:last|previous|prior|same) @w)',
    '(compared (?:with|to)|in comparison (?:with|to)|by comparison|relative to (?:the|last|its))',
    '((?:above|below|over|under) (?:the )?(?:@w )?(?:average|norm|mean|median)|superior to|inferior to)',
    '(?:\\d+(?:[.,]\\d+)*%?(?: (?:percent|per cent|(?:percentage )?points?|times))?|percent|per cent|points?|times) ' +
      '(more|less|fewer|higher|lower|@comparative)(?! (?:of|the|and|in|cent)\\b)',
  ],
  ...ENGLISH_SET_PHRASES,
  ...ENGLISH_FIGURES,
}
