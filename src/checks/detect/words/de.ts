import type { LanguageWords } from './languageWords'

export const GERMAN_WORDS: LanguageWords = {
  sources: [
    'Duden, Die Grammatik, 9th edition 2016: Vergleichsformen (368-390), Zahladjektive (380-388)',
    'dpa Kompass, Zahlen; words in -ste that are no superlatives: collected by hand',
  ],
  lists: {
    small:
      'zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|' +
      'siebzehn|achtzehn|neunzehn',
    tens:
      '(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|drei(?:ß|ss)ig|vierzig|' +
      'fünfzig|sechzig|siebzig|achtzig|neunzig)',
    below: '@tens|@small|ein',
    hundred: '(?:@small|ein)?hundert(?:und)?(?:@below)?',
    below1000: '@hundred|@tens|@small',
    number: '(?:(?:@below1000|ein)?tausend(?:und)?(?:@below1000|ein)?|@below1000)',
    unit:
      'jahre?n?|monate?n?|wochen?|tagen?|tage|stunden?|minuten?|sekunden?|prozent|prozentpunkten?|' +
      'prozentpunkte|millionen|milliarden|' +
      'euro|dollar|kilometern?|kilometer|metern?|meter|tonnen|grad|mal|punkten?|punkte',
    pointing:
      'die|diese|diesen|dieser|den|der|seine|seinen|ihre|ihren|unsere|unseren|alle|allen|beide|beiden|jene|deren',
    fraction: 'hälfte|drittel|viertel|fünftel|sechstel|siebtel|achtel|neuntel|zehntel|hundertstel',
    turn:
      'mal|sieg|titel|niederlage|jahr|woche|tag|monat|quartal|platz|anlauf|versuch|amtszeit|tor|kind|' +
      'opfer|todesopfer|rang|stelle|saison|' +
      'spiel|runde|wahlgang|medaille|jahrestag|fall|in folge',
    ordinal:
      'zweite|dritte|vierte|fünfte|sechste|siebte|siebente|achte|neunte|zehnte|elfte|zwölfte|@l+zigste|' +
      '@l+zehnte|hundertste|tausendste',
    article:
      'der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|am|zum|zur|beim|im|vom|ins|ans|' +
      'seine?[nmrs]?|ihre?[nmrs]?|unsere?[nmrs]?|' +
      'deren|dessen|als|mit|von|aller|allen|zu den|bei|unter|für|in|an|auf|und|oder|sowie|zwei|drei|' +
      'vier|fünf|zehn|@l{4,}s',
    comparative:
      'höher|niedriger|größer|grösser|kleiner|länger|kürzer|älter|jünger|schlechter|besser|schlimmer|' +
      'schwerer|leichter|stärker|schwächer|schneller|' +
      'langsamer|reicher|ärmer|teurer|billiger|günstiger|wichtiger|mächtiger|heißer|wärmer|kälter|' +
      'kühler|tiefer|breiter|schmaler|enger|weiter|früher|' +
      'später|häufiger|seltener|lauter|leiser|dichter|dicker|dünner|heller|dunkler|sicherer|' +
      'gefährlicher|erfolgreicher|geringer|stärkerer',
    state: 'ist|sind|war|waren|wird|werden|wurden?|bleib(?:t|en)|blieb(?:en)?',
    // Degrees of what is measured. “Länger”, “früher” and “weiter” are adverbs as often.
    degree:
      'höher|niedriger|größer|grösser|kleiner|kürzer|älter|jünger|schlechter|stärker|schwächer|schneller|' +
      'langsamer|reicher|ärmer|teurer|billiger|günstiger|heißer|wärmer|milder|kälter|kühler|trockener|nasser|' +
      'feuchter|tiefer|breiter|schmaler|häufiger|seltener|dichter|dicker|dünner|geringer',
    measured:
      'preise?n?|kosten|nachfrage|angebot|löhne?n?|umsätze?n?|gewinne?n?|verluste?n?|erträge?n?|mieten?|zinsen|' +
      'temperaturen|inflation|wachstum|rückgang|anstieg|ausgaben|einnahmen|exporte?n?|importe?n?|produktion|' +
      'schulden|steuern|beteiligung',
    than: 'als',
    no: 'kein|keine|keinen|keinem|keiner|keines|niemand|nichts',
    placed:
      'liegt|liegen|lag|lagen|steht|stehen|stand|rangiert|rangieren|bleibt|bleiben|ist|sind|war|setzte sich|' +
      'landet|landete',
    roles:
      'bürgermeister@l*|hilfe|weltkrieg@l*|klasse|bundesliga|liga|hälfte|halbzeit|halbjahr@l*|' +
      'quartal@l*|drittel@l*|lesung|stock|advent|' +
      'mai|blick|linie|tage?n?|wochen?|stunden?|minuten?|monate?n?|schritte?n?|reihe|person|instanz|' +
      'senat@l*|kammer|strafsenat@l*|wahlgang|' +
      'runde|phase|teil|akt|mose|vorsitzende@l*|sekretär@l*|offizier@l*|staatsanwalt@l*|' +
      '@l*beigeordnete@l*|programm|fernsehen|etage|stufe|' +
      'spatenstich|strophe|anlauf|schultag|gespräch@l*|sitzung|ergebnis@l*|erkenntnis@l*|hinweis@l*|bilanz|entwurf|' +
      'versuch|hochrechnung@l*|termin|verhandlungstag|prozesstag|schluck|gang|überlegung@l*|vorschlag|anzeichen|' +
      'eindruck|hand|lebensjahr@l*|ding|dinge|mannschaft|zeile|seite|kapitel|satz|zwei|drei|vier|fünf|paar|beiden',
  },
  superlatives: [
    // Any adjective in -ste before its noun.
    { find: '(?:@article) (?:@l+ ){0,3}?(@l{2,}(?:st|ßt)e[nrms]?)(?= @l)', lower: true },
    { find: '(?:ist|war|gilt als|als|wird|bleibt|ihr|sein|unser|kein) (@l{2,}(?:st|ßt)er)(?= @l)', lower: true },
    { find: '^["»„(]*(?:@l+ )?(@l{3,}(?:st|ßt)e[nrms]?)(?= @l)', lower: true },
    '((?:zweit|dritt|viert|fünft)?(?:größt|grösst|höchst|niedrigst|kleinst|längst|kürzest|ältest|' +
      'jüngst|schlechtest|schlimmst|schwerst|stärkst|schwächst|schnellst|reichst|ärmst|teuerst|billigst|' +
      'wichtigst|mächtigst|heißest|wärmst|kältest|meist|wenigst|tiefst|bedeutendst|erfolgreichst|' +
      'best)(?:e[nrms]?))',
    '(?:^|["„» ])((?:zweit|dritt|viert)?(?:best|meist|höchst|größt|ältest|jüngst|teuerst)(?:@l{3,}t)e[nrms]?)',
    '(erste[nrms]?)(?! (?:@roles))',
    '(erste[nrms]?) @l+ (?:@w ){0,4}(?:seit (?!@w (?:begonnen|läuft))|in der geschichte|überhaupt)',
    '(erstmals|erstmalig@l*|erst- und einmalig@l*|zum ersten mal|noch nie|nie zuvor|niemals|nie wieder|' +
      'nie (?:@w ){0,4}(?:so|mehr|weniger|einen?)|nie gab es|nie war@l*|nie hatte@l*)',
    '(eine[rs]? der wenigen)(?= @l)',
    '(auf (?:dem|einem|ihrem|seinem) tiefpunkt)',
    '(einzige[nrms]?|alleinige[nrms]?|einzigartig@l*|einmalig@l*|beispiellos@l*|unübertroffen@l*|' +
      'unerreicht@l*|konkurrenzlos@l*|nie dagewesen@l*|ungeschlagen@l*)',
    '(rekord@l*|@l{3,}rekord@l*|allzeithoch@l*|allzeittief@l*|höchststand|höchststände@l*|tiefststand|' +
      'tiefststände|höchstwert@l*|tiefstwert@l*|höchstmarke|rekordtief|bestmarke@l*|bestwert@l*|' +
      'bestzeit@l*|spitzenreiter@l*|spitzenwert@l*|spitzenplatz|schlusslicht|weltmarktführer@l*|' +
      'marktführer@l*|novum|premiere)',
    '(ohne beispiel|ohne vorbild|ohne gleichen|ohnegleichen|seinesgleichen|ohne präzedenz@l*|' +
      'kein beispiel|keine parallele|nummer eins|nr\\. 1|platz eins|an der spitze der (?:tabelle|' +
      'rangliste|statistik))',
    '((?:@no|niemand|keiner)(?: @l+)? (?:@w ){1,4}(?:mehr|weniger|länger|öfter|höher|schneller|besser|' +
      'häufiger|teurer|älter|stärker|größer|weiter))',
    '((?:nirgends|nirgendwo) (?:@w ){0,4}(?:so|mehr|weniger|@l{3,}er)(?= @l))',
    '((?:zweite|dritte|vierte)[nr]? (?:frau|mann|person|frauen|deutsche[rn]?)) (?:auf|an|in|als|der|' +
      'die|nach|überhaupt)',
    '(so @l+ (?:war|ist|waren|sind|wurde|wurden) (?:@w ){0,3}(?:nie|noch nie|seit|selten|lange nicht|nirgends))',
    '((?:die|den|der) (?:aller)?meisten)',
    '(so @l+) (?:@w ){0,3}wie nie(?! (?:und|mehr))',
    '^["„»]*(so @l+) (?:@w ){1,8}(?:noch nie|nie zuvor|nie|selten)',
    '(aller(?:größt|best|höchst|meist|wenigst|ältest|kleinst)e[nrms]?)',
    '(überrag(?:t|en|te|ten)) (?:den|die|das|alle)',
    '(verfehl(?:t|te|ten|en)) (?:die|das|den|ihre?n?|seine?n?) (?:@l*erwartung@l*|@l*ziele?|prognosen?|schätzung@l*)',
    '(meist(?!er(?:haft|lich|te))@l{3,}(?:te|ene)[nrms]?)',
    '((?:@no|niemand|nie|nirgends|nirgendwo|selten|kaum|noch nie) (?:@w ){0,5}so (?!recht|richtig|etwas|sehr|weit|' +
      'genau|wie|dass|' +
      'lange wie|schnell wie|einfach|ganz|gut wie|ist|war|ein)@l+)',
    '(?:ist|war|bleibt|blieb|sind|waren) (?:der |die |das )(letzte[nrs]?)(?! (?:woche|mal|chance|hoffnung|wort|' +
      'mittel|instanz|ausweg))',
    '((?:@l+(?:jahres?|monats?|wochen|zeit)|jahres|monats|wochen|zwischen)(?:hoch|tief|hochs|tiefs|höchststand|' +
      'tiefststand|höchstwert)|' +
      '\\d+-(?:wochen|monats|jahres|tage)-(?:hoch|tief))',
    '(tabellen(?:führ|letzt|erst|spitze|ende)@l*|(?:weltranglisten|branchen|kassen)(?:erst|prim|schlager)@l*)',
    '(?:@placed) (?:@w ){0,3}(an der spitze|an die spitze|vorne?|in führung|an (?:erster|zweiter|dritter|' +
      'letzter) stelle|' +
      'gleichauf|auf dem (?:ersten|zweiten|dritten|vierten|letzten|vorletzten) (?:platz|rang))',
    '(führ(?:t|en|te|ten)) (?:@w ){0,2}(?:in (?:den |allen )?umfragen|die (?:tabelle|rangliste|wertung|liste|' +
      'statistik|liga) |mit \\d|' +
      'in der (?:tabelle|gesamtwertung|rangliste))',
    '(?:auf|belegt@l*|belegen|erreicht@l*|landet@l*) (?:den |dem )?((?:platz|rang) (?:eins|@small|' +
      '\\d+))(?! (?:der|des) @l*(?:bahn|zug)@l*)',
    '(?:als|wurde|wird|wurden) ((?:erste|zweite|dritte|vierte|letzte)[rs]?)(?= (?:ins|hinter|vor|in der|beim|' +
      'bei der|durchs)|[.,]|$)',
    '(?:ist|sind|war|waren|gilt als|weltweit|europaweit|bundesweit) (?:@l+ )?(führend)(?= (?:bei|in|im|auf|unter)|' +
      '[.,]|$)',
    '(mit (?:großem |weitem |deutlichem |klarem )?abstand|bei weitem|weitaus) (?:der |die |das |den |am |@l+ste)',
    '((?:@no) andere[nrsm]?|niemand sonst|sonst (?:niemand|nirgends|nirgendwo)|nirgends sonst|' +
      'nirgendwo sonst|wie (?:kein|keine|keiner|nie|noch nie|nirgends|niemand)|seit menschengedenken|' +
      'in der geschichte (?:des|der)|aller zeiten)',
    '(am @l{2,}sten)',
    '(letzte[nrs]? (?:verbliebene|noch lebende|überlebende|lebende|seiner art|ihrer art|noch)@l*)',
    '(führende[nrms]?) (?:@w )?(?:hersteller|exporteur|anbieter|produzent|lieferant|erzeuger|händler)@l*',
    '((?:zweit|dritt|viert)-?(?:größt|höchst|ältest|längst|meist)@l*)',
    // Comparisons.
    '((?:mehr|weniger)(?: (?!oder|als)@w){0,5} als)(?! (?:\\d|ein(?:e|en|er)?\\b|@number|hundert|' +
      'tausend|die hälfte|doppelt|genug|nur))',
    { find: '(@l{2,}er als)(?! (?:\\d|@number\\b|er\\b|sie\\b|es\\b|ich\\b|wir\\b))', lower: true },
    { find: '((?:@comparative)(?:e[nrms]?)?(?: @w){0,3} als)(?! (?!(?:19|20)\\d\\d(?!\\d))\\d)', lower: true },
    { find: '(@l{3,}ere[nrms]? @w als)(?! \\d)', lower: true },
    '(?:@state) (?:(?:es|er|sie|das|dort|hier|dann|noch|etwas|deutlich|spürbar|merklich|erheblich|' +
      'wesentlich|viel) ){0,3}(@degree)(?=[.,;:!?]|$| (?:und|bei|mit) )',
    '(?<!immer )(@degree) (?:ist|sind|war|waren|wird|werden|wurden?|bleib(?:t|en)|blieb(?:en)?)(?=[.,;:!?]|$)',
    '((?:@degree)e[nrms]?) (?:@l*(?:@measured))(?!@l)',
    '((?:doppelt|dreifach|vierfach|zehnfach|halb|@number ?mal|einmal|\\d+(?:,\\d+)?[- ]?mal) so)',
    '((?:das|ums|um das|aufs|auf das|am) (?:doppelte|dreifache|vierfache|fünffache|zehnfache|@l+fache))(?= |[.,;]|$)',
    '((?:eben|genau)so @w wie|so (?!gut|weit|bald|lange|sehr|etwas|ist|war|auch|sagt|heißt|' +
      'dass)@w wie (?:noch|seit|kein|nie|selten|der|die|das|ein|im|in|zu|vor)|(?:nicht|fast|beinahe|' +
      'annähernd) so @w wie)',
    '(@l+er denn je(?:mals)?|(?:mehr|weniger) denn je|wie (?:selten|nie) zuvor|denn je zuvor)',
    '(so (?!gut|weit|etwas|was|sehr|ist|war|wie|genannt|schnell wie möglich)@l+ wie)(?! (?:möglich|nötig|eh|immer|' +
      'gehabt|er|sie|es|ich|wir|' +
      'man|folgt|üblich|gewohnt|geplant|erhofft|versprochen|am|bei|zuvor))',
    '(überhol(?:t|te|ten|en)) (?:@w ){1,4}(?:in der (?:tabelle|rangliste|gunst|wertung)|als (?:größte|wichtigste))',
    '(im vergleich (?:zu|zum|zur|mit)|verglichen mit|gegenüber (?:dem )?vor(?:jahr|monat|quartal|' +
      'woche)@l*|im vorjahresvergleich|zum vorjahr@l*)',
    '((?:über|unter) (?:dem|den) (?:@w )?(?:@l*durchschnitt@l*|@l*schnitt|@l+niveau|vorjahr@l*|mittel|vorkrisen@l*|' +
      'niveau)|überdurchschnittlich|unterdurchschnittlich)',
    '(übertr(?:eff|iff|af|off)@l*|übersteig@l*|überstieg@l*|überflügel@l*|überboten|überbot@l*|' +
      'überrund@l*|unterbot@l*|unterboten)',
  ],
  notSuperlatives: [
    'erste[nrms]? (?:@roles)|im ersten(?=$|[.,])|fasste[nst]?',
    'ernste[nrms]?|feste[nrms]?|robuste[nrms]?|(?:un|selbst|ziel|pflicht)?bewusste[nrms]?|wüste[nrms]?|' +
      'triste[nrms]?|verhasste[nrms]?|gehasste[nrms]?|' +
      '(?:an|ein|auf|ver|zu)?ge?passte[nrms]?|verpasste[nrms]?|(?:ge|um|er|ver|zusammenge|' +
      'ab)fasste[nrms]?|veranlasste[nrms]?|verlasste[nrms]?|' +
      'geküsste[nrms]?|musste[nst]?|wusste[nst]?|küsste[nst]?|neueste[nrms]?|neuste[nrms]?|' +
      'passte[nst]?|reiste[nst]?|leiste[nst]?|' +
      'kostete[nst]?|nächste[nrms]?|höchste zeit|am ersten des monats|oberste[nrms]? (?:stockwerk|etage|geschoss|' +
      'stufe|reihe|behörde@l*|gericht@l*|priorität|gebot)|' +
      'das beste (?:aus|daraus|draus)|(?:sein|ihr|mein|unser) bestes|' +
      'zum besten (?:gab|geben|gibt)|' +
      'jüngste[nr]? (?:vorf[aä]ll@l*|ereignis@l*|entwicklung@l*|anschl[aä]g@l*|angriff@l*|äußerung@l*|meldung@l*|' +
      'bericht@l*|zahlen|umfrage@l*)|' +
      '(?:oscar|preis|bär|trophäe) (?:für|als) (?:den |die |das )?beste[nrs]?|(?<!(?:ist|war|sind|waren|bleibt|' +
      'blieb) (?:der|die|das) )(?<!(?:als|wurde|wird) )letzte[nrms]?(?! (?:verbliebene|noch|überlebende|lebende|' +
      'seiner|ihrer))|' +
      'beste[nrs]?(?= (?:grü(?:ß|ss)e[n]?|dank|wünsche[n]?|freund@l*|absicht@l*|wissen|hand|fall|falle|' +
      'willen))|(?:mit |die |den )?besten? (?:grüßen?|grüssen?|dank|wünschen?)|gefiste|' +
      'seinerseiste|dreiste[nrms]?|juste[nrms]?|gemusste|hauste[nst]?|tröste[nst]?|röste[nst]?|haste|' +
      'rüste[nst]?|koste[nst]?|küste[nst]?|äste[nrs]?|gäste[nrs]?|lüste|kiste|liste[n]?|piste[n]?|' +
      'last@l*|laste[n]?|' +
      'poste[nst]?|teste[nst]?|faste[nst]?|taste[nst]?|raste[nst]?|(?:aus|ein|um|ent)laste[nst]?|' +
      'besuchte|fürste@l*|christe@l*|brüste[n]?|wurste|morgste|' +
      'das erste(?= (?:zeigt|sendet|überträgt|strahlt|wiederholt))|beim ersten treffen(?= (?:am|sprach@l*|ging|' +
      'sagte)|[.,])(?!.{0,90}(?:seit|jahren|geschichte|überhaupt))|' +
      '(?:am|den|der|des|vom) ersten (?:weihnachts|oster|pfingst)@l*tag@l*|@l+(?:tag|woche)ste|meistens|' +
      'gerüste[nrs]?|(?:be|ent|um|aus|auf|nach)rüste[nst]?|verwüste[nst]?|' +
      'geste[nr]?|gestern|westen|osten|schwestern?|fenster|muster|meister|minister|kanzlerposten|' +
      'posten|kosten|pfosten|kasten|husten|unkosten|fasten|lasten|listen|kisten|christen|(?!(?:aller)?meist|' +
      'dreist|feist)@l+isten?|@l+isste[nst]?',
    '(?!zum ersten mal)(?:am|den|dem|im|vom|zum|der|die|das) (?:ersten|letzten|nächsten|@l*zigsten|@l*hundertsten|' +
      '@l*tausendsten|meisten (?:teil))(?= (?:@roles|tag|montag|dienstag|mittwoch|donnerstag|freitag|' +
      'samstag|sonntag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|' +
      'dezember|jahr|monat|woche|morgen|abend|mal\\b)@l*)',
    '@l*(?:zigste|hundertste|tausendste)[nrms]?',
    '(?:in|der|den|die) jüngste[nr]? (?:zeit|vergangenheit|tagen?|wochen|monaten|jahren|tage)|' +
      'jüngstens?|in erster linie|fürs erste|zum ersten(?! mal)|als erstes(?! land)|zunächst',
    '(?:oder|aber|immer|einer|keiner|dieser|jeder|jener|mancher|solcher|welcher|weder|wieder|unter|' +
      'über|hinter|außer|eher|anderer|lieber|der|wer|ihrer|seiner|unserer|meiner|nur|sowohl|weiter|' +
      'leider|bisher|seither|daher|vorher|nachher|früher|besonder|insbesonder|weniger) als(?= (?:\\d|' +
      'auch|er|sie|es|ich|wir|der|die|das|ein|eine|wenn|ob|zu|am|im))(?<!(?:früher|später|weniger) als)',
    '(?:oder|aber|immer|einer|keiner|dieser|jeder|jener|welcher|weder|wieder|unter|über|hinter|außer|' +
      'eher|anderer|lieber|der|wer|ihrer|seiner|unserer|meiner|sondern|leider|bisher|vorher|nachher) als',
    '(?:andere|mehrere|unsere|weitere|äußere|innere|obere|untere|hintere|vordere|letztere|erstere|' +
      'spätere|besondere)[nrms]? @w als',
    '(?:später|früher) als @l+ (?:zurück|bekannt|geführt|tätig|gearbeitet|in|nach|an|bei)|' +
      'mehr oder weniger|nicht mehr(?! als)|kein(?:e[nrms]?)? (?!andere)(?:(?!(?:hat|haben|hatte|gewann|erhielt|' +
      'bekam|zählt) )@w ){1,3}mehr(?! als)|' +
      'mehr als (?:genug|nur)|sowohl (?:@w )?als|niemand anderer|nichts anderes|anders als|' +
      'das schlimmste (?:ist|sei|überstanden|verhindert)|' +
      'rekordverdächtig(?=$)|höchstgeschwindigkeit|höchststrafe|einzig und allein',
    'premiere (?:des|der|von|feierte)|kinopremiere|(?:uraufführung|premieren@l+)',
  ],
  figures: [
    { find: '(@number(?: (?:millionen|milliarden|tausend|hundert))?)(?! uhr)', lower: true },
    '(eine? (?:million|milliarde)|(?:zehn|hundert)?tausende[nr]?|(?:ab|viele |mehrere |' +
      'etliche )?(?:hunderte[nr]?|dutzende[nr]?|millionen|milliarden)|(?:ein(?:e[nms]?)? |(?:zwei|drei|' +
      'vier|fünf) |ein halbes |halbes )?dutzend|(?:die|der|zur) hälfte|hälfte)',
    '((?:ein|eine[ms]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun) (?:drittel|viertel|fünftel|sechstel|' +
      'siebtel|achtel|neuntel|zehntel)n?)',
    '(dreiviertel@l*|(?:das|dem|jedes) (?:drittel|viertel)(?= (?:der|des|aller|davon|von))|(?:ander|' +
      '@below)einhalb@l*|anderthalb|halb so|doppelt|zweimal|dreimal|(?:vier|fünf|sechs|' +
      'sieben|acht|neun|zehn|zwölf|hundert)mal)',
    '((?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)(?:jährig|tägig|stündig|minütig|' +
      'monatig|wöchig|köpfig|fach|stellig|geschossig|stöckig|prozentig)@l*)',
    '((?:verdoppel|verdreifach|vervierfach|verfünffach|verzehnfach|halbier)@l*)',
    'jede[rsnm]? ((?:@ordinal)[nrs]?)',
    '(?:zum|am|im|das|der|die|den|dem|ihre?[nr]?|seine?[nrm]?|beim|einen?|ein) ((?:@ordinal)[nrms]?) (?:@turn)',
    '(?:eine?[rnms]? von|von) (@small)',
    '(eine?[nms]? halbe[nrsm]? (?:jahr|million|milliarde|stunde|tag|tonne|liter|kilo|meter|dutzend|jahrhundert)@l*)',
    '(eine?[nm]? (?:kind|mann|frau|mensch(?:en)?|person|junge|mädchen|polizist(?:in|en)?|soldat(?:in|' +
      'en)?|fahrer(?:in)?|arbeiter(?:in)?|toter|verletzter|helfer(?:in)?)) (?:starb|kam ums|kam um|' +
      'überlebte|verletzt|tot|getötet|ertrank|wurde (?:getötet|(?:schwer |leicht )?verletzt|' +
      'festgenommen|vermisst))',
    '(null) (?:grad|prozent|punkte|tore)',
    '((?:eins|@small) (?:zu|:) (?:null|eins|@small))',
    '(hundertprozentig@l*|ein prozent|ein (?:euro|meter|kilometer|jahr|monat|kilo)(?= (?:und|später|lang|pro)))',
  ],
  notFigures: [
    '(?:@pointing) (?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)(?! (?:@unit))',
    'sieben(?= und @l+en(?!@l))',
    '(?:außer|gibt?|gab|geben|gebt|nahm|nehmen|in) acht|halb @small|um @small (?:beginn|geht|kommt|öffn|schlie|' +
      'war|endet|start|früh|abends|morgens|nachts)@l*|unter vier augen|auf allen vieren|(?:um|gegen|' +
      'bis|ab|nach|vor) @small(?= uhr|$|[.,])|fünf vor zwölf|jahrhundert@l*|jahrtausend@l*|jahrzehnt@l*',
    'zweite[nrms]? (?:weltkrieg|liga|bundesliga|bürgermeister|klasse|hand|stock|natur|meinung|chance|' +
      'geige)@l*|dritte[nrms]? (?:welt|person|reich|liga|stock)@l*|zu (?:zweit|dritt|viert)',
  ],
  designators:
    'boeing|airbus|artikel|art\\.|paragraf|paragraph|§|absatz|abs\\.|kapitel|seite|s\\.|platz|gleis|' +
    'linie|zimmer|halle|tor|stufe|phase|kanal|sat\\.|' +
    'rtl|zdf|ard|haus|block|station|raum|saal|klasse|autobahn|bundesstra(?:ß|ss)e|a|b|s|u|flug|typ|' +
    'band|nr\\.|nummer|ziffer|teil|bild|tabelle|' +
    'bus|tram|wagen|zug|ice|ic|re|regel|gruppe|kategorie|version|apollo|windows|schleife|schacht|block|' +
    '@l+(?:stra(?:ß|ss)e|gasse|weg|platz|allee|ring|ufer|damm|str\\.|markt|hof|gässchen)',
}
