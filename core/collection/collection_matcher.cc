#include "core/collection/collection_matcher.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/base/order.h"
#include "core/collection/lower_case.h"
#include "core/digest/paper_sites.h"
#include "core/export/person_name.h"
#include "core/export/plain_text.h"
#include "core/index/terms.h"
#include "core/text/fold.h"
#include "core/text/tokenizer.h"

namespace broadsheet {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  tokenize(text, [&](const Token& token) { words.emplace_back(token.folded); });
  return words;
}

std::set<std::string> families_of(const std::vector<std::string>& authors) {
  std::set<std::string> families;
  for (const std::string& author : authors) {
    // The last word of the family: one file writes `van der Berg`, another `Berg`.
    const std::vector<std::string> words = words_of(divide_name(author).family);
    if (!words.empty()) families.insert(words.back());
  }
  return families;
}

bool have_common(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& each) { return b.contains(each); });
}

// How many of all their words both have.
double likeness(std::vector<std::string> a, std::vector<std::string> b) {
  put_in_order(a);
  put_in_order(b);
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size() - both.size());
}

bool begins_with(const std::vector<std::string>& text, const std::vector<std::string>& beginning) {
  return text.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), text.begin());
}

// Fewer words name many papers: `Deep Learning`.
constexpr size_t kTellingWords = 4;
// Titles that are nearly equal: a word of six may differ.
constexpr double kAlike = 0.7;

std::vector<std::string> plain_names(const std::vector<std::string_view>& authors) {
  std::vector<std::string> names;
  for (const std::string_view author : authors) names.push_back(plain_name(author));
  return names;
}

}  // namespace

std::string_view name_of(MatchedBy by) {
  constexpr std::array<std::string_view, 5> kNames = {"", "id", "doi", "title", "doubtful"};
  return kNames[static_cast<size_t>(by)];
}

CollectionMatcher::CollectionMatcher(const Library& library) : library_(library) {
  const Works& works = library.works();
  for (PaperOrdinal paper = 0; paper < library.paper_count(); ++paper) {
    const PaperHead head = library.papers().head(paper);
    if (const NamedPaper named = paper_of_url(head.url()))
      by_link_.try_emplace(lower_case(named.key), works.first(works.work_of(paper)));
  }
}

CollectionMatch CollectionMatcher::match(const CollectedWork& work) const {
  const CollectionMatch named = match_name(work);
  return named.by == MatchedBy::kNone ? match_title(work) : named;
}

CollectionMatch CollectionMatcher::match_name(const CollectedWork& work) const {
  if (!work.arxiv_id.empty()) {
    const PaperOrdinal paper = library_.best_of(work.arxiv_id);
    if (paper < library_.paper_count()) return {MatchedBy::kId, paper};
  }
  const NamedPaper linked = paper_of_url(work.url);
  for (const std::string_view key : {std::string_view(work.doi), linked.key}) {
    const auto found = by_link_.find(lower_case(key));
    if (!key.empty() && found != by_link_.end()) return {MatchedBy::kDoi, found->second};
  }
  return {};
}

CollectionMatch CollectionMatcher::match_title(const CollectedWork& work) const {
  const std::vector<std::string> words = words_of(work.title);
  if (words.empty()) return {};
  const std::set<std::string> families = families_of(work.authors);
  const size_t colon = work.title.find(':');
  const std::vector<std::string> beginning = words_of(std::string_view(work.title).substr(0, colon));
  CollectionMatch doubtful;
  for (const PaperOrdinal paper : papers_with_title_terms(work.title)) {
    const Paper& text = library_.text(paper);
    const std::string title = plain_text(text.title);
    const std::vector<std::string> theirs = words_of(title);
    const std::set<std::string> their_families = families_of(plain_names(text.authors));
    const bool share_author = have_common(families, their_families);
    const bool knows_authors = !families.empty() && !their_families.empty();
    if (theirs == words) {
      if (share_author || (!knows_authors && words.size() >= kTellingWords))
        return {MatchedBy::kTitle, library_.works().first(library_.works().work_of(paper))};
      doubtful = {MatchedBy::kDoubtful, paper};
      continue;
    }
    if (!share_author || doubtful.by != MatchedBy::kNone) continue;
    const std::vector<std::string> their_beginning =
        words_of(std::string_view(title).substr(0, title.find(':')));
    const bool continues = (colon != std::string::npos && theirs == beginning) ||
                           (title.find(':') != std::string::npos && words == their_beginning) ||
                           (words.size() >= kTellingWords && begins_with(theirs, words)) ||
                           (theirs.size() >= kTellingWords && begins_with(words, theirs));
    if (continues || likeness(words, theirs) >= kAlike) doubtful = {MatchedBy::kDoubtful, paper};
  }
  if (doubtful.by != MatchedBy::kNone)
    doubtful.paper = library_.works().first(library_.works().work_of(doubtful.paper));
  return doubtful;
}

// Papers whose titles have most of the three rarest terms of this one, those with the most first.
std::vector<PaperOrdinal> CollectionMatcher::papers_with_title_terms(std::string_view title_text) const {
  constexpr size_t kRarest = 3;
  const FieldMask title = mask_of(SearchField::kTitle);
  struct Candidate {
    PaperOrdinal paper;
    uint32_t terms;
  };
  std::vector<Candidate> candidates;
  std::set<std::string> distinct;
  for_each_term(title_text, [&](std::string_view term) { distinct.emplace(term); });
  for (const IndexedPapers& each : library_.segments()) {
    std::vector<std::pair<uint32_t, TermId>> terms;
    for (const std::string& term : distinct) {
      if (const auto id = each.segment.find_term(term))
        terms.emplace_back(each.segment.postings(*id).document_frequency(), *id);
    }
    // A word or two may be spelt otherwise; a title of other words is another title.
    if (terms.empty() || terms.size() * 2 < distinct.size()) continue;
    const size_t count = std::min(terms.size(), kRarest);
    keep_first(terms, count, std::less<>());
    std::vector<PaperOrdinal> found;
    for (size_t i = 0; i < count; ++i) {
      each.segment.postings(terms[i].second).for_each([&](uint32_t paper, OccurrenceId occurrence) {
        if ((each.segment.fields_of(occurrence) & title) != 0) found.push_back(each.first_paper + paper);
      });
    }
    std::sort(found.begin(), found.end());
    for (size_t i = 0; i < found.size();) {
      const size_t begin = i;
      while (i < found.size() && found[i] == found[begin]) ++i;
      if (const auto votes = static_cast<uint32_t>(i - begin); votes * 2 > count || count == 1)
        candidates.push_back({found[begin], votes});
    }
  }
  keep_first(candidates, kMostCompared, [](const Candidate& a, const Candidate& b) {
    return a.terms != b.terms ? a.terms > b.terms : a.paper < b.paper;
  });
  std::vector<PaperOrdinal> papers;
  for (const Candidate& candidate : candidates) papers.push_back(candidate.paper);
  return papers;
}

}  // namespace broadsheet
