#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "core/digest/paper_sites.h"
#include "core/query/query.h"
#include "core/query/query_filters.h"
#include "core/query/query_words.h"
#include "core/text/fold.h"
#include "core/text/tex_accents.h"

namespace broadsheet {
namespace {

// Query operators as people type them, including on a Chinese keyboard. The longest UTF-8 form has three
// bytes.
size_t match_any(std::string_view text, size_t at, std::initializer_list<std::string_view> forms) {
  for (const std::string_view form : forms) {
    if (at < text.size() && text[at] == form.front() && text.substr(at).starts_with(form)) return form.size();
  }
  return 0;
}
size_t blank_at(std::string_view text, size_t at) {
  return match_any(text, at, {" ", "\t", "\n", "\r", "\u3000", "\u00A0"});
}
size_t quote_at(std::string_view text, size_t at) { return match_any(text, at, {"\"", "\u201C", "\u201D"}); }
// `\"o`: TeX's accent is no quotation mark.
size_t accent_at(std::string_view text, size_t at) {
  constexpr std::string_view kMark = "\\\"";
  if (!text.substr(at).starts_with(kMark)) return 0;
  return tex_accent(text.substr(at), at > 0 ? text[at - 1] : ' ') ? kMark.size() : 0;
}
size_t colon_at(std::string_view text, size_t at) { return match_any(text, at, {":", "\uFF1A"}); }
size_t open_at(std::string_view text, size_t at) { return match_any(text, at, {"(", "\uFF08"}); }
size_t close_at(std::string_view text, size_t at) { return match_any(text, at, {")", "\uFF09"}); }

// Longer names are not filters.
constexpr size_t kMaxNameBytes = 48;
// NEAR without a number, and the largest number that makes sense within one text.
constexpr uint32_t kNearDefault = 10;
constexpr uint32_t kNearMost = 1000;

// Grammar, with `and` binding closer than `or`:
//   any   = all ("OR" all)*
//   all   = (["-" | "NOT"] (group | near))+     optionally with "AND" in between
//   group = [name ":"] "(" any ")"
//   near  = leaf ("NEAR" ["/" number] leaf)*
//   leaf  = [name ":"] (word | quotation)
class QueryParser {
 public:
  QueryParser(std::string_view text, bool typing, const QueryVocabulary& vocabulary)
      : text_(text), typing_(typing), vocabulary_(vocabulary) {}

  Query parse() {
    query_.root = parse_any();
    return std::move(query_);
  }

 private:
  // A parsed leaf, and its words as typed.
  struct Leaf {
    Clause clause;
    std::string_view value;
    bool quoted = false;
  };

  // The issue concerns the text from `begin` to here.
  void add_issue(std::string_view code, size_t begin, std::string message) {
    if (query_.issues.size() >= kMaxQueryIssues) return;
    query_.issues.push_back(
        {code, static_cast<uint32_t>(begin), static_cast<uint32_t>(at_), std::move(message)});
  }

  // Where a part of the text begins.
  uint32_t begin_of(std::string_view part) const { return static_cast<uint32_t>(part.data() - text_.data()); }

  bool at_end() const { return at_ == text_.size(); }
  bool unfinished() const { return typing_ && at_end(); }

  bool skip_blanks() {
    while (!at_end()) {
      const size_t blank = blank_at(text_, at_);
      if (blank == 0) return true;
      at_ += blank;
    }
    return false;
  }

  // Whether a word ends at `at`.
  bool is_boundary(size_t at) const {
    return at == text_.size() || blank_at(text_, at) > 0 || quote_at(text_, at) > 0 ||
           open_at(text_, at) > 0 || close_at(text_, at) > 0;
  }
  bool is_operator(std::string_view name) const {
    return text_.substr(at_).starts_with(name) && is_boundary(at_ + name.size());
  }
  bool operand_follows(std::string_view name) const {
    size_t at = at_ + name.size();
    while (at < text_.size() && blank_at(text_, at) > 0) at += blank_at(text_, at);
    return at < text_.size() && close_at(text_, at) == 0;
  }

