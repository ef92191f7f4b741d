// interest.h: what a person is interested in, learned from what they starred: a score for each work, and why.
//
// The centroid with log-odds of docs/learned.md, over the vectors v of paper_vectors.h:
//
//   c    mean of the starred;  μ  mean of the last 30 days
//   p    = (df + 1) / n;  p*  = (df among the starred + 3 p) / (stars + 3)
//   λ    = ln(p* / p), clipped to −1 … 3
//   w    = c · max(λ, 0) − μ · max(−λ, 0)
//   text = w · v
//
// What was refused has a centroid r and log-odds of its own: where these exceed those of the starred, w loses
// kRefusedWeight · r · (λ of the refused − max(λ, 0)). So words that both have speak for a paper still. What
// was only done quickly counts a kDoneShare of a refusal. Scores are divided by the mean score of the starred
// themselves: 1 is as like them as they are. To this are added authors of starred works, and what the person
// follows or mutes.
//
// Nothing depends on the order of what is told, of digests or of segments.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/learned/forward_index.h"
#include "core/learned/paper_vectors.h"
#include "core/library/library.h"

namespace broadsheet {

// A paper of a collection that was brought in, which the library need not have.
struct CollectedPaper {
  std::string title;
  std::vector<std::string> authors;
};

// What a person has said.
struct Told {
  std::vector<WorkId> starred = {};
  std::vector<WorkId> refused = {};  // not for me
  std::vector<WorkId> done = {};     // done quickly
  std::vector<CollectedPaper> collected = {};
  // As typed: a word or several, an author's name, a category.
  std::vector<std::string> followed_words = {};
  std::vector<std::string> followed_authors = {};
  std::vector<std::string> followed_categories = {};
  std::vector<std::string> muted_words = {};
  std::vector<std::string> muted_authors = {};
  std::vector<std::string> muted_categories = {};
  // Reasons that are to count for nothing, either way.
  std::vector<std::string> ignored_words = {};
  std::vector<std::string> ignored_authors = {};
};

// With fewer starred and collected papers than this, too little is known.
inline constexpr size_t kFewestStars = 3;

// What is added to a score or taken from it; 1 is a paper as like the starred as they are themselves.
inline constexpr float kFollowedWeight = 1.0f;  // a followed word, author or category
inline constexpr float kMutedWeight = 2.0f;     // a muted one: below everything that is not muted
inline constexpr float kAuthorWeight = 0.1f;    // each starred paper of one of the authors …
inline constexpr uint32_t kMostOfAuthor = 3;    // … up to so many
// A word that makes less of a score is no reason to name.
inline constexpr float kLeastShare = 0.02f;
// With 1, as many refusals as stars among the likeliest wrong papers lower average precision by up to 0.016;
// with this it stays within 0.001.
inline constexpr float kRefusedWeight = 0.25f;
inline constexpr float kDoneShare = 0.25f;
// One in so many works of the last 30 days, the starred left out, is marked as for the person.
inline constexpr uint32_t kMarkedOneIn = 16;

struct InterestReason {
  enum class Kind : uint8_t { kWord, kAuthor, kCategory, kLike };
  Kind kind;
  std::string text;  // as the paper or the person writes it; of kLike, empty
  WorkId work = 0;   // kLike: the starred work that is most like it
  float share = 0;   // of the score
};

// Which works have a score; the others have 0.
enum class Scored : uint8_t { kRecent, kAll };  // kRecent: those of the last 30 days (PaperVectors::recent())

class Interest {
 public:
  // All must outlive this. Cost: O(terms and authors of the works that are scored + terms of the library).
  Interest(const Library& library, const ForwardIndex& index, const PaperVectors& vectors, Told told,
           Scored scored = Scored::kAll);

  // Whether enough is told to learn from. If not, scores are of what is followed and muted alone.
  bool knows_enough() const { return stars_ >= kFewestStars; }
  // By work. Starred works have a score like any other.
  const std::vector<float>& scores() const { return scores_; }
  // The least score of a work that is marked as for the person.
  float threshold() const { return threshold_; }
  bool is_for_you(WorkId work) const { return scores_[work] > 0 && scores_[work] >= threshold_; }

  // The works of the last 30 days that are marked as for the person, the starred left out, the best first; at
  // most `most`.
  std::vector<WorkId> for_you(size_t most) const;

  // Why the work has its score, the heaviest first: at most `most` words, and authors, categories and the
  // starred work that is most like it. Empty if nothing speaks for it. Cost: O(text of the work + starred ·
  // terms).
  std::vector<InterestReason> reasons(WorkId work, size_t most) const;

  // The words that say most about what was starred, as papers write them, the heaviest first.
  std::vector<std::string> words(size_t most) const;

  // The authors who count, those of most starred papers first, then by name. Cost: O(authors).
  std::vector<std::string> authors(size_t most) const;

 private:
  using Row = ForwardIndex::Row;
  using Term = ForwardIndex::Term;
  struct Centroid {
    std::vector<float> mean;    // by term
    std::vector<float> papers;  // by term: how many of them have it
    float count = 0;
  };
  Centroid starred_centroid() const;
  Centroid refused_centroid() const;
  float log_odds(const Centroid& of, Term term) const;
  void weigh_terms();
  void score_texts();
  void add_authors();
  void add_told(const std::vector<std::string>& words, const std::vector<std::string>& authors,
                const std::vector<std::string>& categories, float weight);
  void find_threshold();
  float dot(Row row) const;
  void add_like(Row row, std::vector<InterestReason>& reasons) const;

  const Library& library_;
  const ForwardIndex& index_;
  const PaperVectors& vectors_;
  Told told_;
  size_t stars_ = 0;
  Row end_ = 0;                            // of the rows that are scored
  float scale_ = 0;                        // 1 / mean score of the starred
  std::vector<float> weights_;             // by term
  std::vector<float> scores_;              // by work
  std::vector<uint8_t> papers_of_author_;  // by author: starred ones, at most kMostOfAuthor
  float threshold_ = 0;
};

}  // namespace broadsheet
