#include "tests/bench/learned/archive.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "core/text/utf8.h"

namespace broadsheet::learned {
namespace {

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

uint32_t fnv1a(std::string_view text) {
  uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace

std::vector<File> read_files(const std::vector<std::string>& paths) {
  std::vector<File> files;
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    files.push_back({path.substr(path.rfind('/') + 1), {std::istreambuf_iterator<char>(in), {}}});
  }
  return files;
}

std::vector<ArchivePaper> papers_of(const Library& library) {
  std::vector<ArchivePaper> papers;
  const Works& works = library.works();
  for (WorkId work = 0; work < works.count(); ++work) {
    const PaperOrdinal best = works.first(work);
    const Paper& paper = library.text(best);
    if (paper.arxiv_id.empty()) continue;
    ArchivePaper& out = papers.emplace_back();
    out.id = paper.arxiv_id.id;
    out.day = library.facts(best).date;
    for (PaperOrdinal each = best; each != Works::kNoPaper; each = works.next(each))
      out.day = std::min(out.day, std::string(library.facts(each).date));
    out.title = one_line(paper.title);
    for (const std::string_view author : paper.authors)
      (out.authors += out.authors.empty() ? "" : ",") += author;
    if (!paper.categories.empty()) out.category = paper.categories.front();
    const auto text = [&](TextField field) { return one_line(paper.text(field).value_or("")); };
    out.tldr = text(TextField::kTldr);
    for (const TextField field :
         {TextField::kMotivation, TextField::kMethod, TextField::kResult, TextField::kConclusion})
      out.texts_but_abstract += text(field) + ' ';
    out.abstract = text(TextField::kAbstract);
  }
  std::sort(papers.begin(), papers.end(), [](const ArchivePaper& a, const ArchivePaper& b) {
    return std::tie(a.day, a.id) < std::tie(b.day, b.id);
  });
  return papers;
}

void make_library(const std::vector<ArchivePaper>& papers, const std::function<Kept(size_t)>& kept,
                  Library& library) {
  std::map<std::string, std::string> days;
  for (size_t i = 0; i < papers.size(); ++i) {
    const ArchivePaper& paper = papers[i];
    const Kept keep = kept(i);
    if (keep == Kept::kNothing) continue;
    std::string& text = days[paper.day];
    text += "### [1] [" + (keep == Kept::kChinese || keep == Kept::kWithoutTitle ? "-" : paper.title) +
            "](https://arxiv.org/abs/" + paper.id + ")\n*" + paper.authors +
            "*\n\nMain category: " + paper.category +
            "\n\nTL;DR: " + (keep == Kept::kEnglish ? "" : paper.tldr) +
            "\n\n\n<details>\n  <summary>Details</summary>\nMotivation: " +
            (keep == Kept::kEnglish ? "" : paper.texts_but_abstract) +
            "\n\nAbstract: " + (keep == Kept::kChinese ? "" : paper.abstract) + "\n\n</details>\n\n\n";
  }
  for (const auto& [day, text] : days) {
    if (library.read(day + ".md", "# Table of Contents\n\n\n\n" + text).ok()) library.index(UINT32_MAX);
  }
  library.commit();
}

bool has_han(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint each = decode_utf8(text, at);
    if (each.value >= 0x4E00 && each.value < 0xA000) return true;
    at += each.length;
  }
  return false;
}

bool is_held_out(const ArchivePaper& paper) { return fnv1a(paper.id) % 10 == 0 && has_han(paper.tldr); }

}  // namespace broadsheet::learned
