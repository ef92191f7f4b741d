// told.h: everything a library reports, as text to compare.
#pragma once

#include <string>

#include "core/export/json.h"
#include "core/library/library.h"
#include "core/search/searcher.h"
#include "tests/core/support/facets.h"

namespace broadsheet::testing {

// Everything a library reports: papers, keys, facts, results with scores and facets.
inline std::string told(Library& library) {
  std::string text;
  for (const auto& volume : library.volumes()) {
    const Digest& digest = volume->digest();
    text +=
        volume->label + " " + digest.file_name + " " + digest.date + " " + std::string(digest.dialect) + "\n";
    for (const Category& category : digest.categories)
      text += std::string(category.name) + " " + std::to_string(category.claimed.value_or(0)) + " " +
              std::to_string(category.read) + "\n";
    for (const Diagnostic& each : digest.diagnostics)
      text += std::string(name_of(each.code)) + " " + std::to_string(each.line) + " " + each.message + "\n";
    for (uint32_t i = 0; i < digest.papers.size(); ++i)
      text += paper_to_json(digest, library.paper(volume->first_paper + i).paper) + "\n";
    text += std::to_string(volume->verbatim().size()) + "\n";
  }
  for (PaperOrdinal i = 0; i < library.paper_count(); ++i) {
    const PaperFacts& facts = library.facts(i);
    text += library.key_of(i) + " " + std::string(facts.date) +
            std::to_string(static_cast<int>(facts.language)) + std::to_string(facts.has_code) +
            std::to_string(facts.has_math) + std::to_string(facts.has_summary) +
            std::to_string(facts.telling_texts) + "\n";
  }
  for (const char* query :
       {"", "attention", "大模型", "title:a", "the -of", "model~", "has:code", "\"of the\""}) {
    ResultSet results = search(library, {.text = query});
    text += std::string(query) + ": " + std::to_string(results.total()) + "\n";
    for (uint32_t rank = 0; rank < results.total(); ++rank)
      text += library.key_of(results.hit(rank).paper) + " " + std::to_string(results.hit(rank).score) + "\n";
    for (const NamedCount& each : author_counts(library, results))
      text += std::string(each.value) + std::to_string(each.count) + " ";
  }
  return text;
}

}  // namespace broadsheet::testing
