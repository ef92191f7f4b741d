#include "core/learned/forward_index.h"

#include <algorithm>
#include <bit>
#include <span>
#include <tuple>
#include <unordered_map>

#include "core/base/order.h"

namespace broadsheet {
namespace {

using Row = ForwardIndex::Row;
using Term = ForwardIndex::Term;

constexpr uint32_t kNone = 0xFFFFFFFF;
constexpr uint8_t kMostCounted = 15;

TermCounts largest(TermCounts a, TermCounts b) {
  return {std::max(a.title, b.title), std::max(a.body, b.body)};
}
TermCounts sum(TermCounts a, TermCounts b) {
  const auto add = [](uint8_t x, uint8_t y) {
    return static_cast<uint8_t>(std::min(x + y, int{kMostCounted}));
  };
  return {add(a.title, b.title), add(a.body, b.body)};
}

// What each occurrence of a segment counts for.
std::vector<TermCounts> counts_of_occurrences(const Segment& segment) {
  std::vector<TermCounts> all;
  all.reserve(segment.occurrences().size());
  for (const CountedOccurrence& each : segment.occurrences()) {
    const auto frequency = [&](SearchField field) {
      return uint32_t{each.occurrence.frequencies[static_cast<size_t>(field)]};
    };
    const auto capped = [](uint32_t count) {
      return static_cast<uint8_t>(std::min<uint32_t>(count, kMostCounted));
    };
    all.push_back({capped(frequency(SearchField::kTitle)),
                   capped(frequency(SearchField::kAbstract) + frequency(SearchField::kTldr))});
  }
  return all;
}

// A posting list: the term of a segment.
struct ListOfTerm {
  uint32_t segment;
  TermId term;
};

// The stems of a library, each with its posting lists.
class Stems {
 public:
  explicit Stems(const Library& library) {
    uint32_t most_terms = 0;
    for (const IndexedPapers& each : library.segments())
      most_terms = std::max(most_terms, each.segment.term_count());
    words_.reserve(most_terms);
    for (uint32_t i = 0; i < library.segments().size(); ++i) add(library.segments()[i].segment, i);
  }

  struct Stem {
    std::string_view text;
    Script script;
    uint64_t papers = 0;  // the sum over its lists
    uint32_t first_list = kNone;
    uint64_t as_word = 0;  // papers that have the stem itself as a word
    std::string_view written = {};
  };
  // Every stem that two papers have, by script, the most frequent first.
  std::vector<Stem> by_frequency() {
    choose_written();
    std::vector<Stem> kept;
    for (const Stem& stem : stems_) {
      if (stem.papers > 1) kept.push_back(stem);
    }
    put_in_order(kept, [](const Stem& a, const Stem& b) {
      return std::tuple(a.script, ~a.papers, a.text) < std::tuple(b.script, ~b.papers, b.text);
    });
    return kept;
  }
  template <typename Visit>
  void for_each_list(const Stem& stem, Visit&& visit) const {
    for (uint32_t i = stem.first_list; i != kNone; i = lists_[i].next) visit(lists_[i].list);
  }

 private:
  struct Word {
    uint32_t stem;
    uint64_t papers = 0;
  };
  struct Link {
    ListOfTerm list;
    uint32_t next;
  };

  uint32_t stem_number(std::string_view text) {
    const auto [found, is_new] = numbers_.try_emplace(text, static_cast<uint32_t>(stems_.size()));
    if (is_new) stems_.push_back({text, script_of(text)});
    return found->second;
  }
  void add(const Segment& segment, uint32_t number) {
    std::vector<uint32_t> groups(segment.term_count(), kNone);
    for (uint32_t group = 0; group < segment.stem_group_count(); ++group) {
      for (const TermId member : segment.terms_of_group(group)) groups[member] = group;
    }
    for (TermId id = segment.term_count(); id-- > 0;) {
      const std::string_view text = segment.term(id);
      if (!is_telling(text)) continue;
      const uint32_t stem = stem_number(groups[id] == kNone ? text : segment.stem_of_group(groups[id]));
      const uint64_t papers = segment.postings(id).document_frequency();
      stems_[stem].papers += papers;
      lists_.push_back({{number, id}, stems_[stem].first_list});
      stems_[stem].first_list = static_cast<uint32_t>(lists_.size() - 1);
      if (text == stems_[stem].text) {
        stems_[stem].as_word += papers;
      } else {
        words_.try_emplace(text, Word{stem}).first->second.papers += papers;
      }
    }
  }
  // Of equally frequent words the first by text, so that no order of a table decides.
  void choose_written() {
    std::vector<uint64_t> most(stems_.size());
    for (size_t i = 0; i < stems_.size(); ++i) {
      most[i] = stems_[i].as_word;
      if (most[i] > 0) stems_[i].written = stems_[i].text;
    }
    for (const auto& [text, word] : words_) {
      std::string_view& written = stems_[word.stem].written;
      if (word.papers < most[word.stem] || (word.papers == most[word.stem] && written < text)) continue;
      most[word.stem] = word.papers;
      written = text;
    }
  }

