import type { PatternLanguage } from './pattern-language.ts'

export const spanish: PatternLanguage = {
  code: 'es',
  verbs: {
    says: 'dijo|dijeron|dice|dicen|dicho|declaró|declararon|declarado|afirmó|afirmaron|afirma|afirman|afirmado|explicó|explicaron|explica|explicado|añadió|añadieron|agregó|agregaron|anunció|anunciaron|anunciado|señaló|señalaron|señala|indicó|indicaron|indica|informó|informaron|informa|informado|aseguró|aseguraron|asegura|asegurado|comentó|comentaron|escribió|escribieron|escribe|relató|contó|contaron|confirmó|confirmaron|confirma|confirmado|respondió|respondieron|recordó|reconoció|reconocieron|admitió|advierten|advirtió|advirtieron|advierte|subrayó|precisó|manifestó|manifestaron|sostuvo|reveló|revela|revelan|muestra|muestran|preguntó|testificó',
    believes: 'cree|creen|creía|piensa|piensan|opina|opinan|opinó|considera|consideran|consideró|supone',
    expects:
      'prevé|prevén|espera|esperan|estima|estiman|estimó|calcula|calculan|calculó|pronosticó|pronostica',
    alleges: 'acusó|acusaron|acusa|acusan|alega|alegan|alegó|alegaron|sostiene|sostienen',
    hints: 'sugirió|sugiere|sugieren|insinuó|insinúa',
    denies:
      'negó|negaron|niega|niegan|negado|desmintió|desmintieron|desmiente|desmentido|rechazó|rechazaron|rechaza|rechazan|rechazado',
    wants: 'exige|exigen|exigió|exigieron|pide|piden|pidió|pidieron|quiere|quieren|prometió|promete',
    judges: 'criticó|criticaron|critica|critican|elogió|denunció|denunciaron|denuncia|denuncian',
  },
  modes: {
    denies:
      'negó|negaron|niega|niegan|negado|desmintió|desmintieron|desmiente|desmentido|rechazó|rechazaron|rechaza|rechazan|rechazado',
    confirms: 'confirmó|confirmaron|confirma|confirmado|reconoció|reconocieron|admitió',
    writes: 'escribió|escribieron|escribe',
    reports: 'informó|informaron|informa|informado',
  },
  helpers:
    'ha|han|había|habían|también|además|luego|después|el lunes|el martes|el miércoles|el jueves|el viernes|el sábado|el domingo|ayer|hoy|le|les|no',
  that: 'que',
  according: 'según|Según|de acuerdo con|De acuerdo con',
  accordingBehind: null,
  days: 'lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|tarde|noche',
  pronouns: 'él|ella|ellos|ellas|Él|Ella|Ellos|Ellas',
  determiners:
    'el|la|los|las|un|una|unos|unas|dos|tres|cuatro|cinco|varios|varias|algunos|algunas|El|La|Los|Las|Un|Una|Dos|Tres|Cuatro|Cinco|Varios|Varias|Algunos|Algunas|su|sus|Su|Sus',
  nouns: {
    anonymous:
      'portavoz|ministr|alcalde|alcaldesa|juez|jueza|director|president|bombero|jefe|jefa|fiscal|portavoces|funcionari|testigo|vecin|fuente|expert|investigador|crític|residente|familiar|diplomátic|abogad|representante|persona|hombre|mujer|emplead|trabajador|activista|médic|profesor|miembro|economista|analista|responsable|dirigente|científic|opositor|agente',
    organisation:
      'policía|gobierno|ministerio|fiscalía|tribunal|juzgado|empresa|compañía|grupo|partido|sindicato|ejército|universidad|banco|comisión|ayuntamiento|autoridad|agencia|hospital|instituto|asociación|oposición|alcaldía|organización|consejo|kremlin|junta',
    outlet: 'diario|periódico|cadena|agencia de noticias|revista|medio|prensa|semanario|radio|televisión',
    document:
      'informe|estudio|encuesta|documento|carta|comunicado|nota|análisis|sentencia|acta|mensaje|investigación',
  },
  links: 'de|del|de la|de los|de las|a|al|y|para|en|la|el|los|las',
  not: 'no|nunca|ningún|ninguna|jamás',
  future: 'será|serán|va a|van a|habrá|sería|serían',
}
