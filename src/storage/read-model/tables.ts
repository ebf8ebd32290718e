import { recordKinds } from '../../core/records/kinds.ts'
import type { RecordKind } from '../../core/records/record.ts'

/** Goes up with every change of the tables; an older cache is made anew. */
export const modelVersion = 29

/**
 * Every record has a number, its row, in all tables. The numbers of a kind lie in a range of their own, so that the
 * full-text search finds the records of one kind without looking at the others.
 */
const rangeBits = 40
const kindNumbers = new Map(recordKinds.map((kind, index) => [kind, index + 1]))

/** The first and last row that a record of this kind can have. */
export function rowsOf(kind: RecordKind): [first: number, last: number] {
  const first = (kindNumbers.get(kind) ?? 0) * 2 ** rangeBits
  return [first, first + 2 ** rangeBits - 1]
}

/** Sums that lists sort by (`highlights`, `claims`, …) are columns, kept by `recount.ts`. */
export const tables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) STRICT;
  CREATE TABLE document (name TEXT PRIMARY KEY, size INTEGER, mtime REAL, damage TEXT) STRICT, WITHOUT ROWID;
  CREATE INDEX document_damage ON document (damage) WHERE damage IS NOT NULL;
  CREATE TABLE record (
    row INTEGER PRIMARY KEY, id TEXT UNIQUE, kind TEXT, document TEXT, article TEXT, fingerprint INTEGER, counted INTEGER
  ) STRICT;
  CREATE INDEX record_document ON record (document);

  CREATE TABLE article (
    row INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, authors TEXT, outlet TEXT, outlet_name TEXT, published TEXT,
    published_from REAL, language TEXT, direction TEXT, reading TEXT, characters INTEGER, created TEXT, versions INTEGER,
    derived_from TEXT, dismissed TEXT, modified TEXT, text_sha256 TEXT,
    highlights INTEGER DEFAULT 0, claims INTEGER DEFAULT 0
  ) STRICT;
  CREATE INDEX article_title ON article (title COLLATE NOCASE, id);
  CREATE INDEX article_outlet_name ON article (outlet_name COLLATE NOCASE, id);
  CREATE INDEX article_published ON article (published_from, id);
  CREATE INDEX article_created ON article (created, id);
  CREATE INDEX article_language ON article (language, id);
  CREATE INDEX article_highlights ON article (highlights, id);
  CREATE INDEX article_claims ON article (claims, id);
  CREATE INDEX article_outlet ON article (outlet);
  CREATE INDEX article_reading ON article (reading);
  CREATE INDEX article_derived ON article (derived_from) WHERE derived_from IS NOT NULL;
  -- The files of originals and texts that articles are made of.
  CREATE TABLE content (sha256 TEXT, article TEXT, what TEXT, PRIMARY KEY (sha256, article)) STRICT, WITHOUT ROWID;
  CREATE INDEX content_article ON content (article);
  -- The web addresses of articles, as far as they tell articles apart.
  CREATE TABLE address (address TEXT, article TEXT, PRIMARY KEY (address, article)) STRICT, WITHOUT ROWID;
  CREATE INDEX address_article ON address (article);
  CREATE TABLE annotation (
    row INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT, version INTEGER, start INTEGER, "end" INTEGER, exact TEXT,
    style TEXT, state TEXT, note TEXT, score REAL, text TEXT, taken_back INTEGER
  ) STRICT;
  CREATE INDEX annotation_article ON annotation (article, start);
  CREATE INDEX annotation_unsettled ON annotation (state) WHERE state IN ('review', 'orphan');

  CREATE TABLE claim (
    row INTEGER PRIMARY KEY, id TEXT UNIQUE, statement TEXT, kind TEXT, status TEXT, credibility INTEGER, event TEXT,
    event_from REAL, utterance TEXT, publication TEXT, quantity TEXT, accused TEXT, dismissed TEXT, created TEXT,
    modified TEXT, rulings TEXT, merged_into TEXT,
    supports INTEGER DEFAULT 0, disputes INTEGER DEFAULT 0, mentions INTEGER DEFAULT 0,
    articles INTEGER DEFAULT 0,
    -- How many independent origins support and dispute it; what of the statement stands in no excerpt.
    origins_for INTEGER DEFAULT 0, origins_against INTEGER DEFAULT 0, unfaithful TEXT DEFAULT '[]',
    -- The same if all who are not named and may be one are one.
    least_for INTEGER DEFAULT 0, least_against INTEGER DEFAULT 0
  ) STRICT;
  CREATE INDEX claim_modified ON claim (modified, id);
  CREATE INDEX claim_statement ON claim (statement COLLATE NOCASE, id);
  CREATE INDEX claim_status ON claim (status, id);
  CREATE INDEX claim_merged ON claim (merged_into);
  CREATE INDEX claim_kind ON claim (kind);
  CREATE INDEX claim_event ON claim (event_from, id);
  CREATE INDEX claim_supports ON claim (supports, id);
  CREATE INDEX claim_disputes ON claim (disputes, id);
  CREATE INDEX claim_origins_for ON claim (origins_for, id);
  CREATE INDEX claim_origins_against ON claim (origins_against, id);
  CREATE INDEX claim_credibility ON claim (credibility, id);
  CREATE INDEX claim_created ON claim (created, id);
  CREATE TABLE evidence (
    id TEXT PRIMARY KEY, claim TEXT, place INTEGER, stance TEXT, annotation TEXT, article TEXT, withdrawn TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX evidence_claim ON evidence (claim);
  CREATE INDEX evidence_annotation ON evidence (annotation);
  CREATE INDEX evidence_article ON evidence (article);
  CREATE TABLE hop (
    evidence TEXT, position INTEGER, source TEXT, claim TEXT, mode TEXT, ground_rule TEXT, words TEXT, verbatim INTEGER,
    PRIMARY KEY (evidence, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX hop_source ON hop (source, position);
  CREATE INDEX hop_claim ON hop (claim);
  -- Which records name which sources, apart from chains: as the fields of each kind have it (records/references.ts).
  CREATE TABLE naming (
    source TEXT, record TEXT, field TEXT, ends_with_it INTEGER, PRIMARY KEY (source, record, field)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX naming_record ON naming (record);
  CREATE TABLE relation (claim TEXT, other TEXT, kind TEXT) STRICT;
  CREATE INDEX relation_claim ON relation (claim);
  CREATE INDEX relation_other ON relation (other);

  CREATE TABLE source (
    row INTEGER PRIMARY KEY, id TEXT UNIQUE, kind TEXT, name TEXT, role TEXT, reliability TEXT, merged_into TEXT, descriptor TEXT,
    affiliation TEXT, confidential INTEGER, is_graded INTEGER, must_not_merge TEXT, relayer TEXT, dismissed TEXT,
    possibly_same TEXT, derived_from TEXT, within TEXT, questions TEXT,
    root TEXT, asserts INTEGER DEFAULT 0, relays INTEGER DEFAULT 0, articles INTEGER DEFAULT 0
  ) STRICT;
  CREATE INDEX source_merged ON source (merged_into);
  CREATE INDEX source_root ON source (root);
  CREATE INDEX source_derived ON source (derived_from) WHERE derived_from IS NOT NULL;
  CREATE INDEX source_perhaps ON source (id) WHERE possibly_same <> '[]';
  CREATE INDEX source_named_most ON source (asserts + relays + articles) WHERE merged_into IS NULL;
  CREATE INDEX source_within ON source (within) WHERE within IS NOT NULL;
  CREATE INDEX source_sorted ON source (name COLLATE NOCASE, id);
  CREATE TABLE source_name (source TEXT, name TEXT, folded TEXT, is_alias INTEGER) STRICT;
  CREATE INDEX source_name_source ON source_name (source);
  CREATE INDEX source_name_folded ON source_name (folded);

  CREATE TABLE tag (
    row INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, folded TEXT, parent TEXT, colour TEXT, definition TEXT,
    merged_into TEXT
  ) STRICT;
  CREATE INDEX tag_folded ON tag (folded);
  -- The tags that a record itself names.
  CREATE TABLE tagged (record INTEGER, tag TEXT, PRIMARY KEY (record, tag)) STRICT, WITHOUT ROWID;
  CREATE INDEX tagged_tag ON tagged (tag);
  -- Under which tags the records with this tag count: the one that stands for it after merges, and all above that.
  CREATE TABLE above (tag TEXT, root INTEGER, PRIMARY KEY (tag, root)) STRICT, WITHOUT ROWID;
  -- The records that count under a tag; an article counts also with its highlights.
  CREATE TABLE carried (tag INTEGER, record INTEGER, PRIMARY KEY (tag, record)) STRICT, WITHOUT ROWID;
  CREATE INDEX carried_record ON carried (record);
  CREATE TABLE tag_total (
    tag INTEGER, kind INTEGER, uses INTEGER, PRIMARY KEY (tag, kind)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER carried_put AFTER INSERT ON carried BEGIN
    INSERT INTO tag_total VALUES (new.tag, new.record >> ${rangeBits}, 1) ON CONFLICT DO UPDATE SET uses = uses + 1;
  END;
  CREATE TRIGGER carried_removed AFTER DELETE ON carried BEGIN
    UPDATE tag_total SET uses = uses - 1 WHERE tag = old.tag AND kind = old.record >> ${rangeBits};
  END;

  -- How many records there are of each sort. REPLACE fires the triggers of DELETE, too (recursive_triggers).
  CREATE TABLE tally (what TEXT, value TEXT, uses INTEGER, PRIMARY KEY (what, value)) STRICT, WITHOUT ROWID;
  CREATE TRIGGER claim_put AFTER INSERT ON claim WHEN new.merged_into IS NULL BEGIN
    INSERT INTO tally VALUES ('claim status', new.status, 1) ON CONFLICT DO UPDATE SET uses = uses + 1;
    INSERT INTO tally VALUES ('claim kind', new.kind, 1) ON CONFLICT DO UPDATE SET uses = uses + 1;
  END;
  CREATE TRIGGER claim_removed AFTER DELETE ON claim WHEN old.merged_into IS NULL BEGIN
    UPDATE tally SET uses = uses - 1 WHERE what = 'claim status' AND value = old.status;
    UPDATE tally SET uses = uses - 1 WHERE what = 'claim kind' AND value = old.kind;
  END;
  CREATE TRIGGER claim_changed AFTER UPDATE OF status, kind ON claim WHEN new.merged_into IS NULL BEGIN
    UPDATE tally SET uses = uses - 1 WHERE what = 'claim status' AND value = old.status;
    UPDATE tally SET uses = uses - 1 WHERE what = 'claim kind' AND value = old.kind;
    INSERT INTO tally VALUES ('claim status', new.status, 1) ON CONFLICT DO UPDATE SET uses = uses + 1;
    INSERT INTO tally VALUES ('claim kind', new.kind, 1) ON CONFLICT DO UPDATE SET uses = uses + 1;
  END;
  CREATE TRIGGER article_put AFTER INSERT ON article BEGIN
    INSERT INTO tally VALUES ('article reading', new.reading, 1) ON CONFLICT DO UPDATE SET uses = uses + 1;
  END;
  CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
    UPDATE tally SET uses = uses - 1 WHERE what = 'article reading' AND value = old.reading;
  END;

  CREATE TABLE change (
    seq INTEGER PRIMARY KEY, id TEXT UNIQUE, at TEXT, author TEXT, label TEXT, file TEXT, offset INTEGER,
    bytes INTEGER, state TEXT, records INTEGER,
    -- Of an edit of one record: which, and what of it is otherwise.
    edited TEXT, fields TEXT
  ) STRICT;
  CREATE INDEX change_state ON change (state, seq);
  CREATE TABLE change_record (record TEXT, seq INTEGER, PRIMARY KEY (record, seq)) STRICT, WITHOUT ROWID;
  -- What was deleted last by which Change, and is not there again.
  CREATE TABLE trash (record TEXT PRIMARY KEY, kind TEXT, title TEXT, seq INTEGER) STRICT, WITHOUT ROWID;
  CREATE INDEX trash_seq ON trash (seq);

  -- What is searched, as it stands; the search itself has it as it is searched (core/text/search-form.ts).
  CREATE TABLE searched (row INTEGER PRIMARY KEY, title TEXT, body TEXT) STRICT;
  CREATE VIRTUAL TABLE search USING fts5 (
    title, body, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2 separators ''⁰¹²³⁴⁵⁶⁷⁸⁹''', prefix = '2 3'
  );
  -- What is found in a title counts for more.
  INSERT INTO search (search, rank) VALUES ('rank', 'bm25(4.0, 1.0)');
`

/** The number that `tag_total` has for a kind. */
export const totalOf = (kind: RecordKind): number => kindNumbers.get(kind) ?? 0
