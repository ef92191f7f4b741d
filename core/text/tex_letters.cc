#include "core/text/tex_letters.h"

#include <algorithm>
#include <array>

namespace broadsheet {
namespace {

struct AccentRow {
  char accent;
  uint32_t mark;
  std::u16string_view letters;  // with the accent
  std::u16string_view bases;    // the same without it, in the same order
};

constexpr std::array kAccents = {
    AccentRow{'`', 0x0300, u"ÀÈÌÒÙàèìòùǛǜǸǹḔḕṐṑẀẁẦầẰằỀềỒồỜờỪừỲỳ", u"AEIOUaeiouÜüNnĒēŌōWwÂâĂăÊêÔôƠơƯưYy"},
    AccentRow{'\'', 0x0301, u"ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǗǘǴǵǺǻǼǽǾǿḈḉḖḗḮḯḰḱḾḿṌṍṒṓṔṕṸṹẂẃẤấẮắẾếỐốỚớỨứ",
              u"AEIOUYaeiouyCcLlNnRrSsZzÜüGgÅåÆæØøÇçĒēÏïKkMmÕõŌōPpŨũWwÂâĂăÊêÔôƠơƯư"},
    AccentRow{'^', 0x0302, u"ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑẬậỆệỘộ", u"AEIOUaeiouCcGgHhJjSsWwYyZzẠạẸẹỌọ"},
    AccentRow{'~', 0x0303, u"ÃÑÕãñõĨĩŨũṼṽẪẫẴẵẼẽỄễỖỗỠỡỮữỸỹ", u"ANOanoIiUuVvÂâĂăEeÊêÔôƠơƯưYy"},
    AccentRow{'=', 0x0304, u"ĀāĒēĪīŌōŪūǕǖǞǟǠǡǢǣǬǭȪȫȬȭȰȱȲȳḠḡḸḹṜṝ", u"AaEeIiOoUuÜüÄäȦȧÆæǪǫÖöÕõȮȯYyGgḶḷṚṛ"},
    AccentRow{'u', 0x0306, u"ĂăĔĕĞğĬĭŎŏŬŭḜḝẶặ", u"AaEeGgIiOoUuȨȩẠạ"},
    AccentRow{'.', 0x0307, u"ĊċĖėĠġİŻżȦȧȮȯḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṤṥṦṧṨṩṪṫẆẇẊẋẎẏẛ",
              u"CcEeGgIZzAaOoBbDdFfHhMmNnPpRrSsŚśŠšṢṣTtWwXxYyſ"},
    AccentRow{'"', 0x0308, u"ÄËÏÖÜäëïöüÿŸḦḧṎṏṺṻẄẅẌẍẗ", u"AEIOUaeiouyYHhÕõŪūWwXxt"},
    AccentRow{'r', 0x030A, u"ÅåŮůẘẙ", u"AaUuwy"},
    AccentRow{'H', 0x030B, u"ŐőŰű", u"OoUu"},
    AccentRow{'v', 0x030C, u"ČčĎďĚěĽľŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǙǚǦǧǨǩǮǯǰȞȟ",
              u"CcDdEeLlNnRrSsTtZzAaIiOoUuÜüGgKkƷʒjHh"},
    AccentRow{'d', 0x0323, u"ḄḅḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭṾṿẈẉẒẓẠạẸẹỊịỌọỢợỤụỰựỴỵ",
              u"BbDdHhKkLlMmNnRrSsTtVvWwZzAaEeIiOoƠơUuƯưYy"},
    AccentRow{'c', 0x0327, u"ÇçĢģĶķĻļŅņŖŗŞşŢţȨȩḐḑḨḩ", u"CcGgKkLlNnRrSsTtEeDdHh"},
    AccentRow{'k', 0x0328, u"ĄąĘęĮįŲųǪǫ", u"AaEeIiUuOo"},
    AccentRow{'b', 0x0331, u"ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕẖ", u"BbDdKkLlNnRrTtZzh"},
};

// By name.
constexpr std::array kSymbols = {
    TexSymbol{"AA", "Å"},
    TexSymbol{"AE", "Æ"},
    TexSymbol{"BibTeX", "BibTeX"},
    TexSymbol{"DH", "Ð"},
    TexSymbol{"DJ", "Đ"},
    TexSymbol{"Delta", "Δ", true},
    TexSymbol{"Gamma", "Γ", true},
    TexSymbol{"L", "Ł"},
    TexSymbol{"LaTeX", "LaTeX"},
    TexSymbol{"LaTeXe", "LaTeX2e"},
    TexSymbol{"Lambda", "Λ", true},
    TexSymbol{"Leftarrow", "⇐", true},
    TexSymbol{"Leftrightarrow", "⇔", true},
    TexSymbol{"NG", "Ŋ"},
    TexSymbol{"O", "Ø"},
    TexSymbol{"OE", "Œ"},
    TexSymbol{"Omega", "Ω", true},
    TexSymbol{"P", "¶"},
    TexSymbol{"Phi", "Φ", true},
    TexSymbol{"Pi", "Π", true},
    TexSymbol{"Psi", "Ψ", true},
    TexSymbol{"Rightarrow", "⇒", true},
    TexSymbol{"S", "§"},
    TexSymbol{"Sigma", "Σ", true},
    TexSymbol{"TH", "Þ"},
    TexSymbol{"TeX", "TeX"},
    TexSymbol{"Theta", "Θ", true},
    TexSymbol{"Upsilon", "Υ", true},
    TexSymbol{"Xi", "Ξ", true},
    TexSymbol{"aa", "å"},
    TexSymbol{"ae", "æ"},
    TexSymbol{"alpha", "α", true},
    TexSymbol{"angle", "∠", true},
    TexSymbol{"approx", "≈", true},
    TexSymbol{"ast", "∗", true},
    TexSymbol{"beta", "β", true},
    TexSymbol{"bullet", "∙", true},
    TexSymbol{"cap", "∩", true},
    TexSymbol{"cdot", "⋅", true},
    TexSymbol{"cdots", "⋯", true},
    TexSymbol{"checkmark", "✓", true},
    TexSymbol{"chi", "χ", true},
    TexSymbol{"circ", "∘", true},
    TexSymbol{"cong", "≅", true},
    TexSymbol{"copyright", "©"},
    TexSymbol{"cup", "∪", true},
    TexSymbol{"dag", "†"},
    TexSymbol{"dagger", "†", true},
    TexSymbol{"ddag", "‡"},
    TexSymbol{"ddagger", "‡", true},
    TexSymbol{"delta", "δ", true},
    TexSymbol{"dh", "ð"},
    TexSymbol{"div", "÷", true},
    TexSymbol{"dj", "đ"},
    TexSymbol{"dots", "…"},
    TexSymbol{"downarrow", "↓", true},
    TexSymbol{"ell", "ℓ", true},
    TexSymbol{"emptyset", "∅", true},
    TexSymbol{"epsilon", "ϵ", true},
    TexSymbol{"equiv", "≡", true},
    TexSymbol{"eta", "η", true},
    TexSymbol{"euro", "€"},
    TexSymbol{"exists", "∃", true},
    TexSymbol{"forall", "∀", true},
    TexSymbol{"gamma", "γ", true},
    TexSymbol{"ge", "≥", true},
    TexSymbol{"geq", "≥", true},
    TexSymbol{"gg", "≫", true},
    TexSymbol{"guillemotleft", "«"},
    TexSymbol{"guillemotright", "»"},
    TexSymbol{"hbar", "ℏ", true},
    TexSymbol{"i", "ı"},
    TexSymbol{"in", "∈", true},
    TexSymbol{"infty", "∞", true},
    TexSymbol{"int", "∫", true},
    TexSymbol{"iota", "ι", true},
    TexSymbol{"j", "ȷ"},
    TexSymbol{"kappa", "κ", true},
    TexSymbol{"l", "ł"},
    TexSymbol{"lambda", "λ", true},
    TexSymbol{"land", "∧", true},
    TexSymbol{"langle", "⟨", true},
    TexSymbol{"lbrack", "["},
    TexSymbol{"ldots", "…"},
    TexSymbol{"le", "≤", true},
    TexSymbol{"leftarrow", "←", true},
    TexSymbol{"leftrightarrow", "↔", true},
    TexSymbol{"leq", "≤", true},
    TexSymbol{"ll", "≪", true},
    TexSymbol{"lor", "∨", true},
    TexSymbol{"mapsto", "↦", true},
    TexSymbol{"mp", "∓", true},
    TexSymbol{"mu", "μ", true},
    TexSymbol{"nabla", "∇", true},
    TexSymbol{"ne", "≠", true},
    TexSymbol{"neg", "¬", true},
    TexSymbol{"neq", "≠", true},
    TexSymbol{"ng", "ŋ"},
    TexSymbol{"ni", "∋", true},
    TexSymbol{"notin", "∉", true},
    TexSymbol{"nu", "ν", true},
    TexSymbol{"o", "ø"},
    TexSymbol{"oe", "œ"},
    TexSymbol{"omega", "ω", true},
    TexSymbol{"oplus", "⊕", true},
    TexSymbol{"otimes", "⊗", true},
    TexSymbol{"parallel", "∥", true},
    TexSymbol{"partial", "∂", true},
    TexSymbol{"perp", "⊥", true},
    TexSymbol{"phi", "ϕ", true},
    TexSymbol{"pi", "π", true},
    TexSymbol{"pm", "±", true},
    TexSymbol{"pounds", "£"},
    TexSymbol{"prod", "∏", true},
    TexSymbol{"propto", "∝", true},
    TexSymbol{"psi", "ψ", true},
    TexSymbol{"quotedblbase", "„"},
    TexSymbol{"quotesinglbase", "‚"},
    TexSymbol{"rangle", "⟩", true},
    TexSymbol{"rbrack", "]"},
    TexSymbol{"rho", "ρ", true},
    TexSymbol{"rightarrow", "→", true},
    TexSymbol{"sigma", "σ", true},
    TexSymbol{"sim", "∼", true},
    TexSymbol{"simeq", "≃", true},
    TexSymbol{"ss", "ß"},
    TexSymbol{"star", "⋆", true},
    TexSymbol{"subset", "⊂", true},
    TexSymbol{"subseteq", "⊆", true},
    TexSymbol{"sum", "∑", true},
    TexSymbol{"supset", "⊃", true},
    TexSymbol{"supseteq", "⊇", true},
    TexSymbol{"tau", "τ", true},
    TexSymbol{"textasciicircum", "^"},
    TexSymbol{"textasciigrave", "`"},
    TexSymbol{"textasciitilde", "~"},
    TexSymbol{"textbackslash", "\\"},
    TexSymbol{"textbar", "|"},
    TexSymbol{"textbraceleft", "{"},
    TexSymbol{"textbraceright", "}"},
    TexSymbol{"textbullet", "•"},
    TexSymbol{"textcent", "¢"},
    TexSymbol{"textdegree", "°"},
    TexSymbol{"textdollar", "$"},
    TexSymbol{"textellipsis", "…"},
    TexSymbol{"textemdash", "—"},
    TexSymbol{"textendash", "–"},
    TexSymbol{"texteuro", "€"},
    TexSymbol{"textexclamdown", "¡"},
    TexSymbol{"textgreater", ">"},
    TexSymbol{"textless", "<"},
    TexSymbol{"textmu", "µ"},
    TexSymbol{"textonehalf", "½"},
    TexSymbol{"textonequarter", "¼"},
    TexSymbol{"textordfeminine", "ª"},
    TexSymbol{"textordmasculine", "º"},
    TexSymbol{"textperiodcentered", "·"},
    TexSymbol{"textquestiondown", "¿"},
    TexSymbol{"textquotedbl", "\""},
    TexSymbol{"textquotedblleft", "“"},
    TexSymbol{"textquotedblright", "”"},
    TexSymbol{"textquoteleft", "‘"},
    TexSymbol{"textquoteright", "’"},
    TexSymbol{"textquotesingle", "'"},
    TexSymbol{"textregistered", "®"},
    TexSymbol{"textthreequarters", "¾"},
    TexSymbol{"texttrademark", "™"},
    TexSymbol{"textunderscore", "_"},
    TexSymbol{"textyen", "¥"},
    TexSymbol{"th", "þ"},
    TexSymbol{"theta", "θ", true},
    TexSymbol{"times", "×", true},
    TexSymbol{"to", "→", true},
    TexSymbol{"triangle", "△", true},
    TexSymbol{"uparrow", "↑", true},
    TexSymbol{"upsilon", "υ", true},
    TexSymbol{"varepsilon", "ε", true},
    TexSymbol{"varphi", "φ", true},
    TexSymbol{"varsigma", "ς", true},
    TexSymbol{"vartheta", "ϑ", true},
    TexSymbol{"xi", "ξ", true},
    TexSymbol{"zeta", "ζ", true},
};
static_assert(std::is_sorted(kSymbols.begin(), kSymbols.end(),
                             [](const TexSymbol& a, const TexSymbol& b) { return a.command < b.command; }));

// Where several commands make one character: the one to write.
constexpr std::array<std::string_view, 13> kNotWritten = {"dots",   "textellipsis", "euro", "LaTeXe", "le",
                                                          "ge",     "ne",           "to",   "dag",    "ddag",
                                                          "textmu", "bullet",       "ast"};

constexpr uint32_t kFirstAccented = 0xC0;
constexpr uint32_t kLastAccented = 0x1EFF;

}  // namespace

std::optional<AccentedLetter> parts_of_letter(uint32_t code_point) {
  if (code_point < kFirstAccented || code_point > kLastAccented) return std::nullopt;
  for (const AccentRow& row : kAccents) {
    const size_t at = row.letters.find(static_cast<char16_t>(code_point));
    if (at != std::u16string_view::npos) return AccentedLetter{row.accent, row.bases[at]};
  }
  return std::nullopt;
}

uint32_t letter_with(AccentedLetter parts) {
  constexpr uint32_t kDotlessI = 0x131;
  constexpr uint32_t kDotlessJ = 0x237;
  if (parts.letter == kDotlessI) parts.letter = 'i';
  if (parts.letter == kDotlessJ) parts.letter = 'j';
  for (const AccentRow& row : kAccents) {
    if (row.accent != parts.accent || parts.letter > kLastAccented) continue;
    const size_t at = row.bases.find(static_cast<char16_t>(parts.letter));
    return at == std::u16string_view::npos ? 0 : row.letters[at];
  }
  return 0;
}

uint32_t combining_mark_of(char accent) {
  for (const AccentRow& row : kAccents) {
    if (row.accent == accent) return row.mark;
  }
  return 0;
}

const TexSymbol* symbol_of_command(std::string_view command) {
  const auto found = std::lower_bound(kSymbols.begin(), kSymbols.end(), command,
                                      [](const TexSymbol& s, std::string_view c) { return s.command < c; });
  return found != kSymbols.end() && found->command == command ? &*found : nullptr;
}

const TexSymbol* symbol_of_letter(std::string_view letter) {
  const auto found = std::find_if(kSymbols.begin(), kSymbols.end(), [&](const TexSymbol& symbol) {
    return symbol.letter == letter &&
           std::find(kNotWritten.begin(), kNotWritten.end(), symbol.command) == kNotWritten.end();
  });
  return found == kSymbols.end() ? nullptr : &*found;
}

std::string_view ascii_ligature_of(uint32_t code_point) {
  switch (code_point) {
    case 0xA0:  // no-break space
      return "~";
    case 0x2010:
    case 0x2011:
      return "-";
    case 0x2013:
      return "--";
    case 0x2014:
      return "---";
    case 0x2018:
      return "`";
    case 0x2019:
      return "'";
    case 0x201C:
      return "``";
    case 0x201D:
      return "''";
    case 0xFB00:
      return "ff";
    case 0xFB01:
      return "fi";
    case 0xFB02:
      return "fl";
    case 0xFB03:
      return "ffi";
    case 0xFB04:
      return "ffl";
    default:
      return "";
  }
}

}  // namespace broadsheet
