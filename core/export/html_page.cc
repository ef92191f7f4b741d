#include "core/export/html_page.h"

#include <array>
#include <vector>

#include "core/digest/failure_text.h"
#include "core/export/person_name.h"
#include "core/export/plain_text.h"
#include "core/export/valid_url.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, kTextFieldCount> kLabels = {"TL;DR",  "Motivation", "Method",
                                                                   "Result", "Conclusion", "Abstract"};

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.55 Charter, Georgia, serif; }
h1 { font-size: 1.4rem; }
h2 { font-size: 1.2rem; margin: 0; }
h3 { font-size: 0.9rem; margin: 1rem 0 0; }
p { margin: 0.25rem 0 0.5rem; overflow-wrap: break-word; }
article { padding-block: 1.5rem; border-top: 1px solid; }
)";

class HtmlWriter {
 public:
  HtmlWriter(const ExportOptions& options, std::string& out) : options_(options), out_(out) {}

  void head(const std::string& title) {
    (out_ += "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n") +=
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">\n";
    ((out_ += "<title>") += title) += "</title>\n<style>";
    (((out_ += kStyle) += "</style>\n</head>\n<body>\n<h1>") += title) += "</h1>\n";
  }

  void article(const Citation& citation) {
    out_ += "<article>\n<h2 dir=\"auto\">";
    text(citation.title(), Lines::kJoined);
    out_ += "</h2>\n";
    NameList authors = listed_names(citation.authors(), options_.authors);
    if (authors.has_more) authors.names.push_back("et al.");
    line(joined(authors.names));
    source(citation);
    const Paper& paper = *citation.paper;
    for (size_t i = 0; i < kTextFieldCount; ++i) {
      if (says_something(paper.texts[i])) section(kLabels[i], *paper.texts[i]);
    }
    for (const ExtraField& field : paper.extra) section(field.name, field.text);
    out_ += "</article>\n";
  }

 private:
  template <typename Texts>
  static std::string joined(const Texts& texts) {
    std::string all;
    for (const auto& each : texts) (all += all.empty() ? "" : ", ") += each;
    return all;
  }

  void line(std::string_view plain) {
    if (plain.empty()) return;
    out_ += "<p dir=\"auto\">";
    escaped(plain);
    out_ += "</p>\n";
  }

  // Its id, its day and its categories; the address.
  void source(const Citation& citation) {
    std::string about;
    const auto add = [&](std::string_view part) {
      if (!part.empty()) (about += about.empty() ? "" : " · ") += part;
    };
    std::string id = citation.id.empty() ? "" : "arXiv:" + std::string(citation.id);
    if (citation.version > 0 && !id.empty()) (id += 'v') += std::to_string(citation.version);
    add(id);
    add(date_of(*citation.digest, *citation.paper));
    add(joined(citation.paper->categories));
    line(about);
    if (citation.url.empty()) return;
    out_ += "<p><a rel=\"noreferrer\" href=\"";
    std::string target;
    append_valid_url(citation.url, target);
    escaped(target);
    out_ += "\">";
    escaped(citation.url);
    out_ += "</a></p>\n";
  }

  void section(std::string_view label, std::string_view source) {
    out_ += "<h3 dir=\"auto\">";
    escaped(label);
    out_ += "</h3>\n";
    out_ += "<p dir=\"auto\">";
    text(source, Lines::kKept);
    out_ += "</p>\n";
  }

  void text(std::string_view source, Lines lines) {
    std::vector<FormulaPlace> formulas;
    const std::string plain = plain_text(source, lines, formulas);
    const std::string_view view = plain;
    size_t at = 0;
    for (const FormulaPlace& formula : formulas) {
      words(view.substr(at, formula.begin - at));
      out_ += "<code>";
      escaped(view.substr(formula.begin, formula.end - formula.begin));
      out_ += "</code>";
      at = formula.end;
    }
    words(view.substr(at));
  }

  // A blank line parts paragraphs.
  void words(std::string_view text) {
    for (size_t end = text.find("\n\n"); end != std::string_view::npos; end = text.find("\n\n")) {
      escaped(text.substr(0, end));
      out_ += "</p>\n<p dir=\"auto\">";
      text.remove_prefix(end + 2);
    }
    escaped(text);
  }

  void escaped(std::string_view text) {
    for (const char c : text) {
      if (c == '&') {
        out_ += "&amp;";
      } else if (c == '<') {
        out_ += "&lt;";
      } else if (c == '>') {
        out_ += "&gt;";
      } else if (c == '"') {
        out_ += "&quot;";
      } else {
        out_ += static_cast<unsigned char>(c) < ' ' && c != '\n' ? ' ' : c;
      }
    }
  }

  const ExportOptions& options_;
  std::string& out_;
};

void write_html_page(std::span<const Citation> citations, const ExportOptions& options, ExportReport&,
                     std::string& out) {
  HtmlWriter writer(options, out);
  writer.head(std::to_string(citations.size()) + (citations.size() == 1 ? " paper" : " papers"));
  for (const Citation& citation : citations) writer.article(citation);
  out += "</body>\n</html>\n";
}

}  // namespace

const ExportFormat kHtmlPage = {"html", ".html", "text/html", write_html_page};

}  // namespace broadsheet
