#include "core/match/matcher.h"

#include <algorithm>
#include <utility>

#include "core/match/text_check.h"
#include "core/query/scored_terms.h"

namespace broadsheet {
namespace {

bool has_feature(const PaperFacts& facts, Feature feature) {
  switch (feature) {
    case Feature::kCode:
      return facts.has_code;
    case Feature::kMath:
      return facts.has_math;
    case Feature::kSummary:
      return facts.has_summary;
  }
  return false;
}

// `prefix` is folded; arXiv ids are ASCII.
bool starts_with_folded(std::string_view id, std::string_view prefix) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a | 0x20 : a) == b; };
  return id.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), id.begin(), [&](char b, char a) { return same(a, b); });
}

bool is_folded(std::string_view text, std::string_view folded) {
  return text.size() == folded.size() && starts_with_folded(text, folded);
}

// An arXiv id may be unfinished, since people type it; any other name must be whole.
bool has_id(const Paper& paper, const Clause& clause) {
  if (clause.namer == PaperNamer::kArxiv)
    return !paper.arxiv_id.empty() && starts_with_folded(paper.arxiv_id.id, clause.value);
  const NamedPaper linked = paper_of_url(paper.url);
  return linked.namer == clause.namer && is_folded(linked.key, clause.value);
}

// Requires: all the clause's terms, if any, occur in the paper.
bool satisfies(const PaperSource& source, uint32_t ordinal, const Clause& clause) {
  switch (clause.kind) {
    case Clause::Kind::kText:
      return !needs_reading(clause) || holds_in_text(source.paper(ordinal), clause);
    case Clause::Kind::kCategory:
      return source.has_category(ordinal, clause.value);
    case Clause::Kind::kId:
      return has_id(source.paper(ordinal), clause);
    case Clause::Kind::kDate:
      return clause.dates.contains(source.facts(ordinal).date);
    case Clause::Kind::kFeature:
      return has_feature(source.facts(ordinal), clause.feature);
    case Clause::Kind::kLanguage:
      return source.facts(ordinal).language == clause.language;
    case Clause::Kind::kSet:
      return source.is_in_set(ordinal, clause.value);
  }
  return false;
}

bool must_read(const QueryNode& node, const Query& query) {
  if (node.kind == QueryNode::Kind::kClause) {
    const Clause& clause = query.clauses[node.clause];
    return clause.kind == Clause::Kind::kText && needs_reading(clause);
  }
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const QueryNode& child) { return must_read(child, query); });
}

}  // namespace

TermMatches Matcher::match_term(const Segment& segment, const QueryTerm& term, FieldMask fields,
                                Bits& papers) {
  TermMatches found{expand(segment, term), fields};
  const bool in_all = fields == kAllFields;
  if (in_all && found.expansions.size() == 1) {
    const PostingList list = segment.postings(found.expansions.front().term);
    list.keep_in(papers, holds_term_);
    found.document_frequency = list.document_frequency();
    return found;
  }
  holds_term_.assign(papers.size());
  for (const Expansion& expansion : found.expansions) {
    const PostingList list = segment.postings(expansion.term);
    if (in_all) {
      list.add_to(holds_term_);
      continue;
    }
    list.for_each([&](uint32_t paper, OccurrenceId id) {
      if ((segment.fields_of(id) & fields) != 0) holds_term_.set(paper);
    });
  }
  found.document_frequency = static_cast<uint32_t>(holds_term_.count());
  papers &= holds_term_;
  return found;
}

void Matcher::narrow(const QueryNode& node, const Place& place, Bits& papers) {
  switch (node.kind) {
    case QueryNode::Kind::kClause: {
      const Clause& clause = place.query.clauses[node.clause];
      papers &= holds_terms_[node.clause];
      if (clause.kind == Clause::Kind::kText && !needs_reading(clause)) return;
      papers.for_each([&](size_t i) {
        if (!satisfies(place.source, place.first_paper + static_cast<uint32_t>(i), clause)) papers.reset(i);
      });
      return;
    }
    case QueryNode::Kind::kAll:
      // First what the index alone can answer: it leaves fewer papers to read.
      for (const bool reading : {false, true}) {
        for (const QueryNode& child : node.children) {
          if (must_read(child, place.query) == reading) narrow(child, place, papers);
        }
      }
      return;
    case QueryNode::Kind::kAny: {
      Bits found(papers.size());
      for (const QueryNode& child : node.children) {
        Bits satisfying = papers;
        narrow(child, place, satisfying);
        found |= satisfying;
      }
      papers = std::move(found);
      return;
    }
    case QueryNode::Kind::kNot: {
      Bits satisfying = papers;
      narrow(node.children.front(), place, satisfying);
      papers -= satisfying;
      return;
    }
  }
}

SegmentMatches Matcher::match(const Segment& segment, uint32_t first_paper, const PaperSource& source,
                              const Query& query) {
  SegmentMatches matches;
  holds_terms_.resize(std::max(holds_terms_.size(), query.clauses.size()));
  for (size_t i = 0; i < query.clauses.size(); ++i) {
    const Clause& clause = query.clauses[i];
    holds_terms_[i].assign(segment.paper_count(), true);
    for (const QueryTerm& term : clause.terms) {
      TermMatches found = match_term(segment, term, clause.fields, holds_terms_[i]);
      if (is_scored(clause)) matches.scored.push_back(std::move(found));
    }
  }
  papers_.assign(segment.paper_count(), true);
  narrow(query.root, {first_paper, source, query}, papers_);
  matches.papers = RankedBits(papers_);
  return matches;
}

}  // namespace broadsheet
