#include "core/export/tex_accents.h"

#include "core/text/tex_accents.h"

namespace broadsheet {

std::optional<TexLetter> accented_letter(std::span<const TexToken> tokens, char before) {
  const TexToken& first = tokens.front();
  if (first.kind != TexKind::kEscape && first.kind != TexKind::kCommand) return std::nullopt;
  const std::string_view last = tokens.back().text;
  const auto size = static_cast<size_t>(last.data() + last.size() - first.text.data());
  const auto accent = tex_accent({first.text.data(), size}, before);
  if (!accent) return std::nullopt;
  TexLetter letter{composed(*accent), 0, accent->bytes};
  while (letter.tokens < tokens.size() && letter.bytes >= tokens[letter.tokens].text.size())
    letter.bytes -= tokens[letter.tokens++].text.size();
  return letter;
}

}  // namespace broadsheet
