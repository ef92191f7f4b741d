#include "core/collection/known_titles.h"

#include <algorithm>
#include <optional>

#include "core/query/query.h"
#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

void append_words(std::string_view text, std::string& words) {
  tokenize(text, [&](const Token& token) { (words += token.glued ? "" : " ") += token.folded; });
}

struct Sought {
  std::string word;  // after a blank, unless it is ideographs
  FieldMask fields;
};

// Nothing if the query asks for what only a digest can say.
std::optional<std::vector<Sought>> sought_by(const Query& query) {
  if (query.root.kind != QueryNode::Kind::kAll && query.root.kind != QueryNode::Kind::kClause)
    return std::nullopt;
  const bool has_groups =
      std::any_of(query.root.children.begin(), query.root.children.end(), [](const auto& node) {
        return node.kind != QueryNode::Kind::kClause && node.kind != QueryNode::Kind::kAny;
      });
  if (has_groups) return std::nullopt;
  std::vector<Sought> sought;
  for (const Clause& clause : query.clauses) {
    if (clause.alternative) continue;
    const FieldMask known = mask_of(SearchField::kTitle) | mask_of(SearchField::kAuthors);
    if (clause.kind != Clause::Kind::kText || clause.negated || (clause.fields & known) == 0 ||
        !clause.extra_field.empty())
      return std::nullopt;
    for (const QueryTerm& term : clause.terms)
      sought.push_back({(term.ideographs ? "" : " ") + term.text, clause.fields});
    for (const std::string& token : clause.phrase) sought.push_back({' ' + token, clause.fields});
    for (const auto& terms : clause.near) {
      for (const QueryTerm& term : terms) sought.push_back({' ' + term.text, clause.fields});
    }
  }
  return sought.empty() ? std::nullopt : std::optional(std::move(sought));
}

}  // namespace

void KnownTitles::assign(std::span<const CollectedWork> works) {
  works_.clear();
  for (const CollectedWork& work : works) {
    Words& words = works_.emplace_back();
    append_words(work.title, words.title);
    for (const std::string& author : work.authors) append_words(author, words.authors);
  }
}

std::vector<uint32_t> KnownTitles::find(std::string_view query, size_t most) const {
  std::vector<uint32_t> found;
  const auto sought = sought_by(parse_query(query, true));
  if (!sought) return found;
  for (uint32_t i = 0; i < works_.size() && found.size() < most; ++i) {
    const bool has_all = std::all_of(sought->begin(), sought->end(), [&](const Sought& each) {
      const bool in_title = (each.fields & mask_of(SearchField::kTitle)) != 0 &&
                            works_[i].title.find(each.word) != std::string::npos;
      return in_title || ((each.fields & mask_of(SearchField::kAuthors)) != 0 &&
                          works_[i].authors.find(each.word) != std::string::npos);
    });
    if (has_all) found.push_back(i);
  }
  return found;
}

}  // namespace broadsheet