  QueryNode parse_any() {
    std::vector<QueryNode> alternatives;
    for (;;) {
      QueryNode all = parse_all();
      if (!all.children.empty()) alternatives.push_back(std::move(all));
      if (at_end() || !is_operator("OR")) break;
      at_ += 2;
    }
    if (alternatives.empty()) return {};
    if (alternatives.size() == 1) return std::move(alternatives.front());
    return {QueryNode::Kind::kAny, 0, std::move(alternatives)};
  }

  QueryNode parse_all() {
    QueryNode all;
    while (skip_blanks()) {
      if (const size_t close = close_at(text_, at_); close > 0) {
        if (depth_ > 0) break;
        const size_t begin = at_;
        at_ += close;
        if (opened_in_words_ == 0) add_issue("unopened_group", begin, "no parenthesis is open here");
        opened_in_words_ -= opened_in_words_ > 0 ? 1 : 0;
        continue;
      }
      if (!all.children.empty() && skip_and()) continue;
      if (!all.children.empty() && is_operator("OR")) {
        if (operand_follows("OR")) break;
        if (typing_ && !has_close_ahead()) {
          at_ = text_.size();
          break;
        }
      }
      if (!all.children.empty() && skip_et_al()) continue;
      parse_operand(all);
    }
    return all;
  }
  // `Groß et al.`: `et al.` stands for other authors; it is not searched.
  bool skip_et_al() {
    constexpr std::string_view kEt = "et";
    if (!is_operator(kEt)) return false;
    size_t at = at_ + kEt.size();
    while (at < text_.size() && blank_at(text_, at) > 0) at += blank_at(text_, at);
    if (text_.substr(at, 2) != "al") return false;
    at += text_.substr(at).starts_with("al.") ? 3 : 2;
    if (!is_boundary(at) && text_[at] != ',') return false;
    at_ = at + (at < text_.size() && text_[at] == ',' ? 1 : 0);
    return true;
  }
  bool skip_and() {
    if (!is_operator("AND")) return false;
    if (!operand_follows("AND") && !(typing_ && !has_close_ahead())) return false;
    at_ += 3;
    return true;
  }
  bool has_close_ahead() const {
    for (size_t at = at_; at < text_.size(); ++at) {
      if (close_at(text_, at) > 0) return true;
    }
    return false;
  }

  void parse_operand(QueryNode& all) {
    bool negate = false;
    while (is_operator("NOT") && operand_follows("NOT")) {
      negate = !negate;
      at_ += 3;
      skip_blanks();
    }
    if (text_[at_] == '-' && at_ + 1 < text_.size() && blank_at(text_, at_ + 1) == 0) {
      negate = !negate;
      ++at_;
    }
    negative_ ^= negate;
    std::optional<QueryNode> operand = parse_group();
    if (!operand) operand = parse_near();
    negative_ ^= negate;
    if (!operand || (operand->kind == QueryNode::Kind::kAll && operand->children.empty())) return;
    if (!negate) {
      all.children.push_back(std::move(*operand));
      return;
    }
    QueryNode no{QueryNode::Kind::kNot};
    no.children.push_back(std::move(*operand));
    all.children.push_back(std::move(no));
  }

  // Reads nothing if no group begins here.
  std::optional<QueryNode> parse_group() {
    if (depth_ == kMaxQueryDepth) return std::nullopt;
    const size_t begin = at_;
    const std::optional<QueryFilter> named = parse_filter_name();
    const size_t open = open_at(text_, at_);
    if (open == 0) {
      at_ = begin;
      return std::nullopt;
    }
    const QueryFilter outer = filter_;
    if (named) filter_ = *named;
    at_ += open;
    ++depth_;
    QueryNode group = parse_any();
    --depth_;
    filter_ = outer;
    if (!at_end()) {
      at_ += close_at(text_, at_);
    } else if (!typing_ && !cut_off_) {
      add_issue("unclosed_group", begin, "the parenthesis is not closed");
    }
    return group;
  }

