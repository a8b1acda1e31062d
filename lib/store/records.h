// The rows in which the store answers: documents, provisions, duties, references.
//
// Spans and offsets are bytes of the document's repaired text; pages and lines are those of the
// source file, from 1, and 0 where the format has none. All text is NFC UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "authority/agency.h"
#include "authority/assignment.h"
#include "authority/delegations.h"
#include "base/date.h"
#include "base/diagnostic.h"
#include "base/span.h"
#include "citation/reference.h"
#include "store/analyzed_document.h"

namespace rasoat {

// One file that holds a document.
struct SourceRecord {
  std::string path;    // absolute
  std::string format;  // ingest's name of it: "pdf"
  std::string sha256;  // of the file's bytes
  uint64_t bytes = 0;
  std::string added;    // UTC, ISO: "2025-11-27T08:30:00Z"
  bool counts = false;  // whether the stored text and facts were read from this file
};

// The head of a held document, and how much was found in it.
struct DocumentRecord {
  std::string id;  // structure/parse.h: document_id()
  std::string type, number, issuer;
  std::optional<Date> date;
  std::string title, place, signer;
  uint32_t provisions = 0;
  uint32_t references = 0;
  uint32_t assignments = 0;
  uint32_t tasks = 0;
  uint32_t diagnostics = 0;
  std::vector<SourceRecord> sources;  // in the order of their paths
};

// Everything that is held of a document. The analysis is as the pipeline made it: the tree, the
// text with its way back to page and line, and the facts; its references are resolved against all
// documents that are held at the time of reading.
struct StoredDocument {
  DocumentRecord record;
  AnalyzedDocument analysis;
  std::vector<Diagnostic> diagnostics;  // of text, structure and store together
};

// What each row says of the document it stands in.
struct DocumentLabel {
  std::string id, type, number, issuer;
  std::optional<Date> date;
  std::string title;
};

// Where in a document a row stands.
struct ProvisionLabel {
  std::string id;         // "art_5__clause_2"
  std::string name;       // "khoản 2 Điều 5"
  std::string heading;    // of the provision, else of the nearest one above that has a heading
  uint32_t position = 0;  // index into Document::provisions
};

struct SourcePlace {
  std::string path;  // of the source that counts
  uint32_t page = 0;
  uint32_t line = 0;
};

// One provision gives one body a task, a duty or a power.
struct DutyRow {
  DocumentLabel document;
  ProvisionLabel provision;
  std::string agency;       // key: "ubnd:huyen"
  std::string agency_name;  // "Ủy ban nhân dân cấp huyện"
  AdminLevel level = AdminLevel::kNone;
  Role role = Role::kOther;
  std::string agent;  // the words that name the body
  std::string quote;  // the words that set the duty
  Span agent_span, quote_span;
  std::string partner_quote;  // of a lead: the words that name it as partner too; mostly empty
  std::optional<Deadline> deadline;
  std::string deadline_text;
  SourcePlace place;  // of the quote
};

// One task of a plan.
struct PlanRow {
  DocumentLabel document;
  ProvisionLabel provision;
  std::string text;                     // the words of the task, in lines
  std::vector<std::string> lead;        // agency keys
  std::vector<std::string> lead_names;  // their names, in the same order
  std::vector<std::string> coordinate;  // agency keys
  std::vector<std::string> coordinate_names;
  std::optional<Deadline> deadline;
  std::string deadline_text;
  std::string product;       // empty where the words give none
  bool unread_doer = false;  // as in PlanTask
  SourcePlace place;         // of the task
};

struct DutyFilter {
  std::vector<std::string> agencies = {};  // keys; any of them; empty: every body
  std::vector<AdminLevel> levels = {};     // any of them; empty: every level
  std::vector<Role> roles = {};            // any of them; empty: every role
  std::string document = {};               // id; empty: every document
  std::string provision = {};  // id; with all provisions below it; empty: the whole document
};

// One provision says that a task laid down in a unit of another document is now done by `to`.
struct TransferRow {
  DocumentLabel document;    // that moves the task
  ProvisionLabel provision;  // that moves it
  std::string from;          // agency key; empty where the text does not name the former holder
  std::string from_name;
  std::string to;
  std::string to_name;
  std::string holder;     // the words that name `to`
  Reference unit;         // that laid the task down, resolved; candidates are ids of held documents
  std::string unit_text;  // the words that cite it
  std::optional<DocumentLabel> target;  // where one held document is cited
  std::string target_provision;         // the unit's id there; empty where it is not seen
  std::vector<std::string> former;      // where `from` is empty: bodies that have ended and have
                                        // a task in the unit, as far as it is held; keys
  std::vector<std::string> former_names;
  std::string quote;  // the sentence that cites the unit
  SourcePlace place;  // of the quote
};

struct TransferFilter {
  std::vector<std::string> from = {};  // keys; any of them, named or found in the unit
  std::vector<std::string> to = {};    // keys; any of them
  std::string document = {};           // id: that moves tasks, or whose tasks are moved
  uint64_t offset = 0;
  uint64_t limit = 0;  // 0: all
};

// One page of transfers.
struct TransferList {
  uint64_t total = 0;  // on all pages
  std::vector<TransferRow> rows;
};

// One provision hands a task or a power over: phân cấp, phân quyền, ủy quyền.
struct DelegationRow {
  DocumentLabel document;
  ProvisionLabel provision;
  std::vector<DelegationKind> kinds;
  std::vector<std::string> from, from_names;  // keys and names; empty where nobody is named
  std::vector<std::string> to, to_names;
  bool more_to = false;  // as in Delegation
  std::string matter;    // what is handed over; may be empty
  std::string act;       // the words that hand over: `quote`, or a heading or lead-in above it
  std::string quote;
  SourcePlace place;  // of the quote
};

struct DelegationFilter {
  std::vector<std::string> from = {};  // keys; any of them
  std::vector<std::string> to = {};    // keys; any of them
  std::string document = {};           // id
  uint64_t offset = 0;
  uint64_t limit = 0;  // 0: all
};

// One page of delegations.
struct DelegationList {
  uint64_t total = 0;  // on all pages
  std::vector<DelegationRow> rows;
};

// One target of one mention.
struct ReferenceRow {
  DocumentLabel document;               // the citing document
  ProvisionLabel provision;             // the citing provision
  Reference reference;                  // resolved; candidates are ids of held documents
  std::string text;                     // the words
  std::optional<DocumentLabel> target;  // the cited document where there is one candidate
  SourcePlace place;                    // of the words
};

struct ReferenceFilter {
  std::string document = {};   // id of the citing (outgoing) or cited (incoming) document; outgoing
                               // alone: empty for all documents
  std::string provision = {};  // id; with those below it; empty: the whole document
  bool incoming = false;
  std::optional<Outcome> outcome = {};  // those with this outcome alone; none: all but generic ones
  bool quoted = true;                   // with references in quoted new wording
  uint64_t offset = 0;
  uint64_t limit = 0;  // 0: all
};

// One page of references.
struct ReferenceList {
  uint64_t total = 0;  // on all pages
  std::vector<ReferenceRow> rows;
};

// A saved search.
struct Watch {
  std::string name;
  std::string query;     // as typed
  std::string added;     // UTC, ISO
  std::string last_run;  // the same; empty before the first
  uint64_t seen = 0;     // what changed up to here (Change::seq) has been reported
};

// The provisions of a document whose words are new or other since a change.
struct ChangedProvisions {
  struct Row {
    uint32_t position = 0;  // index into Document::provisions
    bool is_new = false;    // the document had no provision of this id before
  };
  uint32_t document = 0;    // NumberedDocument::number
  uint32_t provisions = 0;  // of the document in all
  std::vector<Row> rows;    // in the order of the text
};

// How much the store holds.
struct StoreCounts {
  uint64_t documents = 0;
  uint64_t sources = 0;
  uint64_t provisions = 0;
  uint64_t references = 0;
  uint64_t assignments = 0;
  uint64_t tasks = 0;
};

}  // namespace rasoat
