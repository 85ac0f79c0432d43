import type { LanguageWords } from './languageWords'

/** Phrases in which superlatives and comparisons claim nothing. Lists and sources are in en.ts. */
export const ENGLISH_SET_PHRASES: Pick<LanguageWords, 'notSuperlatives'> = {
  notSuperlatives: [
    '@noSuperlative|@l*(?:(?<!brie|dea|chie)fest|forest|quest|crest)',
    '\\ba most @w|(?:criminal|court|public|police|medical|arrest|voting|prison|service|health|military|bank|' +
      'phone|tax|school|permanent|written|official) records?',
    '(?:at|from the|right from the) first',
    'first(?= ?(?:,|-hand))|(?<=^["“ ]*the )first witness(?:es)?(?= (?:testified|said|told|took the stand|' +
      'described))|first-(?:hand|class|rate|term|born|name|degree|person|aid|come|half|quarter|' +
      'floor|past|string|year|grade|round|team)',
    'first[ -](?:lady|ladies|name|names|responders?|aid|minister|ministers|of all|degree|hand|person|' +
      'floor|half|quarter|reading|amendment|' +
      'grade|class|cousins?|thing|things|come|served|and foremost|lieutenant|sergeant|officer|' +
      'secretary|deputy|violin|base|gear|language|' +
      'instance|sight|glance|impressions?|steps?|round|week|weeks|day|days|month|months|hours?|' +
      'minutes?|year|past the|world war|nations|' +
      'light|drafts?|inning|period|set|sentence|paragraph|page|chapter|stage|phase|part|aiders?|' +
      'communion|team|family|avenue|street|' +
      'place,|two|three|four|five|six|ten|few|couple|\\d+)',
    'in the first place',
    "(?<!the |an? |its |his |her |their |our |my |'s |s' |very |not |since )first (?:@l+ed|met|began|" +
      'came|went|saw|seen|took|taken|made|told|wrote|became|heard|set|put|ran|left|got|found|had|has|' +
      'was)(?= )',
    '^["\' ]*first (?:he|she|they|the|it|we|i|you|a|an|came|in|there|up|to|and)',
    '(?:at|not|last but not|to say the) (?:most|least)|for the (?:most|least)(?: part|(?=[,.;]))|for ' +
      'the most part|the least of|least of all',
    'most (?:likely|recent|recently|notably|importantly|of all|certainly|often|wanted list|probably|' +
      'obviously|unlikely)',
    '(?:know|knew|known|knows|knowing) better(?: than)?|better known|no better than to|older ' +
      '(?:brother|sister|people|houses?)|' +
      'younger (?:brother|sister)|(?:under|over|after|about) more than',
    '(?:for|through|throughout|during|spent|in) most of (?:the|his|her|its|their|that|last) (?:@w ' +
      ')?(?:morning|day|week|night|evening|' +
      'afternoon|year|month|time|summer|winter|spring|autumn|season|life|century|decade|way|journey|' +
      'trip|game|match|half)|most of all|(?:of|in|for|that|and|but|by) most (?!of\\b|@w(?:ous|ful|ive|ed|ing|' +
      'able|ible|al|ent|' +
      'ant|ic)\\b)|^["“ ]*most ' +
      '(?:evenings|mornings|days|nights|weekends|afternoons|summers|winters|weeks)|(?:more than|' +
      'than) anything(?=,)|the least (?:he|she|they|we|i|you) (?:can|could) do|' +
      '(?<!(?:the|its|his|her|their|our) )best (?:picture|actor|actress|director|(?:supporting|' +
      'leading) (?:actor|actress)|' +
      'original (?:song|score|screenplay)|adapted screenplay|animated feature)(?! (?:of|in|ever|yet|since))|' +
      '(?:oscars?|awards?|emmys?|grammys?|tonys?|baftas?|prize|globes?) for (?:the )?best|' +
      'better late than never|the (?:best|worst) (?:is (?:over|yet|past|behind|still)|laid plans)|' +
      'never (?:been (?:charged|convicted|arrested|accused|told)|spok\\w+|replied|repl(?:y|ies)|answer\\w*|' +
      'return\\w*|told|said|knew|known|' +
      'met|forg\\w+|meant|asked|wanted|intended|minded|respond\\w*|explain\\w*|apologi\\w+|denied|admitted|' +
      'married|wrote|written)(?! @w (?:before|since))',
    '@be most @w(?! (?:in|among|of|when|where|at|on|during|after|since))',
    'at (?:best|worst)|(?:do|did|does|done|doing|try|tried|trying|gave|give) (?:my|your|his|her|its|' +
      'their|our) (?:level |very )?best',
    'best[ -](?:wishes|man|men|regards|practices?|of luck|interests?|friends?|before|case|seller|' +
      'sellers|bet|efforts?|behaviou?r|foot|known|intentions|part)',
    'worst[ -]case|all the best|best buy|(?:make|making|made|get|got) the (?:best|most) of|' +
      'for the best|had best|to the best of|at (?:its|his|her|their) best|as best|best if',
    'only (?:child|when|if|after|because|too)|the only(?= thing (?:he|she|they) (?:said|would say))',
    'sole of|sole-',
    'no other (?:comment|details?|choice|option|information)|more than any(?:way|how)|never mind|never-ending',
    '(?:on|off|for|straight) the record|(?:goes|went|gone|going|go|speak\\w*|spoke) on record|' +
      'track records?|(?:criminal|police|arrest|public|court|medical|health|long|clean|official|phone|' +
      'bank|written|voting|safety|driving|attendance|service|(?<!(?:of|near|nearing|\\w{3,}(?:es|ed|' +
      'ing)|past|under|over|beyond|inside|outside|below|above|within|takes?|took|owns?|holds?|held|' +
      'sets?|beats?|broke|broken|breaks?|tied|ties|tops?|keeps?|kept|has|have|had) )the) ' +
      'records?' +
      '(?! (?:@recorded|was|were|is|fell|had|has|stood))',
    'records? (?:store|stores|shop|shops|label|labels|player|players|company|companies|deal|sleeves?|' +
      'collection|collector|books?|keepers?|keeping|producer|industry|contract|executive|office|clerk|' +
      'straight|show|shows|showed|of)',
    'more often than not|more than (?:likely|enough|ever so)|less than (?:clear|ideal|thrilled|happy)|' +
      'more or less|no less than|no more than|(?:rather|other|rather,) than',
    '(?:other|rather|either|neither|whether|another|together|later|sooner|earlier|longer|altogether|' +
      'wherever|whoever|however|no sooner|no later|no earlier|no longer|' +
      'no fewer) (?:@w )?than(?= (?:midnight|noon|@l+day|\\d|that|this|to|a|an))',
    '(?:other|rather|either|neither|whether|nor|number|over|under|after|never|fewer|further|another|' +
      'whatever|however) than|(?:other|rather|whether|another|however) @w than',
    'no\\. ?1 (?=\\d)|no\\. ?1(?=\\d)|top (?:of (?!(?:the|its|their|his|her) (?:@w ' +
      '){0,2}(?:@ranking))|floor|hat|shelf|drawer|deck|coat|layer|button|bunk|tier|speed limit)',
    '(?<!nearly |almost |twice |half |times |least |bit )(?:as|not as|just as) (?:well|soon|long|far|' +
      'yet|such|if|though|usual)(?: as)?|double (?:the|its) (?:door|doors)',
    '(?:is|was|were|are|be|been|and|,) not as (?:@w )?(?:a|an|the)',
  ],
}
