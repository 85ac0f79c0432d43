import type { LanguageWords } from './languageWords'

export const SPANISH_WORDS: LanguageWords = {
  sources: [
    'RAE y ASALE, Nueva gramática de la lengua española, 2009: construcciones comparativas y ' +
      'superlativas (45), numerales (21)',
    'RAE, Diccionario panhispánico de dudas: más, menos, mayor, menor, mejor, peor, primero, récord',
  ],
  lists: {
    small:
      'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|' +
      'diecisiete|dieciocho|diecinueve',
    tens: 'veinte|veinti@l+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa',
    hundreds:
      'cien|ciento|doscient[oa]s|trescient[oa]s|cuatrocient[oa]s|quinient[oa]s|seiscient[oa]s|' +
      'setecient[oa]s|novecient[oa]s|ochocient[oa]s',
    one: '@hundreds|@tens|@small|mil',
    number: '(?:@one)(?: (?:y )?(?:@one|un|uno|una|millones))*',
    about:
      'docenas?|decenas?|centenar(?:es)?|centenas?|millar(?:es)?|miles|quincenas?|veintenas?|' +
      'treintenas?|cientos|millón|millones|millardos?|billón|billones',
    unit:
      'años?|mes(?:es)?|días?|semanas?|horas?|minutos?|segundos?|siglos?|millones|millón|euros?|' +
      'dólares|pesos|kilómetros?|metros?|toneladas?|' +
      'grados?|puntos?|veces|tercios|cuartos|por ciento|décadas?|mil|cientos',
    ordinal:
      'segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|séptim[oa]|octav[oa]|noven[oa]|décim[oa]|' +
      'undécim[oa]|duodécim[oa]|vigésim[oa]|centésim[oa]',
    turn:
      'vez|año|trimestre|título|victoria|derrota|mandato|día|mes|semana|temporada|intento|gol|medalla|' +
      'puesto|lugar consecutivo|edición|víctima|consecutiv[oa]',
    pointing: 'los|las|estos|estas|esos|esas|sus|mis|nuestros|nuestras|ambos|otros|otras|aquellos|aquellas',
    the:
      'el|la|los|las|su|sus|del|al|lo|mi|mis|nuestr[oa]s?|un[oa] de (?:los|las)|entre (?:los|las)|dos|' +
      'tres|cuatro|cinco|diez',
    roles:
      'ministr[oa]s?|dama|plano|plana|lugar|instancia|auxilios|división|semestre|trimestre|tiempo|piso|' +
      'paso|pasos|grado|línea|vuelta|guerra|' +
      'teniente|necesidad|mano|clase|hora|horas|vista|piedra|curva|secretari[oa]|vicepresident[ea]|magistrad[oa]|' +
      'cuarto|bachillerato|etapa|fase|fila|mitad|' +
      'capítulo|acto|orden|momento|día|días|semana|semanas|mes|meses|minutos|persona|página|edil|autoridad',
    reached:
      'lleg[oó]|llegaron|termin[oó]|terminaron|acab[oó]|acabaron|qued[oó]|quedaron|finaliz[oó]|entr[oó]|cruz[oó]',
    // Not “nadie ha reclamado el atentado”.
    deed:
      'ganado|logrado|conseguido|alcanzado|obtenido|superado|marcado|llegado|vivido|tenido|gobernado|ocupado|' +
      'recibido|' +
      'sumado|jugado|corrido|visto|hecho|subido|nunca|jamás|antes|tan|tanto|más|crecido|caído|perdido|vendido|' +
      'durado|conocido',
    // “Los regantes piden más agua” compares nothing.
    verbs:
      '(?!joven |gran )@l+(?:an|en|ó|aron|ieron)|promete|exige|reclama|necesita|ofrece|pide|quiere|busca|destina|' +
      'recibe|aporta|invierte',
    ranking:
      'tabla|clasificación|ranking|lista|sondeos?|encuestas?|carrera|sector|mercado|liga|campeonato|general|' +
      'grupo|división|medallero|intención|clasificatoria|competición|audiencias',
    measured:
      'previsiones|expectativas|exportaciones|importaciones|ingresos|gastos|media|promedio|cifras?|récord|' +
      'marca|nivel|niveles|total|número|objetivos?|presupuesto|oferta|demanda|techo|umbral|barrera|' +
      'registros?|nacimientos|defunciones|ventas|compras|estimaciones|pronósticos?|capacidad|rival(?:es)?',
    than: 'que|de lo que|del que|de la que|de los que|de las que',
  },
  superlatives: [
    '(?:@the)(?: (?!(?:no|ya|nunca|es|son|era|fue|ni|está|están|@verbs) )@w){0,2} ((?:más|menos) (?!o |que |' +
      'bien|allá|acá|de \\d)@w)',
    '(?:@the) (?:@w de (?:la |los |las |el )?@w |@w del @w )((?:más|menos) (?!o |que |bien|allá)@w)',
    '(?:@the) (?:@ordinal )?(?:@w )?(mayor|menor|mejor|peor)(?:es)?(?! (?:de edad|parte del tiempo))',
    '(?:con|de|por|sin) (mayor|menor|mejor|peor)(?:es)? (?:@w )?(?:de(?:l)?|en) ',
    '^["«“ ]*(mejor|peor|mayor|menor)(?:es)?(?= @w)',
    '(primera?s?)(?= (?!@roles\\b)@l)',
    '(?:el|la|los|las|lo|ser|como|fue|es|quedó|llegó|terminó|acabó) (primer[oa]s?)(?! (?:@roles))',
    '(?:el|la|los|las|su|sus|un|una|es|son|era|eran|fue|como|del|al) (únic[oa]s?)',
    '^["«“ ]*(únic[oa]s?) ',
    '(?:será|es|fue|era|sería|son|eran) (?:el |la |las |los |uno de los |una de las )(últim[oa]s?)' +
      '(?= (?:@w ){0,2}@w (?:de|del|que|en|con vida))(?! (?:palabra|hora|esperanza|oportunidad|tramo))',
    '((?:un[oa] de l[oa]s poc[oa]s))(?= @w)',
    '(quien(?:es)? (?:más|menos|mejor|peor) @w)',
    '^["«“]*(s[oó]l[oa]) (?=(?:el|la|los|las|un|una|dos|tres|su) )',
    '(?:a|en|de|sus|los|marc@l+) ((?:mínimos|máximos)) (?:de|desde|históric|anual|no vist|del)',
    '(lider(?:a|an|ó|aron|aba|aban|ar|ado|ando|ará)|encabez(?:a|an|ó|aron|aba|ar|ando|ará)) (?:@w ){0,2}?' +
      '(?:la|el|los|las) (?:@w ){0,2}?(?:@ranking)',
    '(?:@reached) (?:@w )?(en (?:primer|últim|segund|tercer|cuart|quint|sext)[oa]? (?:lugar|puesto|posición))',
    '((?:primer|penúltim|últim|@ordinal)[oa]? (?:puesto|posición|lugar|plaza)) (?:en|de|del|entre|por|mundial)',
    '(?:es|era|fue|sigue siendo|convierte en|como|son) (?:el|la) (@ordinal) @w (?:del?|en|más|por|con más)' +
      '(?<!(?:día|vez|año|mes|semana|hijo|hija|turno|tiempo|acto|capítulo|entrenador|partido|parte|fase) @l{2,3})',
    '(con (?:mucha )?diferencia|de lejos) (?:el|la|los|las)',
    '(récords?|plusmarcas?|plusmarquistas?)',
    '((?:no|sin) (?:tiene|tienen|tenía|hay) (?:igual|parangón|rival|comparación))',
    '(invict[oa]s?|imbatid[oa]s?|imbatibles?|invencibles?|a la cola de|colistas?|farolillo rojo|en ' +
      'cabeza|codo con codo|empatad[oa]s? con)',
    '(sin precedentes?|(?:no )?(?:tiene|tienen|hay|hubo|tenía|tuvo|registra|existen?) precedentes?|' +
      'inédit[oa]s?|sin parangón|sin igual|sin par|sin rival|inigualab@l+|inigualad[oa]s?|insuperab@l+|' +
      'insuperad[oa]s?|incomparab@l+|nunca visto|nunca vist[oa]s?|jamás vist[oa]s?)',
    '((?:en )?(?:ningún @w|ninguna @w|nadie|ningun[oa]|ninguna parte|ningún sitio) (?:@w ' +
      '){1,6}(?:más|menos|mejor|peor|tan|tanto))(?! (?:que decir|remedio))',
    '((?:segunda|tercera|cuarta) (?:mujer|persona|ciudad|economía)|(?:segundo|tercer|cuarto) ' +
      '(?:hombre|país|club|equipo)) (?:en|que|del|de|al|a)',
    '(?:el|la|los|las) (que (?:más|menos|mejor|peor) @w)',
    '(nunca antes|(?:nunca|jamás)(?= (?:@w ){0,3}(?:ha|han|había|habían|hemos|hubo)(?!@l)' +
      '(?! (?:sido (?:condenad|detenid|acusad|imputad)|comparec|habl|declar|quer|respond|denunci|reconoc|admit|' +
      'ocult|neg|dicho|pod|pens))| ' +
      '(?:se ha|se había|tanto|tanta|tantos|tantas|tan|tuvo|fue|en (?:la|su|mi)|un|una|visto|vista)(?!@l))|' +
      'como nunca|más que nunca|nadie más|(?:nadie|ningún @w|ninguna @w) (?:ha|había) (?:@w )?(?:@deed)|' +
      'ningún otro|' +
      'ninguna otra|en ningún otro|en ninguna otra|' +
      'ni un solo|ni una sola|como ningun[oa]|como ningún)',
    '(número uno|n\\.?º ?1|líder(?:es)? (?:mundial|europe[oa]|nacional|regional|american[oa]|' +
      'español[oa]?|absolut[oa]|de audiencia|de ventas|en|del|de la|indiscutible)|' +
      'primer puesto|a la cabeza|líderes? del mercado|campe(?:ón|ona) (?:del mundo|mundial))',
    '((?:máxim|mínim)[oa]s? (?:históric|anual|nivel|gol|anot|exponent|expres|valor|cifr|de la|del|en|' +
      'desde)@l*|máximo goleador|máxima goleadora)',
    '(últim[oa]s?) (?:supervivient|sobrevivient|representant|ejemplar|testigo|reduct|de su especie|' +
      'de su clase|que quedan?)@l*',
    '(decan[oa]s?|el más viejo|la más vieja|el más antiguo) (?:de|del)',
    '(de la historia|de todos los tiempos|que se recuerd[ae]|en la historia de|desde que hay registros|' +
      'desde que existen registros)',
    '(principal(?:es)?) (?:exportador|productor|proveedor|importador|empleador|caus|soci|destino|comprador|' +
      'problem|preocupaci|motivo|' +
      'fuente|mercado|client|accionist|donant|beneficiari|amenaz|escoll|puerto de)@l*',
    // Comparisons.
    '((?:más|menos|mayor(?:es)?|menor(?:es)?|mejor(?:es)?|peor(?:es)?|superior(?:es)?|inferior(?:es)?|' +
      'antes|otro tanto)(?: @w| \\d+){0,5} (?:que|de lo (?:que|@l+[ai]d?[dt]?o)|del que|de la que|' +
      'de lo previsto))',
    '((?:más|menos|mejor|peor|mayor|menor) que)(?! nada)',
    '(tan (?!pronto|solo|sólo|bien|siquiera)@w(?: @w)? como|tant[oa]s? (?:@w ){0,2}como (?!para|por|si))',
    '((?:el|al|del) (?:doble|triple|cuádruple|quíntuple)(?= (?:del?|que|en|para|por)|[.,;]|$)(?: (?:de|que|del))?)',
    '((?:@small|cien|mil|veinte|treinta|\\d+(?:[,.]\\d+)?) veces (?:más|mayor|menos|menor|mejor|el|la|' +
      'superior|lo|inferior|que))',
    '(la mitad (?:de (?:lo que|car[oa]|grande|rápid@l+)|que))',
    '(la mitad de) @w que',
    '(en comparación|comparad[oa]s? con|frente a(?:l)? (?:año|mes|trimestre|ejercicio|@w %|los? \\d)|' +
      'respecto (?:a|al|del) (?:año|mes|mismo|ejercicio|trimestre|periodo|período)|con respecto a(?:l)?)',
    '(super(?:a|ó|an|aron|aba|aban|ará|ar|ando|ado)) (?:(?:ya|ampliamente|con creces|con holgura) )?' +
      '(?:las?|los|el|sus?|al|a las?|a los) (?:@w )?(?:@measured)',
    '(adelant(?:ó|aron|a|an)) (?:@w ){1,4}en (?:la|las|el|los) (?:@ranking)',
    '((?:du|tri|cuadru)plic(?:a|an|ó|aba|aban|aron)) (?:a|al|la media|el promedio)',
    '(igual(?:a|ó|an|aron|ar|ado|aba)) (?:a la |al |a los |(?:el|la|su) (?:@w )?(?:récord|marca|mejor|racha|peor|' +
      'mayor|registro|plusmarca|del?))',
    '(super(?:a|ó|an|aron)) (?:en @w (?:a|al)|lo (?:previsto|esperado|presupuestado))',
    '((?:el|la|los|las) mism[oa]s? (?:número|cantidad|nivel|precio|sueldo|cifra|ritmo|tamaño|' +
      'peso)(?: de @w)?(?: @w)? que)',
    '((?:du|tri|cuadru)plic(?:a|an|ó|aba|aban|aron)) (?:el|la|los|las) (?:@measured|costes?|precios?|tasas?)',
    '(igual(?:es)? de @w (?:@w )?que)',
    '((?:mayor|menor|mejor|peor)(?:es)? (?:a lo|al|a la|a las|a los)) (?:previst|esperad|del|de la|anterior|' +
      'registrad|media|habitual|' +
      'pasado|año)@l*',
    '(?:@reached|clasific[oó]|clasificaron) ((?:segund|tercer|cuart|quint|últim|penúltim)[oa]s?)(?! (?:de baja|' +
      '@l+ de baja))',
    '((?:por encima|por debajo) (?:de la |del |de los |de las )(?:@w )?(?:media|promedio|nivel|resto|@w))',
    '(superior(?:es)? (?:a|al)|inferior(?:es)? (?:a|al)|super(?:a|ó|an|aron|aba|aban|ando|ar|' +
      'aría) (?:a|al|con creces|la media|el promedio|en (?:número|ventas|votos))|aventaj@l+|rebas(?:a|ó|' +
      'an|aron) (?:a|al|la media)|iguala (?:a|al))',
  ],
  notSuperlatives: [
    // “El primer detenido guardó silencio”: the first of a row, of nothing that is named.
    '^["«“¿¡ ]*(?:el|la|los|las) primer(?:o|a|os|as)?(?! (?:mujer|hombre|persona|vez|país|ciudad|@l+(?:dor|dora|' +
      'tor|tora)))' +
      '(?!.{0,90}(?:desde|de la historia|en (?:@number|\\d+) años|del? (?:mundo|país|europa|españa|su (?:historia|' +
      'tipo))| que ))',
    // English: “Mayor opens bridge”, “Mayor Khan resigns”. No Spanish word behind the singular ends like that.
    '^["«“ ]*mayor (?:@w )?@l*(?:[bdfghklmnprtvwy]s|ed)(?!@l)',
    '^["«“ ]*mayor (?:@w )?(?:dead|found|guilty|hurt|ill|missing|out|quit|shot|silent|to)(?!@l)',
    '^["«“ ]*mayor (?!mes |lunes|martes|jueves|viernes)@l+es(?!@l)',
    '^["«“¿¡ ]*mejor (?:no|que|así)|antes que @l+[aei]r(?!@l)',
    'no (?:hay|queda|hace|tiene|es) más que|primero de (?:enero|febrero|marzo|abril|mayo|junio|julio|' +
      'agosto|septiembre|octubre|noviembre|diciembre|mes|año)',
    'más o menos|a lo mejor|nada más|una vez más|además|cada vez (?:más|menos|mejor|peor)|(?:por|' +
      'al) mayor|al menos|por lo menos|a lo (?:más|menos)|(?:lo|cuanto) más (?:pronto|tarde|' +
      'rápido) posible|ni más ni menos|cuando menos|sin más|(?:los|las) de más|el más allá|más bien|' +
      'más de lo mismo|como mínimo|como máximo',
    '(?:ya no|no)(?: @w){0,3} más(?! @w que)(?= (?:en|a|al|por|de la|de los|desde)|[.,]|$)|' +
      'no (?:@w ){1,4}más que(?= (?:\\d|(?:de |a )?una? |para |por ))|nunca más|antes que (?:nada|después|tarde)|' +
      'más que nada',
    '(?:herman[oa]s?|person[oa]s?|plaza|calle|estado|hij[oa]s?|altar|palo|colegio|premio|' +
      'comercio) (?:mayor|menor)(?:es)?|(?:los|las|a los|de los|para) (?:mayores|menores)(?= (?:de|' +
      'que|y|del|en|se|no|con|@l+n(?!@l))|[.,;]|$)|(?:mayor|menor)(?:es)? de (?:edad|\\d+|@number)|(?:el|la|una?|' +
      'al|' +
      'del) menor(?= (?:fue|de|que|y|no|se|está|había|ha|era|será|@l+ó)(?!@l)|[.,;]|$)',
    '(?:mejor|peor) (?:dicho|amig[oa]s?|que nada)|mejores (?:deseos|amig[oa]s)|(?:goyas?|[oó]scar(?:es)?|premios?|' +
      'ariel|balón|copa) (?:a|al|de|del) (?:la |el )?(?:mejor|mayor)|' +
      'mejor (?:postor|tarde que nunca)|lo (?:mejor|peor) (?:está por|ha pasado|ya pasó|será que|es que)|(?:lo|' +
      'hacer lo|' +
      'dar lo) mejor de sí|en el (?:mejor|peor) de los casos|de mejor en mejor|o mejor dicho',
    'primero (?:fue|hay|que|se|habl|vino|lleg)|(?<!(?:@reached) )(?<!(?:@reached) @w )en primer (?:lugar|término|' +
      'plano)|de primera|' +
      'a primeras?|materias? primas?|(?:sentido|hij[oa]|talla|ventanilla|moneda|partido|pensamiento|' +
      'código) únic[oa]|únicamente|en primera',
    'tan(?:to)? es así|tanto como para|así como|tan (?:solo|sólo)|al por (?:mayor|menor)|tanto (?:(?:el|la|los|' +
      'las|en|de|del|a|al|su) ){0,2}@w como|casi nunca(?= )(?=$)',
  ],
  figures: [
    { find: '(@number)(?! (?:y media de la|de la (?:mañana|tarde|noche|madrugada)))', lower: true },
    {
      find:
        '((?:una?|dos|tres|cuatro|cinco|varias|varios|unas|unos|medio|media|algunas|algunos|las|los|' +
        'un par de) (?:@about)(?: de (?:miles|millones))?|@about(?: de (?:miles|millones))?)',
      lower: true,
    },
    '((?:la )?mitad|(?:un|dos|el|los dos) tercios?(?= (?:de|del)|[.,;]|$)|(?:un cuarto|la cuarta parte|' +
      'una cuarta parte|tres cuartos|tres cuartas partes|la tercera parte|una tercera parte|' +
      'una quinta parte|la quinta parte|dos terceras partes)(?= (?:de|del)|[.,;]|$)|(?:un|dos|' +
      'tres) (?:quintos?|sextos?|octavos?|décimos?)(?! de final)|y medi[oa])',
    '(un[oa] de cada (?:@number|\\d+)|(?:@small|\\d+) de cada (?:@small|\\d+))',
    '((?:se )?(?:duplic|triplic|cuadruplic|quintuplic)(?:a|ó|an|aron|ar|ado|ada|ando|aría|ará|aba|' +
      'ados)|(?:el|al) (?:doble|triple)(?= (?:del?|que|en|para|por)|[.,;]|$))',
    '(?:por|la|el|su|una?|al|del) ((?:@ordinal)) (?:@turn)',
    '(por ciento)',
    '(medi[oa] (?:año|mes|siglo|hora|millón|docena|tonelada|kilo|litro|mundo entero))',
    '(cero) (?:grados|puntos|goles|por ciento)',
  ],
  notFigures: [
    '(?:@pointing) (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)(?! (?:@unit))|(?:tres|cinco) pies al gato|' +
      'mil gracias|' +
      'de dos en dos|cada dos por tres|(?:a|hasta|desde|sobre|hacia) las (?:@small)(?! (?:años|horas|' +
      'personas|@unit))|entre los dos|en dos patadas',
    '(?:segunda|tercera) (?:guerra|división|mano|clase|edad|persona|planta|vuelta|instancia)|' +
      'tercer mundo|en segundo lugar|segundo plano|cuarto (?:de baño|de estar|oscuro)|' +
      'mitad (?:norte|sur|este|oeste|superior|inferior)|un cuarto(?! de (?:los|las|la|el|su))|sexto sentido|' +
      '(?:cuartos|octavos) de final|' +
      'por ciento y pico(?=$)',
  ],
  designators:
    'boeing|airbus|ave|alvia|apartado|apartados|artículo|artículos|art\\.|capítulo|página|p\\.|línea|' +
    'sala|andén|vía|puerta|terminal|' +
    'canal|antena|la|telecinco|cuatro|número|n\\.º|núm\\.|' +
    'habitación|edificio|bloque|zona|nivel|fase|etapa|grupo|clase|autobús|tranvía|vuelo|ruta|carretera|' +
    'autopista|autovía|kilómetro|a|ap|n|m|tipo|modelo|versión|' +
    'ley|decreto|título|tomo|volumen|acto|escena|lote|tabla|figura|regla|apolo|fórmula|radio|sector|' +
    'distrito|casilla|parada|piso|apartamento|local|pozo',
}