  // A leaf, or several that must be near each other.
  std::optional<QueryNode> parse_near() {
    const size_t begin = at_;
    std::optional<Leaf> leaf = parse_leaf();
    if (!leaf) return std::nullopt;
    while (!at_end() && leaf->clause.kind == Clause::Kind::kText &&
           near_words(leaf->clause) <= kMaxQueryTerms && join_near(*leaf))
      continue;
    if (std::optional<QueryNode> name = parse_abbreviated_name(*leaf)) return name;
    Clause& clause = leaf->clause;
    clause.negated = negative_;
    term_count_ += std::max<size_t>(clause.terms.size(), 1);
    if (term_count_ > kMaxQueryTerms || near_words(clause) > kMaxQueryTerms) {
      const size_t excess = term_count_ - std::min(term_count_, kMaxQueryTerms);
      const bool divisible = clause.near.empty() && clause.phrase.empty() && excess < clause.terms.size();
      cut_off_ = true;
      // Better to report that words are left out than the last of many issues.
      query_.issues.resize(std::min(query_.issues.size(), kMaxQueryIssues - 1));
      add_issue("too_many_words", begin,
                "only the first " + std::to_string(kMaxQueryTerms) + " words are searched");
      at_ = text_.size();
      if (!divisible) return std::nullopt;
      clause.terms.resize(clause.terms.size() - excess);
    }
    std::optional<Clause> other = term_count_ < kMaxQueryTerms ? other_way(*leaf) : std::nullopt;
    if (!other) return add_clause(std::move(clause));
    term_count_ += other->terms.size();
    other->negated = clause.negated;
    other->alternative = true;
    other->extra_field = clause.extra_field;
    QueryNode any{QueryNode::Kind::kAny};
    any.children.push_back(add_clause(std::move(clause)));
    any.children.push_back(add_clause(std::move(*other)));
    return any;
  }

  // `J. Groß`: both words, or an author whose name they abbreviate. Reads nothing if no name follows.
  std::optional<QueryNode> parse_abbreviated_name(const Leaf& initial) {
    constexpr uint32_t kMostBetween = 2;  // a middle name
    constexpr size_t kTerms = 4;
    const auto is_word = [](const Leaf& leaf) {
      return leaf.clause.kind == Clause::Kind::kText && leaf.clause.near.empty() && !leaf.quoted &&
             leaf.clause.terms.size() == 1;
    };
    const FieldMask authors = initial.clause.fields & mask_of(SearchField::kAuthors);
    if (authors == 0 || !is_word(initial) || !QueryWords::is_initial(initial.value)) return std::nullopt;
    const size_t begin = at_;
    const size_t issue_count = query_.issues.size();
    std::optional<Leaf> family;
    if (skip_blanks() && !is_boundary(at_) && text_[at_] != '-') family = parse_leaf();
    if (!family || !is_word(*family) || family->clause.fields != initial.clause.fields ||
        is_operator_word(family->value) || term_count_ + kTerms > kMaxQueryTerms) {
      at_ = begin;
      query_.issues.resize(issue_count);
      return std::nullopt;
    }
    term_count_ += kTerms;
    Leaf author = initial;
    author.clause.terms.front().prefix = true;
    author.clause.terms.front().stem.clear();
    join(author, *family, kMostBetween);
    author.clause.fields = authors;
    author.clause.alternative = true;
    QueryNode both;
    for (Clause* const clause : {&author.clause, &family->clause}) clause->negated = negative_;
    Clause first = initial.clause;
    first.negated = negative_;
    both.children.push_back(add_clause(std::move(first)));
    both.children.push_back(add_clause(std::move(family->clause)));
    QueryNode any{QueryNode::Kind::kAny};
    any.children.push_back(std::move(both));
    any.children.push_back(add_clause(std::move(author.clause)));
    return any;
  }

  // Another way to write the leaf: the joined form of a compound, a name with the family last (`"Groß,
  // Jonas"`).
  std::optional<Clause> other_way(const Leaf& leaf) {
    const Clause& clause = leaf.clause;
    if (clause.kind != Clause::Kind::kText || !clause.near.empty()) return std::nullopt;
    const FieldMask authors = clause.fields & mask_of(SearchField::kAuthors);
    Clause other;
    if (leaf.quoted) {
      if (authors == 0 || clause.open_phrase) return std::nullopt;
      other.fields = authors;
      other.terms = clause.terms;
      other.phrase = QueryWords::family_last(leaf.value, clause.phrase);
      return other.phrase.empty() ? std::nullopt : std::optional(std::move(other));
    }
    std::optional<QueryTerm> compound = words_.compound(leaf.value, begin_of(leaf.value), clause);
    if (!compound) return std::nullopt;
    other.fields = clause.fields;
    other.terms.push_back(std::move(*compound));
    return other;
  }

