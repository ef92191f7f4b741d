#include "tests/bench/learned/for_you.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "core/index/terms.h"
#include "core/learned/interest.h"
#include "core/learned/wording.h"
#include "core/search/similar.h"
#include "tests/bench/learned/clock.h"
#include "tests/bench/learned/svm.h"

namespace broadsheet::learned {
namespace {

// What divides the days that are starred from those that are ordered.
constexpr const char* kFirstNewDay = "2026-01-30";
constexpr size_t kMostInterests = 30;
// Done by their rows: of the other papers of the first month, spread over it.
constexpr size_t kSkimmed = 200;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for_each_term(text, [&](std::string_view term) { words.emplace_back(term); });
  return words;
}

struct Topic {
  std::string phrase;
  std::vector<size_t> before;  // papers by place, of the first month
  std::set<size_t> after;
};

// Pairs of neighbouring words of titles that most papers have.
std::vector<Topic> topics_of(const std::vector<ArchivePaper>& papers) {
  std::map<std::string, Topic> topics;
  for (size_t i = 0; i < papers.size(); ++i) {
    const std::vector<std::string> words = words_of(papers[i].title);
    for (size_t j = 0; j + 1 < words.size(); ++j) {
      if (words[j].size() < 4 || words[j + 1].size() < 4) continue;
      Topic& topic = topics[words[j] + ' ' + words[j + 1]];
      if (papers[i].day < kFirstNewDay) {
        topic.before.push_back(i);
      } else {
        topic.after.insert(i);
      }
    }
  }
  std::vector<Topic> chosen;
  for (auto& [phrase, topic] : topics) {
    topic.phrase = phrase;
    if (topic.before.size() >= 5 && topic.after.size() >= 5) chosen.push_back(std::move(topic));
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Topic& a, const Topic& b) { return a.after.size() > b.after.size(); });
  chosen.resize(std::min(chosen.size(), kMostInterests));
  return chosen;
}

double average_precision(std::vector<std::pair<float, size_t>> scored, const std::set<size_t>& wanted) {
  std::stable_sort(scored.begin(), scored.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  double sum = 0;
  size_t found = 0;
  for (size_t i = 0; i < scored.size(); ++i) {
    if (wanted.contains(scored[i].second)) sum += static_cast<double>(++found) / static_cast<double>(i + 1);
  }
  return sum / static_cast<double>(wanted.size());
}

}  // namespace

