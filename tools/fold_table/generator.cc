// Writes the tables behind core/text/fold.h. Runs at build time on the host, so that the Unicode data
// (utf8proc, 300 kB, and the list of Han variants) need not ship.
//
// Usage: generator Unihan_Variants.txt OUTPUT
#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr uint32_t kCodePoints = 0x110000;
constexpr uint32_t kPageSize = 128;
// What an entry maps to: itself, the next mapping, or one that is named.
enum Step : uint32_t { kSame = 0, kNew = 1, kRepeated = 2 };
enum Class : uint16_t { kSeparator = 0, kLetter = 1, kIdeograph = 2, kDigit = 3 };

bool in(uint32_t c, uint32_t first, uint32_t last) { return first <= c && c <= last; }

bool is_hangul_syllable(uint32_t c) { return in(c, 0xAC00, 0xD7A3); }
bool is_kana(uint32_t c) { return in(c, 0x3041, 0x30FF) || in(c, 0x31F0, 0x31FF); }

// Scripts written without spaces between words, and Hangul, whose particles are glued to the words.
bool is_ideograph(uint32_t c) {
  return in(c, 0x3400, 0x4DBF) || in(c, 0x4E00, 0x9FFF) || in(c, 0xF900, 0xFAFF) || in(c, 0x20000, 0x323AF) ||
         in(c, 0x3005, 0x3007) || (is_kana(c) && c != 0x30FB) || is_hangul_syllable(c);
}

// Marks that only decorate a letter. Vowel signs of Indic scripts are marks too, but carry the word.
bool is_diacritic(uint32_t c) {
  return in(c, 0x300, 0x36F) || in(c, 0x1AB0, 0x1AFF) || in(c, 0x1DC0, 0x1DFF) || in(c, 0x20D0, 0x20FF) ||
         in(c, 0xFE20, 0xFE2F) || in(c, 0xFE00, 0xFE0F);
}

bool is_ignorable(uint32_t c) {
  return is_diacritic(c) || c == 0xAD || in(c, 0x200B, 0x200F) || c == 0x2060 || c == 0xFEFF;
}

// Letters that Unicode does not decompose but that people type without their stroke.
const std::map<uint32_t, std::string_view> kUndecomposed = {
    {0xE6, "ae"}, {0xF0, "d"},   {0xF8, "o"},  {0xFE, "th"}, {0x111, "d"}, {0x127, "h"}, {0x131, "i"},
    {0x142, "l"}, {0x153, "oe"}, {0x167, "t"}, {0x180, "b"}, {0x1E5, "g"}, {0x2BC, ""},  {0x2019, "'"},
};

std::string encode(uint32_t c) {
  std::array<utf8proc_uint8_t, 4> bytes;
  const auto n = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<size_t>(n)};
}

using Variants = std::map<uint32_t, uint32_t>;

// Lines such as "U+8A9E kSimplifiedVariant U+8BED": traditional characters of everyday text and what they
// are in simplified writing. Where several are named (乾: 乾 or 干), the first other one, so that both are
// found. Simplified forms outside the basic plane are in no keyboard.
Variants read_simplified(const char* path) {
  Variants variants;
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string from;
    std::string property;
    if (!(words >> from >> property) || property != "kSimplifiedVariant") continue;
    const auto number = [](const std::string& name) {
      return static_cast<uint32_t>(std::strtoul(name.c_str() + 2, nullptr, 16));
    };
    for (std::string to; words >> to;) {
      if (to == from || !in(number(from), 0x4E00, 0x9FFF) || !in(number(to), 0x3400, 0x9FFF)) continue;
      variants.emplace(number(from), number(to));
      break;
    }
  }
  return variants;
}

uint32_t simplified(uint32_t c, const Variants& variants) {
  // A few lead on to another; none comes back within two steps.
  for (int step = 0; step < 2; ++step) {
    const auto found = variants.find(c);
    if (found == variants.end()) break;
    c = found->second;
  }
  return c;
}

std::string fold(uint32_t c, const Variants& variants) {
  if (is_ignorable(c)) return "";
  if (is_hangul_syllable(c) || is_kana(c)) return encode(c);
  std::array<utf8proc_int32_t, 64> parts;
  int boundary = 0;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
  const auto n = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
                                         options, &boundary);
  if (n < 0 || n > static_cast<utf8proc_ssize_t>(parts.size())) return encode(c);
  std::string folded;
  for (utf8proc_ssize_t i = 0; i < n; ++i) {
    const auto part = static_cast<uint32_t>(parts[static_cast<size_t>(i)]);
    if (is_ignorable(part)) continue;
    const auto special = kUndecomposed.find(part);
    folded +=
        special == kUndecomposed.end() ? encode(simplified(part, variants)) : std::string(special->second);
  }
  return folded;
}

Class class_of(uint32_t c) {
  if (is_ideograph(c)) return kIdeograph;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return kLetter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return kDigit;
    default:
      return kSeparator;
  }
}