  std::unordered_map<std::string_view, uint32_t> numbers_;
  std::unordered_map<std::string_view, Word> words_;  // those that are not their own stem
  std::vector<Stem> stems_;
  std::vector<Link> lists_;
};

}  // namespace

// Makes the rows in two passes over the postings: the first counts their bytes, the second writes them.
class ForwardIndexMaker {
 public:
  explicit ForwardIndexMaker(const Library& library)
      : library_(library), stems_(library), ordered_(stems_.by_frequency()) {
    order_rows();
    for (const IndexedPapers& each : library.segments())
      counts_.push_back(counts_of_occurrences(each.segment));
    of_paper_.resize(library.paper_count());
    of_row_.resize(index_.row_count());
    last_.resize(index_.row_count());
    sizes_.resize(index_.row_count());
    scripts_.resize(index_.row_count());
    row_of_paper_.resize(library.paper_count());
    for (PaperOrdinal paper = 0; paper < library.paper_count(); ++paper)
      row_of_paper_[paper] = index_.rows_[library.works().work_of(paper)];
  }

  bool step(size_t postings) {
    size_t visited = 0;
    for (; measured_ < ordered_.size() && visited < postings; ++measured_) {
      measure(ordered_[measured_]);
      visited += ordered_[measured_].papers;
    }
    if (measured_ < ordered_.size()) return false;
    if (ends_.empty()) begin_writing();
    for (; written_ < kept_.size() && visited < postings; ++written_) {
      write(ordered_[kept_[written_]]);
      visited += ordered_[kept_[written_]].papers;
    }
    if (written_ < kept_.size()) return false;
    finish();
    return true;
  }

  ForwardIndex take() { return std::move(index_); }

 private:
  void order_rows() {
    const Works& works = library_.works();
    const std::span<const uint32_t> places = library_.facets().places_of_days();
    struct Key {
      uint32_t day;
      std::string_view identity;
      std::string_view digest;  // with `line`, of a work without identity
      uint32_t line;
      WorkId work;
    };
    std::vector<Key> keys(works.count());
    for (WorkId work = 0; work < works.count(); ++work) {
      const PaperOrdinal paper = works.first(work);
      keys[work] = {places[library_.facets().day_of(paper)], works.identity_of(paper), {}, 0, work};
      if (!keys[work].identity.empty()) continue;
      const Volume& volume = library_.papers().volume_of(paper);
      keys[work].digest = volume.label;
      keys[work].line = library_.papers().head(paper).line();
    }
    put_in_order(keys, [](const Key& a, const Key& b) {
      if (a.day != b.day) return a.day > b.day;
      return std::tie(a.identity, a.digest, a.line) < std::tie(b.identity, b.digest, b.line);
    });
    index_.rows_.resize(keys.size());
    for (const Key& key : keys) {
      index_.rows_[key.work] = static_cast<Row>(index_.works_.size());
      index_.works_.push_back(key.work);
    }
  }

  // Fills touched_ and of_row_ with the rows that have the stem.
  void gather(const Stems::Stem& stem) {
    touched_.clear();
    const auto put = [&](PaperOrdinal paper, TermCounts counts) {
      const Row row = row_of_paper_[paper];
      if (of_row_[row] == TermCounts{}) touched_.push_back(row);
      of_row_[row] = largest(of_row_[row], counts);
    };
    uint32_t lists = 0;
    stems_.for_each_list(stem, [&](const ListOfTerm&) { ++lists; });
    const bool sums = lists > 1;
    papers_.clear();
    stems_.for_each_list(stem, [&](const ListOfTerm& list) {
      const IndexedPapers& from = library_.segments()[list.segment];
      const std::vector<TermCounts>& counts_here = counts_[list.segment];
      from.segment.postings(list.term).for_each([&](uint32_t local, OccurrenceId id) {
        const TermCounts counts = counts_here[id];
        if (counts == TermCounts{}) return;
        const PaperOrdinal paper = from.first_paper + local;
        if (!sums) return put(paper, counts);
        if (of_paper_[paper] == TermCounts{}) papers_.push_back(paper);
        of_paper_[paper] = sum(of_paper_[paper], counts);
      });
    });
    for (const PaperOrdinal paper : papers_) put(paper, std::exchange(of_paper_[paper], TermCounts{}));
  }

  static uint8_t code_of(TermCounts counts) {
    const auto& coded = ForwardIndex::kCodedCounts;
    return static_cast<uint8_t>(std::find(coded.begin(), coded.end(), counts) - coded.begin());
  }
  // Adds to sizes and scripts of the rows; a stem that two rows have is kept.
  void measure(const Stems::Stem& stem) {
    gather(stem);
    const bool keeps = touched_.size() > 1;
    const auto number = static_cast<Term>(kept_.size());
    const auto script = static_cast<size_t>(stem.script);
    for (const Row row : touched_) {
      const uint8_t code = code_of(std::exchange(of_row_[row], TermCounts{}));
      if (!keeps) continue;
      const uint32_t head = (number - last_[row]) << 2 | code;
      sizes_[row] += (static_cast<uint32_t>(std::bit_width(head | 1)) + 6) / 7 + (code == 3 ? 1 : 0);
      last_[row] = number + 1;
      scripts_[row][script] += 1;
    }
    if (keeps) kept_.push_back(static_cast<uint32_t>(measured_));
  }

