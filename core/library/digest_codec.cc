#include "core/library/digest_codec.h"

#include "core/text/utf8.h"

namespace broadsheet {
namespace {

uint32_t zigzag(int64_t value) { return static_cast<uint32_t>(value << 1 ^ value >> 63); }
int64_t unzigzag(uint32_t value) {
  return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
}

class VolumeEncoder {
 public:
  VolumeEncoder(const Volume& volume, std::vector<uint8_t>& out, std::string& made)
      : volume_(volume), writer_(out), source_(volume.digest.source), made_(made) {}

  void encode(std::span<const PaperFacts> facts) {
    const Digest& digest = volume_.digest;
    writer_.text(digest.file_name);
    writer_.text(digest.name);
    writer_.text(digest.date);
    writer_.text(digest.dialect);
    writer_.varint(static_cast<uint32_t>(digest.categories.size()));
    for (const Category& category : digest.categories) {
      place(category.name);
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
      const auto verbatim = volume_.verbatim.find(i);
      const bool repaired = verbatim != volume_.verbatim.end();
      const PaperFacts& f = facts[i];
      writer_.number(static_cast<uint8_t>(static_cast<unsigned>(f.language) | f.has_summary << 2 |
                                          f.has_code << 3 | f.has_math << 4 | repaired << 5));
      paper(digest.papers[i]);
      if (repaired) paper(verbatim->second);
    }
  }

 private:
  // Where the text stands in source + made: the distance from the end of the last one, and its size.
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
  void paper(const Paper& paper) {
    writer_.varint(paper.number);
    writer_.varint(paper.line);
    writer_.varint(paper.arxiv_id.version);
    place(paper.arxiv_id.id);
    place(paper.title);
    place(paper.url);
    place(paper.date);
    places(paper.authors);
    places(paper.categories);
    uint8_t present = 0;
    for (size_t i = 0; i < kTextFieldCount; ++i)
      present = static_cast<uint8_t>(present | (paper.texts[i] ? 1u << i : 0u));
    writer_.number(present);
    for (const auto& text : paper.texts) {
      if (text) place(*text);
    }
    writer_.varint(static_cast<uint32_t>(paper.extra.size()));
    for (const ExtraField& extra : paper.extra) {
      place(extra.name);
      place(extra.text);
    }
  }

  const Volume& volume_;
  ByteWriter writer_;
  std::string_view source_;
  std::string& made_;
  int64_t last_end_ = 0;
};

class VolumeDecoder {
 public:
  VolumeDecoder(ByteSpan bytes, std::string_view text) : reader_(bytes), text_(text) {}

  bool decode(Volume& volume, std::vector<PaperFacts>& facts) {
    Digest& digest = volume.digest;
    digest.file_name = valid(reader_.text());
    digest.name = valid(reader_.text());
    digest.date = valid(reader_.text());
    digest.dialect = digest.arena.add(valid(reader_.text()));
    for (uint32_t n = count(); n > 0 && !failed(); --n) {
      Category& category = digest.categories.emplace_back();
      category.name = place();
      const uint32_t claimed = reader_.varint();
      if (claimed > 0) category.claimed = claimed - 1;
      category.read = reader_.varint();
    }
    for (uint32_t n = count(); n > 0 && !failed(); --n) {
      const uint32_t code = reader_.varint();
      failed_ = failed_ || code > static_cast<uint32_t>(DiagnosticCode::kBrokenRecord);
      const uint32_t line = reader_.varint();
      digest.diagnostics.push_back(
          {static_cast<DiagnosticCode>(code), line, std::string(valid(reader_.text()))});
    }
    const uint32_t papers = count();
    digest.papers.reserve(papers);
    facts.reserve(papers);
    for (uint32_t i = 0; i < papers && !failed(); ++i) {
      const auto flags = reader_.number<uint8_t>();
      Paper& read = digest.papers.emplace_back();
      paper(read);
      if ((flags >> 5 & 1) != 0) paper(volume.verbatim[i]);
      facts.push_back({.date = {},
                       .language = static_cast<Language>(flags & 3),
                       .has_summary = (flags >> 2 & 1) != 0,
                       .has_code = (flags >> 3 & 1) != 0,
                       .has_math = (flags >> 4 & 1) != 0});
    }
    return !failed() && reader_.at_end();
  }

 private:
  bool failed() const { return failed_ || reader_.failed(); }
  std::string_view valid(std::string_view text) {
    failed_ = failed_ || !is_utf8(text);
    return text;
  }
  // How many of something follow: each takes a byte at least, so no number makes us allocate more than that.
  uint32_t count() {
    const uint32_t count = reader_.varint();
    if (count > reader_.left()) failed_ = true;
    return failed() ? 0 : count;
  }
  std::string_view place() {
    const int64_t begin = last_end_ + unzigzag(reader_.varint());
    const auto size = static_cast<int64_t>(reader_.varint());
    const auto all = static_cast<int64_t>(text_.size());
    const auto is_inside = [&](int64_t at) {
      return at == all || !is_continuation_byte(text_[static_cast<size_t>(at)]);
    };
    if (begin < 0 || begin > all || size > all - begin || !is_inside(begin) || !is_inside(begin + size)) {
      failed_ = true;
      return {};
    }
    last_end_ = begin + size;
    return text_.substr(static_cast<size_t>(begin), static_cast<size_t>(size));
  }
  void places(std::vector<std::string_view>& texts) {
    const uint32_t n = count();
    texts.reserve(n);
    for (uint32_t i = 0; i < n && !failed(); ++i) texts.push_back(place());
  }
  void paper(Paper& paper) {
    paper.number = reader_.varint();
    paper.line = reader_.varint();
    paper.arxiv_id.version = reader_.varint();
    paper.arxiv_id.id = place();
    paper.title = place();
    paper.url = place();
    paper.date = place();
    places(paper.authors);
    places(paper.categories);
    const auto present = reader_.number<uint8_t>();
    failed_ = failed_ || present >> kTextFieldCount != 0;
    for (size_t i = 0; i < kTextFieldCount && !failed(); ++i) {
      if ((present >> i & 1) != 0) paper.texts[i] = place();
    }
    const uint32_t extras = count();
    for (uint32_t i = 0; i < extras && !failed(); ++i) {
      const std::string_view name = place();
      paper.extra.push_back({name, place()});
    }
  }

  ByteReader reader_;
  std::string_view text_;
  int64_t last_end_ = 0;
  bool failed_ = false;
};

}  // namespace

void encode_volume(const Volume& volume, std::span<const PaperFacts> facts, std::vector<uint8_t>& out,
                   std::string& made) {
  VolumeEncoder(volume, out, made).encode(facts);
}

Result<DecodedVolume> decode_volume(ByteSpan bytes, std::string_view text, size_t source_size,
                                    std::shared_ptr<const void> owner) {
  DecodedVolume decoded{std::make_unique<Volume>(), {}};
  if (source_size > text.size() || !VolumeDecoder(bytes, text).decode(*decoded.volume, decoded.facts))
    return Error{"bad_snapshot", "a digest of the saved library is damaged"};
  Digest& digest = decoded.volume->digest;
  digest.source = text.substr(0, source_size);
  digest.owner = std::move(owner);
  for (size_t i = 0; i < decoded.facts.size(); ++i) {
    const Paper& paper = digest.papers[i];
    decoded.facts[i].date = paper.date.empty() ? std::string_view(digest.date) : paper.date;
  }
  return decoded;
}

}  // namespace broadsheet
