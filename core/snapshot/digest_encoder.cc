#include "core/snapshot/digest_codec.h"

namespace broadsheet {
namespace {

uint32_t zigzag(int64_t value) { return static_cast<uint32_t>(value << 1 ^ value >> 63); }

class VolumeEncoder {
 public:
  VolumeEncoder(const Volume& volume, const FacetValues& authors, std::string& made)
      : digest_(volume.digest()),
        verbatim_(volume.verbatim()),
        authors_(authors),
        source_(digest_.source),
        made_(made) {}

  void encode(std::span<const PaperFacts> facts, std::vector<uint8_t>& out) {
    const Digest& digest = digest_;
    writer_.varint(static_cast<uint32_t>(digest.categories.size()));
    for (const Category& category : digest.categories) {
      word(category.name);
      writer_.varint(category.claimed ? *category.claimed + 1 : 0);
      writer_.varint(category.read);
    }
    writer_.varint(static_cast<uint32_t>(digest.diagnostics.size()));
    for (const Diagnostic& diagnostic : digest.diagnostics) {
      writer_.varint(static_cast<uint32_t>(diagnostic.code));
      writer_.varint(diagnostic.line);
      writer_.text(diagnostic.message);
    }
    writer_.varint(static_cast<uint32_t>(digest.papers.size()));
    for (uint32_t i = 0; i < digest.papers.size(); ++i) {
      const auto verbatim = verbatim_.find(i);
      const bool repaired = verbatim != verbatim_.end();
      const PaperFacts& f = facts[i];
      writer_.number(static_cast<uint8_t>(static_cast<unsigned>(f.language) | f.has_summary << 2 |
                                          f.has_code << 3 | f.has_math << 4 | repaired << 5));
      writer_.number(f.telling_texts);
      paper(digest.papers[i], true);
      if (repaired) paper(verbatim->second, false);
    }
    ByteWriter writer(out);
    writer.text(digest.file_name);
    writer.text(digest.name);
    writer.text(digest.date);
    writer.text(digest.dialect);
    writer.varint(words_.size());
    for (FacetId id = 0; id < words_.size(); ++id) writer.text(words_.value(id));
    writer.bytes(record_);
  }

 private:
  // A text shared by many papers: written as its number among the digest's.
  void word(std::string_view text) { writer_.varint(words_.intern(text)); }
  // A text's place in source + made: its distance from the end of the last one, and its size.
  void place(std::string_view text) {
    int64_t begin = last_end_;
    const auto address = [](const char* p) { return reinterpret_cast<uintptr_t>(p); };
    if (!text.empty()) {
      const uintptr_t first = address(source_.data());
      const bool in_source =
          address(text.data()) >= first && address(text.data()) + text.size() <= first + source_.size();
      if (in_source) {
        begin = static_cast<int64_t>(address(text.data()) - first);
      } else {
        begin = static_cast<int64_t>(source_.size() + made_.size());
        made_.append(text);
      }
    }
    writer_.varint(zigzag(begin - last_end_));
    writer_.varint(static_cast<uint32_t>(text.size()));
    last_end_ = begin + static_cast<int64_t>(text.size());
  }
  void places(const std::vector<std::string_view>& texts) {
    writer_.varint(static_cast<uint32_t>(texts.size()));
    for (const std::string_view text : texts) place(text);
  }
  void numbers(const std::vector<std::string_view>& authors) {
    writer_.varint(static_cast<uint32_t>(authors.size()));
    for (const std::string_view name : authors) writer_.varint(authors_.find(name));
  }
  // Names of a paper as it is in the file, before repair, have no numbers.
  void paper(const Paper& paper, bool has_numbers) {
    writer_.varint(paper.number);
    writer_.varint(paper.line);
    writer_.varint(paper.arxiv_id.version);
    writer_.text(paper.arxiv_id.id);
    place(paper.title);
    // A paper without an id is identified by its link.
    if (paper.arxiv_id.empty()) {
      writer_.text(paper.url);
    } else {
      place(paper.url);
    }
    word(paper.date);
    if (has_numbers) {
      numbers(paper.authors);
    } else {
      places(paper.authors);
    }
    writer_.varint(static_cast<uint32_t>(paper.categories.size()));
    for (const std::string_view category : paper.categories) word(category);
    uint8_t present = 0;
    for (size_t i = 0; i < kTextFieldCount; ++i)
      present = static_cast<uint8_t>(present | (paper.texts[i] ? 1u << i : 0u));
    writer_.number(present);
    for (const auto& text : paper.texts) {
      if (text) place(*text);
    }
    writer_.varint(static_cast<uint32_t>(paper.extra.size()));
    for (const ExtraField& extra : paper.extra) {
      word(extra.name);
      place(extra.text);
    }
  }

  const Digest& digest_;
  const VerbatimPapers& verbatim_;
  const FacetValues& authors_;
  std::vector<uint8_t> record_;
  ByteWriter writer_{record_};
  FacetValues words_;
  std::string_view source_;
  std::string& made_;
  int64_t last_end_ = 0;
};

}  // namespace

void encode_volume(const Volume& volume, std::span<const PaperFacts> facts, const FacetValues& authors,
                   std::vector<uint8_t>& out, std::string& made) {
  VolumeEncoder(volume, authors, made).encode(facts, out);
}

}  // namespace broadsheet
