#include <algorithm>
#include <array>
#include <optional>

#include "core/digest/arxiv_id.h"
#include "core/search/query.h"
#include "core/search/terms.h"
#include "core/text/fold.h"
#include "core/text/stemmer.h"

namespace broadsheet {
namespace {

struct FilterName {
  std::string_view name;
  Clause::Kind kind;
  FieldMask fields;
};

constexpr FieldMask only(SearchField field) { return mask_of(field); }
constexpr std::array<FilterName, 15> kFilterNames = {{
    {"title", Clause::Kind::kText, only(SearchField::kTitle)},
    {"ti", Clause::Kind::kText, only(SearchField::kTitle)},
    {"author", Clause::Kind::kText, only(SearchField::kAuthors)},
    {"authors", Clause::Kind::kText, only(SearchField::kAuthors)},
    {"au", Clause::Kind::kText, only(SearchField::kAuthors)},
    {"tldr", Clause::Kind::kText, only(SearchField::kTldr)},
    {"motivation", Clause::Kind::kText, only(SearchField::kMotivation)},
    {"method", Clause::Kind::kText, only(SearchField::kMethod)},
    {"result", Clause::Kind::kText, only(SearchField::kResult)},
    {"conclusion", Clause::Kind::kText, only(SearchField::kConclusion)},
    {"abstract", Clause::Kind::kText, only(SearchField::kAbstract)},
    {"abs", Clause::Kind::kText, only(SearchField::kAbstract)},
    {"category", Clause::Kind::kCategory, 0},
    {"cat", Clause::Kind::kCategory, 0},
    {"id", Clause::Kind::kId, 0},
}};

// Query operators as people type them, also on a Chinese keyboard. Longest UTF-8 form is three bytes.
size_t match_any(std::string_view text, size_t at, std::initializer_list<std::string_view> forms) {
  for (const std::string_view form : forms) {
    if (text.substr(at).starts_with(form)) return form.size();
  }
  return 0;
}
size_t blank_at(std::string_view text, size_t at) {
  return match_any(text, at, {" ", "\t", "\n", "\r", "\u3000", "\u00A0"});
}
size_t quote_at(std::string_view text, size_t at) { return match_any(text, at, {"\"", "\u201C", "\u201D"}); }
size_t colon_at(std::string_view text, size_t at) { return match_any(text, at, {":", "\uFF1A"}); }

class QueryParser {
 public:
  QueryParser(std::string_view text, bool typing) : text_(text), typing_(typing) {}

  Query parse() {
    while (skip_blanks()) {
      const size_t begin = at_;
      parse_clause();
      if (term_count_ <= kMaxQueryTerms) continue;
      add_issue("too_many_words", begin,
                "only the first " + std::to_string(kMaxQueryTerms) + " words are searched");
      break;
    }
    return std::move(query_);
  }

 private:
  // About the text from `begin` to here.
  void add_issue(std::string_view code, size_t begin, std::string message) {
    query_.issues.push_back(
        {code, static_cast<uint32_t>(begin), static_cast<uint32_t>(at_), std::move(message)});
  }

  bool skip_blanks() {
    while (at_ < text_.size()) {
      const size_t blank = blank_at(text_, at_);
      if (blank == 0) return true;
      at_ += blank;
    }
    return false;
  }

  void parse_clause() {
    Clause clause;
    const size_t begin = at_;
    if (text_[at_] == '-' && at_ + 1 < text_.size() && blank_at(text_, at_ + 1) == 0) {
      clause.negated = true;
      ++at_;
    }
    const FilterName* filter = parse_filter_name();
    if (filter != nullptr) {
      clause.kind = filter->kind;
      clause.fields = filter->fields;
      if (at_ == text_.size() || blank_at(text_, at_) > 0) {
        add_issue("empty_filter", begin, "nothing follows " + std::string(text_.substr(begin, at_ - begin)));
        return;
      }
    }
    const bool quoted = quote_at(text_, at_) > 0;
    const std::string_view value = quoted ? parse_quoted() : parse_word();
    if (filter == nullptr && !quoted && take_arxiv_id(value, clause)) return;
    if (clause.kind == Clause::Kind::kText) {
      fill_text(value, quoted, clause);
      if (clause.terms.empty()) return;
    } else {
      clause.value = fold(clause.kind == Clause::Kind::kId ? bare_id(value) : value);
      if (clause.value.empty()) return;
    }
    query_.clauses.push_back(std::move(clause));
  }