  void begin_writing() {
    index_.offsets_.assign(index_.row_count() + 1, 0);
    index_.bilingual_.assign(index_.row_count());
    for (Row row = 0; row < index_.row_count(); ++row) {
      index_.offsets_[row + 1] = index_.offsets_[row] + sizes_[row];
      const auto texts = std::count_if(scripts_[row].begin(), scripts_[row].end(),
                                       [](uint16_t terms) { return terms >= ForwardIndex::kTextTerms; });
      if (texts > 1) index_.bilingual_.set(row);
      index_.bilingual_count_ += texts > 1 ? 1 : 0;
    }
    index_.bytes_.resize(index_.offsets_.back());
    // One more than the rows, so that it is never empty.
    ends_ = index_.offsets_;
    std::fill(last_.begin(), last_.end(), 0);
    index_.terms_.reserve(kept_.size());
  }

  void write(const Stems::Stem& stem) {
    gather(stem);
    const auto number = static_cast<Term>(index_.terms_.size());
    uint32_t bilingual_rows = 0;
    for (const Row row : touched_) {
      const TermCounts counts = std::exchange(of_row_[row], TermCounts{});
      const uint8_t code = code_of(counts);
      uint8_t* at = index_.bytes_.data() + ends_[row];
      uint32_t head = (number - last_[row]) << 2 | code;
      for (; head >= 0x80; head >>= 7) *at++ = static_cast<uint8_t>(head | 0x80);
      *at++ = static_cast<uint8_t>(head);
      if (code == 3) *at++ = static_cast<uint8_t>(counts.title << 4 | counts.body);
      ends_[row] = static_cast<uint32_t>(at - index_.bytes_.data());
      last_[row] = number + 1;
      bilingual_rows += index_.is_bilingual(row) ? 1 : 0;
    }
    index_.texts_ += stem.text;
    const auto stem_end = static_cast<uint32_t>(index_.texts_.size());
    index_.texts_ += stem.written;
    index_.terms_.push_back({{stem_end, static_cast<uint32_t>(index_.texts_.size())},
                             static_cast<uint32_t>(touched_.size()),
                             bilingual_rows,
                             stem.script});
    index_.script_ends_[static_cast<size_t>(stem.script)] = number + 1;
  }

  void finish() {
    for (size_t i = 1; i < kScriptCount; ++i)
      index_.script_ends_[i] = std::max(index_.script_ends_[i], index_.script_ends_[i - 1]);
    index_.texts_.shrink_to_fit();
    index_.by_stem_ =
        order_of(index_.term_count(), [&](Term a, Term b) { return index_.stem(a) < index_.stem(b); });
  }

  const Library& library_;
  Stems stems_;
  std::vector<Stems::Stem> ordered_;
  ForwardIndex index_;
  size_t measured_ = 0;          // of ordered_
  std::vector<uint32_t> kept_;   // places in ordered_
  size_t written_ = 0;           // of kept_
  std::vector<uint32_t> sizes_;  // of each row, in bytes
  std::vector<std::array<uint16_t, kScriptCount>> scripts_;
  std::vector<uint32_t> ends_;                   // of each row, as far as it is written
  std::vector<std::vector<TermCounts>> counts_;  // of each segment, by occurrence
  std::vector<Row> row_of_paper_;
  std::vector<Term> last_;            // the row's last term, plus one
  std::vector<TermCounts> of_paper_;  // scratch, empty between stems
  std::vector<TermCounts> of_row_;
  std::vector<PaperOrdinal> papers_;
  std::vector<Row> touched_;
};

ForwardIndexBuilder::ForwardIndexBuilder(const Library& library)
    : maker_(std::make_unique<ForwardIndexMaker>(library)) {}
ForwardIndexBuilder::~ForwardIndexBuilder() = default;
bool ForwardIndexBuilder::step(size_t postings) { return maker_->step(postings); }
ForwardIndex ForwardIndexBuilder::take() { return maker_->take(); }

ForwardIndex::ForwardIndex(const Library& library) {
  ForwardIndexBuilder builder(library);
  builder.step(SIZE_MAX);
  *this = builder.take();
}

std::optional<Term> ForwardIndex::find(std::string_view wanted) const {
  const auto found = std::lower_bound(by_stem_.begin(), by_stem_.end(), wanted,
                                      [&](Term term, std::string_view text) { return stem(term) < text; });
  if (found == by_stem_.end() || stem(*found) != wanted) return std::nullopt;
  return *found;
}

size_t ForwardIndex::byte_count() const {
  return terms_.capacity() * sizeof(TermInfo) + texts_.capacity() + by_stem_.capacity() * sizeof(Term) +
         works_.capacity() * sizeof(WorkId) + rows_.capacity() * sizeof(Row) +
         bilingual_.words().size_bytes() + offsets_.capacity() * sizeof(uint32_t) + bytes_.capacity();
}

}  // namespace broadsheet
