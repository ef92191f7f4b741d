#include "core/export/tex_writer.h"

#include <algorithm>
#include <span>

#include "core/export/tex_accents.h"
#include "core/export/tex_formula.h"
#include "core/export/tex_tokens.h"
#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/letter_case.h"
#include "core/text/tex_letters.h"
#include "core/text/utf8.h"

namespace broadsheet {
namespace {

constexpr size_t kNone = static_cast<size_t>(-1);

// The command of an ASCII sign that is special in TeX; empty if it is not.
std::string_view command_of_sign(char c) {
  switch (c) {
    case '&':
      return "\\&";
    case '%':
      return "\\%";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    case '$':
      return "\\$";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '\\':
      return "\\textbackslash{}";
    case '<':
      return "\\textless{}";
    case '>':
      return "\\textgreater{}";
    case '|':
      return "\\textbar{}";
    default:
      return "";
  }
}

// Remembers the word that is being written, and puts braces around it if a style must not change its case.
class TitleWord {
 public:
  explicit TitleWord(std::string& out) : out_(out) {}

  // What is appended next belongs to a word.
  void go_on() {
    if (state_.begin == kNone) state_.begin = out_.size();
  }
  void letter(uint32_t c) {
    go_on();
    const bool capital = is_capital(c);
    state_.keeps = state_.keeps || (capital && (state_.letters > 0 || state_.has_digit));
    state_.starts_with_capital = state_.starts_with_capital || (capital && state_.letters == 0);
    ++state_.letters;
  }
  void digit() {
    go_on();
    state_.has_digit = true;
    state_.keeps = state_.keeps || state_.starts_with_capital;
  }
  void keep() {
    go_on();
    state_.keeps = true;
  }
  // `stands_alone`: blanks are on both sides.
  void end(bool stands_alone) {
    if (state_.begin == kNone) return;
    const bool is_article = stands_alone && out_.size() == state_.begin + 1 && out_.back() == 'A';
    if (state_.keeps || (state_.letters == 1 && state_.starts_with_capital && !is_article)) {
      // BibTeX itself reads a brace and a backslash as one letter.
      const bool twice = out_[state_.begin] == '\\';
      out_.insert(state_.begin, twice ? "{{" : "{");
      out_ += twice ? "}}" : "}";
    }
    state_ = {};
  }

 private:
  struct State {
    size_t begin = kNone;
    uint32_t letters = 0;
    bool has_digit = false;
    bool starts_with_capital = false;
    bool keeps = false;
  };

  std::string& out_;
  State state_;
};

class TexWriter {
 public:
  TexWriter(std::string_view text, const TexStyle& style, std::string& out)
      : style_(style), out_(out), begin_(out.size()), word_(out) {
    read_tex(text, tokens_);
  }

  void write() {
    for (size_t i = 0; i < tokens_.size();) i = write_from(i);
    end_word(' ');
  }

 private:
  bool in_title() const { return style_.keeps_case && depth_ == 0; }

  size_t write_from(size_t i) {
    const TexToken& token = tokens_[i];
    switch (token.kind) {
      case TexKind::kText:
        write_words(token.text);
        return i + 1;
      case TexKind::kFormula:
        flush();
        if (in_title()) word_.keep();
        append_tex_formula(token.text, style_, out_);
        return i + 1;
      case TexKind::kOpen:
      case TexKind::kClose:
        write_brace(token);
        return i + 1;
      case TexKind::kStray:
        write_sign(token.text[0]);
        return i + 1;
      case TexKind::kCommand:
      case TexKind::kEscape:
        break;
    }
    const char before = out_.size() == begin_ || waiting_ ? ' ' : out_.back();
    if (const auto letter = accented_letter(std::span(tokens_).subspan(i), before))
      return write_accent(i, *letter);
    if (token.kind == TexKind::kCommand) {
      write_command(lacks_text(i) ? "\\url" : token.text);
    } else {
      write_escape(token);
    }
    return i + 1;
  }