  QueryNode add_clause(Clause clause) {
    query_.clauses.push_back(std::move(clause));
    return {QueryNode::Kind::kClause, static_cast<uint32_t>(query_.clauses.size() - 1)};
  }

  static size_t near_words(const Clause& clause) {
    size_t words = 0;
    for (const std::vector<QueryTerm>& place : clause.near) words += place.size();
    return words;
  }

  // Takes `NEAR/n leaf` if it comes next. Else restores everything, and NEAR is read as a word.
  bool join_near(Leaf& left) {
    const size_t begin = at_;
    const size_t issue_count = query_.issues.size();
    if (skip_blanks()) {
      if (const auto distance = parse_near_operator(); distance && skip_blanks()) {
        std::optional<Leaf> right;
        if (open_at(text_, at_) == 0 && close_at(text_, at_) == 0 && text_[at_] != '-') right = parse_leaf();
        if (right && right->clause.kind == Clause::Kind::kText &&
            (left.clause.fields & right->clause.fields) != 0) {
          join(left, *right, *distance);
          return true;
        }
      }
    }
    at_ = begin;
    query_.issues.resize(issue_count);
    return false;
  }
  std::optional<uint32_t> parse_near_operator() {
    constexpr std::string_view kNear = "NEAR";
    if (is_operator(kNear)) {
      at_ += kNear.size();
      return kNearDefault;
    }
    if (!text_.substr(at_).starts_with("NEAR/")) return std::nullopt;
    uint32_t distance = 0;
    const char* const end = text_.data() + text_.size();
    const auto [rest, error] = std::from_chars(text_.data() + at_ + kNear.size() + 1, end, distance);
    const auto at = static_cast<size_t>(rest - text_.data());
    if (error != std::errc() || !is_boundary(at)) return std::nullopt;
    at_ = at;
    return std::min(distance, kNearMost);
  }
  std::vector<QueryTerm> as_sequence(const Leaf& leaf) const {
    return QueryWords::as_sequence(leaf.value, begin_of(leaf.value), leaf.clause);
  }
  void join(Leaf& left, const Leaf& right, uint32_t distance) const {
    Clause& clause = left.clause;
    if (clause.near.empty()) clause.near.push_back(as_sequence(left));
    clause.near.push_back(as_sequence(right));
    clause.distances.push_back(distance);
    clause.phrase.clear();
    clause.open_phrase = false;
    clause.fields &= right.clause.fields;
    if (clause.extra_field.empty()) clause.extra_field = right.clause.extra_field;
    for (const QueryTerm& term : right.clause.terms) {
      const auto known = std::find_if(clause.terms.begin(), clause.terms.end(), [&](const QueryTerm& each) {
        return each.text == term.text && each.typo == term.typo && each.prefix == term.prefix;
      });
      if (known == clause.terms.end()) {
        clause.terms.push_back(term);
      } else {
        known->sources.insert(known->sources.end(), term.sources.begin(), term.sources.end());
      }
    }
  }

