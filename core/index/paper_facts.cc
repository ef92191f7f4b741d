#include "core/index/paper_facts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/find_byte.h"
#include "core/digest/failure_text.h"
#include "core/digest/repair.h"
#include "core/index/fields.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

// Digests of arXiv name code by its URL; these hosts cover nine links in ten.
constexpr std::array<std::string_view, 7> kCodeHosts = {"github.com",      "github.io",     "gitlab.com",
                                                        "huggingface.co",  "bitbucket.org", "codeberg.org",
                                                        "4open.science/r/"};

// Looks only at dots: about one byte in a hundred.
bool names_code_host(std::string_view text) {
  for (size_t dot = find_byte(text, '.'); dot != std::string_view::npos;
       dot = find_byte(text, '.', dot + 1)) {
    for (const std::string_view host : kCodeHosts) {
      const size_t before = host.find('.');
      if (dot >= before && text[dot - 1] == host[before - 1] && text.substr(dot - before).starts_with(host))
        return true;
    }
  }
  return false;
}

bool has_formula(std::string_view text) {
  const size_t open = find_byte(text, '$');
  return open != std::string_view::npos && find_byte(text, '$', open + 1) != std::string_view::npos;
}

std::string_view text_that_tells_language(const Paper& paper) {
  const auto text = std::find_if(paper.texts.begin(), paper.texts.end(), says_something);
  return text == paper.texts.end() ? paper.title : **text;
}

}  // namespace

std::optional<Language> language_of_name(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Language>, 15> kNames = {{
      {"en", Language::kEnglish},
      {"english", Language::kEnglish},
      {"英文", Language::kEnglish},
      {"zh", Language::kChinese},
      {"cn", Language::kChinese},
      {"chinese", Language::kChinese},
      {"中文", Language::kChinese},
      {"ja", Language::kJapanese},
      {"jp", Language::kJapanese},
      {"japanese", Language::kJapanese},
      {"日本語", Language::kJapanese},
      {"ko", Language::kKorean},
      {"kr", Language::kKorean},
      {"korean", Language::kKorean},
      {"한국어", Language::kKorean},
  }};
  for (const auto& [known, language] : kNames) {
    if (known == name) return language;
  }
  return std::nullopt;
}

Language language_of(std::string_view text) {
  size_t latin = 0;
  size_t han = 0;
  size_t kana = 0;
  size_t hangul = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += c.length;
    const auto is_in = [&](uint32_t first, uint32_t last) { return c.value >= first && c.value <= last; };
    if (c.value < 0x250) {
      latin += is_in('A', 'Z') || is_in('a', 'z') || c.value >= 0xC0 ? 1 : 0;
    } else if (is_in(0x3041, 0x30FF)) {
      ++kana;
    } else if (is_in(0x3400, 0x9FFF) || is_in(0xF900, 0xFAFF) || is_in(0x20000, 0x3FFFF)) {
      ++han;
    } else if (is_in(0xAC00, 0xD7A3) || is_in(0x1100, 0x11FF)) {
      ++hangul;
    }
  }
  // An ideograph, kana or syllable says about as much as four Latin letters.
  if ((han + kana + hangul) * 4 < latin || han + kana + hangul == 0) return Language::kEnglish;
  if (hangul > han + kana) return Language::kKorean;
  // Japanese prose is at least a third kana; Chinese prose quotes a few at most.
  return kana * 5 > han ? Language::kJapanese : Language::kChinese;
}

PaperFacts facts_of(const Paper& paper, std::string_view date) {
  PaperFacts facts{
      date,
      language_of(text_that_tells_language(paper)),
      static_cast<uint8_t>(std::count_if(paper.texts.begin(), paper.texts.end(), says_something)),
      has_summary(paper),
      names_code_host(paper.url),
      false};
  for_each_text(paper, [&](SearchField field, std::string_view text) {
    if (field == SearchField::kAuthors || field == SearchField::kId) return;
    facts.has_code = facts.has_code || names_code_host(text);
    facts.has_math = facts.has_math || has_formula(text);
  });
  return facts;
}

}  // namespace broadsheet