  const FilterName* parse_filter_name() {
    size_t end = at_;
    while (end < text_.size() && ((text_[end] | 0x20) >= 'a' && (text_[end] | 0x20) <= 'z')) ++end;
    const size_t colon = end < text_.size() ? colon_at(text_, end) : 0;
    if (colon == 0) return nullptr;
    const std::string name = fold(text_.substr(at_, end - at_));
    const auto* found = std::find_if(kFilterNames.begin(), kFilterNames.end(),
                                     [&](const FilterName& filter) { return filter.name == name; });
    if (found == kFilterNames.end()) return nullptr;
    at_ = end + colon;
    return found;
  }

  std::string_view parse_quoted() {
    const size_t quote = at_;
    at_ += quote_at(text_, at_);
    const size_t begin = at_;
    while (at_ < text_.size() && quote_at(text_, at_) == 0) ++at_;
    const std::string_view value = text_.substr(begin, at_ - begin);
    unclosed_ = at_ == text_.size();
    if (!unclosed_) {
      at_ += quote_at(text_, at_);
    } else if (!typing_) {
      add_issue("unclosed_quote", quote, "the quotation mark is not closed");
    }
    return value;
  }

  std::string_view parse_word() {
    const size_t begin = at_;
    while (at_ < text_.size() && blank_at(text_, at_) == 0 && quote_at(text_, at_) == 0) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  static std::string_view bare_id(std::string_view value) {
    if (const ArxivId of_url = arxiv_id_of_url(value); !of_url.empty()) return of_url.id;
    const ArxivId id = parse_arxiv_id(value);
    return id.empty() ? value : id.id;
  }

  // A pasted id or link means its paper, not the texts that mention it.
  bool take_arxiv_id(std::string_view word, Clause& clause) {
    constexpr std::string_view kScheme = "arxiv:";
    if (word.size() > kScheme.size() && fold(word.substr(0, kScheme.size())) == kScheme)
      word.remove_prefix(kScheme.size());
    if (arxiv_id_of_url(word).empty() && parse_arxiv_id(word).empty()) return false;
    clause.kind = Clause::Kind::kId;
    clause.value = fold(bare_id(word));
    query_.clauses.push_back(std::move(clause));
    return true;
  }

  void fill_text(std::string_view value, bool quoted, Clause& clause) {
    const bool at_end = at_ == text_.size() && (!quoted || unclosed_);
    const bool unfinished = typing_ && at_end && !clause.negated && ends_with_token(value);
    std::string last_word;  // unless ideographs are last
    tokenize(value, [&](const Token& token) {
      if (quoted) clause.phrase.emplace_back(token.folded);
      last_word = token.ideograph ? std::string() : std::string(token.folded);
    });
    if (clause.phrase.size() < 2) clause.phrase.clear();
    for_each_term(value, [&](std::string_view term) { add_term(term, quoted, clause); });
    if (!unfinished || last_word.empty()) return;
    clause.open_phrase = !clause.phrase.empty();
    for (QueryTerm& term : clause.terms) term.prefix |= term.text == last_word;
  }

  static bool ends_with_token(std::string_view value) {
    bool at_end = false;
    tokenize(value, [&](const Token& token) { at_end = token.end == value.size(); });
    return at_end;
  }

  void add_term(std::string_view text, bool exact, Clause& clause) {
    const bool ideographs = fold_char(decode_utf8(text, 0).value).char_class == CharClass::kIdeograph;
    const bool single = ideographs && decode_utf8(text, 0).length == text.size();
    if (single && !clause.terms.empty()) {
      // The run's last ideograph alone says nothing that its pair did not say.
      const QueryTerm& before = clause.terms.back();
      if (before.ideographs && before.text.size() > text.size() && before.text.ends_with(text)) return;
    }
    QueryTerm term{std::string(text), {}, single, ideographs};
    if (!exact && !ideographs) term.stem = stemmer_.stem(text);
    const auto same = [&](const QueryTerm& known) { return known.text == term.text; };
    if (std::any_of(clause.terms.begin(), clause.terms.end(), same)) return;
    if (++term_count_ <= kMaxQueryTerms) clause.terms.push_back(std::move(term));
  }

  std::string_view text_;
  const bool typing_;
  size_t at_ = 0;
  size_t term_count_ = 0;  // of all clauses; counts on over the limit
  bool unclosed_ = false;  // the quotation that was read last
  Stemmer stemmer_;
  Query query_;
};

}  // namespace

Query parse_query(std::string_view text, bool typing) { return QueryParser(text, typing).parse(); }

}  // namespace broadsheet