  std::optional<Leaf> parse_leaf() {
    const size_t begin = at_;
    const std::optional<QueryFilter> named = parse_filter_name();
    const QueryFilter& filter = named ? *named : filter_;
    if (named && (at_end() || blank_at(text_, at_) > 0 || (depth_ > 0 && close_at(text_, at_) > 0))) {
      add_issue("empty_filter", begin, "nothing follows " + std::string(text_.substr(begin, at_ - begin)));
      return std::nullopt;
    }
    const bool quoted = quote_at(text_, at_) > 0;
    const std::string_view value = quoted ? parse_quoted() : parse_word();
    if (!quoted && !named && is_operator_word(value)) {
      if (unfinished() || (typing_ && only_blanks_follow())) return text_leaf(value, false);
      add_issue("misplaced_operator", begin, std::string(value) + " has nothing to join");
    }
    Leaf leaf{{}, value, quoted};
    leaf.clause.kind = filter.kind;
    leaf.clause.fields = filter.fields;
    leaf.clause.extra_field = filter.extra_field;
    if (filter.kind == Clause::Kind::kText) {
      if (!named && !quoted && filter.fields == kAllFields && read_paper_name(value, leaf.clause))
        return leaf;
      const bool open = unfinished() && (!quoted || unclosed_) && !negative_;
      words_.fill(value, begin_of(value), {quoted, open}, leaf.clause);
      if (leaf.clause.terms.empty()) return std::nullopt;
      return leaf;
    }
    const bool may_go_on = unfinished() && (!quoted || unclosed_) && is_beginning(filter, fold(value));
    switch (read_value(filter, value, leaf.clause)) {
      case Understood::kYes:
        return leaf;
      case Understood::kEmpty:
        return std::nullopt;
      case Understood::kNo:
        break;
    }
    if (may_go_on) return std::nullopt;
    const bool is_date = filter.kind == Clause::Kind::kDate;
    add_issue(is_date ? "bad_date" : "unknown_value", begin,
              is_date ? "expected a date such as 2026-01-14, 2026-01 or 2026-01-05..2026-01-20"
                      : "no such value: " + std::string(value));
    return text_leaf(text_.substr(begin, at_ - begin), quoted);
  }

  // Searches words in all fields, whatever group they are in.
  std::optional<Leaf> text_leaf(std::string_view value, bool quoted) {
    Leaf leaf{{}, value, quoted};
    words_.fill(value, begin_of(value), {quoted, unfinished() && !quoted && !negative_}, leaf.clause);
    if (leaf.clause.terms.empty()) return std::nullopt;
    return leaf;
  }

  enum class Understood : uint8_t { kYes, kNo, kEmpty };
  Understood read_value(const QueryFilter& filter, std::string_view value, Clause& clause) const {
    const std::string folded = fold(value);
    const auto whether = [](bool understood) { return understood ? Understood::kYes : Understood::kNo; };
    switch (filter.kind) {
      case Clause::Kind::kText:
        break;
      case Clause::Kind::kCategory:
        clause.value = folded;
        return folded.empty() ? Understood::kEmpty : Understood::kYes;
      case Clause::Kind::kId:
        clause.value = fold(value);
        if (const NamedPaper paper = paper_meant(value)) set_id(paper, clause);
        return clause.value.empty() ? Understood::kEmpty : Understood::kYes;
      case Clause::Kind::kDate: {
        const auto dates = parse_dates(folded, filter.bound);
        clause.dates = dates.value_or(DateRange{});
        return whether(dates.has_value());
      }
      case Clause::Kind::kFeature: {
        const auto feature = parse_feature(folded);
        clause.feature = feature.value_or(Feature{});
        return whether(feature.has_value());
      }
      case Clause::Kind::kLanguage: {
        const auto language = language_of_name(folded);
        clause.language = language.value_or(Language{});
        return whether(language.has_value());
      }
      case Clause::Kind::kSet:
        clause.value = filter.set_prefix + folded;
        return whether(std::find(vocabulary_.sets.begin(), vocabulary_.sets.end(), clause.value) !=
                       vocabulary_.sets.end());
    }
    return Understood::kNo;
  }

  // Whether a value unknown to the filter may become a known one with more letters.
  bool is_beginning(const QueryFilter& filter, std::string_view folded) const {
    const auto begins = [&](std::string_view value) { return value.starts_with(folded); };
    switch (filter.kind) {
      case Clause::Kind::kDate:
        return folded.find_first_not_of("0123456789-/.<>=") == std::string_view::npos;
      case Clause::Kind::kFeature:
        return begins("code") || begins("math") || begins("summary");
      case Clause::Kind::kLanguage:
        return folded.size() < 2;
      case Clause::Kind::kSet:
        return std::any_of(vocabulary_.sets.begin(), vocabulary_.sets.end(), [&](const std::string& set) {
          return set.starts_with(filter.set_prefix + std::string(folded));
        });
      default:
        return false;
    }
  }