  // The digest's own TeX, as it is.
  size_t write_accent(size_t i, const TexLetter& letter) {
    flush();
    if (in_title()) word_.letter(decode_utf8(letter.letter, 0).value);
    for (const size_t end = i + letter.tokens; i < end; ++i) out_ += tokens_[i].text;
    if (letter.bytes > 0) {
      out_ += tokens_[i].text.substr(0, letter.bytes);
      tokens_[i].text.remove_prefix(letter.bytes);
    }
    return i;
  }

  void write_brace(const TexToken& token) {
    const bool opens = token.kind == TexKind::kOpen;
    if (!token.is_tex) end_word(token.text[0]);
    flush();
    if (!token.paired) {
      out_ += opens ? "\\textbraceleft{}" : "\\textbraceright{}";
    } else if (!token.is_tex) {
      out_ += opens ? "\\{" : "\\}";
    } else {
      if (in_title() && opens) word_.go_on();
      depth_ += opens ? 1 : -1;
      out_ += token.text;
    }
  }

  // `\href{https://…}` without the text to show.
  bool lacks_text(size_t i) const {
    if (tokens_[i].text != "\\href" || i + 1 == tokens_.size()) return false;
    const TexToken& link = tokens_[i + 1];
    if (link.kind != TexKind::kOpen || !link.paired) return false;
    return link.partner + 1 == tokens_.size() || tokens_[link.partner + 1].kind != TexKind::kOpen;
  }

  void write_command(std::string_view command) {
    flush();
    const std::string_view name = command.substr(1);
    const TexSymbol* const symbol = symbol_of_command(name);
    if (in_title()) {
      const bool has_capital = std::any_of(name.begin(), name.end(), [](char c) { return c < 'a'; });
      if (symbol != nullptr && !symbol->in_formula && is_cased_letter(decode_utf8(symbol->letter, 0).value) &&
          symbol->letter != name) {
        word_.letter(decode_utf8(symbol->letter, 0).value);
      } else if (has_capital || (symbol != nullptr && symbol->in_formula)) {
        word_.keep();
      } else {
        word_.go_on();
      }
    }
    if (is_unsafe_command(name) || name == "begin" || name == "end") {
      (out_ += "\\textbackslash{}") += name;
    } else if (symbol != nullptr && symbol->in_formula) {
      ((out_ += '$') += command) += '$';
    } else {
      out_ += command;
      command_end_ = out_.size();
    }
  }

  void write_escape(const TexToken& token) {
    const char c = token.text[1];
    if (c == '{' || c == '}') {
      end_word(c);
      flush();
      out_ += token.paired ? token.text : c == '{' ? "\\textbraceleft{}" : "\\textbraceright{}";
    } else if (std::string_view(" \\\t\r\n").find(c) != std::string_view::npos) {
      blank();
    } else if (std::string_view("&%#_$").find(c) != std::string_view::npos) {
      write_sign(c);
    } else if (std::string_view(",;:!-/@").find(c) != std::string_view::npos) {
      end_word(c);
      flush();
      out_ += token.text;
    } else if (is_accent_sign(c)) {
      write_sign('\\');
      write_sign(c);
    } else if (static_cast<unsigned char>(c) > ' ' && c != '\x7F') {
      write_sign(c);  // Markdown's: `\*`
    }
  }

  // A character that is read as itself.
  void write_sign(char c) {
    const std::string_view command = command_of_sign(c);
    if (c != '_') end_word(c);
    flush();
    if (c == '_' && in_title()) word_.go_on();
    if (command.empty()) {
      out_ += c;
    } else {
      out_ += command;
    }
  }

  void write_words(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
      const char c = text[i];
      const char before = i > 0 ? text[i - 1] : ' ';
      const char after = i + 1 < text.size() ? text[i + 1] : ' ';
      if (static_cast<unsigned char>(c) >= 0x80) {
        i += write_letter(text.substr(i));
        continue;
      }
      ++i;
      if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') {
        blank();
      } else if (is_ascii_letter(c) || is_ascii_digit(c)) {
        flush();
        if (in_title() && is_ascii_letter(c)) word_.letter(static_cast<unsigned char>(c));
        if (in_title() && !is_ascii_letter(c)) word_.digit();
        out_ += c;
      } else if (c == '~' && is_tie(before, after)) {
        end_word(' ');
        out_ += c;
      } else if (continues_word(c, after)) {
        flush();
        if (in_title()) word_.go_on();
        out_ += c;
      } else {
        write_sign(c);
      }
    }
  }
  // `U.S.`, `GPT-4.5`, `O'Brien`, `C++`.
  static bool continues_word(char c, char after) {
    if (c == '+') return true;
    return (c == '.' || c == '\'') && (is_ascii_letter(after) || (after >= '0' && after <= '9'));
  }

