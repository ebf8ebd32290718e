import type { PatternLanguage } from './pattern-language.ts'

export const german: PatternLanguage = {
  code: 'de',
  verbs: {
    says: 'sagen|erklären|betonen|berichten|melden|schreiben|warnen|versichern|erzählen|bestätigen|teilen|sagt|sagte|sagten|gesagt|erklärt|erklärte|erklärten|betont|betonte|betonten|berichtet|berichtete|berichteten|meldet|meldete|meldeten|schreibt|schrieb|schrieben|geschrieben|teilte|teilten|mitgeteilt|erzählt|erzählte|erzählten|bestätigt|bestätigte|bestätigten|ergänzte|ergänzten|fügte|gab|gaben|stellte|räumte|warnt|warnte|warnten|versichert|versicherte|versicherten|kündigte|kündigten|verkündete|unterstrich|antwortete|antworteten|fragte|heißt',
    believes:
      'glauben|meinen|vermuten|denken|glaubt|glaubte|glaubten|meint|meinte|meinten|findet|denkt|hält|vermutet|vermutete|vermuteten',
    expects:
      'erwarten|schätzen|rechnen|erwartet|erwartete|erwarteten|rechnet|rechnete|schätzt|schätzte|schätzten|prognostiziert|prognostizierte',
    alleges:
      'behaupten|werfen|beschuldigen|behauptet|behauptete|behaupteten|wirft|warf|beschuldigt|beschuldigte',
    hints: 'deutet|deutete',
    denies:
      'bestreitet|bestritt|bestritten|dementiert|dementierte|dementierten|leugnet|leugnete|weist|wies|wiesen',
    wants:
      'fordern|hoffen|verlangen|fordert|forderte|forderten|verlangt|verlangte|verlangten|will|plant|hofft|hoffte',
    judges: 'kritisiert|kritisierte|kritisierten|lobt|lobte|lobten',
  },
  modes: {
    denies:
      'bestreitet|bestritt|bestritten|dementiert|dementierte|dementierten|leugnet|leugnete|weist|wies|wiesen',
    confirms: 'bestätigt|bestätigte|bestätigten|räumte',
    writes: 'schreibt|schrieb|schrieben|geschrieben',
    reports: 'berichtet|berichtete|berichteten|meldet|meldete|meldeten',
  },
  helpers:
    'hat|haben|hatte|hatten|auch|zudem|außerdem|am|gestern|heute|jedoch|bereits|später|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|mehrfach|gegenüber|daraufhin',
  that: 'dass|daß|ob',
  according:
    'laut|Laut|nach Angaben (?:von|der|des)|Nach Angaben (?:von|der|des)|so|nach Einschätzung (?:von|der|des)|Nach Einschätzung (?:von|der|des)',
  accordingBehind: 'zufolge',
  days: 'Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Abend|Morgen|Nachmittag',
  pronouns: 'er|sie|Er|Sie|es',
  determiners:
    'der|die|das|den|dem|des|ein|eine|einer|eines|zwei|drei|vier|fünf|mehrere|viele|einige|Der|Die|Das|Ein|Eine|Einer|Zwei|Drei|Vier|Fünf|Mehrere|Viele|Einige|sein|seine|ihr|ihre|Sein|Seine|Ihr|Ihre',
  nouns: {
    anonymous:
      'sprecher|minister|präsident|bürgermeister|richter|leiter|chef|direktor|feuerwehrleute|beamte|mitarbeiter|zeug|anwohner|insider|quelle|experte|expertin|forscher|kritiker|einwohner|angehörige|diplomat|ermittler|anwalt|anwält|vertreter|person|leute|männer|frauen|augenzeug|bewohner|gegner|befürworter|wissenschaftler|ärzt|arzt|lehrer|nachbar|mitglied|staatsanwält|ökonom|analyst|funktionär',
    organisation:
      'polizei|behörde|regierung|ministerium|staatsanwaltschaft|gericht|unternehmen|firma|konzern|partei|verband|armee|bundeswehr|feuerwehr|universität|gewerkschaft|bank|amt|bundesamt|kommission|verwaltung|stadt|innenministerium|außenministerium|gesundheitsministerium|opposition|krankenhaus|klinik|institut|verein|kreml|rat',
    outlet:
      'zeitung|sender|nachrichtenagentur|agentur|magazin|medien|medienberichte|blatt|spiegel|tagesschau',
    document:
      'bericht|studie|umfrage|dokument|gutachten|brief|schreiben|mitteilung|erklärung|papier|statistik|analyse|urteil|protokoll',
  },
  links: 'von|der|des|für|im|in|am|an|aus|und|zu|vom|zum|zur|bei|den|dem|de|van',
  not: 'nicht|kein|keine|keinen|nie|niemals',
  future: 'wird|werden|werde|würde|würden',
}
