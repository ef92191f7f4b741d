#include <algorithm>

#include "core/base/hot.h"
#include "core/snapshot/digest_codec.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

int64_t unzigzag(uint32_t value) {
  return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
}

// Few papers take fewer bytes: 13 numbers, an id and two or three authors.
constexpr size_t kShortPaperBytes = 32;

class VolumeDecoder {
 public:
  VolumeDecoder(ByteSpan bytes, std::string_view text, std::span<const std::string_view> authors,
                bool checks_texts)
      : reader_(bytes), text_(text), authors_(authors), checks_texts_(checks_texts) {}

  BROADSHEET_HOT bool decode(Digest& digest, VerbatimPapers& verbatim, DecodedVolume& decoded) {
    digest.file_name = text();
    digest.name = text();
    digest.date = text();
    digest.dialect = text();
    for (uint32_t n = count(); n > 0 && !failed(); --n) words_.push_back(text());
    for (uint32_t n = count(); n > 0 && !failed(); --n) {
      Category& category = digest.categories.emplace_back();
      category.name = word();
      const uint32_t claimed = reader_.varint();
      if (claimed > 0) category.claimed = claimed - 1;
      category.read = reader_.varint();
    }
    for (uint32_t n = count(); n > 0 && !failed(); --n) {
      const uint32_t code = reader_.varint();
      failed_ = failed_ || code >= kDiagnosticCodeCount;
      const uint32_t line = reader_.varint();
      digest.diagnostics.push_back({static_cast<DiagnosticCode>(code), line, std::string(text())});
    }
    const uint32_t papers = count();
    const size_t likely = room_for_papers(papers, reader_.left());
    digest.papers.reserve(likely);
    decoded.facts.reserve(likely);
    for (uint32_t i = 0; i < papers && !failed(); ++i) {
      const auto flags = reader_.number<uint8_t>();
      const auto telling_texts = reader_.number<uint8_t>();
      Paper& read = digest.papers.emplace_back();
      paper(read, &decoded.authors);
      if ((flags >> 5 & 1) != 0) paper(verbatim[i], nullptr);
      decoded.facts.push_back({.date = {},
                               .language = static_cast<Language>(flags & 3),
                               .telling_texts = telling_texts,
                               .has_summary = (flags >> 2 & 1) != 0,
                               .has_code = (flags >> 3 & 1) != 0,
                               .has_math = (flags >> 4 & 1) != 0});
    }
    return !failed() && reader_.at_end();
  }

 private:
  bool failed() const { return failed_ || reader_.failed(); }
  std::string_view text() {
    const std::string_view text = reader_.text();
    failed_ = failed_ || (checks_texts_ && !is_utf8(text));
    return text;
  }
  std::string_view word() {
    const uint32_t number = reader_.varint();
    failed_ = failed_ || number >= words_.size();
    return failed_ ? std::string_view() : words_[number];
  }
  // How many items follow: each takes at least a byte, so a larger number is not believed.
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
      return !checks_texts_ || at == all || !is_continuation_byte(text_[static_cast<size_t>(at)]);
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
  void numbers(std::vector<std::string_view>& names, std::vector<uint32_t>& out) {
    const uint32_t n = count();
    names.reserve(n);
    for (uint32_t i = 0; i < n && !failed(); ++i) {
      const uint32_t number = reader_.varint();
      failed_ = failed_ || number >= authors_.size();
      if (failed_) return;
      names.push_back(authors_[number]);
      out.push_back(number);
    }
  }
  // `author_numbers`: nullptr if the names are in the text.
  void paper(Paper& paper, std::vector<uint32_t>* author_numbers) {
    paper.number = reader_.varint();
    paper.line = reader_.varint();
    paper.arxiv_id.version = reader_.varint();
    paper.arxiv_id.id = text();
    paper.title = place();
    paper.url = paper.arxiv_id.empty() ? text() : place();
    paper.date = word();
    if (author_numbers) {
      numbers(paper.authors, *author_numbers);
    } else {
      places(paper.authors);
    }
    const uint32_t categories = count();
    paper.categories.reserve(categories);
    for (uint32_t i = 0; i < categories && !failed(); ++i) paper.categories.push_back(word());
    const auto present = reader_.number<uint8_t>();
    failed_ = failed_ || present >> kTextFieldCount != 0;
    for (size_t i = 0; i < kTextFieldCount && !failed(); ++i) {
      if ((present >> i & 1) != 0) paper.texts[i] = place();
    }
    const uint32_t extras = count();
    for (uint32_t i = 0; i < extras && !failed(); ++i) {
      const std::string_view name = word();
      paper.extra.push_back({name, place()});
    }
  }

  ByteReader reader_;
  std::string_view text_;
  std::span<const std::string_view> authors_;
  std::vector<std::string_view> words_;
  bool checks_texts_;
  int64_t last_end_ = 0;
  bool failed_ = false;
};

}  // namespace

size_t room_for_papers(uint32_t claimed, size_t bytes) {
  return std::min<size_t>(claimed, bytes / kShortPaperBytes);
}

Result<DecodedVolume> decode_volume(ByteSpan bytes, std::string_view text, size_t source_size,
                                    std::span<const std::string_view> authors,
                                    std::shared_ptr<const void> owner, bool checks_texts) {
  DecodedVolume decoded;
  Digest digest;
  VerbatimPapers verbatim;
  if (source_size > text.size() ||
      !VolumeDecoder(bytes, text, authors, checks_texts).decode(digest, verbatim, decoded))
    return Error{ErrorCode::kBadSnapshot, "a digest of the saved library is damaged"};
  digest.source = text.substr(0, source_size);
  digest.owner = std::move(owner);
  decoded.volume = std::make_unique<Volume>(std::move(digest), std::move(verbatim));
  const DigestHead head = decoded.volume->head();
  for (uint32_t i = 0; i < head.paper_count(); ++i) decoded.facts[i].date = head.date_of(head.paper(i));
  return decoded;
}

}  // namespace broadsheet
