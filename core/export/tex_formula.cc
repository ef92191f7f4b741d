#include "core/export/tex_formula.h"

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "core/text/tex_letters.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr std::array kUnsafe = std::to_array<std::string_view>({"afterassignment",
                                                                "aftergroup",
                                                                "catcode",
                                                                "closein",
                                                                "closeout",
                                                                "csname",
                                                                "def",
                                                                "directlua",
                                                                "edef",
                                                                "endcsname",
                                                                "endinput",
                                                                "errmessage",
                                                                "everypar",
                                                                "expandafter",
                                                                "futurelet",
                                                                "gdef",
                                                                "immediate",
                                                                "include",
                                                                "includegraphics",
                                                                "input",
                                                                "jobname",
                                                                "latelua",
                                                                "let",
                                                                "loop",
                                                                "lstinputlisting",
                                                                "luaexec",
                                                                "makeatletter",
                                                                "message",
                                                                "newcommand",
                                                                "newread",
                                                                "newwrite",
                                                                "openin",
                                                                "openout",
                                                                "pdffiledump",
                                                                "read",
                                                                "readline",
                                                                "renewcommand",
                                                                "scantokens",
                                                                "shipout",
                                                                "special",
                                                                "typein",
                                                                "typeout",
                                                                "usepackage",
                                                                "verbatiminput",
                                                                "write",
                                                                "xdef"});
static_assert(std::is_sorted(kUnsafe.begin(), kUnsafe.end()));

// Old switches: some readers of .bib files take `\it{x}` for one that never ends.
struct OldFont {
  std::string_view name;
  std::string_view command;
};
constexpr std::array kOldFonts = std::to_array<OldFont>({{"bf", "mathbf"},
                                                         {"cal", "mathcal"},
                                                         {"it", "mathit"},
                                                         {"rm", "mathrm"},
                                                         {"sf", "mathsf"},
                                                         {"tt", "mathtt"}});

// Whether all braces pair, those after a backslash too.
bool pairs_for_bibtex(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '{') ++depth;
    if (c == '}' && --depth < 0) return false;
  }
  return depth == 0;
}

class FormulaWriter {
 public:
  FormulaWriter(std::string_view formula, const TexStyle& style, std::string& out)
      : formula_(formula),
        style_(style),
        out_(out),
        pairs_(pairs_for_bibtex(formula)),
        aligns_(formula.find("\\begin{") != std::string_view::npos ||
                formula.find("matrix") != std::string_view::npos ||
                formula.find("cases") != std::string_view::npos) {}

  void write() {
    for (size_t i = 0; i < formula_.size();) i = write_from(i);
  }

 private:
  size_t write_from(size_t i) {
    const char c = formula_[i];
    if (c == '\\' && i + 1 < formula_.size()) return write_command(i);
    if (static_cast<unsigned char>(c) >= 0x80) return write_letter(i);
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') {
      out_ += ' ';
    } else if (c == '%' || c == '#' || (c == '&' && !aligns_)) {
      (out_ += '\\') += c;
    } else if (c == '^' && formula_.substr(i).starts_with("^^")) {
      out_ += "^{}";  // two in a row name a character by its number
    } else {
      out_ += c;
    }
    return i + 1;
  }

  size_t write_command(size_t i) {
    size_t end = i + 1;
    while (end < formula_.size() && is_ascii_letter(formula_[end])) ++end;
    if (end > i + 1) {
      const std::string_view name = formula_.substr(i + 1, end - i - 1);
      if (const size_t next = write_old_font(name, end); next != 0) return next;
      const bool writes_file = formula_.substr(end).starts_with("{filecontents");
      if (!is_unsafe_command(name) && !writes_file) out_ += '\\';
      out_ += name;
      return end;
    }
    const char c = formula_[i + 1];
    if (!pairs_ && (c == '{' || c == '}')) {
      out_ += c == '{' ? "\\lbrace " : "\\rbrace ";
    } else if (static_cast<unsigned char>(c) >= 0x80 || static_cast<unsigned char>(c) < ' ') {
      return i + 1;
    } else {
      (out_ += '\\') += c;
    }
    return i + 2;
  }

  // `\it{x}` and `{\it x}` as `\mathit{x}`. Returns where to go on; 0 if it is none.
  size_t write_old_font(std::string_view name, size_t end) {
    for (const OldFont& font : kOldFonts) {
      if (font.name != name) continue;
      const size_t next = std::min(formula_.find_first_not_of(' ', end), formula_.size());
      const bool has_argument = formula_.substr(next).starts_with('{');
      // The group's brace, which is already written, becomes the argument's.
      const bool opens_group = !has_argument && out_.ends_with('{') && next > end && !is_in_argument();
      if (!has_argument && !opens_group) return 0;
      if (opens_group) out_.pop_back();
      (out_ += '\\') += font.command;
      if (opens_group) out_ += '{';
      return next;
    }
    return 0;
  }
  // Whether the brace just written is an argument's: `_{`, `\frac{`, `}{`.
  bool is_in_argument() const {
    if (out_.size() < 2) return false;
    const char before = out_[out_.size() - 2];
    return is_ascii_letter(before) || before == '_' || before == '^' || before == '}' || before == ']';
  }

  size_t write_letter(size_t i) {
    const CodePoint c = decode_utf8(formula_, i);
    const std::string_view letter = formula_.substr(i, c.length);
    const TexSymbol* const symbol = style_.ascii ? symbol_of_letter(letter) : nullptr;
    if (c.value < 0xA0) {
      out_ += ' ';
    } else if (symbol != nullptr && symbol->in_formula) {
      ((out_ += '\\') += symbol->command) += "{}";
    } else {
      if (style_.ascii && style_.no_form != nullptr) style_.no_form->push_back(c.value);
      out_ += letter;
    }
    return i + c.length;
  }

  std::string_view formula_;
  const TexStyle& style_;
  std::string& out_;
  const bool pairs_;
  const bool aligns_;
};

}  // namespace

void append_tex_formula(std::string_view formula, const TexStyle& style, std::string& out) {
  FormulaWriter(formula, style, out).write();
}

bool is_unsafe_command(std::string_view name) {
  return std::binary_search(kUnsafe.begin(), kUnsafe.end(), name);
}

}  // namespace broadsheet
