// What is learned from an archive, measured: broadsheet_learned FILE…
#include <cstdio>
#include <string>
#include <vector>

#include "core/learned/forward_index.h"
#include "tests/bench/learned/across.h"
#include "tests/bench/learned/archive.h"
#include "tests/bench/learned/clock.h"
#include "tests/bench/learned/for_you.h"
#include "tests/bench/learned/short_queries.h"

int main(int argc, char** argv) {
  using namespace broadsheet;
  using namespace broadsheet::learned;
  const std::vector<std::string> paths(argv + 1, argv + argc);
  Library library;
  size_t bytes = 0;
  for (File& file : read_files(paths)) {
    bytes += file.bytes.size();
    if (library.read(file.name, std::move(file.bytes)).ok()) library.index(UINT32_MAX);
  }
  library.commit();
  const auto print = [](const Figures& figures) {
    for (const auto& [name, value] : figures) std::printf("%-40s %10.4f\n", name.c_str(), value);
  };
  const Clock making;
  const ForwardIndex index(library);
  print({{"papers", library.paper_count()},
         {"works", index.row_count()},
         {"terms", index.term_count()},
         {"forward index ms", making.milliseconds()},
         {"forward index bytes per byte of text",
          static_cast<double>(index.byte_count()) / static_cast<double>(bytes)}});
  const std::vector<ArchivePaper> papers = papers_of(library);
  print(measure_similar(papers));
  print(measure_for_you(papers));
  print(measure_across(papers));
  print(measure_short_queries(papers));
}
