#include "core/text/encoding.h"

#include <algorithm>
#include <array>

#include "core/base/order.h"
#include "core/text/encoding_fit.h"
#include "core/text/single_byte.h"
#include "core/text/utf16.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kSample = size_t{64} << 10;
constexpr size_t kMostCandidates = 3;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
// Measured on digests, each converted to every encoding that can hold it: texts fit their own encoding to 0.6
// and more, any other to 0.3 and less.
constexpr double kLeastLead = 0.25;

// How well a text must fit for its encoding to be certain. Each figure has a margin on both sides.
struct Least {
  double share;
  size_t letters;
  double named_share;  // the share at which it is named as a candidate
};

constexpr Least least_of(Writing writing) {
  switch (writing) {
    case Writing::kChinese:
    case Writing::kKorean:
      return {0.5, 8, 0.4};
    case Writing::kJapanese:  // Chinese encodings have kana at the same codes: only ideographs differ
      return {0.7, 8, 0.4};
    // Nearly every byte is a letter or a sign, so all must belong.
    case Writing::kCyrillic:
      return {1, 8, 0.9};
    case Writing::kWestern:
      return {1, 3, 0.9};
    case Writing::kLatin:  // never certain: too many encodings give such a text
      return {2, 0, 0.9};
  }
  return {};
}

constexpr bool is_east_asian(Writing writing) {
  return writing == Writing::kChinese || writing == Writing::kJapanese || writing == Writing::kKorean;
}

struct Known {
  std::string_view name;   // as people know it
  std::string_view label;  // for the decoder
  Writing writing;
};

constexpr std::array<Known, 9> kKnown = {{{"GBK", "gb18030", Writing::kChinese},
                                          {"Big5", "big5", Writing::kChinese},
                                          {"Shift-JIS", "shift_jis", Writing::kJapanese},
                                          {"EUC-JP", "euc-jp", Writing::kJapanese},
                                          {"EUC-KR", "euc-kr", Writing::kKorean},
                                          {"windows-1252", "windows-1252", Writing::kWestern},
                                          {"windows-1251", "windows-1251", Writing::kCyrillic},
                                          {"KOI8-R", "koi8-r", Writing::kCyrillic},
                                          {"windows-1250", "windows-1250", Writing::kLatin}}};

std::optional<std::string> decoded(const Known& encoding, std::string_view bytes, const Decoder& decode) {
  if (encoding.writing == Writing::kWestern) return decode_windows_1252(bytes);
  return decode ? decode(encoding.label, bytes) : std::nullopt;
}

struct Sample {
  std::string bytes;
  bool cut = false;  // perhaps inside a character
};

// The words that are not ASCII. Bytes below '0' separate them: in no encoding are they part of a longer
// character.
Sample sample_of(std::string_view bytes) {
  Sample sample;
  size_t begin = 0;
  bool is_ascii = true;
  for (size_t i = 0; i <= bytes.size(); ++i) {
    const unsigned char byte = i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
    if (byte >= '0') {
      is_ascii = is_ascii && byte < 0x80;
      continue;
    }
    if (!is_ascii) {
      const size_t room = kSample - sample.bytes.size();
      sample.cut = i - begin > room;
      sample.bytes.append(bytes.substr(begin, std::min(i - begin, room)));
      if (sample.cut || sample.bytes.size() == kSample) break;
      sample.bytes.push_back(' ');
    }
    begin = i + 1;
    is_ascii = true;
  }
  return sample;
}

// Damaged UTF-8 keeps most of its sequences whole; in other encodings few bytes happen to form one.
bool is_damaged_utf8(const Sample& sample) {
  std::string mended = sample.bytes;
  const size_t replaced = repair_utf8(mended).replaced;
  const auto outside = static_cast<size_t>(std::count_if(mended.begin(), mended.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 && !is_continuation_byte(c);
  }));
  return outside > 2 * replaced;
}

bool is_well_formed(std::string_view text) { return text.find(kReplacement) == std::string_view::npos; }

struct Ranked {
  const Known* encoding;
  EncodingFit fit;
  bool is_well_formed;
};

bool is_better(const Ranked& a, const Ranked& b) { return a.fit.share > b.fit.share; }

enum class Kind : uint8_t { kText, kNames };

