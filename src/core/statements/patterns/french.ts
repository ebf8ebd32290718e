import type { PatternLanguage } from './pattern-language.ts'

export const french: PatternLanguage = {
  code: 'fr',
  verbs: {
    says: 'disent|disaient|déclarent|expliquent|annoncent|précisent|soulignent|racontent|confirment|assurent|rappellent|reconnaissent|avertissent|insistent|dit|disait|déclaré|déclare|déclarait|affirmé|affirme|affirment|affirmait|expliqué|explique|expliquait|ajouté|ajoute|annoncé|annonce|précisé|précise|indiqué|indique|indiquent|souligné|souligne|rapporté|rapporte|rapportent|écrit|raconté|raconte|confirmé|confirme|répondu|répond|assuré|assure|rappelé|rappelle|reconnu|reconnaît|averti|avertit|lancé|lance|confié|confie|insisté|insiste|demandé|demande|témoigné|témoigne|révélé|révèle|montre|montrent',
    believes: 'pense|pensent|croit|croient|estimé|estime|estiment|juge|jugé|considère|considéré|suppose',
    expects: 'prévoit|prévoient|prévu|prédit|attend|anticipe',
    alleges: 'accuse|accusé|accusent|prétend|prétendent|prétendu|soutient|soutiennent|soutenu',
    hints: 'suggère|suggéré|laisse',
    denies:
      'nie|nient|nié|dément|démentent|démenti|rejette|rejettent|rejeté|conteste|contestent|contesté|réfute|réfuté',
    wants:
      'réclame|réclament|réclamé|exige|exigent|exigé|veut|veulent|souhaite|souhaitent|espère|espèrent|promet|promis',
    judges: 'critique|critiqué|dénonce|dénoncent|dénoncé|salue|salué',
  },
  modes: {
    denies:
      'nie|nient|nié|dément|démentent|démenti|rejette|rejettent|rejeté|conteste|contestent|contesté|réfute|réfuté',
    confirms: 'confirmé|confirme|reconnu|reconnaît',
    writes: 'écrit',
    reports: 'rapporté|rapporte|rapportent',
  },
  helpers:
    "a|ont|avait|avaient|aussi|également|ensuite|encore|pour sa part|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ainsi|toutefois|notamment|ne|n[’']a pas|pas|lui",
  that: "que|qu[’']",
  according: "selon|Selon|d[’']après|D[’']après|de source|De source",
  accordingBehind: null,
  days: 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir',
  pronouns: 'il|elle|ils|elles|on|Il|Elle|Ils|Elles',
  determiners:
    "le|la|les|l[’']|un|une|des|deux|trois|quatre|cinq|plusieurs|certains|Le|La|Les|L[’']|Un|Une|Des|Deux|Trois|Quatre|Cinq|Plusieurs|Certains|son|sa|ses|Son|Sa|Ses|leur|leurs",
  nouns: {
    anonymous:
      'porte-parole|ministre|maire|juge|directeur|directrice|président|pompier|chef|procureur|responsable|témoin|habitant|source|expert|chercheu|critique|riverain|proche|diplomate|enquêteur|avocat|représentant|personne|gens|homme|femme|fonctionnaire|salarié|employé|militant|médecin|professeur|voisin|membre|économiste|analyste|élu|officiel|résident|scientifique|opposant',
    organisation:
      'police|gouvernement|ministère|parquet|tribunal|entreprise|société|groupe|parti|syndicat|armée|université|banque|commission|mairie|préfecture|autorité|agence|hôpital|institut|association|opposition|direction|ville|gendarmerie|kremlin|compagnie|conseil|organisation',
    outlet: 'journal|quotidien|chaîne|agence de presse|magazine|média|presse|hebdomadaire|radio|télévision',
    document:
      'rapport|étude|sondage|document|lettre|courrier|communiqué|note|enquête|analyse|jugement|procès-verbal|message',
  },
  links: "de|du|des|de la|de l[’']|d[’']|à|au|aux|et|pour|en|chez|la|le|l[’']",
  not: "ne|n[’']|pas|jamais|aucun|aucune",
  future: 'sera|seront|va|vont|serait|seraient|devra|devrait',
}
