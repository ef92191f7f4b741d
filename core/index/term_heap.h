// term_heap.h: walks the sorted terms of several sources at once, smallest first.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace broadsheet {

// A source has term_count(), term(i), and key(i): the term's leading bytes (sorted_texts.h), which decide
// most comparisons.
template <typename Source>
class TermHeap {
 public:
  struct Head {
    uint64_t key;
    uint32_t source;
    uint32_t term;
  };

  // Requires: terms ascend in each source; the sources outlive the heap.
  explicit TermHeap(std::span<const Source> sources) : sources_(sources) {
    for (uint32_t source = 0; source < sources.size(); ++source) {
      if (sources[source].term_count() > 0) heads_.push_back({sources[source].key(0), source, 0});
    }
    for (size_t i = heads_.size() / 2; i-- > 0;) sift_down(i);
  }

  bool empty() const { return heads_.empty(); }
  // The smallest term; where several sources have it, that of the first one. Requires: not empty, as below.
  const Head& top() const { return heads_.front(); }
  std::string_view text_of(const Head& head) const { return sources_[head.source].term(head.term); }

  // Moves the source of top() to its next term. Cost: O(log sources).
  void advance() {
    Head& head = heads_.front();
    const Source& source = sources_[head.source];
    if (++head.term < source.term_count()) {
      head.key = source.key(head.term);
    } else {
      head = heads_.back();
      heads_.pop_back();
    }
    if (!heads_.empty()) sift_down(0);
  }

  // Whether the next term of any source left is that of `head`.
  bool has(const Head& head) const {
    return !empty() && top().key == head.key && are_equal(text_of(top()), text_of(head));
  }

 private:
  bool is_before(const Head& a, const Head& b) const {
    if (a.key != b.key) return a.key < b.key;
    const std::string_view text_a = text_of(a);
    const std::string_view text_b = text_of(b);
    return are_equal(text_a, text_b) ? a.source < b.source : text_a < text_b;
  }

  // For texts with equal keys. Most have at most sixteen bytes, and a call to compare those takes longer.
  static bool are_equal(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    if (a.size() <= sizeof(uint64_t)) return true;
    if (a.size() > 2 * sizeof(uint64_t)) return a == b;
    uint64_t last_of_a;
    uint64_t last_of_b;
    std::memcpy(&last_of_a, a.data() + a.size() - sizeof last_of_a, sizeof last_of_a);
    std::memcpy(&last_of_b, b.data() + b.size() - sizeof last_of_b, sizeof last_of_b);
    return last_of_a == last_of_b;
  }

  void sift_down(size_t at) {
    const Head moved = heads_[at];
    for (;;) {
      size_t child = at * 2 + 1;
      if (child >= heads_.size()) break;
      if (child + 1 < heads_.size() && is_before(heads_[child + 1], heads_[child])) ++child;
      if (!is_before(heads_[child], moved)) break;
      heads_[at] = heads_[child];
      at = child;
    }
    heads_[at] = moved;
  }

  std::span<const Source> sources_;
  std::vector<Head> heads_;
};

}  // namespace broadsheet