// Best first.
std::vector<Ranked> rank(const Sample& sample, Kind kind, const Decoder& decode) {
  constexpr size_t kLongestCharacter = 4;
  std::vector<Ranked> ranked;
  for (const Known& encoding : kKnown) {
    std::string_view bytes = sample.bytes;
    std::optional<std::string> text = decoded(encoding, bytes, decode);
    for (size_t i = 1; text && !is_well_formed(*text) && sample.cut && i < kLongestCharacter; ++i) {
      bytes.remove_suffix(1);
      text = decoded(encoding, bytes, decode);
    }
    if (!text) continue;
    EncodingFit fit = fit_of(*text, encoding.writing);
    // Bytes that are katakana in Japanese are Greek letters in Korean.
    if (encoding.writing == Writing::kJapanese && kind == Kind::kText && !fit.has_hiragana) fit = {};
    ranked.push_back({&encoding, fit, is_well_formed(*text)});
  }
  put_in_order(ranked, is_better);
  return ranked;
}

bool is_named(const Ranked& each) { return each.fit.share >= least_of(each.encoding->writing).named_share; }

bool leads(const std::vector<Ranked>& ranked) {
  return ranked.size() == 1 || ranked[0].fit.share - ranked[1].fit.share >= kLeastLead;
}

// The encoding that is certain; nullptr if none is.
const Known* certain_of(std::vector<Ranked> ranked) {
  // Western texts are also Latin. And alphabets are small: any bytes fit one of them to some degree.
  std::erase_if(ranked, [](const Ranked& each) {
    return each.encoding->writing == Writing::kLatin ||
           (!is_east_asian(each.encoding->writing) && !is_named(each));
  });
  if (ranked.empty() || !leads(ranked)) return nullptr;
  const auto& [encoding, fit, well_formed] = ranked.front();
  const Least least = least_of(encoding->writing);
  return well_formed && fit.share >= least.share && fit.letters >= least.letters ? encoding : nullptr;
}

std::vector<std::string_view> candidates_of(const std::vector<Ranked>& ranked) {
  std::vector<std::string_view> names;
  for (const Ranked& each : ranked)
    if (is_named(each) && names.size() < kMostCandidates) names.push_back(each.encoding->name);
  return names;
}

}  // namespace

Encoding convert_to_utf8(std::string& bytes, const Decoder& decode) {
  if (const auto order = utf16_byte_order(bytes)) {
    bytes = utf16_to_utf8(bytes, *order);
    return {is_utf8(bytes), *order == ByteOrder::kLittleEndian ? "UTF-16LE" : "UTF-16BE", {}};
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const bool is_marked = bytes.starts_with(kByteOrderMark);
  if (is_marked) bytes.erase(0, kByteOrderMark.size());
  if (is_utf8(bytes)) return {};
  const Sample sample = sample_of(bytes);
  if (is_marked || is_damaged_utf8(sample)) return {false, {}, {}};
  const std::vector<Ranked> ranked = rank(sample, Kind::kText, decode);
  if (const Known* certain = certain_of(ranked)) {
    if (std::optional<std::string> text = decoded(*certain, bytes, decode); text && is_well_formed(*text)) {
      bytes = std::move(*text);
      return {true, certain->name, {}};
    }
  }
  return {false, {}, candidates_of(ranked)};
}

std::vector<std::string> decode_names(std::vector<std::string> names, const Decoder& decode) {
  if (std::all_of(names.begin(), names.end(), is_utf8)) return names;
  std::string joined;
  for (const std::string& name : names) {
    if (joined.size() < kSample) joined.append(name).push_back('\n');
  }
  const Sample sample = sample_of(joined);
  if (is_damaged_utf8(sample)) {
    for (std::string& name : names) repair_utf8(name);
    return names;
  }
  std::vector<Ranked> ranked = rank(sample, Kind::kNames, decode);
  // On a PC, the alphabets of names were those of DOS.
  std::erase_if(ranked, [](const Ranked& each) { return !is_east_asian(each.encoding->writing); });
  // Names are too short to require more: they have few letters, but common ones, as no other reading has.
  const bool fits = !ranked.empty() && leads(ranked) &&
                    ranked.front().fit.share >= least_of(ranked.front().encoding->writing).share;
  for (std::string& name : names) {
    std::optional<std::string> text;
    if (fits) text = decoded(*ranked.front().encoding, name, decode);
    if (text && is_well_formed(*text)) {
      name = std::move(*text);
    } else if (!is_utf8(name)) {
      name = decode_cp437(name);
    }
  }
  return names;
}

}  // namespace broadsheet
