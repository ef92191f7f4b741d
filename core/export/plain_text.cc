#include "core/export/plain_text.h"

#include <algorithm>
#include <span>
#include <vector>

#include "core/export/tex_accents.h"
#include "core/export/tex_tokens.h"
#include "core/text/letter_case.h"
#include "core/text/tex_letters.h"
#include "core/text/tex_styles.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

class PlainWriter {
 public:
  PlainWriter(std::string_view text, Lines lines, bool is_name) : lines_(lines), is_name_(is_name) {
    out_.reserve(text.size());
    read_tex(text, tokens_);
  }

  std::string write(std::vector<FormulaPlace>* formulas = nullptr) {
    formulas_ = formulas;
    for (size_t i = 0; i < tokens_.size();) i = write_from(i);
    return std::move(out_);
  }

 private:
  // Writes the token, or several that mean one thing; returns the next one's index.
  size_t write_from(size_t i) {
    const TexToken& token = tokens_[i];
    switch (token.kind) {
      case TexKind::kText:
        write_words(token.text);
        return i + 1;
      case TexKind::kFormula:
        write_formula(token.text);
        return i + 1;
      case TexKind::kOpen:
        return open(i);
      case TexKind::kClose:
        return close(i);
      case TexKind::kStray:
        if (!is_name_ || token.text != "\\") put(token.text);
        return i + 1;
      case TexKind::kCommand:
      case TexKind::kEscape:
        break;
    }
    // In the source: what is written so far lacks the brace of `{\.I}`, and the blank before a word.
    const char before = i == 0 ? ' ' : token.text.data()[-1];
    if (const auto letter = accented_letter(std::span(tokens_).subspan(i), before)) {
      put(letter->letter);
      i += letter->tokens;
      if (letter->bytes > 0) tokens_[i].text.remove_prefix(letter->bytes);
      return i;
    }
    return token.kind == TexKind::kEscape ? write_escape(i) : write_command(i);
  }

  size_t open(size_t i) {
    const bool hidden = tokens_[i].is_tex && !(i > 0 && is_shown_command(i - 1));
    if (!hidden) put("{");
    if (tokens_[i].paired) hidden_.push_back(hidden);
    return i + 1;
  }
  size_t close(size_t i) {
    if (!tokens_[i].paired || !hidden_.back()) put("}");
    if (tokens_[i].paired) {
      last_group_hidden_ = hidden_.back();
      hidden_.pop_back();
    }
    return i + 1;
  }
  bool is_shown_command(size_t i) const {
    if (tokens_[i].kind != TexKind::kCommand)
      return tokens_[i].kind == TexKind::kClose && !last_group_hidden_;
    const std::string_view name = tokens_[i].text.substr(1);
    return !is_tex_style(name) && symbol_of_command(name) == nullptr && name != "href";
  }

  size_t write_escape(size_t i) {
    const char c = tokens_[i].text[1];
    constexpr std::string_view kBlankEscapes = " ,;:\\~\t\r\n";
    constexpr std::string_view kNothing = "-/!@";
    if (kBlankEscapes.find(c) != std::string_view::npos) {
      blank();
    } else if (std::string_view("&%#_{}$").find(c) != std::string_view::npos) {
      put(tokens_[i].text.substr(1));
    } else if (std::string_view("[]()*").find(c) != std::string_view::npos) {
      put(tokens_[i].text.substr(1));  // Markdown's
    } else if (kNothing.find(c) == std::string_view::npos) {
      put(is_name_ ? tokens_[i].text.substr(1) : tokens_[i].text);
    }
    return i + 1;
  }

