// html_text.h: a piece of HTML inside another format, such as an abstract in a feed, as text.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// `<p>Tea &amp; <i>milk</i></p>` → `Tea & milk`. Paragraphs and breaks are line ends. Only the tags that such
// texts have are left out, so `a<b and c>d` stays. Cost: O(text).
std::string text_of_html(std::string_view html);

}  // namespace broadsheet
