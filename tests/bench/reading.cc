// How fast digests are read, compared with what other programs do with the same bytes, and how much memory it
// takes.
//   broadsheet_bench FILE…
// Prints medians of seven rounds. Memory is what is allocated in addition to the files' own bytes.
#include <cmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <new>
#include <string>
#include <vector>

#include "core/digest/digest_reader.h"

namespace {

size_t live_bytes = 0;
size_t peak_bytes = 0;

constexpr size_t kHeader = alignof(std::max_align_t);

}  // namespace

void* operator new(size_t size) {
  auto* block = static_cast<char*>(std::malloc(size + kHeader));
  if (block == nullptr) std::abort();
  *reinterpret_cast<size_t*>(block) = size;
  live_bytes += size;
  peak_bytes = std::max(peak_bytes, live_bytes);
  return block + kHeader;
}
void operator delete(void* pointer) noexcept {
  if (pointer == nullptr) return;
  char* block = static_cast<char*>(pointer) - kHeader;
  live_bytes -= *reinterpret_cast<size_t*>(block);
  std::free(block);
}
void operator delete(void* pointer, size_t) noexcept { operator delete(pointer); }

namespace {

struct File {
  std::string name;
  std::string bytes;
};

double median_seconds(const std::function<void()>& work) {
  std::vector<double> seconds;
  for (int round = 0; round < 7; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(seconds.begin(), seconds.end());
  return seconds[seconds.size() / 2];
}

void print_speed(const char* what, size_t bytes, const std::function<void()>& work) {
  const double seconds = median_seconds(work);
  std::printf("%-34s %8.1f ms  %7.1f MB/s\n", what, seconds * 1e3,
              static_cast<double>(bytes) / 1e6 / seconds);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<File> files;
  size_t bytes = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    files.push_back({argv[i], {std::istreambuf_iterator<char>(in), {}}});
    bytes += files.back().bytes.size();
  }
  std::printf("%zu files, %.2f MB\n", files.size(), static_cast<double>(bytes) / 1e6);

  size_t papers = 0;
  print_speed("broadsheet: read into papers", bytes, [&] {
    papers = 0;
    for (const File& file : files) {
      const auto digest = broadsheet::read_digest(file.name, file.bytes);
      papers += digest.ok() ? digest.value().papers.size() : 0;
    }
  });
  print_speed("cmark: parse", bytes, [&] {
    for (const File& file : files)
      cmark_node_free(cmark_parse_document(file.bytes.data(), file.bytes.size(), CMARK_OPT_DEFAULT));
  });
  print_speed("cmark: parse and render HTML", bytes, [&] {
    for (const File& file : files)
      std::free(cmark_markdown_to_html(file.bytes.data(), file.bytes.size(), CMARK_OPT_DEFAULT));
  });

  size_t kept = 0;
  double worst_peak = 0;
  for (const File& file : files) {
    std::string copy = file.bytes;
    const size_t before = live_bytes;
    peak_bytes = live_bytes;
    const auto digest = broadsheet::read_digest(file.name, std::move(copy));
    kept += live_bytes - before;
    if (!file.bytes.empty())
      worst_peak = std::max(
          worst_peak, static_cast<double>(peak_bytes - before) / static_cast<double>(file.bytes.size()));
  }
  std::printf("%zu papers; kept beside the text %.3f of its size, at most while reading a file %.3f\n",
              papers, static_cast<double>(kept) / static_cast<double>(bytes), worst_peak);
}
