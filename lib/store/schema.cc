#include "store/schema.h"

namespace rasoat::store_internal {
namespace {

constexpr std::string_view kMigrations[] = {
    // 0 → 1. `documents.id` is what the world sees; `nr` keeps the other tables small. Dates are
    // ISO
    // text or empty. number_key and name_key are the forms under which references look a document
    // up (store/keys.h); citations.target_key is the same of the cited document. `source` is the
    // path of the file that the text and the facts were read from; empty while that file is gone
    // and another source has to be read in its place.
    R"sql(
CREATE TABLE documents (
  nr INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  number TEXT NOT NULL,
  number_key TEXT NOT NULL,
  name_key TEXT NOT NULL,
  issuer TEXT NOT NULL,
  date TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  signer TEXT NOT NULL,
  source TEXT NOT NULL,
  provisions INTEGER NOT NULL,
  citations INTEGER NOT NULL,
  assignments INTEGER NOT NULL,
  tasks INTEGER NOT NULL,
  diagnostics INTEGER NOT NULL
);
CREATE INDEX documents_by_number ON documents (number_key);
CREATE INDEX documents_by_name ON documents (name_key);

CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents (nr) ON DELETE CASCADE,
  text BLOB NOT NULL,
  layout BLOB NOT NULL
);

CREATE TABLE sources (
  path TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (nr) ON DELETE CASCADE,
  format TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  added TEXT NOT NULL
);
CREATE INDEX sources_by_document ON sources (document);

CREATE TABLE provisions (
  document INTEGER NOT NULL REFERENCES documents (nr) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  last_below INTEGER NOT NULL,
  id TEXT NOT NULL,
  heading TEXT NOT NULL,
  PRIMARY KEY (document, position)
);
CREATE INDEX provisions_by_id ON provisions (document, id);

CREATE TABLE citations (
  document INTEGER NOT NULL REFERENCES documents (nr) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  provision INTEGER NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  words TEXT NOT NULL,
  target TEXT NOT NULL,
  target_key TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind INTEGER NOT NULL,
  quoted INTEGER NOT NULL,
  generic INTEGER NOT NULL,
  type TEXT NOT NULL,
  date TEXT NOT NULL,
  issuer TEXT NOT NULL,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (document, position)
);
CREATE INDEX citations_by_target ON citations (target_key);

CREATE TABLE assignments (
  document INTEGER NOT NULL REFERENCES documents (nr) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  provision INTEGER NOT NULL,
  agency TEXT NOT NULL,
  level INTEGER NOT NULL,
  role INTEGER NOT NULL,
  agent_begin INTEGER NOT NULL,
  agent_end INTEGER NOT NULL,
  agent TEXT NOT NULL,
  quote_begin INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  deadline INTEGER NOT NULL,
  deadline_begin INTEGER NOT NULL,
  deadline_end INTEGER NOT NULL,
  deadline_words TEXT NOT NULL,
  deadline_from TEXT NOT NULL,
  deadline_to TEXT NOT NULL,
  recurrence TEXT NOT NULL,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (document, position)
);
CREATE INDEX assignments_by_agency ON assignments (agency);

CREATE TABLE tasks (
  document INTEGER NOT NULL REFERENCES documents (nr) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  provision INTEGER NOT NULL,
  text_begin INTEGER NOT NULL,
  text_end INTEGER NOT NULL,
  lead_agencies TEXT NOT NULL,
  coordinate_agencies TEXT NOT NULL,
  deadline INTEGER NOT NULL,
  deadline_begin INTEGER NOT NULL,
  deadline_end INTEGER NOT NULL,
  deadline_from TEXT NOT NULL,
  deadline_to TEXT NOT NULL,
  recurrence TEXT NOT NULL,
  PRIMARY KEY (document, position)
);

CREATE TABLE diagnostics (
  document INTEGER NOT NULL REFERENCES documents (nr) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (document, position)
);

CREATE TABLE changes (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE
)
)sql",
    // 1 → 2. The product of a task; equal where the words give none.
    R"sql(
ALTER TABLE tasks ADD COLUMN product_begin INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tasks ADD COLUMN product_end INTEGER NOT NULL DEFAULT 0
)sql",
    // 2 → 3. Where a body that leads is named as partner too; tasks whose doer is no known body.
    R"sql(
ALTER TABLE assignments ADD COLUMN partner_begin INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assignments ADD COLUMN partner_end INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assignments ADD COLUMN partner_quote TEXT NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN unread_doer INTEGER NOT NULL DEFAULT 0
)sql",
    // 3 → 4. So that the names that facets count are read without a look at every document.
    R"sql(
CREATE INDEX documents_by_type ON documents (type);
CREATE INDEX documents_by_issuer ON documents (issuer)
)sql",
    // 4 → 5. Tasks that a provision moves to another body. `citation` is the position in citations
    // of the unit that laid the task down. documents.facts is store_internal::kFacts of the rasoat
    // that found the facts.
    R"sql(
ALTER TABLE documents ADD COLUMN facts INTEGER NOT NULL DEFAULT 0;

CREATE TABLE transfers (
  document INTEGER NOT NULL REFERENCES documents (nr) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  provision INTEGER NOT NULL,
  from_agency TEXT NOT NULL,
  to_agency TEXT NOT NULL,
  citation INTEGER NOT NULL,
  holder_begin INTEGER NOT NULL,
  holder_end INTEGER NOT NULL,
  holder TEXT NOT NULL,
  quote_begin INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (document, position)
)
)sql",
    // 5 → 6. The change with which a provision came into its document, and that with which its
    // words became what they are; saved searches.
    R"sql(
ALTER TABLE provisions ADD COLUMN added INTEGER NOT NULL DEFAULT 0;
ALTER TABLE provisions ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
UPDATE provisions SET added = COALESCE((SELECT c.seq FROM changes c JOIN documents d ON d.id = c.id
  WHERE d.nr = provisions.document), 0);
UPDATE provisions SET changed = added;
CREATE TABLE watches (
  name TEXT PRIMARY KEY,
  query TEXT NOT NULL,
  added TEXT NOT NULL,
  last_run TEXT NOT NULL,
  seen INTEGER NOT NULL
)
)sql",
    // 6 → 7. Tasks and powers that a provision hands over. kinds, from_agencies and to_agencies are
    // joined by '|'.
    R"sql(
CREATE TABLE delegations (
  document INTEGER NOT NULL REFERENCES documents (nr) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  provision INTEGER NOT NULL,
  kinds TEXT NOT NULL,
  from_agencies TEXT NOT NULL,
  to_agencies TEXT NOT NULL,
  more_to INTEGER NOT NULL,
  matter_begin INTEGER NOT NULL,
  matter_end INTEGER NOT NULL,
  matter TEXT NOT NULL,
  act_begin INTEGER NOT NULL,
  act_end INTEGER NOT NULL,
  act TEXT NOT NULL,
  quote_begin INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (document, position)
)
)sql",
    // 7 → 8. So that nothing looks at every document for the few that wait for another source.
    R"sql(
CREATE INDEX documents_without_source ON documents (id) WHERE source = ''
)sql",
};

}  // namespace

std::span<const std::string_view> migrations() { return kMigrations; }

}  // namespace rasoat::store_internal