  std::optional<QueryFilter> parse_filter_name() {
    size_t end = at_;
    while (end < text_.size() && end - at_ <= kMaxNameBytes && !is_boundary(end) && colon_at(text_, end) == 0)
      ++end;
    const size_t colon = end < text_.size() ? colon_at(text_, end) : 0;
    if (colon == 0) return std::nullopt;
    std::optional<QueryFilter> filter = find_filter(text_.substr(at_, end - at_), vocabulary_);
    if (filter) at_ = end + colon;
    return filter;
  }

  std::string_view parse_quoted() {
    const size_t quote = at_;
    at_ += quote_at(text_, at_);
    const size_t begin = at_;
    while (!at_end() && quote_at(text_, at_) == 0)
      at_ += accent_at(text_, at_) > 0 ? accent_at(text_, at_) : 1;
    const std::string_view value = text_.substr(begin, at_ - begin);
    unclosed_ = at_end();
    if (!unclosed_) {
      at_ += quote_at(text_, at_);
    } else if (!typing_) {
      add_issue("unclosed_quote", quote, "the quotation mark is not closed");
    }
    return value;
  }

  // Up to a blank, a quotation, or the end of the group. Parentheses inside a word, as in O(n), belong to it.
  std::string_view parse_word() {
    const size_t begin = at_;
    uint32_t opened = 0;
    while (!at_end() && blank_at(text_, at_) == 0 && quote_at(text_, at_) == 0) {
      if (const size_t close = close_at(text_, at_); close > 0) {
        if (opened == 0 && depth_ > 0) break;
        if (opened > 0) {
          --opened;
        } else if (opened_in_words_ > 0) {
          --opened_in_words_;
        }
      }
      opened += open_at(text_, at_) > 0 ? 1 : 0;
      at_ += accent_at(text_, at_) > 0 ? accent_at(text_, at_) : 1;
    }
    opened_in_words_ += opened;
    return text_.substr(begin, at_ - begin);
  }

  bool only_blanks_follow() const {
    size_t at = at_;
    while (at < text_.size() && blank_at(text_, at) > 0) at += blank_at(text_, at);
    return at == text_.size();
  }

  static bool is_operator_word(std::string_view word) {
    return word == "OR" || word == "AND" || word == "NOT" || word == "NEAR" || word.starts_with("NEAR/");
  }

  // The paper that an address or a name means.
  static NamedPaper paper_meant(std::string_view value) {
    const NamedPaper of_url = paper_of_url(value);
    return of_url ? of_url : paper_of_name(value);
  }

  static void set_id(const NamedPaper& paper, Clause& clause) {
    clause.kind = Clause::Kind::kId;
    clause.namer = paper.namer;
    clause.value = fold(paper.namer == PaperNamer::kArxiv ? paper.arxiv_id.id : paper.key);
  }

  // A pasted id, name or link means its paper, not texts that mention it: `2601.00001`, `arXiv:2601.00001v2`,
  // `arXiv 2601.00001`, `doi:10.1000/1`, `hf.co/papers/2601.00001`.
  bool read_paper_name(std::string_view word, Clause& clause) {
    if (const NamedPaper paper = paper_meant(word)) {
      set_id(paper, clause);
      return true;
    }
    if (fold(word) != "arxiv" || at_end() || blank_at(text_, at_) == 0) return false;
    const size_t begin = at_;
    if (skip_blanks() && !is_boundary(at_)) {
      if (const NamedPaper paper = paper_of_name(parse_word()); paper.namer == PaperNamer::kArxiv) {
        set_id(paper, clause);
        return true;
      }
    }
    at_ = begin;
    return false;
  }

  std::string_view text_;
  const bool typing_;
  const QueryVocabulary& vocabulary_;
  size_t at_ = 0;
  uint32_t depth_ = 0;            // number of open parentheses
  uint32_t opened_in_words_ = 0;  // parentheses that words opened but did not close
  size_t term_count_ = 0;         // in all clauses; a clause without terms counts as one
  bool negative_ = false;         // under an odd number of minus signs
  bool unclosed_ = false;         // the last quotation read
  bool cut_off_ = false;
  QueryFilter filter_;  // of the innermost group
  QueryWords words_;
  Query query_;
};

}  // namespace

Query parse_query(std::string_view text, bool typing, const QueryVocabulary& vocabulary) {
  return QueryParser(text, typing, vocabulary).parse();
}

}  // namespace broadsheet
