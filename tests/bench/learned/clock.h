#pragma once

#include <ctime>

namespace broadsheet::learned {

// Time of the processor: the machine may be busy with other things.
class Clock {
 public:
  double milliseconds() const {
    return static_cast<double>(std::clock() - begin_) * 1000 / static_cast<double>(CLOCKS_PER_SEC);
  }

 private:
  std::clock_t begin_ = std::clock();
};

}  // namespace broadsheet::learned
