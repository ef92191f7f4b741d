// archive.h: the papers of an archive for the protocol of learning, and libraries made of parts of them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/library.h"

namespace broadsheet::learned {

struct File {
  std::string name;  // without folders
  std::string bytes;
};

std::vector<File> read_files(const std::vector<std::string>& paths);

// A work of the archive, by its best appearance.
struct ArchivePaper {
  std::string id;
  std::string day;  // of its first appearance
  std::string title;
  std::string authors;  // separated by commas
  std::string category;
  std::string tldr;
  std::string texts_but_abstract;  // the four between TL;DR and abstract
  std::string abstract;
};

// Every work with an id, by day and id.
std::vector<ArchivePaper> papers_of(const Library& library);

enum class Kept : uint8_t {
  kAll,
  kEnglish,
  kChinese,
  kWithoutTitle,
  kNothing
};  // kEnglish: title and abstract; kChinese: the rest

// A library of a digest a day, of each paper what `kept` says.
void make_library(const std::vector<ArchivePaper>& papers, const std::function<Kept(size_t)>& kept,
                  Library& library);

bool has_han(std::string_view text);
// Every tenth paper with Chinese in its TL;DR, by FNV-1a of its id.
bool is_held_out(const ArchivePaper& paper);

}  // namespace broadsheet::learned
