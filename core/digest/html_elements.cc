#include "core/digest/html_elements.h"

#include <algorithm>
#include <array>

#include "core/digest/markup.h"

namespace broadsheet {
namespace {

using Element = HtmlElement;

struct ElementName {
  std::string_view name;
  Element element;
};
constexpr std::array kElements = {
    ElementName{"a", Element::kLink},        ElementName{"b", Element::kBold},
    ElementName{"strong", Element::kBold},   ElementName{"i", Element::kItalic},
    ElementName{"em", Element::kItalic},     ElementName{"code", Element::kCode},
    ElementName{"p", Element::kBlock},       ElementName{"div", Element::kBlock},
    ElementName{"section", Element::kBlock}, ElementName{"article", Element::kBlock},
    ElementName{"header", Element::kBlock},  ElementName{"footer", Element::kBlock},
    ElementName{"main", Element::kBlock},    ElementName{"nav", Element::kBlock},
    ElementName{"aside", Element::kBlock},   ElementName{"blockquote", Element::kBlock},
    ElementName{"figure", Element::kBlock},  ElementName{"figcaption", Element::kBlock},
    ElementName{"pre", Element::kBlock},     ElementName{"form", Element::kBlock},
    ElementName{"address", Element::kBlock}, ElementName{"br", Element::kBreak},
    ElementName{"h1", Element::kHeading},    ElementName{"h2", Element::kHeading},
    ElementName{"h3", Element::kHeading},    ElementName{"h4", Element::kHeading},
    ElementName{"h5", Element::kHeading},    ElementName{"h6", Element::kHeading},
    ElementName{"li", Element::kItem},       ElementName{"dt", Element::kItem},
    ElementName{"dd", Element::kDefinition}, ElementName{"ul", Element::kList},
    ElementName{"ol", Element::kList},       ElementName{"dl", Element::kList},
    ElementName{"table", Element::kTable},   ElementName{"tr", Element::kRow},
    ElementName{"td", Element::kCell},       ElementName{"th", Element::kCell},
    ElementName{"details", Element::kBlock}, ElementName{"summary", Element::kSummary},
    ElementName{"img", Element::kImage},     ElementName{"hr", Element::kRule},
    ElementName{"script", Element::kRaw},    ElementName{"style", Element::kRaw},
    ElementName{"template", Element::kRaw},  ElementName{"noscript", Element::kRaw},
    ElementName{"svg", Element::kRaw},       ElementName{"textarea", Element::kRaw},
    ElementName{"select", Element::kRaw},    ElementName{"button", Element::kRaw},
    ElementName{"title", Element::kRaw}};

}  // namespace

HtmlElement html_element(std::string_view name) {
  const auto found = std::find_if(kElements.begin(), kElements.end(),
                                  [&](const ElementName& each) { return is_tag(name, each.name); });
  return found == kElements.end() ? Element::kInline : found->element;
}

}  // namespace broadsheet
