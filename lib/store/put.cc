// Writing a document and its facts: one transaction.
//
// The path of a file is the key of a source. Writing it anew first takes it from the document that
// it made before; a document left without a source goes. Then the document of the new analysis is
// written over whatever was held under its id, all rows of its facts with it, and the change log is
// given the new state of each document that was touched, in the same transaction, so that the index
// can be brought up to date whenever and wherever the process stops.
#include <algorithm>
#include <map>

#include "store/keys.h"
#include "store/layout_codec.h"
#include "store/state.h"
#include "store/utc.h"

namespace rasoat {
namespace {

using store_internal::Integer;
using store_internal::utc_now;

std::string iso(const std::optional<Date>& date) { return date ? date->iso() : std::string(); }

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "|") + value;
  return out;
}

// Whether two texts hold the same characters but for white space.
bool same_words(std::string_view a, std::string_view b) {
  const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  size_t i = 0;
  size_t j = 0;
  while (true) {
    while (i < a.size() && is_space(a[i])) ++i;
    while (j < b.size() && is_space(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (a[i++] != b[j++]) return false;
  }
}

// Position of the last provision below each one (its own, where there is none), in one pass:
// children stand after their parents.
std::vector<Integer> last_below(const std::vector<Provision>& provisions) {
  std::vector<Integer> out(provisions.size());
  for (size_t i = provisions.size(); i-- > 0;) {
    out[i] = std::max<Integer>(out[i], static_cast<Integer>(i));
    const int32_t parent = provisions[i].parent;
    if (parent >= 0) out[parent] = std::max(out[parent], out[i]);
  }
  return out;
}

// The provision's own heading, else that of the nearest provision above that has one.
std::vector<std::string> headings(const TextBuffer& text,
                                  const std::vector<Provision>& provisions) {
  std::vector<std::string> out;
  for (const Provision& provision : provisions) {
    if (!provision.heading.empty()) {
      out.emplace_back(text.of(provision.heading));
    } else if (provision.parent >= 0) {
      out.push_back(out[provision.parent]);
    } else {
      out.emplace_back();
    }
  }
  return out;
}

class PutTransaction {
 public:
  PutTransaction(soci::session& sql, const SourceRecord& source, const AnalyzedDocument& analysis,
                 const Lexicon& lexicon)
      : sql_(sql), source_(source), analysis_(analysis), lexicon_(lexicon) {}

  PutResult run(bool again) {
    soci::transaction transaction(sql_);
    // Takes the write lock at once: a transaction that begins by reading could not wait for it.
    sql_ << "UPDATE meta SET value = value WHERE name = 'version'";
    const Held before = held_source();
    const Integer same_id = held_document();
    if (before.document != 0 && before.document == same_id && before.hash == source_.sha256 &&
        before.settled && !source_.sha256.empty() && !again) {
      result_.outcome = PutOutcome::kUnchanged;
      return result_;
    }
    result_.outcome = before.document == 0 ? PutOutcome::kAdded : PutOutcome::kReplaced;
    if (before.document != 0) release_source(before.document, before.document == same_id);
    if (same_id != 0) {
      compare_with_held(same_id);
      read_history(same_id);
    }
    change_ = log_change(analysis_.id);
    write_document(same_id);
    write_source();
    write_provisions();
    write_references();
    write_assignments();
    write_tasks();
    write_transfers();
    write_delegations();
    write_diagnostics();
    transaction.commit();
    return result_;
  }

 private:
  struct Held {
    Integer document = 0;  // 0: none
    std::string hash;
    bool settled = false;  // the document's text is that of one of its sources, read by this rasoat
  };

  Held held_source() {
    Held out;
    std::string counting;
    Integer facts = 0;
    sql_ << "SELECT s.document, s.sha256, d.source, d.facts FROM sources s JOIN documents d "
            "ON d.nr = s.document WHERE s.path = :p",
        soci::into(out.document), soci::into(out.hash), soci::into(counting), soci::into(facts),
        soci::use(source_.path);
    if (!sql_.got_data()) return {};
    out.settled = !counting.empty() && facts >= store_internal::kFacts;
    return out;
  }

  Integer held_document() {
    Integer nr = 0;
    sql_ << "SELECT nr FROM documents WHERE id = :i", soci::into(nr), soci::use(analysis_.id);
    return sql_.got_data() ? nr : 0;
  }

  // Takes the file from the document that it made before.
  void release_source(Integer document, bool keeps_document) {
    sql_ << "DELETE FROM sources WHERE path = :p", soci::use(source_.path);
    if (keeps_document) return;
    Integer left = 0;
    sql_ << "SELECT COUNT(*) FROM sources WHERE document = :d", soci::into(left),
        soci::use(document);
    if (left > 0) {
      sql_ << "UPDATE documents SET source = '' WHERE nr = :d AND source = :p", soci::use(document),
          soci::use(source_.path);
      return;
    }
    std::string id;
    sql_ << "SELECT id FROM documents WHERE nr = :d", soci::into(id), soci::use(document);
    sql_ << "DELETE FROM documents WHERE nr = :d", soci::use(document);
    log_change(id);
  }

  // Another file of the same act with other words: the newest counts, and the reader is told.
  void compare_with_held(Integer document) {
    std::string path;
    soci::blob blob(sql_);
    sql_ << "SELECT t.text, d.source FROM texts t JOIN documents d ON d.nr = t.document "
            "WHERE d.nr = :d",
        soci::into(blob), soci::into(path), soci::use(document);
    if (!sql_.got_data() || path.empty() || path == source_.path) return;
    const auto text = decompress(store_internal::read_blob(blob));
    if (!text || same_words(*text, analysis_.text.text())) return;
    result_.diagnostics.push_back(
        {"sources-differ",
         "Lời văn trong tệp này khác với tệp nạp trước của cùng văn bản (" + path +
             "); nội dung của tệp nạp sau được dùng.",
         {}});
  }

  // What the document's provisions said so far, and since when. Words that cannot be read count as
  // other ones.
  void read_history(Integer document) {
    soci::blob text_blob(sql_);
    soci::blob layout_blob(sql_);
    sql_ << "SELECT text, layout FROM texts WHERE document = :d", soci::into(text_blob),
        soci::into(layout_blob), soci::use(document);
    std::optional<DecodedLayout> before;
    if (sql_.got_data()) {
      std::optional<std::string> text = decompress(store_internal::read_blob(text_blob));
      if (text) before = decode_layout(store_internal::read_blob(layout_blob), std::move(*text));
    }
    Integer position = 0;
    std::string id;
    History row;
    soci::statement rows = (sql_.prepare << "SELECT position, id, added, changed FROM provisions "
                                            "WHERE document = :d",
                            soci::into(position), soci::into(id), soci::into(row.added),
                            soci::into(row.changed), soci::use(document));
    rows.execute();
    while (rows.fetch()) {
      row.words.reset();
      if (before && position >= 0 &&
          static_cast<size_t>(position) < before->document.provisions.size()) {
        row.words = before->text.of(before->document.provisions[position].own);
      }
      history_.emplace(id, row);
    }
  }

  void write_document(Integer same_id) {
    if (same_id != 0) {
      document_ = same_id;
      for (const char* table : {"texts", "provisions", "citations", "assignments", "tasks",
                                "transfers", "delegations", "diagnostics"}) {
        sql_ << std::string("DELETE FROM ") + table + " WHERE document = :d", soci::use(document_);
      }
    } else {
      sql_ << "SELECT COALESCE(MAX(nr), 0) + 1 FROM documents", soci::into(document_);
      sql_ << "INSERT INTO documents (nr, id, type, number, number_key, name_key, issuer, date, "
              "title, place, signer, source, provisions, citations, assignments, tasks, "
              "diagnostics) VALUES (:n, :i, '', '', '', '', '', '', '', '', '', '', 0, 0, 0, 0, 0)",
          soci::use(document_), soci::use(analysis_.id);
    }
    const DocumentHead& head = analysis_.document.head;
    const std::string by_number = number_key(head.number);
    const std::string by_name = name_key(head);
    const std::string date = iso(head.date);
    const auto provisions = static_cast<Integer>(analysis_.document.provisions.size());
    const auto references = static_cast<Integer>(
        std::count_if(analysis_.references.begin(), analysis_.references.end(),
                      [](const Reference& r) { return r.outcome != Outcome::kGeneric; }));
    const auto assignments = static_cast<Integer>(analysis_.assignments.size());
    const auto tasks = static_cast<Integer>(analysis_.tasks.size());
    const Integer facts = store_internal::kFacts;
    sql_ << "UPDATE documents SET type = :type, number = :number, number_key = :nk, "
            "name_key = :mk, issuer = :issuer, date = :date, title = :title, place = :place, "
            "signer = :signer, source = :source, provisions = :provisions, citations = :citations, "
            "assignments = :assignments, tasks = :tasks, facts = :facts WHERE nr = :nr",
        soci::use(head.type), soci::use(head.number), soci::use(by_number), soci::use(by_name),
        soci::use(head.issuer), soci::use(date), soci::use(head.title), soci::use(head.place),
        soci::use(head.signer), soci::use(source_.path), soci::use(provisions),
        soci::use(references), soci::use(assignments), soci::use(tasks), soci::use(facts),
        soci::use(document_);
    soci::blob text(sql_);
    const std::string packed = compress(analysis_.text.text());
    text.append(packed.data(), packed.size());
    soci::blob layout(sql_);
    const std::string encoded = encode_layout(analysis_.text, analysis_.document);
    layout.append(encoded.data(), encoded.size());
    sql_ << "INSERT INTO texts (document, text, layout) VALUES (:d, :t, :l)", soci::use(document_),
        soci::use(text), soci::use(layout);
  }

  void write_source() {
    const auto bytes = static_cast<Integer>(source_.bytes);
    const std::string now = utc_now();
    sql_ << "INSERT INTO sources (path, document, format, sha256, bytes, added) "
            "VALUES (:p, :d, :f, :h, :b, :a)",
        soci::use(source_.path), soci::use(document_), soci::use(source_.format),
        soci::use(source_.sha256), soci::use(bytes), soci::use(now);
  }

  void write_provisions() {
    const auto& provisions = analysis_.document.provisions;
    const std::vector<Integer> last = last_below(provisions);
    const std::vector<std::string> heads = headings(analysis_.text, provisions);
    Integer position = 0, last_position = 0, added = 0, changed = 0;
    std::string id;
    std::string heading;
    soci::statement insert =
        (sql_.prepare << "INSERT INTO provisions (document, position, last_below, id, heading, "
                         "added, changed) VALUES (:d, :p, :l, :i, :h, :a, :c)",
         soci::use(document_), soci::use(position), soci::use(last_position), soci::use(id),
         soci::use(heading), soci::use(added), soci::use(changed));
    for (size_t i = 0; i < provisions.size(); ++i) {
      position = static_cast<Integer>(i);
      last_position = last[i];
      id = provisions[i].id;
      heading = heads[i];
      const auto before = history_.find(id);
      const bool held = before != history_.end();
      added = held ? before->second.added : change_;
      const bool same = held && before->second.words &&
                        same_words(*before->second.words, analysis_.text.of(provisions[i].own));
      changed = same ? before->second.changed : change_;
      insert.execute(true);
    }
  }

  void write_references() {
    Integer position = 0, provision = 0, begin = 0, end = 0, kind = 0, quoted = 0, generic = 0,
            page = 0, line = 0;
    std::string words, target, key, unit, type, date, issuer;
    soci::statement insert =
        (sql_.prepare
             << "INSERT INTO citations (document, position, provision, span_begin, "
                "span_end, words, target, target_key, unit, kind, quoted, generic, type, date, "
                "issuer, page, line) VALUES (:d, :n, :p, :b, :e, :w, :t, :k, :u, :kind, "
                ":q, :g, :type, :date, :issuer, :page, :line)",
         soci::use(document_), soci::use(position), soci::use(provision), soci::use(begin),
         soci::use(end), soci::use(words), soci::use(target), soci::use(key), soci::use(unit),
         soci::use(kind), soci::use(quoted), soci::use(generic), soci::use(type), soci::use(date),
         soci::use(issuer), soci::use(page), soci::use(line));
    for (const Reference& reference : analysis_.references) {
      provision = reference.from;
      begin = reference.span.begin;
      end = reference.span.end;
      words = analysis_.text.of(reference.span);
      target = reference.document;
      key = target_key(reference.document);
      unit = reference.provision;
      kind = static_cast<Integer>(reference.kind);
      quoted = reference.quoted ? 1 : 0;
      generic = reference.outcome == Outcome::kGeneric ? 1 : 0;
      type = reference.type;
      date = reference.date;
      issuer = reference.issuer;
      const SourcePosition at = analysis_.text.locate(reference.span.begin);
      page = at.page;
      line = at.line;
      insert.execute(true);
      ++position;
    }
  }

  void write_assignments() {
    Integer position = 0, provision = 0, level = 0, role = 0, agent_begin = 0, agent_end = 0,
            quote_begin = 0, quote_end = 0, page = 0, line = 0, partner_begin = 0, partner_end = 0;
    std::string agency, agent, quote, partner_quote;
    DeadlineColumns deadline;
    soci::statement insert =
        (sql_.prepare
             << "INSERT INTO assignments (document, position, provision, agency, level, role, "
                "agent_begin, agent_end, agent, quote_begin, quote_end, quote, deadline, "
                "deadline_begin, deadline_end, deadline_words, deadline_from, deadline_to, "
                "recurrence, page, line, partner_begin, partner_end, partner_quote) VALUES (:d, "
                ":n, "
                ":p, :agency, :level, :role, :ab, :ae, :agent, :qb, :qe, :quote, :dl, :db, :de, "
                ":dw, :df, :dt, :rec, :page, :line, :pb, :pe, :pq)",
         soci::use(document_), soci::use(position), soci::use(provision), soci::use(agency),
         soci::use(level), soci::use(role), soci::use(agent_begin), soci::use(agent_end),
         soci::use(agent), soci::use(quote_begin), soci::use(quote_end), soci::use(quote),
         soci::use(deadline.present), soci::use(deadline.begin), soci::use(deadline.end),
         soci::use(deadline.words), soci::use(deadline.from), soci::use(deadline.to),
         soci::use(deadline.recurrence), soci::use(page), soci::use(line), soci::use(partner_begin),
         soci::use(partner_end), soci::use(partner_quote));
    for (const Assignment& assignment : analysis_.assignments) {
      provision = assignment.provision;
      agency = assignment.agency;
      level = static_cast<Integer>(level_of_agency(assignment.agency, lexicon_));
      role = static_cast<Integer>(assignment.role);
      agent_begin = assignment.agent.begin;
      agent_end = assignment.agent.end;
      agent = analysis_.text.of(assignment.agent);
      quote_begin = assignment.quote.begin;
      quote_end = assignment.quote.end;
      quote = analysis_.text.of(assignment.quote);
      partner_begin = assignment.also_partner.begin;
      partner_end = assignment.also_partner.end;
      partner_quote = analysis_.text.of(assignment.also_partner);
      deadline.set(analysis_.text, assignment.deadline);
      const SourcePosition at = analysis_.text.locate(assignment.quote.begin);
      page = at.page;
      line = at.line;
      insert.execute(true);
      ++position;
    }
  }

  void write_tasks() {
    Integer position = 0, provision = 0, begin = 0, end = 0, product_begin = 0, product_end = 0,
            unread_doer = 0;
    std::string lead, coordinate;
    DeadlineColumns deadline;
    soci::statement insert =
        (sql_.prepare
             << "INSERT INTO tasks (document, position, provision, text_begin, text_end, "
                "lead_agencies, coordinate_agencies, deadline, deadline_begin, deadline_end, "
                "deadline_from, deadline_to, recurrence, product_begin, product_end, unread_doer) "
                "VALUES (:d, :n, :p, :b, :e, :l, :c, :dl, :db, :de, :df, :dt, :r, :pb, :pe, :u)",
         soci::use(document_), soci::use(position), soci::use(provision), soci::use(begin),
         soci::use(end), soci::use(lead), soci::use(coordinate), soci::use(deadline.present),
         soci::use(deadline.begin), soci::use(deadline.end), soci::use(deadline.from),
         soci::use(deadline.to), soci::use(deadline.recurrence), soci::use(product_begin),
         soci::use(product_end), soci::use(unread_doer));
    for (const PlanTask& task : analysis_.tasks) {
      provision = task.provision;
      begin = task.text.begin;
      end = task.text.end;
      lead = joined(task.lead);
      coordinate = joined(task.coordinate);
      product_begin = task.product.begin;
      product_end = task.product.end;
      unread_doer = task.unread_doer ? 1 : 0;
      deadline.set(analysis_.text, task.deadline);
      insert.execute(true);
      ++position;
    }
  }

  void write_transfers() {
    Integer position = 0, provision = 0, citation = 0, holder_begin = 0, holder_end = 0,
            quote_begin = 0, quote_end = 0, page = 0, line = 0;
    std::string from, to, holder, quote;
    soci::statement insert =
        (sql_.prepare
             << "INSERT INTO transfers (document, position, provision, from_agency, to_agency, "
                "citation, holder_begin, holder_end, holder, quote_begin, quote_end, quote, page, "
                "line) VALUES (:d, :n, :p, :f, :t, :c, :hb, :he, :h, :qb, :qe, :q, :page, :line)",
         soci::use(document_), soci::use(position), soci::use(provision), soci::use(from),
         soci::use(to), soci::use(citation), soci::use(holder_begin), soci::use(holder_end),
         soci::use(holder), soci::use(quote_begin), soci::use(quote_end), soci::use(quote),
         soci::use(page), soci::use(line));
    for (const Transfer& transfer : analysis_.transfers) {
      provision = transfer.provision;
      from = transfer.from;
      to = transfer.to;
      citation = static_cast<Integer>(transfer.reference);
      holder_begin = transfer.holder.begin;
      holder_end = transfer.holder.end;
      holder = analysis_.text.of(transfer.holder);
      quote_begin = transfer.quote.begin;
      quote_end = transfer.quote.end;
      quote = analysis_.text.of(transfer.quote);
      const SourcePosition at = analysis_.text.locate(transfer.quote.begin);
      page = at.page;
      line = at.line;
      insert.execute(true);
      ++position;
    }
  }

  void write_delegations() {
    Integer position = 0, provision = 0, more_to = 0, matter_begin = 0, matter_end = 0,
            act_begin = 0, act_end = 0, quote_begin = 0, quote_end = 0, page = 0, line = 0;
    std::string kinds, from, to, matter, act, quote;
    soci::statement insert =
        (sql_.prepare
             << "INSERT INTO delegations (document, position, provision, kinds, from_agencies, "
                "to_agencies, more_to, matter_begin, matter_end, matter, act_begin, "
                "act_end, act, quote_begin, quote_end, quote, page, line) VALUES (:d, :n, :p, :k, "
                ":f, :t, :more, :mb, :me, :m, :ab, :ae, :a, :qb, "
                ":qe, :q, :page, :line)",
         soci::use(document_), soci::use(position), soci::use(provision), soci::use(kinds),
         soci::use(from), soci::use(to), soci::use(more_to), soci::use(matter_begin),
         soci::use(matter_end), soci::use(matter), soci::use(act_begin), soci::use(act_end),
         soci::use(act), soci::use(quote_begin), soci::use(quote_end), soci::use(quote),
         soci::use(page), soci::use(line));
    for (const Delegation& delegation : analysis_.delegations) {
      provision = delegation.provision;
      std::vector<std::string> names;
      for (const DelegationKind kind : delegation.kinds) names.emplace_back(name_of(kind));
      kinds = joined(names);
      from = joined(delegation.from);
      to = joined(delegation.to);
      more_to = delegation.more_to ? 1 : 0;
      matter_begin = delegation.matter.begin;
      matter_end = delegation.matter.end;
      matter = analysis_.text.of(delegation.matter);
      act_begin = delegation.act.begin;
      act_end = delegation.act.end;
      act = analysis_.text.of(delegation.act);
      quote_begin = delegation.quote.begin;
      quote_end = delegation.quote.end;
      quote = analysis_.text.of(delegation.quote);
      const SourcePosition at = analysis_.text.locate(delegation.quote.begin);
      page = at.page;
      line = at.line;
      insert.execute(true);
      ++position;
    }
  }

  void write_diagnostics() {
    Integer position = 0, begin = 0, end = 0;
    std::string code, message;
    soci::statement insert =
        (sql_.prepare << "INSERT INTO diagnostics (document, position, code, message, span_begin, "
                         "span_end) VALUES (:d, :n, :c, :m, :b, :e)",
         soci::use(document_), soci::use(position), soci::use(code), soci::use(message),
         soci::use(begin), soci::use(end));
    const std::vector<Diagnostic>* const lists[] = {
        &result_.diagnostics, &analysis_.text.diagnostics(), &analysis_.document.diagnostics};
    for (const std::vector<Diagnostic>* list : lists) {
      for (const Diagnostic& diagnostic : *list) {
        code = diagnostic.code;
        message = diagnostic.message;
        begin = diagnostic.span.begin;
        end = diagnostic.span.end;
        insert.execute(true);
        ++position;
      }
    }
    sql_ << "UPDATE documents SET diagnostics = :n WHERE nr = :d", soci::use(position),
        soci::use(document_);
  }

  // Numbers only grow: the row of a document is replaced by one with a greater number.
  Integer log_change(const std::string& id) {
    Integer next = 0;
    sql_ << "SELECT COALESCE(MAX(seq), 0) + 1 FROM changes", soci::into(next);
    sql_ << "DELETE FROM changes WHERE id = :i", soci::use(id);
    sql_ << "INSERT INTO changes (id, seq) VALUES (:i, :s)", soci::use(id), soci::use(next);
    return next;
  }

  struct DeadlineColumns {
    Integer present = 0, begin = 0, end = 0;
    std::string words, from, to, recurrence;

    void set(const TextBuffer& text, const std::optional<Deadline>& deadline) {
      const Deadline value = deadline.value_or(Deadline{});
      present = deadline ? 1 : 0;
      begin = value.span.begin;
      end = value.span.end;
      words = text.of(value.span);
      from = iso(value.from);
      to = iso(value.to);
      recurrence = value.recurrence;
    }
  };

  struct History {
    Integer added = 0, changed = 0;    // as in the table
    std::optional<std::string> words;  // its own
  };

  soci::session& sql_;
  const SourceRecord& source_;
  const AnalyzedDocument& analysis_;
  const Lexicon& lexicon_;
  Integer document_ = 0;
  Integer change_ = 0;  // the number of this change
  std::map<std::string, History> history_;
  PutResult result_;
};

}  // namespace

Result<PutResult> Store::put(const SourceRecord& source, const AnalyzedDocument& analysis,
                             const Lexicon& lexicon, bool again) {
  return state_->guarded(
      [&] { return PutTransaction(state_->sql, source, analysis, lexicon).run(again); });
}

}  // namespace rasoat