  // Writes the character that the text begins with, which is not ASCII; returns its length.
  size_t write_letter(std::string_view text) {
    const CodePoint c = decode_utf8(text, 0);
    const std::string_view letter = text.substr(0, c.length);
    if (c.value < 0xA0) {
      blank();
      return c.length;
    }
    const bool is_word = is_cased_letter(c.value) || fold_char(c.value).char_class != CharClass::kSeparator;
    if (!is_word) end_word(text[0]);
    flush();
    if (out_.size() == command_end_) out_ += "{}";  // else some TeX takes the letter into the name
    if (in_title() && is_cased_letter(c.value)) {
      word_.letter(c.value);
    } else if (in_title() && is_word) {
      word_.go_on();
    }
    if (style_.ascii) {
      write_ascii(c.value, letter);
    } else {
      out_ += letter;
    }
    return c.length;
  }

  void write_ascii(uint32_t c, std::string_view letter) {
    const bool is_invisible = c == 0xFEFF || (c >= 0x200B && c <= 0x200D) || c == 0xAD;
    if (is_invisible) return;
    if (const std::string_view signs = ascii_ligature_of(c); !signs.empty()) {
      out_ += signs;
    } else if (const auto parts = parts_of_letter(c)) {
      append_parts(*parts);
    } else if (const TexSymbol* const symbol = symbol_of_letter(letter)) {
      ((out_ += symbol->in_formula ? "$\\" : "{\\") += symbol->command) += symbol->in_formula ? '$' : '}';
    } else {
      if (style_.no_form != nullptr) style_.no_form->push_back(c);
      out_ += letter;
    }
  }

  // `{\"o}`, `{\'{\i}}`, `{\'{\^a}}`, `{\v{C}}`.
  void append_parts(AccentedLetter parts) {
    (out_ += "{\\") += parts.accent;
    const bool is_sign = is_accent_sign(parts.accent);
    const bool takes_no_dot =
        parts.accent != 'd' && parts.accent != 'k' && parts.accent != 'b' && parts.accent != 'c';
    if (const auto inner = parts_of_letter(parts.letter)) {
      append_parts(*inner);
    } else if ((parts.letter == 'i' || parts.letter == 'j') && takes_no_dot) {
      (out_ += "{\\") += static_cast<char>(parts.letter);
      out_ += '}';
    } else if (parts.letter >= 0x80) {
      std::string letter;
      append_utf8(parts.letter, letter);
      write_ascii(parts.letter, letter);
    } else if (is_sign) {
      out_ += static_cast<char>(parts.letter);
    } else {
      (out_ += '{') += static_cast<char>(parts.letter);
      out_ += '}';
    }
    out_ += '}';
  }

  void blank() {
    end_word(' ');
    waiting_ = out_.size() > begin_;
  }
  void flush() {
    if (waiting_) out_ += ' ';
    waiting_ = false;
  }
  void end_word(char next) {
    if (!in_title()) return;
    word_.end(last_end_is_blank_ && next == ' ');
    last_end_is_blank_ = next == ' ';
  }

  const TexStyle& style_;
  std::string& out_;
  const size_t begin_;
  TitleWord word_;
  std::vector<TexToken> tokens_;
  size_t command_end_ = kNone;
  int depth_ = 0;         // of TeX's groups
  bool waiting_ = false;  // for something after a blank
  bool last_end_is_blank_ = true;
};

}  // namespace

void append_tex(std::string_view text, const TexStyle& style, std::string& out) {
  TexWriter(text, style, out).write();
}

}  // namespace broadsheet