Figures measure_for_you(const std::vector<ArchivePaper>& papers) {
  Figures figures;
  Library library;
  make_library(
      papers, [](size_t) { return Kept::kAll; }, library);
  const ForwardIndex index(library);
  const Clock preparing;
  const PaperVectors vectors(library, index);
  figures.emplace_back("for you prepare ms", preparing.milliseconds());
  std::vector<WorkId> works(papers.size());
  for (size_t i = 0; i < papers.size(); ++i) works[i] = *library.works().find(papers[i].id);
  double milliseconds = 0;
  size_t runs = 0;
  for (const size_t stars : {size_t{3}, size_t{5}, size_t{10}, size_t{20}}) {
    double sum = 0;
    double at_random = 0;
    double keywords = 0;
    double minus = 0;
    double skimmed = 0;
    double machine = 0;
    size_t cases = 0;
    for (const Topic& topic : topics_of(papers)) {
      if (topic.before.size() < stars) continue;
      ++cases;
      Told told;
      std::set<std::string> authors;
      std::map<std::string, int> words;
      for (size_t i = 0; i < stars; ++i) {
        const ArchivePaper& paper = papers[topic.before[i * topic.before.size() / stars]];
        told.starred.push_back(*library.works().find(paper.id));
        std::stringstream names(paper.authors);
        for (std::string name; std::getline(names, name, ',');) authors.insert(name);
        for (const std::string& word : words_of(paper.title)) ++words[word];
      }
      told.ignored_words = {topic.phrase};
      told.ignored_authors.assign(authors.begin(), authors.end());
      const auto measure = [&](const Told& said) {
        const Clock scoring;
        const Interest interest(library, index, vectors, said);
        milliseconds += scoring.milliseconds();
        ++runs;
        std::vector<std::pair<float, size_t>> scored;
        for (size_t i = 0; i < papers.size(); ++i) {
          if (papers[i].day >= kFirstNewDay) scored.emplace_back(interest.scores()[works[i]], i);
        }
        return std::pair(average_precision(scored, topic.after), scored.size());
      };
      const auto [precision, size] = measure(told);
      sum += precision;
      at_random += static_cast<double>(topic.after.size()) / static_cast<double>(size);
      // The same without the phrase's words, as they are ignored reasons.
      std::vector<ForwardIndex::Row> rows;
      for (const WorkId work : told.starred) rows.push_back(index.row_of(work));
      std::set<ForwardIndex::Term> left_out;
      for (const std::string& stem : stems_of(topic.phrase)) {
        if (const auto term = index.find(stem)) left_out.insert(*term);
      }
      const std::vector<float> weights = train_svm(index, vectors, rows, left_out);
      std::vector<std::pair<float, size_t>> by_machine;
      for (size_t i = 0; i < papers.size(); ++i) {
        if (papers[i].day < kFirstNewDay) continue;
        float score = 0;
        vectors.for_each(index.row_of(works[i]),
                         [&](ForwardIndex::Term term, float weight) { score += weights[term] * weight; });
        by_machine.emplace_back(score, i);
      }
      machine += average_precision(by_machine, topic.after);
      // Refused: the works of the first month that the stars put highest and that are not of the topic.
      const Interest first(library, index, vectors, told);
      std::vector<std::pair<float, WorkId>> wrong;
      for (size_t i = 0; i < papers.size(); ++i) {
        if (papers[i].day < kFirstNewDay &&
            std::find(topic.before.begin(), topic.before.end(), i) == topic.before.end())
          wrong.emplace_back(-first.scores()[works[i]], works[i]);
      }
      std::sort(wrong.begin(), wrong.end());
      Told refusing = told;
      for (size_t i = 0; i < stars && i < wrong.size(); ++i) refusing.refused.push_back(wrong[i].second);
      minus += measure(refusing).first;
      std::sort(wrong.begin(), wrong.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
      Told skimming = told;
      for (size_t i = 0; i < kSkimmed && i < wrong.size(); ++i)
        skimming.done.push_back(wrong[i * wrong.size() / kSkimmed].second);
      skimmed += measure(skimming).first;
      // The five words that most titles of the starred have, the phrase left out, weighed by idf.
      const std::vector<std::string> phrase = words_of(topic.phrase);
      std::vector<std::pair<int, std::string>> best;
      for (const auto& [word, count] : words) {
        if (word.size() > 3 && std::find(phrase.begin(), phrase.end(), word) == phrase.end())
          best.emplace_back(-count, word);
      }
      std::sort(best.begin(), best.end());
      best.resize(std::min<size_t>(best.size(), 5));
      std::vector<std::pair<float, size_t>> scored;
      for (size_t i = 0; i < papers.size(); ++i) {
        if (papers[i].day < kFirstNewDay) continue;
        float score = 0;
        for (const std::string& word : words_of(papers[i].title)) {
          for (const auto& [count, keyword] : best) score += keyword == word ? 1.0f : 0.0f;
        }
        scored.emplace_back(score, i);
      }
      keywords += average_precision(scored, topic.after);
    }
    const auto n = static_cast<double>(std::max<size_t>(cases, 1));
    const std::string name = "for you, " + std::to_string(stars) + " stars: ";
    figures.emplace_back(name + "interests", static_cast<double>(cases));
    figures.emplace_back(name + "average precision", sum / n);
    figures.emplace_back(name + "with as many refused", minus / n);
    figures.emplace_back(name + "with 200 done by their rows", skimmed / n);
    figures.emplace_back(name + "support vector machine", machine / n);
    figures.emplace_back(name + "five keywords", keywords / n);
    figures.emplace_back(name + "at random", at_random / n);
  }
  figures.emplace_back("for you update ms", milliseconds / static_cast<double>(std::max<size_t>(runs, 1)));
  return figures;
}

Figures measure_similar(const std::vector<ArchivePaper>& papers) {
  Library library;
  make_library(
      papers, [](size_t) { return Kept::kAll; }, library);
  std::map<std::string, std::vector<size_t>> by_author;
  std::vector<std::vector<std::string>> authors(papers.size());
  for (size_t i = 0; i < papers.size(); ++i) {
    std::stringstream names(papers[i].authors);
    for (std::string name; std::getline(names, name, ',');) {
      while (name.starts_with(' ')) name.erase(0, 1);
      authors[i].push_back(name);
      by_author[name].push_back(i);
    }
  }
  std::map<WorkId, size_t> places;
  for (size_t i = 0; i < papers.size(); ++i) places[*library.works().find(papers[i].id)] = i;
  double recall = 0;
  double milliseconds = 0;
  size_t asked = 0;
  for (size_t i = 0; i < papers.size(); i += 2) {
    std::map<size_t, int> shared;
    for (const std::string& name : authors[i]) {
      for (const size_t other : by_author[name]) {
        if (other != i) ++shared[other];
      }
    }
    std::set<size_t> wanted;
    for (const auto& [other, count] : shared) {
      if (count >= 2) wanted.insert(other);
    }
    if (wanted.empty()) continue;
    ++asked;
    const PaperOrdinal paper = library.works().first(*library.works().find(papers[i].id));
    const Clock asking;
    size_t found = 0;
    for (const SimilarPaper& each : SimilarPapers(library, std::span(&paper, 1)).find(10))
      found += wanted.contains(places[library.works().work_of(each.paper)]) ? 1 : 0;
    milliseconds += asking.milliseconds();
    recall += static_cast<double>(found) / static_cast<double>(wanted.size());
  }
  const auto n = static_cast<double>(std::max<size_t>(asked, 1));
  return {{"similar: papers with co-authored ones", n},
          {"similar: recall at ten", recall / n},
          {"similar: ms", milliseconds / n}};
}

}  // namespace broadsheet::learned