  size_t write_command(size_t i) {
    const std::string_view name = tokens_[i].text.substr(1);
    const bool has_argument =
        i + 1 < tokens_.size() && tokens_[i + 1].kind == TexKind::kOpen && tokens_[i + 1].paired;
    if (const TexSymbol* const symbol = symbol_of_command(name)) {
      put(symbol->letter);
      if (has_argument && tokens_[i + 2].kind == TexKind::kClose) return i + 3;
      if (is_cased_letter(decode_utf8(symbol->letter, 0).value) && !symbol->in_formula) drop_blanks(i + 1);
      return i + 1;
    }
    if (has_argument && is_tex_style(name)) return i + 1;
    if (has_argument && name == "href") return after_group(i + 1);
    const bool opens_group = i > 0 && tokens_[i - 1].kind == TexKind::kOpen && tokens_[i - 1].is_tex;
    if (opens_group && is_tex_switch(name)) {
      drop_blanks(i + 1);
      return i + 1;
    }
    put(tokens_[i].text);
    return i + 1;
  }

  void drop_blanks(size_t i) {
    if (i == tokens_.size() || tokens_[i].kind != TexKind::kText) return;
    std::string_view& text = tokens_[i].text;
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  }
  // The token after the group that opens at `i`.
  size_t after_group(size_t i) const {
    for (int depth = 0; i < tokens_.size(); ++i) {
      if (!tokens_[i].paired || tokens_[i].kind == TexKind::kEscape) continue;
      depth += tokens_[i].kind == TexKind::kOpen ? 1 : -1;
      if (depth == 0) return i + 1;
    }
    return i;
  }

  // `\(x\)` as `$x$`.
  void write_formula(std::string_view formula) {
    const bool in_parentheses = formula.starts_with("\\(");
    put("");
    const size_t begin = out_.size();
    if (in_parentheses) formula = formula.substr(2, formula.size() - 4);
    if (in_parentheses) put("$");
    for (const char c : formula) {
      if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') {
        blank();
      } else {
        put({&c, 1});
      }
    }
    if (in_parentheses) put("$");
    if (formulas_ != nullptr) formulas_->push_back({begin, out_.size()});
  }

  void write_words(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
      const unsigned char c = static_cast<unsigned char>(text[i]);
      if (c == '\n' && lines_ == Lines::kKept) {
        line_end();
        ++i;
      } else if (c <= ' ' || c == 0x7F) {
        blank();
        ++i;
      } else if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
        blank();  // a control of ISO 6429
        i += 2;
      } else if (c == '~' && i > 0 && i + 1 < text.size() && is_tie(text[i - 1], text[i + 1])) {
        blank();
        ++i;
      } else if (const std::string_view sign = text.substr(i, 2); sign == "``" || sign == "''") {
        put(sign == "``" ? "“" : "”");
        i += 2;
      } else {
        put(text.substr(i, 1));
        ++i;
      }
    }
  }
  void put(std::string_view text) {
    if (!out_.empty() && waiting_ != 0) {
      if (waiting_ == ' ') out_ += ' ';
      out_.append(line_ends_, '\n');
    }
    waiting_ = '\0';
    line_ends_ = 0;
    out_ += text;
  }
  void blank() {
    if (waiting_ == '\0') waiting_ = ' ';
  }
  void line_end() {
    waiting_ = '\n';
    line_ends_ = std::min<size_t>(line_ends_ + 1, 2);
  }

  std::string out_;
  std::vector<FormulaPlace>* formulas_ = nullptr;
  std::vector<TexToken> tokens_;
  std::vector<bool> hidden_;  // whether the braces of the open groups are left out
  Lines lines_;
  bool is_name_;
  bool last_group_hidden_ = true;
  char waiting_ = '\0';  // a blank, or line ends
  size_t line_ends_ = 0;
};

}  // namespace

std::string plain_text(std::string_view text, Lines lines) { return PlainWriter(text, lines, false).write(); }

std::string plain_text(std::string_view text, Lines lines, std::vector<FormulaPlace>& formulas) {
  return PlainWriter(text, lines, false).write(&formulas);
}

std::string plain_name(std::string_view name) { return PlainWriter(name, Lines::kJoined, true).write(); }

}  // namespace broadsheet