std::vector<uint32_t> decode(std::string_view text) {
  std::vector<uint32_t> code_points;
  for (size_t i = 0; i < text.size();) {
    utf8proc_int32_t c = 0;
    const auto n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + i,
                                    static_cast<utf8proc_ssize_t>(text.size() - i), &c);
    code_points.push_back(static_cast<uint32_t>(c));
    i += static_cast<size_t>(n);
  }
  return code_points;
}

// Seven bits a byte, the lowest first; the last byte has no high bit. Signs alternate: 0, -1, 1, -2 …
void append_difference(uint32_t from, uint32_t to, std::vector<uint32_t>& out) {
  const auto difference = static_cast<int32_t>(to - from);
  uint32_t rest =
      difference < 0 ? ~static_cast<uint32_t>(difference) * 2 + 1 : static_cast<uint32_t>(difference) * 2;
  for (; rest >= 0x80; rest >>= 7) out.push_back(0x80 | (rest & 0x7F));
  out.push_back(rest);
}

void write_array(std::ofstream& out, const char* type, const char* name,
                 const std::vector<uint32_t>& values) {
  out << "inline constexpr " << type << ' ' << name << "[] = {";
  for (size_t i = 0; i < values.size(); ++i) out << (i % 24 == 0 ? "\n" : "") << values[i] << ',';
  out << "\n};\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: generator Unihan_Variants.txt OUTPUT\n", stderr);
    return EXIT_FAILURE;
  }
  const Variants variants = read_simplified(argv[1]);
  if (variants.empty()) {
    std::fputs("generator: the list of variants names none\n", stderr);
    return EXIT_FAILURE;
  }
  std::map<std::string, uint32_t> mapping_of;
  std::vector<uint32_t> counts = {0};  // of the mappings' code points; mapping 0 is the identity and has none
  // Each mapping's first code point by how much further it is from its character than the one before was from
  // its own, since neighbours map to neighbours; the other ones by their distance from the one before.
  std::vector<uint32_t> differences;
  uint32_t distance = 0;
  size_t bytes = 0;
  std::map<std::vector<uint32_t>, uint32_t> page_of;
  std::vector<uint32_t> pages;
  std::vector<uint32_t> steps;
  std::vector<uint32_t> repeated;
  uint32_t last_new = 0;
  for (uint32_t base = 0; base < kCodePoints; base += kPageSize) {
    std::vector<uint32_t> page;
    for (uint32_t c = base; c < base + kPageSize; ++c) {
      const std::string folded = in(c, 0xD800, 0xDFFF) ? "" : fold(c, variants);
      uint32_t mapping = 0;
      if (folded != encode(c)) {
        const auto [found, is_new] = mapping_of.try_emplace(folded, static_cast<uint32_t>(counts.size()));
        mapping = found->second;
        if (is_new) {
          const std::vector<uint32_t> parts = decode(folded);
          counts.push_back(static_cast<uint32_t>(parts.size()));
          for (size_t i = 0; i < parts.size(); ++i)
            append_difference(i == 0 ? c + distance : parts[i - 1], parts[i], differences);
          if (!parts.empty()) distance = parts[0] - c;
          bytes += folded.size();
        }
      }
      // What folds to nothing counts as a letter so that it does not end the word around it.
      const Class cls = folded.empty() ? kLetter : class_of(decode(folded).front());
      page.push_back(static_cast<uint32_t>(cls) << 14 | mapping);
    }
    const auto [found, is_new] = page_of.try_emplace(page, static_cast<uint32_t>(page_of.size()));
    pages.push_back(found->second);
    if (!is_new) continue;
    // Mappings are numbered as the entries need them, so most entries need not name theirs.
    for (const uint32_t entry : page) {
      const uint32_t mapping = entry & 0x3FFF;
      const Step step = mapping == 0 ? kSame : mapping == last_new + 1 ? kNew : kRepeated;
      steps.push_back(step << 2 | entry >> 14);
      if (step == kNew) ++last_new;
      if (step == kRepeated) repeated.push_back(mapping);
    }
  }
  if (counts.size() > 0x4000 || bytes > 0xFFFF || page_of.size() > 0xFFFF) {
    std::fputs("generator: a table outgrew its type\n", stderr);
    return EXIT_FAILURE;
  }
  std::ofstream out(argv[2]);
  out << "// Made by tools/fold_table/generator.cc. Not to be edited.\n";
  write_array(out, "uint16_t", "kFoldPages", pages);
  write_array(out, "uint8_t", "kFoldSteps", steps);
  write_array(out, "uint16_t", "kFoldRepeated", repeated);
  write_array(out, "uint8_t", "kFoldCounts", counts);
  write_array(out, "uint8_t", "kFoldDifferences", differences);
  return out.good() ? EXIT_SUCCESS : EXIT_FAILURE;
}
