import type { LanguageWords } from './languageWords'

export const FRENCH_WORDS: LanguageWords = {
  sources: [
    'Riegel, Pellat et Rioul, Grammaire méthodique du français, 7th edition 2018: comparatif, superlatif, négation',
    'Grevisse/Goosse, Le Bon Usage, 16th edition 2016: degrés de l’adjectif (§ 978-988), numéraux (§ 593-605)',
    'Set phrases without a claim ("au plus tard", "premier ministre"): Dictionnaire de l’Académie ' +
      'française, 9th edition, plus, moins, premier',
  ],
  lists: {
    small:
      'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|' +
      'dix-huit|dix-neuf',
    tens:
      'vingt|trente|quarante|cinquante|soixante|soixante-dix|septante|quatre-vingts?|quatre-vingt-dix|' +
      'huitante|nonante',
    number:
      '(?:(?:@tens|@small|cents?|mille)(?:(?:[- ]|[- ]et[- ])(?:@tens|@small|cents?|mille|une?|onze))*)(?! fois par)',
    scale: 'cents?|mille|millions?|milliards?',
    unit:
      'ans?|années?|mois|jours?|semaines?|heures?|minutes?|secondes?|siècles?|millions?|milliards?|' +
      'euros?|dollars?|kilomètres?|mètres?|' +
      'tonnes?|degrés?|points?|fois|tiers|quarts?|cinquièmes?|sixièmes?|septièmes?|huitièmes?|' +
      'neuvièmes?|dixièmes?|pour cent',
    about:
      'dizaines?|douzaines?|quinzaines?|vingtaines?|trentaines?|quarantaines?|cinquantaines?|' +
      'soixantaines?|centaines?|milliers?|millions?|milliards?',
    ordinal:
      'deuxième|second|seconde|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|' +
      'dixième|onzième|douzième|@l+zième|vingtième|@l+tième|centième|millième',
    turn:
      'fois|année|jour|mois|semaine|trimestre|titre|victoire|défaite|mandat|but|rang|médaille|tentative|' +
      'édition|décès|cas|mort|buts',
    article:
      "le|la|les|l'|du|des|aux|son|sa|ses|leur|leurs|notre|nos|votre|vos|mon|ma|mes|une? des|parmi les|" +
      'ces|deux|trois|quatre|cinq|dix|@l+',
    the: "le |la |les |l'|du |des |aux |son |sa |ses |leur |leurs |notre |nos |mon |ma |mes |au ",
    pointing: 'les|ces|ses|leurs|aux|nos|vos|mes|tous|toutes|nous|vous|eux|elles|autres',
    roles:
      'ministre|ministres|dame|plan|tour|étage|secrétaire|adjointe?|vice-président|président|janvier|' +
      'février|mars|avril|mai|juin|juillet|août|' +
      'septembre|octobre|novembre|décembre|guerre|temps|lieu|abord|classe|secours|soins|semestre|' +
      'trimestre|ligue|division|instance|page|ligne|' +
      'étape|cru|degré|jours?|heures?|semaines?|minutes?|ordre|venu|arrivé|pas|âge|acte|chapitre|' +
      'épisode|partie|phase|rang|couronne|nécessité|' +
      'vue|fédérale|consul|empire|main|communion|chaîne|bord|mi-temps|période|quart|siècle',
    than: "(?:que |qu')",
    // “Il a aussi annoncé que …”: “aussi” adds.
    told: '(?:annonc|indiqu|précis|déclar|affirm|estim|expliqu|rappel|confirm|soulign|assur|jug)é|dit |prévu |appris |écrit ',
    // First ones that only begin something: “une première réunion”.
    initial:
      'lecture|éléments?|constats?|constatations|estimations?|bilans?|réunions?|ébauches?|esquisses?|' +
      'auditions?|conclusions|informations|témoignages|renforts|intéressée?s?|concernée?s?|magistrat|' +
      'édile|rendez-vous|contacts?|signes?|gouttes|flocons|rayons|lueurs|mots?|réactions?|analyses?|' +
      'échanges?|discussions?|indices?|arrivants?|arrivées?|soins|audience|versement|acompte|avis|' +
      'esquisse|évaluation|version|temps|tranche|approche|expérience|étapes?|courbe|virage|rangée|sortie|barrage|' +
      'pierre|piste|marches?',
    span: '(?:depuis|en (?:\\d+|@number) (?:ans|mois)|de (?:l.|son |leur |notre )histoire)',
    ordinals:
      'premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|cinquième|sixième|septième|huitième|' +
      'neuvième|dixième|avant-derni(?:er|ère)|derni(?:er|ère)',
    measured:
      'attentes|prévisions|espérances|objectifs?|estimations|capacités?|recettes|dépenses|exportations|' +
      'importations|moyenne|niveau|seuil|record|offre|demande|total|pic|plafond|budget|nombre|chiffre|' +
      'montant|ventes|achats|naissances|décès|entrées|départs|arrivées|quota|cap|barre|concurrents?|' +
      'rivaux|rivale?|norme',
  },
  superlatives: [
    '(?:le|la|les|du|des|aux|son|sa|ses|leur|leurs|notre|nos|votre|vos|mon|ma|mes|deux|trois|quatre|' +
      "cinq|dix)(?: @ordinal)? ((?:plus|moins) (?!ou |en plus|en moins|tôt possible|tard|de |d'|que |" +
      "qu')@w)",
    "(?:le) ((?:plus|moins) (?:de |d')@w)",
    // A superlative beside its noun has no article: “Nantes, pire défense du championnat”.
    '(?<=[,–—(] ?)((?:plus|moins) (?!tard|tôt|loin|bien|rien|question|@l+ment)@w)(?= @w (?:du|de|des|au|en)(?!@l))',
    "(?<=[,–—(] ?)((?:@ordinal )?(?:meilleure?s?|pires?))(?= (?:@w ){1,2}(?:(?:du|de|des|au|en)(?!@l)|d'))",
    '(la plupart)(?= (?:des|du|d))',
    "(?:et|mais) @w (moins|plus) (?:de |d')@w(?=[.,;])",
    '(?:au) ((?:plus|moins) (?:haut|bas|grand|petit|fort|faible|près|profond|mal))',
    '(?:@the|parmi les |une? des )((?:@ordinal )?(?:meilleure?s?|pires?))',
    '^["«“ ]*(meilleure?s?|pires?)(?= @w)',
    '((?:@ordinal)) (?:plus|moins|meilleure?)',
    '(premi(?:er|ère)s?)(?! (?:@roles|@initial))',
    "(premi(?:er|ère)s?) (?:@initial) (?:@w[ ']|\\d+ ){0,6}(?:@span)",
    '(?:le|la|les) ((?:plus|moins|mieux|pis)(?: bien)?)(?=[.,;:!?»)]|$)',
    '(?:les?|la|des|aux) ((?:mieux|moins bien|plus mal) (?!est )@l+(?:é|ée|és|ées|is?|ies?|us?|ues?|ts?|tes?))',
    "(?:est|sont|reste|demeure|était|fut|a) (de (?:très )?loin|de beaucoup) (?:le|la|les|l')",
    "(?:est|était|sera|fut|reste|demeure|devient|sont|étaient) (?:le |la |les |l'une? des )(derni(?:er|ère)s?)" +
      "(?= (?:@w ){0,3}(?:du|de|des|d'|en|à|qui|que|qu'|encore|avec))(?! (?:mot|recours|délai|moment|venue?|" +
      'en date|étape|chance))',
    '(?:attein@l*|touch@l+|inscri@l+|retrouv@l+|grimp@l+|tomb@l+|tomber|recul@l+) (?:à |sur )?(?:un|son|leur|des|' +
      'ses) ' +
      '(?:nouveaux? )?(sommets?|pics?|maximum|minimum|plus (?:haut|bas)|plancher|plafond|records?)',
    '(?:un|des|à un|à son) ((?:plus|moins) (?:haut|bas)) (?:de|depuis|en|à)',
    '(?:moitié|deux fois|trois fois|bien|nettement|beaucoup|tiers) (moindres?)',
    "(moindres?) (?:que|qu')",
    '(domin(?:e|ent|ait|aient|é|er)) (?:@w )?(?:le (?:classement|championnat|marché|palmarès|secteur|tableau)|' +
      'la (?:hiérarchie|compétition|course|saison))',
    '(jeu égal|à la traîne|(?:en |au )?(?:fond|bas|queue|bout|sommet) du (?:classement|tableau|palmarès))',
    '(?:arriv@l+|termin@l+|fini@l*|class@l+|point@l+|remont@l+|figur@l+|rétrograd@l+|parti@l*) (?:@w )?' +
      '(?:à la |au |en )?((?:@ordinals)s?)(?! (?:ligne|fois|fil|loge|classe|division|plan|minute|instant))',
    '(?:à la|au|du|de la|la|le|sa|son) ((?:@ordinals) (?:place|position|marche|rang (?:mondial|européen|national|' +
      'du)))(?! (?:assise|debout))',
    "((?:aucune?|personne|nul|nulle part|rien|rarement|jamais|peu de) (?:@w[ ']){1,6}" +
      '(?:aussi|autant|si|tant) (?!bien|peu|que|de)@w)',
    "((?:aucune?|personne|nul|rien|rarement|jamais) (?:@w[ ']){1,5}(?:autant|mieux|davantage))(?=[.,;!?]|$| de )",
    "(d'une rare @w|d'un rare @w|d'une @w (?:rare|inégalée))",
    "(remonter (?:à|au|aux|jusqu'à|jusqu'au) (?:@w[ ']|\\d+ ){1,6}pour (?:re)?(?:trouver|voir))",
    '(numéro (?:deux|trois|2|3)) (?:mondial|européen|français|national|du (?:secteur|marché|classement))@l*',
    "(?:le |la |les |l'|son |sa |ses |leur |leurs |du |des |au |une? des |l'un des |" +
      'parmi les )(seule?s?|uniques?)(?! fois par)',
    '(?:est|était|sera|reste|sont|demeure) (seule?s?) à @l+(?:er|ir|re)',
    '(une?(?: @w)? unique)(?= (?:en|au|dans|à|sur))',
    '(uniques? (?:au monde|en (?:france|europe|son genre)))',
    '^["«“ ]*(lanterne rouge)',
    "(au(?:x)? mêmes? (?:prix|niveau|rythme|tarif|stade|titre)s?) (?:que|qu')",
    '^["«“ ]*(seule?s?) (?=le |la |les |l\'|un|une|deux|trois|son|sa|ses|ce|cette|\\d)',
    '(records?|recordman|recordwoman)',
    '(invaincue?s?|imbattue?s?|imbattables?|invincibles?|au coude à coude|(?:rest\\w*|arriv\\w*|' +
      'vir\\w*|pass\\w*|toujours|est|sont|était|caracol\\w*|point\\w*|termin\\w*|fini\\w*) (?:@w ' +
      ')?(?:en tête(?!-)|en queue|bons? derniers?|bonnes? dernières?|lanterne rouge)(?! (?:de cortège|de ' +
      'l.affiche|à tête)))',
    '(sans précédent|inégalée?s?|inégalable|sans égale?|sans pareil|sans équivalent|hors (?:pair|' +
      'norme)|incomparables?|jamais[- ]vue?s?|du jamais|historiquement (?:bas|haut|faible|élevé)@l*)',
    '(inédite?s?) (?:depuis|dans|à ce|en|au|par)',
    "(nulle part (?:@w[ ']){0,6}(?:aussi|plus|moins|mieux|si|autant))",
    '((?:deuxième|seconde|troisième|quatrième) (?:femme|homme|personne|pays|ville|club|équipe)) (?:à|' +
      'au|de|du|dans|sur|qui)',
    // “Il n’a jamais répondu” compares nothing.
    "^[\"«“ ]*(jamais) (?:@w[ ']){0,8}?(?:n'(?:a|ai|avait|avaient|ont|est|était|étaient)|ne (?:fut|s'était|" +
      "s'est))(?!@l)",
    '(jamais) (?:@w ){0,8}?(?:aussi|autant|si|tels?|telles?|tant|depuis|auparavant|plus|moins|mieux|pareil@l*)(?!@l)',
    '(jamais) (?:encore )?(?:connu|vue?s?|atteint|gagné|perdu|accueilli|enregistré|remporté|dépassé|franchi|' +
      'compté|réuni|produit|' +
      'battu|dirigé|manqué|raté|mesuré|observé|égalé|constaté|vécu|subi|tenté|réalisé|construit|obtenu|' +
      'été (?:aussi|si|plus|moins|égal|battu|atteint|dépassé|vu|mesur|observ|constat|enregistr|franchi|réalisé|' +
      'tenté))@l*',
    '@l{3,} (jamais) @l+(?:é|ée|és|ées|its?|ites?|us?|ues?)(?=[.,;]|$| (?:en|au|à|par|dans|sur|pour|chez))',
    "(?:pas|plus|guère) (?:@w[ ']){1,6}((?:aussi|autant|si) (?!bien|peu|que|de)@w) (?:@w ){0,2}depuis",
    '(?:avance|ampleur|niveau|score|situation|fait|phénomène|mobilisation|écart|crise|hausse|baisse|' +
      'alliance) (inédite?s?)',
    "(les? mêmes? (?:nombre|niveau|prix|rythme|tarif|taux|taille|poids|âge) (?:de @w )?(?:que|qu'))",
    '(jamais (?:autant|aussi|si)|plus que jamais|comme jamais|nulle part ailleurs|nul(?:le)? autre|aucune? autre|' +
      "personne d'autre|personne n'a(?:vait)? (?:jamais|encore|autant|mieux|plus|aussi|fait (?:mieux|" +
      "plus|autant))|nul n'a(?:vait)? (?:jamais|encore|autant|mieux|plus|aussi)|pas un " +
      'seul|pas une seule)',
    // “Aucun blessé n’a été signalé” claims nothing about others.
    "(aucune? (?:@w ){1,2}n'a(?:vait)?) (?!(?:été|pu|voulu|souhaité|jugé|réagi|répondu|revendiqué|subi|" +
      'encore (?:été|pu)) )' +
      '(?:@w )?(?:jamais|encore|autant|gagn|remport|atteint|obtenu|connu|réussi|dépassé|fait|plus|mieux|vécu|vu|' +
      'compt|tenu|produit|duré|marqu)@l*',
    '(personne|nul|aucune? @w) (?:@w ){1,4}(?:plus|moins|mieux|autant)(?! (?:rien|jamais|que|de nouvelles))',
    '(numéro une?|n° ?1|tête du classement|premier rang (?:mondial|européen|national|du|des (?:pays|producteurs|' +
      'exportateurs))|leader (?:mondial|européen|français|national|' +
      'du|de)|champion du monde|championne du monde)',
    '((?:plus|moins) (?:haut|bas) (?:historique|niveau|depuis)|(?:pic|sommet|plancher|plafond|maximum|' +
      'minimum|creux) (?:historique|absolu|annuel))',
    '(?:le|la) (@ordinal|second) (?:exportat|product|employe|importat|fournisse|puissance|économie|port|aéroport|' +
      'banque|groupe|' +
      'constructe|opérate|force|région|commune|musée|stade|marché)@l*',
    '((?:arriv@l+|termin@l+|finit|point@l+) devant) (?:son|sa|ses)',
    "(?:n'|ne )@w (?:plus|pas) (?:@w[ ']){1,6}(depuis (?:plus de |près de )?(?:@number|\\d+) (?:ans|années|mois))",
    "((?:en deçà|au-delà) (?:des? |du |de la |de l')(?:@w )?(?:@measured))",
    "(?:l'un|l'une|un|une) des ((?:très )?rares)",
    '(derni(?:er|ère)s?) (?:survivant|représentant|exemplaire|témoin|rescapé|du genre|de son espèce|' +
      'à (?:être|avoir|parler|savoir))@l*',
    "(doyenn?e?s?|benjamine?|l'aînée?) (?:de|du|des)",
    "(d'une (?:ampleur|intensité|violence) (?:rare|inouïe|inédite)|de tous les temps|" +
      "de l'histoire (?:de|du|des)|de mémoire d')",
    '(principal(?:e|es)?|principaux) (?:exportat|product|fournisse|importat|' +
      'employe|cause|partenaire|débouché|port|marché|client|source|bénéficiaire|contribut|financ|actionnaire|' +
      'créanc|' +
      'bailleur|foyer|motif|destination|ressource|moteur|poste de|pôle|bassin|victime)@l*',
    // Comparisons.
    '((?:plus|moins|mieux|pires?|meilleure?s?|davantage|autant|supérieure?s?|inférieure?s?|' +
      "autre chose) (?:@w[ ']|\\d+ ){0,5}?(?:que|qu'))",
    "((?:plus|moins|davantage|mieux) (?:que|qu'))",
    "(aussi (?!bien|longtemps|tôt|vite|loin|@told)@w (?:que|qu'))",
    // “Aussi” compares where both terms have one preposition: “aussi efficace chez les enfants que chez les adultes”.
    '(aussi (?!bien |longtemps |tôt |@told)@w)(?= (chez|dans|pour|en|sur|avec|à|au|aux|par|sous|contre) ' +
      "(?:@w[ ']){1,6}(?:que |qu')\\2(?!@l))",
    '((?:@small|cent|mille|vingt|trente|\\d+(?:,\\d+)?) fois (?:plus|moins|mieux|le|la|les|supérieur|' +
      "inférieur|celui|celle|davantage)@l*(?: (?:de|d'))?)",
    "((?:le|au|du) (?:double|triple|quadruple|quintuple|décuple)(?= (?:de|du|des|d'|en|sur|par|pour|dans|qu)|" +
      '[.,;:]|$)|' +
      'moitié (?:moins|plus)|' +
      'la moitié de (?:celui|celle|ce que))',
    '(par rapport (?:à|au|aux)|comparée?s? (?:à|au|aux)|en comparaison|(?:supérieur|inférieur)e?s? (?:à|au|aux))',
    '((?:au-dessus|au-dessous|en dessous) (?:de la |du )(?:@w )?(?:moyenne|niveau|seuil|norme))',
    '(surpass(?:e|ent|é|er|ée|ait)|devanc(?:e|ent|é|er|ée|ait)|supplant(?:e|ent|é|er|ée|ait)|' +
      'surclass(?:e|ent|é|er)|' +
      'dépass(?:e|ent|é|er|ait|aient|ée?s?|era|eront|ant) (?:@w ){0,2}?(?:celle|celui|ceux|celles|' +
      "(?:les? |la |l'|ses |leurs? |son |du |des |aux )(?:@w )?(?:@measured)))",
    '(dépass(?:e|ent|é|er|ait|era)) (?:@w ){1,3}en (?:population|nombre|ventes|superficie|taille|poids|valeur|' +
      'audience|volume|hauteur)',
    '(distanc(?:e|ent|é|er|ait|aient)|coiff(?:e|é|er)|détrôn(?:e|ent|é|er)) (?:le|la|les|ses|son|sa|au)',
    '((?:comparables?|identiques?|semblables?|similaires?|équivalente?s?|égale?s?) (?:à|au|aux) (?:celle|celui|' +
      'ceux|' +
      "celles|la moyenne|l'an|(?:@w )?(?:précédent|dernier|passé)e?))",
    '(égal(?:e|ent|é|er|ait)) (?:le record|son record|la (?:meilleure )?(?:performance|marque)|sa meilleure|' +
      'son meilleur)',
    '(fait|font|faire|faisait|feront|fera) (?:beaucoup |bien )?(?:mieux|pire|moins bien)',
  ],
  notSuperlatives: [
    // English: “Premier resigns”, “Premier League starts”. No French word behind the singular ends like that.
    '^["«“ ]*premier (?:league|(?!temps|corps|poids|fonds|puits)@l*(?:[dkmnptwy]s|ed))(?!@l)',
    // “Le premier convoi a franchi …”: the first of a row, of nothing that is named.
    '^["«“ ]*(?:le|la|les) premi(?:er|ère)s?(?! (?:femme|homme|pays|ville|puissance|fois|groupe|club|@l+eur|' +
      '@l+rice))' +
      "(?!.{0,90}(?:depuis|d'europe|de france|du (?:monde|pays|genre|département|nom)|au monde|de l'histoire|" +
      'de (?:son|sa|leur) (?:histoire|carrière|genre)| à @l+(?:er|ir|re)(?!@l)|en (?:\\d+|@number) ans|mondial))',
    'plus ou moins|de plus en plus|de moins en moins|(?:au|tout au) (?:plus|moins)(?: tard| vite|' +
      ' tôt)?(?! (?:haut|bas|grand|petit|fort|faible|près|profond|mal))|le plus (?:vite|tôt|rapidement|' +
      "souvent) possible|le plus souvent|du moins|à moins|pour le moins|non plus|en plus|d'autant plus|" +
      'ni plus ni moins|une? de plus',
    "(?:ne |n')(?:@w[ ']){1,3}plus(?: que)?(?! @w que)",
    "d'autant (?:plus|moins|mieux) que|d'autant que|(?:pour|en) autant que|autant que (?:possible|" +
      'faire)|plus tôt que prévu(?=$)|plutôt que|tandis que',
    'meilleurs? (?:vœux|voeux|amie?s?|délais|souvenirs|sentiments|salutations|ennemi|cas)|' +
      'meilleures? (?:amies?|salutations|pensées|volontés?)|la plupart du temps|tout le moins|' +
      'pas le moins du monde|' +
      'le (?:moins|mieux|plus) (?:possible|du monde)|le mieux (?:est|serait)|c.est le moins qu|au plus (?:fort|' +
      'près|profond|mal) ' +
      "(?:de |du |des |d')|" +
      '(?:dans|au) (?:le )?(?:meilleur|pire) des cas|' +
      'le (?:pire|meilleur) (?:est (?:passé|à venir|derrière)|reste à venir|a été évité)|' +
      '(?:pour )?le meilleur et (?:pour )?le pire|' +
      '(?:césars?|oscars?|goyas?|molières?|prix|trophées?|victoires?|lion|ours|palme) (?:du|de la|' +
      'des) (?:meilleure?s?)|' +
      'le plus (?:grand|vif|strict|profond) (?:mal|soin|sérieux|calme|secret|respect|plaisir|intérêt|silence|bien)|' +
      'la plus haute juridiction(?! (?:du monde|jamais))|la plus (?:grande|vive|stricte|haute|' +
      'élémentaire) (?:prudence|fermeté|discrétion|vigilance|attention|' +
      'confidentialité|' +
      'rigueur|sévérité|intimité|simplicité)',
    '(?:à |tout |toute )(?:lui |elle |eux )?seule?s?|sens unique|pièce unique|guichet unique|' +
      "monnaie unique|parti unique|(?:d'|de |du |au |en |dans un |en un |tout d'|" +
      'au tout )premiers? (?:lieu|abord|temps|plan|degré)|matières? premières?|(?:jeunes|' +
      'jeune) premiers?|en avant-première',
    "autant (?:vous |le )?(?:dire|l'avouer|l'admettre)",
    '(?:à|à tout) jamais|si jamais|au grand jamais|on ne sait jamais|mieux vaut tard|mieux que rien|' +
      '(?:afin|alors|(?<!(?:moins|plus|aussi|si|mieux) )bien|avant|après|depuis|dès|pendant|pour|sans) que',
  ],
  figures: [
    { find: '(@number)(?: (?:et demi(?:e)?))?', lower: true },
    '((?:une?|deux|trois|quatre|cinq|des|les|plusieurs|quelques|par|aux|' +
      'la) (?:@about)(?: de (?:milliers|millions|milliards))?|(?:demi-)?douzaine|@about)',
    "((?:la |de )?moitié|(?:un|deux|le|les deux|les) (?:tiers|quarts?)(?= (?:de|des|du|d')|[.,;]|$)|" +
      '(?:trois|les trois) quarts|(?:un|deux|trois|quatre) (?:cinquième|sixième|huitième|dixième|' +
      'centième)s?|demi-(?:année|heure|siècle|million|journée|douzaine|tonne)s?|et demie?)',
    "(?:une?|@small|\\d+) (?:@w |d'@w ){0,3}(sur (?:@number|\\d+))",
    '((?:a|ont|avait|avaient|aura|pourrait|pourraient|va|vont|fait|de|à|être|fut|est|sont) (?:presque |' +
      'plus que |été )?(?:doubl|tripl|quadrupl)(?:é|ée|és|er)|doublement (?:de|du|des)|triplement (?:de|' +
      "du|des)|(?:le|au) (?:double|triple)(?= (?:de|du|des|d'|en|sur|par|pour|dans|qu)|[.,;:]|$))",
    '((?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|cent) fois)',
    '(?:(?:la|le|sa|son|leur|une?|cette|ce) )((?:@ordinal)) (?:@turn)',
    '(?:\\w*(?:bond|augment|progress|baiss|chut|recul|rédu|dimin|hauss|grimp|perd|gagn|ampu|coup|' +
      'accr|fond|plong|effondr|contract|gonfl|mont|tomb|dépréci|appréci|cro)@l*|plus|moins|près|' +
      "presque) (?:de près |de plus |de presque |d'environ )?(?:d'|de |)(un tiers|un quart|moitié)",
    '(?:dont|soit|environ|quelque|presque|seulement) (un tiers|un quart)(?! (?:payant|état|temps|d.heure))',
    '(un tiers|un quart)(?= (?:sont|ont)(?!@l))',
    '(zéro) (?:degré|pour cent|point|but)s?',
    'dont (une?) (?:grièvement|gravement|légèrement|mortellement|grave|dans un état|en urgence|mineure?|enfant|' +
      'femme|' +
      'homme|bébé)',
    '((?:divis|multipli)(?:é|ée|és|ées|er|ant) par (?:@number|\\d+))',
    '(cent pour cent)',
  ],
  notFigures: [
    "(?:@pointing) (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?! (?:@unit))|l'un des deux|" +
      'des deux (?:côtés|parties|mains)|entre quatre yeux|à deux pas|mille (?:mercis|fois)|(?:tout|' +
      'flambant|quoi de|remis à|remise à|remettre à|refait à) neuf|(?:tout|toute) neuve',
    "(?:(?:un|une|le|la|l'|du|au|tout|très|plus|est|sont|parfaitement|vélo|logement|appartement|" +
      'immeuble) )neuf(?! @l+[sx])|@l{4,} neuf(?= (?:de|du|des|pour|à|qui|est|sera|sur|en|au) )|@l{4,}(?:eau|eur|' +
      'ent|on|in|et|er|al|is|ers|ot|el|il|oit|age|tre) neuf(?=[.,;]|$)|(?:mis|mise|mises|mettre|mettent|met|' +
      'coupe[rz]?|couper les cheveux) en quatre|mille-feuilles?|sur (?:son|leur|votre|mon) trente et un',
    "(?:l'|un |une |d'un |par un )tiers (?:payant|état|personne)|tiers-@w|quarts? de finale|" +
      'par un tiers|(?<!(?:bondi|augmenté|progressé|baissé|chuté|reculé|réduit|réduite|réduits|diminué|' +
      "perdu|gagné|grimpé|fondu|plus|moins|près) )(?:d'un|du|au) tiers(?! (?:de|des|du))|(?:à|vers|" +
      'avant|dès) @small heures|moitié (?:nord|sud|est|ouest|inférieure|supérieure)',
    "(?:un |le |la |ce |cet |son |leur |du |au |l'|d'un )@l{3,}(?<!s) neuf(?! (?:@unit|(?!dans |sans |sous |vers |" +
      'dès |depuis |pas )@l+s(?!@l)))',
    '(?:seconde|troisième|deuxième) (?:guerre|classe|étage|tour|main|âge|république)',
  ],
  designators:
    'boeing|airbus|article|articles|art\\.|alinéa|chapitre|page|p\\.|ligne|salle|quai|voie|porte|' +
    'terminal|canal|chaîne|tf|france|m|numéro|n°|no|' +
    'chambre|bâtiment|bloc|zone|niveau|phase|étape|groupe|classe|bus|tram|tramway|vol|route|autoroute|' +
    'a|n|d|rn|rd|type|modèle|version|loi|' +
    'décret|titre|tome|volume|acte|scène|lot|tableau|figure|règle|apollo|ariane|vega|formule|rafale|' +
    'mirage|tgv|ter|intercités|ouigo|eurostar|navette|départementale|nationale|train|radio|kilomètre|secteur|' +
    'district|case',
}
