#pragma once

#include <string>
#include <utility>
#include <vector>

namespace broadsheet::learned {

// Names and values, in order.
using Figures = std::vector<std::pair<std::string, double>>;

}  // namespace broadsheet::learned
