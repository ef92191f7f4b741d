#include "bindings/collections.h"

#include <utility>
#include <vector>

#include "bindings/text_decoder.h"
#include "core/collection/collection_matcher.h"

namespace broadsheet::bindings {
namespace {

CollectedWorkValue to_work(const CollectedWork& work) {
  return {.title = work.title,
          .authors = to_list<Strings>(work.authors, [](const std::string& name) { return name; }),
          .year = work.year,
          .id = work.arxiv_id,
          .doi = work.doi,
          .url = work.url,
          .line = work.line};
}

std::vector<CollectedWork> to_works(const CollectedWorkList& list) {
  std::vector<CollectedWork> works;
  for (const auto& value : emscripten::vecFromJSArray<CollectedWorkValue>(list)) {
    CollectedWork& work = works.emplace_back();
    work.title = repaired(value.title);
    for (std::string& name : to_strings(value.authors)) work.authors.push_back(repaired(std::move(name)));
    work.year = value.year;
    work.arxiv_id = value.id;
    work.doi = repaired(value.doi);
    work.url = repaired(value.url);
    work.line = value.line;
  }
  return works;
}

}  // namespace

CollectionValue read_collection(const std::string& name, const Bytes& bytes) {
  const Result<Collection> read =
      broadsheet::read_collection(name, to_string(bytes), decode_with_text_decoder);
  if (!read.ok()) {
    return {.code = std::string(name_of(read.error().code)),
            .message = read.error().message,
            .format = "",
            .works = CollectedWorkList(emscripten::val::array()),
            .diagnostics = DiagnosticList(emscripten::val::array())};
  }
  const Collection& collection = read.value();
  return {.code = collection.works.empty() ? "no_works" : "ok",
          .message = "",
          .format = std::string(name_of(collection.format)),
          .works = to_list<CollectedWorkList>(collection.works, to_work),
          .diagnostics = to_list<DiagnosticList>(collection.diagnostics,
                                                 [](const Diagnostic& each) { return to_value(each); })};
}

CollectionMatchList match_works(Library& library, const CollectedWorkList& works) {
  library.commit();
  const CollectionMatcher matcher(library);
  return to_list<CollectionMatchList>(to_works(works), [&](const CollectedWork& work) {
    const CollectionMatch match = matcher.match(work);
    if (match.by == MatchedBy::kNone) return CollectionMatchValue{};
    return CollectionMatchValue{
        .by = std::string(name_of(match.by)),
        .work = library.work_name(match.paper),
        .key = library.key_of(match.paper),
        .title = match.by == MatchedBy::kDoubtful ? std::string(library.text(match.paper).title) : ""};
  });
}

void KnownTitlesBinding::assign(const CollectedWorkList& works) { titles_.assign(to_works(works)); }

Numbers KnownTitlesBinding::find(const std::string& query, uint32_t most) const {
  return Numbers(emscripten::val::array(titles_.find(repaired(query), most)));
}

}  // namespace broadsheet::bindings
