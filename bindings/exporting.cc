#include "bindings/exporting.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/export/export.h"
#include "core/export/notes.h"
#include "core/text/utf8.h"

namespace broadsheet::bindings {
namespace {

struct Said {
  std::vector<std::string> tags;
  std::string note;
};

std::unordered_map<std::string, Said> to_said(const SaidList& list) {
  std::unordered_map<std::string, Said> all;
  for (const emscripten::val& each : emscripten::vecFromJSArray<emscripten::val>(list)) {
    Said said{.tags = to_strings(Strings(each["tags"])), .note = repaired(each["note"].as<std::string>())};
    for (std::string& tag : said.tags) tag = repaired(std::move(tag));
    all.insert_or_assign(each["work"].as<std::string>(), std::move(said));
  }
  return all;
}

std::string first_distinct(std::vector<uint32_t> characters) {
  constexpr size_t kMost = 8;
  std::sort(characters.begin(), characters.end());
  characters.erase(std::unique(characters.begin(), characters.end()), characters.end());
  std::string text;
  for (size_t i = 0; i < std::min(characters.size(), kMost); ++i) append_utf8(characters[i], text);
  return text;
}

NoteFileList to_files(std::vector<Citation>& citations, const ExportOptions& options) {
  assign_keys(citations, options.keys);
  return to_list<NoteFileList>(citations, [&](const Citation& citation) {
    NoteFile file = note_file(citation, options);
    return NoteFileValue{.name = std::move(file.name), .text = std::move(file.text)};
  });
}

ExportedValue refused(std::string code, std::string message) {
  return {.code = std::move(code),
          .message = std::move(message),
          .bytes = to_bytes({}),
          .files = NoteFileList(emscripten::val::array()),
          .papers = 0,
          .ending = "",
          .mediaType = "",
          .unwritten = ""};
}

}  // namespace

ExportedValue export_works(const Library& library, const ExportRequestValue& request) {
  const ExportFormat* format = find_export_format(request.format);
  if (format == nullptr) return refused("format", "no format " + repaired(request.format));
  const std::string keys = repaired(request.keys);
  std::string problem = problem_of_key_pattern(keys);
  if (!problem.empty()) return refused("keys", std::move(problem));
  const auto said = to_said(request.said);
  std::vector<Citation> citations;
  for (const std::string& work : to_strings(request.works)) {
    const PaperOrdinal ordinal = library.best_of(work);
    if (ordinal >= library.paper_count()) continue;
    const PaperRef ref = library.paper(ordinal);
    Citation& citation = citations.emplace_back(cite(ref.volume.digest(), ref.paper));
    const auto found = said.find(work);
    if (found == said.end()) continue;
    citation.tags.assign(found->second.tags.begin(), found->second.tags.end());
    citation.note = found->second.note;
  }
  ExportReport report;
  const ExportOptions options = {
      .abstracts = request.abstracts, .authors = request.authors, .ascii = request.ascii, .keys = keys};
  const bool is_split = request.split && format->name == "notes";
  const std::string text = is_split ? "" : export_papers(citations, *format, options, report);
  return {.code = "ok",
          .message = "",
          .bytes = to_bytes(text),
          .files = is_split ? to_files(citations, options) : NoteFileList(emscripten::val::array()),
          .papers = static_cast<uint32_t>(citations.size()),
          .ending = std::string(format->ending),
          .mediaType = std::string(format->media_type),
          .unwritten = first_distinct(std::move(report.no_ascii_form))};
}

}  // namespace broadsheet::bindings
